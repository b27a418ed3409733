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


@pytest.mark.parametrize(
    ("told", "time"),
    [
        ("Nineteen years ago", "Nineteen years ago"),
        ("Twenty-one years earlier", "Twenty-one years earlier"),
        ("Some thirty years ago", "Some thirty years ago"),
        ("A dozen years ago", "A dozen years ago"),
        ("Two decades earlier", "Two decades earlier"),
    ],
)
def test_a_count_of_years_in_words_is_whole_and_long_ago(told: str, time: str) -> None:
    (incident,) = drafted(f"{told} gunmen shot dead four guards in Kelm.").incidents
    assert (incident.frame, words(incident.time)) == ("background", time)


@pytest.mark.parametrize(
    "told",
    [
        "Gunmen shot dead four guards in Kelm a generation before.",
        "Seven years before that, gunmen shot dead four guards in Kelm.",
        "Gunmen shot dead four guards in Kelm some thirty years back.",
    ],
)
def test_further_words_for_long_ago(told: str) -> None:
    assert [each.frame for each in drafted(told).incidents] == ["background"]


OLD = "In 1998 the army shelled Kelm and killed nine people."


@pytest.mark.parametrize(
    ("told", "frames"),
    [
        (f"{OLD} Two weeks later rebels shot dead four guards at the mill in Sella.", ["background"] * 2),
        (f"{OLD} The next day rebels shot dead a guard in Sella. Hours later a bomb killed a clerk in Orm.", ["background"] * 3),
        (f"{OLD} Two weeks later, on Sunday, rebels shot dead four guards in Sella.", ["background", "current"]),
        (f"{OLD} Rebels shot dead four guards in Sella.", ["background", "current"]),
        (f"{OLD} It was a wet year. Two weeks later rebels shot dead four guards in Sella.", ["background", "current"]),
        ("Rebels bombed a mosque in Kelm. Hours later police shot dead four men in Sella.", ["current"] * 2),
    ],
)  # fmt: skip
def test_what_follows_an_event_of_the_past_by_its_own_words_is_of_the_past(told: str, frames: list[str]) -> None:
    """Where it has a day of its own, or something else stands between, nothing is known of it."""
    assert [each.frame for each in drafted(told).incidents] == frames
