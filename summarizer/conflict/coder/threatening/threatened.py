"""Whom or what a threat is against: what the harm is done to, whom it befalls, or whose doing the condition names."""

from collections.abc import Iterator

from summarizer.conflict.coder.meaning.denoting import ARMED, PEOPLE, denotes
from summarizer.conflict.coder.threatening.harms import Harm
from summarizer.conflict.coder.violence.incidents import words_of
from summarizer.english.grammar.frames import Parsed
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.tokens import Tag
from summarizer.lexicons import word_set
from summarizer.schemas.draft import Target
from summarizer.schemas.vocabulary import TargetKind

_TOWARDS = frozenset({"down", "out", "off", "up", "against", "on"})


def targets_of(harm: Harm) -> list[Target]:
    """The target of a threat; none where the words tell none."""
    parsed = harm.parsed
    found = next((each for each in _struck(harm) if _may_be_target(each, parsed)), None)
    return [Target(kind=_kind(found, parsed), text=[words_of(parsed, found)])] if found else []


def _struck(harm: Harm) -> Iterator[Phrase]:
    """What the act would strike; else the object of the verb of harm; else its subject, where that undergoes it."""
    act, frame = harm.act, harm.frame
    if act is not None:
        yield from act.targets
        yield from act.phrase.hangs if act.phrase is not None else ()
    if harm.noun is not None:
        yield from harm.noun.hangs
    if frame is None:
        return
    if harm.undergone:
        yield from frame.subjects
        pronoun = any(harm.parsed.tokens[each.head].tag is Tag.PRONOUN for each in frame.subjects)
        yield from (
            each for each in harm.parsed.phrases if pronoun and each.first < frame.first
        )  # "go, or you will die"
    else:
        yield from frame.objects
        yield from (each for each in frame.circumstances if each.preposition in _TOWARDS)


def _may_be_target(phrase: Phrase, parsed: Parsed) -> bool:
    own = parsed.tokens[phrase.first].low in word_set("threatening", "own")
    if own or parsed.tokens[phrase.head].tag in (Tag.PRONOUN, Tag.NUMBER):
        return False
    return not any(time.first <= phrase.head <= time.last for time in parsed.times)


def _kind(phrase: Phrase, parsed: Parsed) -> TargetKind:
    if denotes(phrase, parsed) not in PEOPLE | ARMED:
        return "thing"
    return "people" if parsed.tokens[phrase.head].low.endswith(("s", "people", "men")) else "person"
