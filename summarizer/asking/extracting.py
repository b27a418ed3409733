"""Who reads: a model, window by window where the article is long; or a registered extractor that asks nobody."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.asking import prompting
from summarizer.asking.course import Course, Proposing
from summarizer.asking.stitching import Joined, joined, recorded
from summarizer.asking.windows import Window, windows
from summarizer.documents.document import Document, sentence_quote
from summarizer.documents.quotes import Part
from summarizer.errors import (
    AuthenticationFailed,
    CutOff,
    ModelNotFound,
    NoExtractorError,
    PromptTooLong,
    PromptTruncated,
    ProviderError,
    QuotaExhausted,
)
from summarizer.plugins import names, registered
from summarizer.pointing.audit import UNREAD, Audit, Finding, about_document
from summarizer.pointing.field import Field

TOO_LONG = (CutOff, PromptTooLong, PromptTruncated)
"""Failures of a window that a shorter one may not have."""
OF_ALL_ALIKE = (AuthenticationFailed, ModelNotFound, QuotaExhausted)
"""Failures after which no further window is asked about: it would end the same way."""

ENTRY_POINTS = "summarizer.extractors"
"""The group of entry points under which another package registers an extractor: a function Document → draft."""


# --- without a model --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Offline:
    """An extractor that asks nobody."""

    name: str
    read: Callable[[Document], Part]
    asks: bool = False

    def propose(self, course: Course) -> Proposing:
        """The draft, at once."""
        yield from ()
        return self.read(course.document)


def offline(name: str, field: Field[Any]) -> Offline:
    """The registered extractor of this name: one of the field's own, or another package's.

    Raises:
        NoExtractorError: there is none of this name.
        PluginError: what another package registers under it cannot be used.
    """
    if name in field.extractors:
        return Offline(name, field.extractors[name]())
    if name in names(ENTRY_POINTS):
        return Offline(name, registered(ENTRY_POINTS, name, Callable))
    there = ", ".join(sorted({*field.extractors, *names(ENTRY_POINTS)}))
    raise NoExtractorError(f"there is no extractor called {name}: choose one of {there}, or name a model")


# --- a model ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ModelReads:
    """A model as extractor: the whole article in one request where it fits, else window after window."""

    name: str = "model"
    asks: bool = True

    def propose(self, course: Course) -> Proposing:
        """The draft of the article."""
        parts = windows(course.document, course.options.window_size)
        if len(parts) <= 1:
            return (yield from course.draft(prompting.messages(course.document, course.prompt)))
        so_far = Joined(course.field.draft())
        failed: dict[Window, ProviderError] = {}
        for window in parts:
            known = recorded(so_far.draft, course.document, course.field.items, course.field.continuation())
            messages = prompting.window_messages(course.document, window, known, course.prompt)
            what = f"window {window.number} of {window.of}"
            try:
                draft = yield from course.draft(messages, what)
            except ProviderError as error:
                failed[window] = error
                if isinstance(error, OF_ALL_ALIKE):
                    failed |= dict.fromkeys(parts[window.number :], error)
                    break
            else:
                so_far = joined(so_far, draft, course.document, course.field.lists, course.field.continuation())
        if len(failed) == len(parts):
            raise failed[parts[0]]
        course.remember(Audit(outcomes=so_far.outcomes, findings=tuple(_unread(course, parts, failed))))
        return so_far.draft


def _unread(course: Course, parts: Sequence[Window], failed: Mapping[Window, ProviderError]) -> Iterator[Finding]:
    """What is told of windows without an answer: the sentences that no other window holds, and a warning why."""
    read = {number for window in parts if window not in failed for number in window.sentences}
    for window, error in failed.items():
        numbers = sorted({*window.fresh} - read)
        if not numbers:
            continue
        advice = "; a smaller window may help (--window)" if isinstance(error, TOO_LONG) else ""
        course.warnings.append(f"sentences {numbers[0]} to {numbers[-1]} were not read: {error}{advice}")
        message = "No answer of use came for these sentences, so that nothing in them is recorded."
        quotes = tuple(sentence_quote(course.document, number) for number in numbers)
        yield about_document("windows", UNREAD, message, quotes, sentence=numbers[0])
