"""Weekdays become days only where the day of publication leaves one reading."""

from datetime import date

import pytest

from summarizer.documents.quotes import Quote
from summarizer.english.days import day_of, days_of

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
        "2016",
        "two days earlier",
        "three weeks ago",
        "since March",
    ],
)
def test_words_with_more_than_one_reading_are_left_alone(text: str) -> None:
    """Nothing is guessed."""
    assert day_of(words(text), FRIDAY) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Friday, March 6", date(2026, 3, 6), date(2026, 3, 6)),
        ("10 November", date(2025, 11, 10), date(2025, 11, 10)),
        ("on the 11th", date(2026, 3, 11), date(2026, 3, 11)),
        ("the night of the 20th", date(2026, 2, 20), date(2026, 2, 20)),
        ("three days ago", date(2026, 3, 10), date(2026, 3, 10)),
        ("last week", date(2026, 3, 2), date(2026, 3, 8)),
        ("last month", date(2026, 2, 1), date(2026, 2, 28)),
        ("in October", date(2025, 10, 1), date(2025, 10, 31)),
    ],
)
def test_words_for_a_time_are_days_of_the_calendar(text: str, first: date, last: date) -> None:
    """The latest that the words can mean, up to the day of the article."""
    days = days_of(words(text), FRIDAY)
    assert days is not None
    assert (days.first, days.last) == (first, last)


@pytest.mark.parametrize("text", ["4 May 2019", "May 4, 2019", "2019-05-04", "on Saturday, 4 May 2019"])
def test_a_date_with_its_year_needs_no_day_of_the_article(text: str) -> None:
    assert day_of(words(text), None) == date(2019, 5, 4)


def test_without_a_day_of_publication_nothing_is_resolved() -> None:
    """The dateline of an article rarely has a year; only the caller's day counts."""
    assert day_of(words("Wednesday"), None) is None


def test_two_mentions_of_one_day_are_one_day() -> None:
    """The same weekday said twice is not two days."""
    assert day_of(words("Wednesday", "Wednesday evening"), FRIDAY) == date(2026, 3, 11)
