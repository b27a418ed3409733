"""When acts happened: the expressions of time of their sentence, and the day told in the sentences before."""

from functools import cache

from summarizer.conflict.coder.violence.acts import STOPS, Act
from summarizer.english.grammar.frames import Frame, Parsed
from summarizer.english.grammar.times import Time
from summarizer.english.grammar.tokens import Tag, behind_last
from summarizer.lexicons import lemmas, words

_TRYING = frozenset({"sentence", "convict", "jail", "imprison", "acquit", "charge", "indict", "arrest", "detain", "try"})
"""Verbs of what is done about an act afterwards."""
_MARK = 8  # how many words a comma or another boundary is worth


def date_acts(found: list[Act], parsed: Parsed) -> None:
    """Give each time expression to the act that stands nearest to it, unless a verb of saying or another deed is nearer.

    Acts of one clause share their time, and what opens the sentence dates all that has none of its own.
    """
    verbs = {act.frame.verb for act in found if act.frame is not None}
    others = [each for each in parsed.frames if each.verb not in verbs]
    apart = (each for each in parsed.times if not any(_is_of_verb(each, other, parsed) for other in others))
    near = (_nearest(each, found, parsed) for each in apart if not _is_of_words(each, parsed))
    for _, time, act in sorted((each for each in near if each is not None), key=lambda each: each[0]):
        if act.time is None:
            act.time = time
    for act in found:
        if act.time is None or not act.time.tells_day:
            act.time = _shared(act, found, parsed) or _opening(parsed) or act.time


def _is_of_verb(time: Time, verb: Frame, parsed: Parsed) -> bool:
    """Whether somebody spoke, was tried or was seized at this time: "warned on Sunday that", "was jailed on Friday for"."""
    first = time.first - (parsed.tokens[time.first - 1].tag is Tag.PREPOSITION)
    if verb.base in _TRYING:
        return any(each.first <= time.first <= each.last for each in verb.circumstances)
    said = verb.base in lemmas("sayings", "verbs") and not (verb.reduced or verb.infinitive)
    return said and (first == verb.verb + 1 or (time.last + 1 == verb.first and bool(verb.subjects)))


def _nearest(time: Time, found: list[Act], parsed: Parsed) -> tuple[int, Time, Act] | None:
    """The act that a time stands nearest to, and how near."""
    here = (act for act in found if not _is_of_next(time, act, parsed))
    near = min(here, key=lambda act: (_distance(act.words, time, parsed), act.words), default=None)
    return (_distance(near.words, time, parsed), time, near) if near is not None else None


def _is_of_next(time: Time, act: Act, parsed: Parsed) -> bool:
    """Whether a semicolon parts a time from an act, and a clause of its own holds it."""
    first, last = sorted((act.at, time.first))
    mark = next((at for at in range(first, last) if parsed.tokens[at].low == ";"), None)
    if mark is None:
        return False
    side = (mark, len(parsed.tokens)) if time.first > mark else (0, mark)
    return bool(parsed.verbs_in(*side))


def _is_of_words(time: Time, parsed: Parsed) -> bool:
    """Whether it is the day on which words were given out: "in a statement sent on Saturday"."""
    clause = behind_last(parsed.tokens, STOPS, time.first)
    return any(token.low in _carriers() for token in parsed.tokens[clause : time.first])


@cache
def _carriers() -> frozenset[str]:
    """What carries words and is itself no act: a "claim" or a "call" may be of something that happened that day."""
    return frozenset(words("sayings", "carriers")) - {"claim", "call", "report", "reports"}


def _shared(act: Act, found: list[Act], parsed: Parsed) -> Time | None:
    """The time of another act of the same clause."""
    for other in (each for each in found if each is not act):
        between = range(min(act.words[1], other.words[1]), max(act.words[0], other.words[0]))
        if other.time is not None and not any(parsed.tokens[at].tag in STOPS for at in between):
            return other.time
    return None


def _opening(parsed: Parsed) -> Time | None:
    """The day with which the sentence opens, where it is the only one: "On Sunday, officials said …"."""
    days = [time for time in parsed.times if time.tells_day]
    return days[0] if len(days) == 1 and days[0].first <= 1 else None


def _distance(span: tuple[int, int], time: Time, parsed: Parsed) -> int:
    between = range(min(span[1], time.last) + 1, max(span[0], time.first))
    return len(between) + sum(_MARK for at in between if parsed.tokens[at].tag in STOPS)
