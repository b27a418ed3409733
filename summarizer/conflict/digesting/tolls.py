"""How many were killed and wounded, as the first sentences of an article count them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from summarizer.english.days import RULES
from summarizer.english.numbers import NumberAt, numbers_in
from summarizer.lexicons import Phrases, phrases_pattern, words

REACH = 45
"""Characters between a number and the word that says what it counts; one that stands before counts half as much again."""
LARGEST = 5000
_DATES = tuple(rule.words for rule in RULES if rule.name in ("date", "day and month", "month and year", "year"))
_NO_PEOPLE = re.compile(
    r"-(?:year|month|day)|\s*(?:am|pm|a\.m|p\.m|km|kilomet|miles|hours|days|years|months|weeks|metres|meters|times)"
)
_ONE = frozenset({"one", "1"})


@dataclass(frozen=True, slots=True)
class Tolls:
    """Numbers in the order in which they are told."""

    killed: tuple[int, ...] = ()
    wounded: tuple[int, ...] = ()


def tolls_in(sentences: Iterable[str]) -> Tolls:
    """The numbers of people killed and wounded in these sentences; "dozens" is the least that it means."""
    found = list(chain.from_iterable(map(_counted, sentences)))
    return Tolls(
        killed=tuple(count for count, killed in found if killed),
        wounded=tuple(count for count, killed in found if not killed),
    )


def _counted(sentence: str) -> Iterator[tuple[int, bool]]:
    """Each number of people with whether they were killed, by the nearest word that says so."""
    for dates in _DATES:
        sentence = dates.sub(lambda found: "~" * len(found.group()), sentence)
    numbers = [number for number in numbers_in(sentence) if _is_of_people(number, sentence)]
    told = (
        [(found.span(), killed) for killed, words in _outcomes() for found in words.finditer(sentence)]
        if numbers
        else []
    )
    for number in numbers:
        near = [(_distance(number, place), killed) for place, killed in told]
        distance, killed = min(near, default=(REACH + 1, False))
        if distance <= REACH:
            yield number.value, killed


def _is_of_people(number: NumberAt, sentence: str) -> bool:
    is_article = number.value < 2 and sentence[number.start : number.end].lower() not in _ONE
    return not is_article and number.value <= LARGEST and not _NO_PEOPLE.match(sentence, number.end)


def _distance(number: NumberAt, place: tuple[int, int]) -> float:
    start, end = place
    return start - number.end if start >= number.end else 1.5 * (number.start - end) + 3


@cache
def _outcomes() -> tuple[tuple[bool, Phrases], ...]:
    killed = phrases_pattern((*words("harm", "killed"), *words("digesting", "toll")))
    return (True, killed), (False, phrases_pattern(words("harm", "wounded")))
