"""One article's course, one step at a time: what is to be asked next, or the brief that the answers so far come to.

A step is work for a processor and nothing else: no client, no clock, no disk. Whoever takes it beside an event loop, in
another process or on another machine gets the same.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from pydantic import BaseModel

from summarizer.asking.course import Course, Question
from summarizer.errors import BriefError
from summarizer.pointing.briefs import StoredBrief

Given = BaseModel | BriefError
"""What came of a question: the answer, or why there is none."""


@dataclass(frozen=True)
class Ended:
    """Where a course ends.

    Attributes:
        brief: the brief.
        reader: name of the extractor that read.
        warnings: what was asked for and could not be done.
    """

    brief: StoredBrief
    reader: str
    warnings: tuple[str, ...] = ()


class Walk:
    """A course that goes on with each answer."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._steps: Generator[Question, Any, StoredBrief] = course.steps()

    def go_on(self, given: Given | None) -> Question | Ended:
        """Take the next step.

        Args:
            given: what came of the question before; None at the beginning.

        Raises:
            BriefError: nothing can be made of what was given.
        """
        try:
            return _next(self._steps, given)
        except StopIteration as done:
            return Ended(done.value, self._course.extractor.name, tuple(self._course.warnings))


def _next(steps: Generator[Question, Any, StoredBrief], given: Given | None) -> Question:
    turn = partial(steps.throw, given) if isinstance(given, BriefError) else partial(steps.send, given)
    return turn()


def advance(course: Course, given: Sequence[Given]) -> Question | Ended:
    """The step after these answers, from the beginning.

    Args:
        course: which nobody has walked yet.
        given: what came of each question until now.

    Raises:
        BriefError: nothing can be made of what was given.
    """
    walk = Walk(course)
    step = walk.go_on(None)
    for one in given:
        step = walk.go_on(one)
    return step
