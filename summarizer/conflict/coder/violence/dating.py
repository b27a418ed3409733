"""When acts happened: the expressions of time of their sentence, and the day told in the sentences before."""

from functools import cache

from summarizer.conflict.coder.violence.acts import STOPS, Act
from summarizer.english.grammar.frames import Parsed
from summarizer.english.grammar.times import Time
from summarizer.english.grammar.tokens import Tag, behind_last
from summarizer.lexicons import lemmas, words

_TRYING = frozenset(
    {"sentence", "convict", "jail", "imprison", "acquit", "charge", "indict", "arrest", "detain", "try"}
)
"""Verbs of what is done about an act afterwards."""
_APART = 1000  # what a semicolon is worth: no act is dated across it
_MARK = 8  # how many words a comma or another boundary is worth


def date_acts(found: list[Act], parsed: Parsed) -> None:
    """Give each time expression to the act that stands nearest to it, unless a verb of saying or another deed is nearer.

    Acts of one clause share their time, and what opens the sentence dates all that has none of its own.

    Args:
        found: the acts of a sentence, from left to right.
        parsed: the sentence.
    """
    told = (each for each in parsed.times if not (_is_of_verb(each, parsed) or _is_of_words(each, parsed)))
    near = (
        min((_distance(act.words, time, parsed), act.words, time.first, time, act) for act in found) for time in told
    )
    for distance, *_, time, act in sorted(near, key=lambda each: each[:3]):
        act.time = act.time or (time if distance < _APART else None)
    for act in found:
        if act.time is None or not act.time.tells_day:
            act.time = _shared(act, found, parsed) or _opening(parsed) or act.time


def _is_of_verb(time: Time, parsed: Parsed) -> bool:
    """Whether somebody spoke, was tried or was seized at this time: "warned on Sunday that", "was jailed on Friday for"."""
    first = time.first - (parsed.tokens[time.first - 1].tag is Tag.PREPOSITION)
    before = parsed.verb_before(first)
    if before is not None and before.base in _TRYING:
        return True
    beside = (
        each for each in parsed.frames if each.verb == first - 1 or (each.first == time.last + 1 and each.subjects)
    )
    said = (each.base for each in beside if not (each.reduced or each.infinitive))
    return not lemmas("sayings", "verbs").isdisjoint(said)


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
    parted = ";" in {parsed.tokens[at].low for at in between}
    return parted * _APART + len(between) + sum(_MARK for at in between if parsed.tokens[at].tag in STOPS)
