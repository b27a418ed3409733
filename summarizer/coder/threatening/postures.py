"""Readiness for force, or force that is not ruled out: postures, which are no threats."""

from collections.abc import Iterator

from summarizer.coder.discourse.speech import Speech
from summarizer.coder.discourse.stretches import Span
from summarizer.coder.grammar.frames import Frame, Parsed
from summarizer.coder.grammar.tokens import within
from summarizer.coder.people.actors import Registry
from summarizer.coder.violence.incidents import mention
from summarizer.lexicons import pattern
from summarizer.schemas.draft import Statement
from summarizer.schemas.vocabulary import ActorKind

_WHO: frozenset[ActorKind] = frozenset({"armed_group", "armed_forces", "state", "official", "public_body", "person"})


def postures_in(sentences: list[Parsed], speech: Speech, actors: Registry, *, after: int) -> Iterator[Statement]:
    """Every posture of an article; `after` is the last id of a statement that is taken."""
    for parsed in sentences:
        match = pattern("cues", "posture_only").search(parsed.document.text, parsed.sentence.start, parsed.sentence.end)
        inside = within(parsed.tokens, *match.span()) if match else range(0)
        frame = _frame_at(inside, parsed)
        speaker = _speaker(inside, frame, parsed, speech, actors)
        if frame is None or speaker is None or actors[speaker].kind not in _WHO:
            continue
        after += 1
        yield Statement(
            id=after,
            kind="posture",
            speaker=speaker,
            cue=[mention(parsed, inside[0], inside[-1])],
            content=[mention(parsed, *_clause(frame, inside, parsed))],
        )


def _frame_at(inside: range, parsed: Parsed) -> Frame | None:
    if not inside:
        return None
    return next((each for each in parsed.frames if each.first <= inside[-1] and each.verb >= inside[0]), None)


def _speaker(inside: range, frame: Frame | None, parsed: Parsed, speech: Speech, actors: Registry) -> int | None:
    """Who says so, or whose readiness it is."""
    if not inside or frame is None:
        return None
    saying = speech.at(parsed, inside[0])
    if saying is not None:
        return next(iter(speech.speakers(saying)), None)
    return actors.of(frame.subjects[0], parsed, otherwise="organisation") if frame.subjects else None


def _clause(frame: Frame, inside: range, parsed: Parsed) -> Span:
    """The words of readiness with the verb and what they are for."""
    objects = [each.last for each in (*frame.objects, *frame.circumstances)]
    return min(frame.first, inside[0]), max([inside[-1], frame.verb, *objects])
