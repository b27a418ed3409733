"""Number words → bounds: what "at least 12", "dozens" or "10 to 15" allow."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from operator import attrgetter

from summarizer.lexicons import Phrases, lexicon, pattern, word_set, words

Bound = int | None


@dataclass(frozen=True, slots=True)
class Count:
    """The lowest and the highest number that some words allow; None where they set no bound."""

    at_least: Bound
    at_most: Bound


@dataclass(frozen=True, slots=True)
class NumberAt:
    """A number as it stands in a text, with its value; for a vague plural the least that it means."""

    start: int
    end: int
    value: int
    vague: bool


def parse_count(text: str) -> Count | None:
    """What a count's words say, or None where they are no count: a year, "unknown", "several".

    "at least 12" is (12, None), "more than 50" (51, None), "up to 30" (None, 30), "nearly 40" (None, 40),
    "10 to 15" (10, 15), "dozens" (24, None), "the 13th" (13, 13), "no" (0, 0). "About 25" sets no bound and is read as 25.

    Args:
        text: the words of one count; of several numbers that are no range, the first is read.
    """
    if ordinal := _ordinal().match(text):
        counted = _ordinals()[ordinal["last"].lower()]
        return Count(counted, counted)
    found = numbers_in(text)
    if not found:
        return None
    first, last = found[0], _end_of_range(text, found)
    return _bounded(first, last, _qualifier_around(text, first.start, last.end))


def _end_of_range(text: str, numbers: Sequence[NumberAt]) -> NumberAt:
    """The second number, where the first two are a range; else the first."""
    first, second = numbers[0], numbers[:2][-1]
    is_range = _RANGE.fullmatch(text, first.end, second.start)  # a single number does not begin behind its end
    return max(second, first, key=attrgetter("value")) if is_range else first


def numbers_in(text: str) -> tuple[NumberAt, ...]:
    """Every number in figures or words; not ordinals, years, names such as T-72, times, decimals or shares.

    Args:
        text: of any length.

    Returns:
        The numbers in order, with their places in the text; none lies over another.
    """
    masked = _phrases_without_number().sub(lambda match: "~" * len(match.group()), text)
    return tuple(filter(None, map(_read, _number().finditer(masked))))


def qualifier_before(text: str, start: int) -> tuple[int, int] | None:
    """The place of a bounding qualifier ("at least", "up to", "nearly") directly before a number.

    Args:
        text: that the number stands in.
        start: where it starts.

    Returns:
        Start and end of the qualifier, or None where there is none within `LONGEST_QUALIFIER`.
    """
    return next(filter(None, (_directly_before(name, text, start) for name in BOUNDING)), None)


LONGEST_QUALIFIER = 24
"""Characters before a number in which its qualifier lies."""
BOUNDING = ("at_least", "more_than", "at_most", "fewer_than", "nearly")
"""Entries of numbers.toml whose words bound a number."""

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_OF_A_YEAR = re.compile(
    r"(?:^|\b(?:in|since|until|from|of|during|year|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|summer|winter|spring|autumn)|\d,?)\s*$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:to|or|and|[-–—])\s*", re.IGNORECASE)
_TENS_OF = {"": 1, "tens": 10, "hundreds": 100, "thousands": 1000}
"""What "tens of" or "hundreds of" multiplies the plural after it by."""
_AFTER = re.compile(r"(?P<at_least>\+|(?:-|\s+)plus\b|\s*or more)|(?P<at_most>\s*or (?:fewer|less))", re.IGNORECASE)
_JOINT = r"(?:\s+and\s+|\s+|-)"
_WEIGHTLESS = re.compile(r"\b(?:an?|and)\b|-")
"""What adds nothing to a number in words; "a" is one only where it stands alone."""
_GROUPED = r"\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+|\d+(?:\.\d+(?=\s(?:million|billion)))?"


@cache
def _values() -> dict[str, float]:
    tables = lexicon("numbers")
    values: dict[str, float] = {}
    for entry in ("units", "scales", "vague"):
        values |= zip(tables[entry]["words"], tables[entry]["values"], strict=True)
    return values


@cache
def _ordinals() -> dict[str, int]:
    table = lexicon("numbers")["ordinals"]
    figures = {f"{number}{ending}": number for number, ending in product(range(2, 1000), ("th", "st", "nd", "rd"))}
    return figures | dict(zip(table["words"], table["values"], strict=True))


@cache
def _ordinal() -> re.Pattern[str]:
    """A count that is told by its last: "the thirteenth", "the 13th victim"; not "a third", which is one more."""
    words_of = "|".join(lexicon("numbers")["ordinals"]["words"])
    last = rf"(?P<last>[2-9](?:st|nd|rd|th)|[1-9]\d\d?(?:st|nd|rd|th)|{words_of})"
    return re.compile(rf"\s*(?:the|its|their|his|her)\s+{last}\b(?!\s+of\b)", re.IGNORECASE)


def _any_of(entry: str) -> str:
    """An expression for the words of an entry, the longest first."""
    return "|".join(map(re.escape, sorted(words("numbers", entry), key=len, reverse=True)))


@cache
def _number() -> re.Pattern[str]:
    units, scales, vague = _any_of("units"), _any_of("scales"), _any_of("vague")
    parts = rf"(?:{units}|{scales})"
    figures = rf"(?<![\w.,:/$€£])(?<![^\d]-)(?:{_GROUPED})(?![\w%]|[.,:/]\d|\s?(?:%|percent\b|per\scent\b|[ap]\.m\.))(?!-[a-z])"
    return re.compile(
        rf"(?P<vague>\b(?:(?:tens|hundreds|thousands)\s+of\s+)?(?:{vague})\b)"
        rf"|(?P<figures>{figures})(?:\s+(?P<scale>(?:{scales})\b(?!s)))?"
        rf"|(?P<words>(?<![\w-])(?:{parts})\b(?:{_JOINT}(?:{parts})\b)*(?![.-]\w))",
        re.IGNORECASE,
    )


@cache
def _first_number() -> re.Pattern[str]:
    """The first number of a run of number words: "five", "twenty-one", "half a dozen", "two hundred and five thousand"."""
    scale, ones = rf"(?:{_any_of('scales')})\b", "(?:one|two|three|four|five|six|seven|eight|nine)"
    below = rf"(?:an?{_JOINT})?(?:half{_JOINT}an?|[a-z]+ty{_JOINT}{ones}|(?!{scale}|(?:an?|and)\b)[a-z]+)\b|an?\b"
    scaled = rf"(?:(?:{below}){_JOINT})?{scale}"
    return re.compile(rf"(?:{scaled}{_JOINT})*(?:{scaled}|{below})")


@cache
def _phrases_without_number() -> Phrases:
    """Phrases that hold "a", "an" or "no" and no number of their own."""
    return pattern("numbers", "no_count", "at_least", "at_most", "about")


def _read(match: re.Match[str]) -> NumberAt | None:
    if match["vague"]:
        tens, _, plural = " ".join(match["vague"].lower().split()).rpartition(" of ")
        least = _TENS_OF[tens] * _values()[plural]
        return NumberAt(match.start(), match.end(), int(least), vague=True)
    if match["figures"]:
        return _read_figures(match)
    return _read_words(match)


def _read_figures(match: re.Match[str]) -> NumberAt | None:
    number = float(re.sub(r"[,\u00a0\u202f\u2009]", "", match["figures"]))
    if match["scale"]:
        number *= _values()[match["scale"].lower()]
    elif _YEAR.fullmatch(match["figures"]) and _OF_A_YEAR.search(match.string, 0, match.start()):
        return None
    return NumberAt(match.start(), match.end(), round(number), vague=False)


def _read_words(match: re.Match[str]) -> NumberAt | None:
    """The value of number words; "five and two" are two numbers, of which the first is read."""
    first = _first_number().match(match["words"].lower())
    if first is None:
        return None
    number = _value(_WEIGHTLESS.sub(" ", first.group()).split() or [first.group()])
    end = match.start() + first.end()
    return NumberAt(match.start(), end, int(number), vague=False) if number == int(number) else None


def _value(words: Iterable[str]) -> float:
    """Three | hundred | and five | thousand: a scale multiplies what stands before it, and from a thousand on closes it."""
    scales = word_set("numbers", "scales")
    total = current = 0.0
    for word in words:
        if word not in scales:
            current += _values()[word]
            continue
        current = (current or 1) * _values()[word]
        if _values()[word] >= 1000:
            total, current = total + current, 0.0
    return total + current


def _qualifier_around(text: str, start: int, end: int) -> str:
    """The entry whose words bound the number from `start` to `end`; none where it stands by itself."""
    for name in (*BOUNDING, "about"):
        if _directly_before(name, text, start):
            return name
    found = _AFTER.match(text, end)
    return found.lastgroup or "" if found else ""


def _directly_before(name: str, text: str, start: int) -> tuple[int, int] | None:
    """The longest phrase of an entry that ends where the number starts."""
    window = max(0, start - LONGEST_QUALIFIER)
    for match in pattern("numbers", name).finditer(text, window, start):
        if not text[match.end() : start].strip(" \t\n\u00a0~"):
            return match.span()
    return None


def _bounded(first: NumberAt, last: NumberAt, qualifier: str) -> Count:
    """The table of bounds: a range has two, a vague plural only a lower one."""
    low = first.value
    high: Bound = None if first.vague or last.vague else last.value
    table: dict[str, Count] = {
        "": Count(low, high),
        "about": Count(low, high),
        "at_least": Count(low, None),
        "more_than": Count(low if first.vague else low + 1, None),
        "at_most": Count(None, high),
        "fewer_than": Count(None, None if high is None else max(high - 1, 0)),
        "nearly": Count(None, high),
    }
    return table[qualifier]
