"""How many were killed and wounded, as the first sentences of an article count them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from summarizer.english.days import RULES
from summarizer.english.numbers import NumberAt, numbers_in
from summarizer.lexicons import Phrases, pattern, phrases_pattern, words

REACH = 45
"""Characters between a number and the word that says what it counts; one that stands before counts half as much again."""
LARGEST = 5000
_DATES = tuple(rule.words for rule in RULES if rule.name in ("date", "day and month", "month and year", "year"))
_NO_PEOPLE = re.compile(
    r"-(?:year|month|day)|\s*(?:am|pm|a\.m|p\.m|km|kilomet|miles|hours|days|years|months|weeks|metres|meters|times|year|block)"
)
_AGE_AFTER, _AGE_BEFORE = re.compile(r"\s*(?:[,.;)]|\Z)"), re.compile(r"[^\W\d]['’]?,\s*\Z")
"""As in: Ana Kerr, 31, was shot."""
_ONE = frozenset({"one", "1"})


@dataclass(frozen=True, slots=True)
class Tolls:
    """Numbers in the order in which they are told."""

    killed: tuple[int, ...] = ()
    wounded: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of people in a sentence, with whether they were killed, and else wounded."""

    number: NumberAt
    killed: bool


def tolls_in(sentences: Iterable[str]) -> Tolls:
    """The numbers of people killed and wounded in these sentences; "dozens" is the least that it means."""
    found = list(chain.from_iterable(map(counted_in, sentences)))
    return Tolls(
        killed=tuple(each.number.value for each in found if each.killed),
        wounded=tuple(each.number.value for each in found if not each.killed),
    )


def counted_in(sentence: str) -> Iterator[Counted]:
    """Each number of people, by the nearest word that says what happened to them."""
    for dates in _DATES:
        sentence = dates.sub(lambda found: "~" * len(found.group()), sentence)
    numbers = [number for number in numbers_in(sentence) if _is_of_people(number, sentence)]
    told = (
        [(found.span(), killed) for killed, words in _outcomes() for found in words.finditer(sentence)]
        if numbers
        else []
    )
    for number in numbers:
        near = [
            (_distance(number, place), killed) for place, killed in told if not _counts_others(number, place, sentence)
        ]
        distance, killed = min(near, default=(REACH + 1, False))
        if distance <= REACH:
            yield Counted(number, killed)


def _is_of_people(number: NumberAt, sentence: str) -> bool:
    told = sentence[number.start : number.end]
    is_article, is_label = number.value < 2 and told.lower() not in _ONE, told.startswith("0")
    is_age = _AGE_AFTER.match(sentence, number.end) and _AGE_BEFORE.search(sentence, 0, number.start)
    return not (is_article or is_label or is_age or number.value > LARGEST or _NO_PEOPLE.match(sentence, number.end))


def _counts_others(number: NumberAt, place: tuple[int, int], sentence: str) -> bool:
    """Whether what stands between says that those counted are no victims: "Two men arrested over the killing"."""
    return bool(pattern("digesting", "accused").search(sentence, number.end, place[0]))


def _distance(number: NumberAt, place: tuple[int, int]) -> float:
    start, end = place
    return start - number.end if start >= number.end else 1.5 * (number.start - end) + 3


@cache
def _outcomes() -> tuple[tuple[bool, Phrases], ...]:
    killed = phrases_pattern((*words("harm", "killed"), *words("digesting", "toll")))
    return (True, killed), (False, phrases_pattern(words("harm", "wounded")))
