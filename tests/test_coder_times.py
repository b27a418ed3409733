"""Expressions of time: which words they are, and which day they mean."""

from datetime import date

import pytest

from summarizer.documents.document import Document
from summarizer.english.grammar.times import read_time, report_date
from tests.coding import drafted, words

REPORT = date(2024, 5, 2)  # a Thursday


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Monday morning", date(2024, 4, 29)),
        ("30 December", date(2023, 12, 30)),
        ("March 3rd, 2022", date(2022, 3, 3)),
        ("in recent days", None),
        ("at dawn", None),
        ("31 June", None),
    ],
)
def test_words_mean_the_day_that_they_mean_in_the_report(words: str, day: date | None) -> None:
    time = read_time(words)
    assert time is not None
    assert time.resolved(REPORT) == day


@pytest.mark.parametrize(
    ("words", "old"),
    [
        ("1987", True),
        ("last April", True),
        ("in January", True),
        ("in April", False),
        ("Monday", False),
        ("2024", False),
    ],
)
def test_what_lies_months_back_is_old(words: str, old: bool) -> None:
    time = read_time(words)
    assert time is not None
    assert time.is_old(REPORT) == old


def test_may_is_a_month_only_beside_a_number_or_behind_its_preposition() -> None:
    assert [read_time(words) is None for words in ("they may go", "on 4 May", "in May")] == [True, False, False]


def test_the_report_is_of_the_day_given_or_of_the_date_at_its_head() -> None:
    text = "Bridge hit\n\nSunday, October 25, 2009\n\nRebels shelled the bridge at Orlen."
    assert report_date(Document.from_text(text, published=REPORT)) == REPORT
    assert report_date(Document.from_text(text)) == date(2009, 10, 25)
    assert report_date(Document.from_text("Rebels shelled the bridge at Orlen.")) is None


def test_the_day_of_a_statement_is_not_that_of_the_attack() -> None:
    """Words sent on Saturday may claim an attack of Friday."""
    text = (
        "A bomb wounded five officers in Torvik on Friday. "
        "In a statement sent to reporters on Saturday, the Velm Front owned up to the attack."
    )
    (incident,) = drafted(text).incidents
    assert words(incident.time) == "Friday"
