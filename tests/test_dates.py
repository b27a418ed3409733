"""Weekdays become days only where the day of publication leaves one reading."""

from datetime import date

import pytest

from summarizer.documents.quotes import Quote
from summarizer.english.days import day_of

FRIDAY = date(2026, 3, 13)


def words(*texts: str) -> tuple[Quote, ...]:
    return tuple(Quote(sentence=1, start=0, end=len(text), text=text) for text in texts)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Wednesday", date(2026, 3, 11)),
        ("early on Wednesday morning", date(2026, 3, 11)),
        ("Friday", FRIDAY),
        ("Saturday night", date(2026, 3, 7)),
        ("yesterday", date(2026, 3, 12)),
        ("this morning", FRIDAY),
    ],
)
def test_a_plain_weekday_is_the_latest_one(text: str, day: date) -> None:
    """An article of Friday that says Wednesday means two days ago, and Saturday six."""
    assert day_of(words(text), FRIDAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "last Wednesday",
        "next Sunday",
        "on Wednesdays",
        "every Friday",
        "Monday and Wednesday",
        "Friday, March 6",
        "2016",
    ],
)
def test_words_with_more_than_one_reading_are_left_alone(text: str) -> None:
    """Nothing is guessed."""
    assert day_of(words(text), FRIDAY) is None


def test_without_a_day_of_publication_nothing_is_resolved() -> None:
    """The dateline of an article rarely has a year; only the caller's day counts."""
    assert day_of(words("Wednesday"), None) is None


def test_two_mentions_of_one_day_are_one_day() -> None:
    """The same weekday said twice is not two days."""
    assert day_of(words("Wednesday", "Wednesday evening"), FRIDAY) == date(2026, 3, 11)
