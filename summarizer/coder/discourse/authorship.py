"""Who is said to have done an act, where the words only point to it: "it was behind the attack", "we had no part in it"."""

from collections.abc import Iterator

from summarizer.coder.discourse.cases import Case, Verdict
from summarizer.coder.discourse.doers import listed
from summarizer.coder.discourse.told import is_own
from summarizer.coder.grammar.frames import Frame, Parsed
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.denoting import denotes
from summarizer.lexicons import pattern, word_set

_AHEAD = 7  # tokens from a verb within which the words for a part in an act stand
_DOING = frozenset({"be", "carry", "execute", "mastermind", "take", "send"})
_DOES = frozenset({"do", "did", "does", "lay", "plant", "place", "launch", "detonate", "send"})
"""Verbs that, with "this" or "it" for the act or the weapon, say who did it."""
_HANDLING = frozenset({"fire", "launch", "plant", "lay", "place", "throw", "hurl", "drop", "send"})
"""Verbs of what is done with a weapon to strike with it."""
_SHOT = frozenset({"round", "rounds", "device", "devices", "projectile", "projectiles"})
_OWN = frozenset({"we", "i", "our", "us"})
_MINE = frozenset({"ours", "our", "mine", "us", "my"})
_ITS = frozenset({"theirs", "hers"})
_WISHING = frozenset({"want", "seek", "wish", "need", "demand", "see"})
"""Verbs with which "no part in" tells of no act: they wanted no part in the deal."""
_THIS = frozenset({"this", "that", "it", "them"})
_LEFT_OUT = frozenset({Tag.ADVERB, Tag.NEGATION, Tag.QUOTE})


def authorship(case: Case) -> Iterator[Verdict]:
    """A claim, blame, a denial of having done it, or a word that clears somebody; the first that the words make."""
    for parsed, span in case.stretches:
        for frame in parsed.frames:
            if span[0] <= frame.verb <= span[1] and (verdict := _of_frame(frame, parsed, span[1], case)) is not None:
                yield verdict
                return


def _of_frame(frame: Frame, parsed: Parsed, last: int, case: Case) -> Verdict | None:
    text = parsed.text(frame.first, min(frame.verb + _AHEAD, last))
    denied = frame.base not in _WISHING and pattern("sayings", "no_part").search(text) is not None
    told = denied or (frame.base in _DOING and _tells_doer(frame, parsed, last)) or _does_this(frame, parsed, last)
    told = told or _is_somebodys_work(frame, parsed) or (not case.told and _is_fired_by(frame, parsed))
    source = _came_from(frame, parsed, case)
    if source is not None:
        return Verdict("clear" if frame.negated else "blame", case.told, [source], "carried_out", nearest=True)
    if not (told or _is_theirs(frame, parsed)):
        return None
    doer = _doer(frame, parsed)
    if doer is None or _is_own(doer, frame, parsed, last, case):
        own = doer is not None or _is_mine(frame, parsed, last)
        if not own:
            return None
        return Verdict("deny_responsibility" if denied or frame.negated else "claim", case.told, nearest=True)
    found = (case.actors.of(each, parsed, otherwise="armed_group") for each in _with_others(doer, frame, parsed))
    actors = [each for each in found if each is not None and case.actors[each].identity != "generic"]
    if not actors:
        return None
    if denied or frame.negated:
        return Verdict("clear", case.told, actors, nearest=True)
    return Verdict("blame", case.told, actors, "carried_out", nearest=True)


def _with_others(doer: Phrase, frame: Frame, parsed: Parsed) -> list[Phrase]:
    """All of a list of subjects."""
    return listed(frame.subjects, parsed) if doer in frame.subjects[:1] else [doer]


def _tells_doer(frame: Frame, parsed: Parsed, last: int) -> bool:
    """Whether the words tell who is responsible, whatever adverb stands amid them: "was probably behind"."""
    said = parsed.tokens[frame.first : min(frame.verb + _AHEAD, last) + 1]
    plain = " ".join(token.low for token in said if token.tag not in _LEFT_OUT)
    return pattern("sayings", "responsible").search(plain) is not None


def _does_this(frame: Frame, parsed: Parsed, last: int) -> bool:
    """ "The rebels did this"."""
    behind = frame.verb + 1
    return frame.base in _DOES and not frame.modal and behind <= last and parsed.tokens[behind].low in _THIS


def _is_fired_by(frame: Frame, parsed: Parsed) -> bool:
    """ "The round was fired by the Front", "it was fired by the Front": the weapon of what was told before."""
    if not (frame.passive and frame.base in _HANDLING and frame.doers):
        return False
    if any(parsed.tokens[each.head].low == "it" for each in frame.subjects):
        return frame.base == "fire"  # a plan may be launched, and a tree planted
    pointed = (each for each in frame.subjects if parsed.tokens[each.first].low in word_set("roles", "pointing"))
    return any(denotes(each, parsed) == "weapon" or parsed.tokens[each.head].low in _SHOT for each in pointed)


def _came_from(frame: Frame, parsed: Parsed, case: Case) -> int | None:
    """The armed party that a weapon "came from"."""
    subjects = (denotes(each, parsed) for each in frame.subjects)
    origin = frame.circumstance("from")
    if (
        frame.base not in ("come", "originate")
        or origin is None
        or not any(each in ("weapon", "act") for each in subjects)
    ):
        return None
    side = parsed.tokens[origin.head].low == "side"
    party = Phrase(origin.first, origin.head - 1, origin.head - 1) if side else origin
    actor = case.actors.of(party, parsed)
    kinds = ("armed_group", "armed_forces", "state")
    return actor if actor is not None and case.actors[actor].kind in kinds and actor not in case.circle() else None


def _is_theirs(frame: Frame, parsed: Parsed) -> bool:
    """ "It was not theirs"."""
    behind = parsed.tokens[frame.verb + 1 : frame.verb + 3]
    return frame.base == "be" and any(token.low in _ITS for token in behind)


def _work(frame: Frame, parsed: Parsed) -> Phrase | None:
    return next((each for each in frame.objects if parsed.tokens[each.head].low in word_set("sayings", "work")), None)


def _is_somebodys_work(frame: Frame, parsed: Parsed) -> bool:
    """ "The operation was its work"."""
    work = _work(frame, parsed) if frame.base == "be" else None
    return work is not None and parsed.tokens[work.first].low in word_set("functions", "possessives")


def _doer(frame: Frame, parsed: Parsed) -> Phrase | None:
    """Who did it: of "it was the work of rebels" the rebels, of a passive the doer, else the subject."""
    work = _work(frame, parsed)
    if work is not None and parsed.tokens[work.first].low in word_set("functions", "possessives"):
        return Phrase(work.first, work.first, work.first)
    if work is not None:
        return work.owner or work.hanging("of", "by") or frame.circumstance("of", "by")
    if frame.passive and frame.base in _DOING | _HANDLING:
        return next(iter(frame.doers), None)
    return frame.subjects[0] if frame.subjects else None


def _is_own(doer: Phrase, frame: Frame, parsed: Parsed, last: int, case: Case) -> bool:
    if parsed.tokens[doer.first].low in _OWN or _is_mine(frame, parsed, last):
        return True
    circle = case.circle()
    return case.actors.of(doer, parsed, otherwise="armed_group") in circle or is_own(doer, parsed, circle, case.actors)


def _is_mine(frame: Frame, parsed: Parsed, last: int) -> bool:
    """ "It was ours", "this was not our work"."""
    behind = parsed.tokens[frame.verb + 1 : min(frame.verb + 4, last + 1)]
    return frame.base == "be" and (any(token.low in _MINE for token in behind) or _is_theirs(frame, parsed))
