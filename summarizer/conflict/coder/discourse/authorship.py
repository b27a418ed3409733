"""Who is said to have done an act, where the words only point to it: "it was behind the attack", "we had no part in it"."""

from summarizer.conflict.coder.discourse.told import is_own
from summarizer.conflict.coder.discourse.wordings import Ruling, Wording
from summarizer.english.grammar.frames import Frame, Parsed
from summarizer.english.grammar.tokens import PASSED_OVER, Tag
from summarizer.lexicons import pattern

_AHEAD = 7  # tokens from a verb within which the words for a part in an act stand
_ONESELF = frozenset({"himself", "herself", "itself", "themselves", "yourself", "yourselves"})
_WISHING = frozenset({"want", "seek", "wish", "need", "demand", "see"})
"""Verbs with which "no part in" tells of no act: they wanted no part in the deal."""


def authorship(case: Wording) -> Ruling | None:
    """A claim, blame, a denial of having done it, or a word that clears somebody; the first that the words make."""
    made = (
        _of_frame(frame, parsed, last, case)
        for parsed, (first, last) in case.stretches
        for frame in parsed.frames
        if first <= frame.verb <= last
    )
    return next((ruling for ruling in made if ruling is not None), None)


def _of_frame(frame: Frame, parsed: Parsed, last: int, case: Wording) -> Ruling | None:
    """What one clause says of who did it, if anything."""
    ends = (each.first - 1 for each in parsed.frames if each.first > frame.verb and not each.infinitive)
    near = parsed.tokens[frame.first : min(frame.verb + _AHEAD, last, *ends) + 1]
    words = " ".join(token.low for token in near if token.tag is not Tag.QUOTE)
    plain = " ".join(token.low for token in near if token.tag not in PASSED_OVER)
    disowned = frame.base not in _WISHING and pattern("sayings", "no_part").search(words) is not None
    if not disowned and (pattern("sayings", "responsible").search(plain) is None or _blames_oneself(frame, parsed)):
        return None
    denied = disowned or frame.negated
    doers = frame.doers[:1] if frame.passive else frame.subjects
    circle = case.circle()
    found = [case.actors.of(each, parsed, otherwise="armed_group") for each in doers]
    ours = any(token.low in ("us", "ours", "our") for token in near)
    if ours or circle & set(found) or any(is_own(each, parsed, circle, case.actors) for each in doers):
        return Ruling("deny_responsibility" if denied else "claim", case.told)
    named = [each for each in found if each is not None and case.actors[each].identity != "generic"]
    if not named:
        return None
    return Ruling("clear", case.told, named) if denied else Ruling("blame", case.told, named, "carried_out")


def _blames_oneself(frame: Frame, parsed: Parsed) -> bool:
    """ "Whoever stays will have only himself to blame": nobody is said to have done anything."""
    told = (*frame.subjects, *frame.objects)
    return any(parsed.tokens[each.head].low in _ONESELF for each in told)
