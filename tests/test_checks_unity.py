"""One event per incident: days, places, weapons and tolls stand where the event is told."""

from typing import Any

import pytest

from summarizer.conflict.checks.unity import UNITY
from tests.items_factory import Article

TEXT = (
    "It was a hard week for the two towns of the bay, as the mayor has said. It had rained.\n\n"
    "Rockets hit the depot at Orvale on Sunday and killed four guards, police said on Monday.\n\n"
    "The harvest was good, and the fair was full of people from the hills.\n\n"
    "A mortar struck the school at Belmar on Tuesday and wounded two boys."
)


def _codes(words: str = "Rockets hit", **fields: Any) -> list[str]:
    a = Article(TEXT)
    a.incident("mortar struck")
    if count := fields.pop("count", None):
        fields["casualties"] = (a.casualty("wounded", count),)
    return a.codes(UNITY, a.incident(words, targets=(a.target("the depot"),), **fields))


def test_an_event_with_its_own_day_and_place_passes() -> None:
    """All of one sentence."""
    assert _codes(time="Sunday", place="Orvale", count="four") == []


def test_two_days_for_one_event_are_marked() -> None:
    """Sunday and Tuesday are two days."""
    assert "two_times" in _codes(time=("Sunday", "Tuesday"))


def test_a_day_other_than_the_one_beside_the_act_is_marked() -> None:
    """ "hit the depot on Sunday" was not on Tuesday."""
    assert "two_times" in _codes(time="Tuesday")


def test_the_day_of_the_report_dates_no_act() -> None:
    """ "police said on Monday" is the day of saying."""
    assert "time_of_report" in _codes(time="Monday")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"time": "Tuesday"}, "time_elsewhere"),
        ({"place": "Belmar"}, "place_elsewhere"),
        ({"weapon": "mortar"}, "weapon_elsewhere"),
        ({"count": "two boys"}, "toll_elsewhere"),
    ],
)
def test_another_event_s_values_are_marked(fields: dict[str, Any], code: str) -> None:
    """A value from a sentence where nothing of this event stands is not taken silently."""
    assert code in _codes(**fields)


def test_a_place_in_the_clause_of_another_event_of_one_sentence_is_marked() -> None:
    """ "Rockets hit Orvale, and a mortar hit Belmar": each has its own place; a day at the head goes for both."""
    a = Article("It rained. Roads were shut. On Sunday rockets hit Orvale, and a mortar struck Belmar.")
    a.incident("a mortar struck", place="Belmar")
    own = a.incident("rockets hit", place="Orvale", time="On Sunday")
    other = a.incident("rockets hit", place="Belmar", time="On Sunday")
    assert (a.codes(UNITY, own), a.codes(UNITY, other)) == ([], ["place_elsewhere"])


def test_a_statement_about_the_event_makes_its_sentence_home() -> None:
    """A toll that a source gives further down passes where the statement is linked."""
    a = Article(
        "Rockets hit the depot at Orvale.\n\nThe fair was full of people.\n\nPolice said that two boys were hurt when mortars fell."
    )
    incident = a.incident("Rockets hit", casualties=(a.casualty("wounded", "two boys"),))
    assert a.codes(UNITY, incident) == ["toll_elsewhere"]
    a.statement("assert", "said", content="two boys were hurt", about=incident)
    assert a.codes(UNITY, incident) == []


def test_a_span_of_days_is_one_time() -> None:
    """An aggregate, or "from Sunday to Tuesday", is meant to cover several days."""
    a = Article("Rockets hit the depot at Orvale from Sunday to Tuesday, as the mayor of the town has said.")
    assert a.codes(UNITY, a.incident("Rockets hit", time="from Sunday to Tuesday")) == []


@pytest.mark.parametrize(
    ("text", "time", "codes"),
    [
        ("A shell hit the mill on 3 May, the mayor said.", "3 May", []),
        ("A shell hit the mill on 3 May, the mayor said.", "May 9", ["two_times"]),
        ("A shell hit the mill on the 3rd of May.", "9 May", ["two_times"]),
        ("A shell hit the mill of the May 3 Movement on 9 June.", "9 June", []),
        ("The mayor told the reporters on Monday that a shell hit the mill.", "Monday", ["time_of_report"]),
        ("The mayor told of a shell that hit the mill late on Monday.", "Monday", []),
    ],
)
def test_days_are_read_as_the_sentence_gives_them(text: str, time: str, codes: list[str]) -> None:
    """However a date is written; that of a name dates nothing, and that of the saying not the act."""
    a = Article(f"{text} The letters of 9 May and May 9 are lost.")
    assert a.codes(UNITY, a.incident("hit the mill", time=time)) == codes
