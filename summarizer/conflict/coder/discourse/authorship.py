"""Who is said to have done an act, where the words only point to it: "it was behind the attack", "we had no part in it"."""

from collections.abc import Iterator, Sequence

from summarizer.conflict.coder.discourse.told import is_own, listed
from summarizer.conflict.coder.discourse.wordings import Ruling, Wording
from summarizer.conflict.coder.grammar.frames import Frame, Parsed
from summarizer.conflict.coder.grammar.phrases import Phrase
from summarizer.conflict.coder.grammar.tokens import Tag, Token
from summarizer.lexicons import pattern, word_set

_AHEAD = 7  # tokens from a verb within which the words for a part in an act stand
_DOING = frozenset({"be", "carry", "execute", "mastermind", "take", "send"})
_DOES = frozenset({"do", "did", "does", "lay", "plant", "place", "launch", "detonate", "send"})
"""Verbs that, with "this" or "it" for the act or the weapon, say who did it."""
_WISHING = frozenset({"want", "seek", "wish", "need", "demand", "see"})
"""Verbs with which "no part in" tells of no act: they wanted no part in the deal."""
_THIS = frozenset({"this", "that", "it", "them"})
_OWN = frozenset({"ours", "our", "mine", "us", "my", "theirs", "hers"})
_LEFT_OUT = frozenset({Tag.ADVERB, Tag.NEGATION, Tag.QUOTE})


def authorship(case: Wording) -> Ruling | None:
    """A claim, blame, a denial of having done it, or a word that clears somebody; the first that the words make."""
    made = (_of_frame(frame, parsed, last, case) for frame, parsed, last in _said(case))
    return next((ruling for ruling in made if ruling is not None), None)


def _said(case: Wording) -> Iterator[tuple[Frame, Parsed, int]]:
    for parsed, (first, last) in case.stretches:
        yield from ((frame, parsed, last) for frame in parsed.frames if first <= frame.verb <= last)


def _of_frame(frame: Frame, parsed: Parsed, last: int, case: Wording) -> Ruling | None:
    """What one clause says of who did it, if anything."""
    near = parsed.tokens[frame.first : min(frame.verb + _AHEAD, last) + 1]
    denied = frame.base not in _WISHING and pattern("sayings", "no_part").search(_plain(near, frozenset())) is not None
    mine = frame.base == "be" and any(token.low in _OWN for token in parsed.tokens[frame.verb + 1 : frame.verb + 4])
    if not (denied or mine or _tells_doer(frame, parsed, near)):
        return None
    denied |= frame.negated
    doers = _doers(frame, parsed)
    circle = case.circle()
    if mine or any(
        is_own(each, parsed, circle, case.actors) or case.actors.of(each, parsed) in circle for each in doers
    ):
        return Ruling("deny_responsibility" if denied else "claim", case.told)
    found = [case.actors.of(each, parsed, otherwise="armed_group") for each in doers]
    named = [each for each in found if each is not None and case.actors[each].identity != "generic"]
    if not named:
        return None
    return Ruling("clear", case.told, named) if denied else Ruling("blame", case.told, named, "carried_out")


def _tells_doer(frame: Frame, parsed: Parsed, near: Sequence[Token]) -> bool:
    """ "Was probably behind it", "did this", "is the work of"."""
    behind = parsed.tokens[frame.verb + 1].low if frame.verb + 1 < len(parsed.tokens) else ""
    does_this = frame.base in _DOES and not frame.modal and behind in _THIS
    responsible = frame.base in _DOING and pattern("sayings", "responsible").search(_plain(near, _LEFT_OUT)) is not None
    return does_this or responsible or (frame.base == "be" and _work(frame, parsed) is not None)


def _plain(tokens: Sequence[Token], left_out: frozenset[Tag]) -> str:
    return " ".join(token.low for token in tokens if token.tag not in left_out)


def _work(frame: Frame, parsed: Parsed) -> Phrase | None:
    return next((each for each in frame.objects if parsed.tokens[each.head].low in word_set("sayings", "work")), None)


def _doers(frame: Frame, parsed: Parsed) -> list[Phrase]:
    """Who did it: of "it was the work of rebels" the rebels, of a passive the doers, else the subjects."""
    work = _work(frame, parsed)
    if work is not None:
        whose = work.owner or work.hanging("of", "by") or frame.circumstance("of", "by")
        return [whose] if whose is not None else []
    if frame.passive:
        return list(frame.doers[:1])
    return listed(frame.subjects, parsed)
