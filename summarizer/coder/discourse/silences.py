"""Sentences that say that nobody has claimed, that somebody does not comment, or that something cannot be checked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summarizer.coder.discourse.stretches import Span
from summarizer.coder.grammar.frames import Frame, Parsed
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import within
from summarizer.lexicons import pattern
from summarizer.schemas.vocabulary import StatementKind

_KINDS: tuple[StatementKind, ...] = ("no_claim", "no_comment", "unverified")


@dataclass(frozen=True, slots=True)
class Silence:
    """One of them; `speaker` is who is silent, where the verb has a subject."""

    parsed: Parsed
    kind: StatementKind
    cue: Span
    speaker: Phrase | None


def silences_in(sentences: Iterable[Parsed]) -> Iterator[Silence]:
    """Every one of an article, in order."""
    for parsed in sentences:
        for kind in _KINDS:
            match = pattern("sayings", kind).search(parsed.document.text, parsed.sentence.start, parsed.sentence.end)
            if match is None:
                continue
            inside = within(parsed.tokens, *match.span())
            frame = next(
                (each for each in parsed.frames if inside and each.first <= inside[-1] and each.verb >= inside[0]), None
            )
            if inside:
                speaker = _silent(frame, inside[-1], parsed) if kind == "no_comment" else None
                yield Silence(parsed, kind, (inside[0], inside[-1]), speaker)


def _silent(frame: Frame | None, last: int, parsed: Parsed) -> Phrase | None:
    """Who says nothing: the subject, or whom nothing came from, or whom calls were made to."""
    source = next(
        (each for each in parsed.phrases if each.preposition == "from" and last <= each.first <= last + 3), None
    )
    subject = frame.subjects[0] if frame is not None and frame.subjects else None
    called = subject.hanging("to") if subject is not None else None
    return source or called or subject
