"""One article's course, one step at a time: what is to be asked next, or the brief that the answers so far come to.

A step is work for a processor and nothing else: no client, no clock, no disk. Whoever takes it, in a thread beside an event
loop, in another process or on another machine, gets the same; and what it is given and gives can travel there.
"""

import hashlib
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from summarizer.asking.course import Course, Question
from summarizer.asking.run import Run
from summarizer.errors import BriefError, cut_off
from summarizer.exchanges import KeptAnswer, Tokens
from summarizer.pointing.briefs import StoredBrief
from summarizer.version import VERSION

Given = KeptAnswer | BriefError
"""What came of a question: the answer, or why there is none."""


@dataclass(frozen=True)
class Arrived:
    """Where a course arrives: the brief, and how it came about."""

    brief: StoredBrief
    run: Run


class Walk:
    """A course that goes on with each answer."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._steps: Generator[Question, Any, StoredBrief] = course.steps()
        self._asked: Question | None = None
        self._given: list[Given] = []

    def go_on(self, given: Given | None) -> Question | Arrived:
        """Take the next step.

        Args:
            given: what came of the question before; None at the beginning.

        Raises:
            BriefError: nothing can be made of what was given.
        """
        turn = partial(next, self._steps) if given is None else self._turn(given)
        try:
            self._asked = turn()
        except StopIteration as done:
            return Arrived(done.value, self._run())
        return self._asked

    def _turn(self, given: Given) -> Any:
        """How the course is told."""
        self._given.append(given)
        if isinstance(given, BriefError):
            return partial(self._steps.throw, given)
        if given.cut_off:
            return partial(self._steps.throw, cut_off("the answer that was kept ended before it was whole", given.text))
        assert self._asked is not None, "an answer to no question"  # noqa: S101
        return partial(self._steps.send, self._asked.response_model.model_validate_json(given.text))

    def _run(self) -> Run:
        """How the brief came about: what all answers took, and the failures among them."""
        from summarizer.model.strict import schema_text

        answers = [given for given in self._given if isinstance(given, KeptAnswer)]
        first = next(answer for answer in answers if not answer.cut_off)
        requests, tokens = taken(self._given)
        course = self._course
        price = course.options.price
        return Run(
            extractor=course.extractor.name,
            version=VERSION,
            model=first.model,
            endpoint=first.endpoint,
            profile=first.profile,
            rung=first.rung,
            prompt=course.prompt.name,
            prompt_sha256=course.prompt.sha256,
            schema_sha256=hashlib.sha256(schema_text(course.form.answer).encode()).hexdigest(),
            requests=requests,
            tokens=tokens,
            seconds=sum(answer.seconds for answer in answers),
            cost=price(first.model, tokens) if price else None,
            warnings=tuple(course.warnings),
            cassette=course.options.tape.name if course.options.tape else None,
        )


def taken(given: Sequence[Given]) -> tuple[int, Tokens]:
    """How many requests answers and failures took, and how many tokens."""
    requests, tokens = 0, Tokens()
    for one in given:
        requests += getattr(one, "requests", 0)
        tokens += (
            one.tokens
            if isinstance(one, KeptAnswer)
            else Tokens(prompt=getattr(one, "prompt_tokens", 0), completion=getattr(one, "completion_tokens", 0))
        )
    return requests, tokens


def advance(course: Course, given: Sequence[Given]) -> Question | Arrived:
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
