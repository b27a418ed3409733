"""On which days an article's first sentences place what they tell; the days of publication and of saying it left aside."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta

from summarizer.english.days import RULES, WEEKDAYS
from summarizer.lexicons import words

HEADER = 3
"""Sentences in which an article's own date may stand as a dateline."""
_DATES = tuple(rule for rule in RULES if rule.name == "date")
_READ = tuple(rule for rule in RULES if rule.name in ("date", "day and month", "yesterday", "today", "days ago"))
_NUMERIC = re.compile(r"\b\d\d?[./-]\d\d?[./-]20\d\d")
_WEEKDAY = re.compile(rf"\b(?P<day>{'|'.join(WEEKDAYS)})(?:['’]?s)?\b", re.IGNORECASE)
_BEFORE_DATE = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s*\Z", re.IGNORECASE)
_NO_SINGLE_DAY = re.compile(r"(?:last|every|next)\s+\Z", re.IGNORECASE)
_SAID = re.compile(rf"\b(?:{'|'.join(words('digesting', 'saying'))})(?:\s+\S+){{0,3}}?\s+(?:on\s+)?\Z", re.IGNORECASE)
_LOOK_BACK = 60


def event_days(sentences: Iterable[str], published: date) -> tuple[int, ...]:
    """The days, as ordinals, in the order in which they are told.

    Args:
        sentences: the title and the first of the body.
        published: the article's day, from which weekdays count back.
    """
    found: list[int] = []
    for number, sentence in enumerate(sentences):
        found += _days(_without_header(sentence, published) if number < HEADER else sentence, published)
    return tuple(found)


def _days(sentence: str, published: date) -> Iterator[int]:
    for found in _WEEKDAY.finditer(sentence):
        before = sentence[max(0, found.start() - _LOOK_BACK) : found.start()]
        if not _SAID.search(before) and not _NO_SINGLE_DAY.search(before):
            back = (published.weekday() - WEEKDAYS.index(found["day"].lower())) % 7
            yield (published - timedelta(days=back)).toordinal()
    left = sentence
    for rule in _READ:
        for found in list(rule.words.finditer(left)):
            left = _blanked(left, found.start(), found.end())
            if not _SAID.search(sentence[max(0, found.start() - _LOOK_BACK) : found.start()]):
                with suppress(ValueError):  # there is no 31 April
                    yield rule.days(found, published)[0].toordinal()


def _without_header(sentence: str, published: date) -> str:
    """The sentence without the date of publication, as sites print it at the head."""
    left = _NUMERIC.sub(lambda found: " " * len(found.group()), sentence)
    for rule in _DATES:
        for found in list(rule.words.finditer(left)):
            with suppress(ValueError):
                if abs(rule.days(found, published)[0] - published) <= timedelta(days=1):
                    weekday = _BEFORE_DATE.search(left, 0, found.start())
                    left = _blanked(left, weekday.start() if weekday else found.start(), found.end())
    return left


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + "~" * (end - start) + text[end:]
