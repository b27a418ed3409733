"""A toll's number, qualifier, noun and outcome belong together."""

from typing import Any

import pytest

from summarizer.conflict.checks.casualties import CASUALTIES, outcomes_of
from tests.items_factory import Article

TOLD = "A bomb at Orvale killed at least four railway workers and wounded eleven on Monday as 14 kilograms of powder blew up."


def _codes(text: str, outcome: str, **words: Any) -> list[str]:
    a = Article(text)
    return a.codes(CASUALTIES, a.incident(text.split()[0], casualties=(a.casualty(outcome, **words),)))


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ("killed", {"count": "at least four", "whom": "railway workers", "cue": "killed"}),
        ("wounded", {"count": "eleven", "cue": "wounded"}),
    ],
)
def test_a_toll_as_the_sentence_gives_it_passes(outcome: str, words: dict[str, str]) -> None:
    """Number, noun and outcome of one sentence raise nothing."""
    assert _codes(TOLD, outcome, **words) == []


def test_a_number_of_things_counts_no_people() -> None:
    """14 kilograms are no dead; the count is dropped."""
    assert _codes(TOLD, "killed", count="14", cue="killed") == ["other_noun"]
    assert CASUALTIES.codes["other_noun"].severity == "reject"


def test_a_cue_of_another_outcome_contradicts() -> None:
    """ "wounded" does not show dead."""
    assert _codes(TOLD, "killed", count="eleven", cue="wounded") == ["outcome_contradicts"]


@pytest.mark.parametrize(
    ("outcome", "count", "cue"), [("killed", "eleven", "killed"), ("wounded", "at least four", "wounded")]
)
def test_a_number_beside_another_outcome_is_marked(outcome: str, count: str, cue: str) -> None:
    """The eleven are the wounded ones, and the four the dead."""
    assert _codes(TOLD, outcome, count=count, cue=cue) == ["other_outcome"]


def test_a_qualifier_that_the_item_leaves_out_is_found() -> None:
    """ "four" for "at least four" is another number."""
    assert _codes(TOLD, "killed", count="four", cue="killed") == ["qualifier_left_out"]


def test_parts_in_adjacent_sentences_are_marked() -> None:
    """A number in the next sentence may be the outcome's."""
    text = "Rockets killed drivers at the gate of Orvale. There were 12 of them in the lorries. It rained."
    assert _codes(text, "killed", count="12", whom="drivers", cue="killed") == ["parts_apart"]


def test_parts_of_unrelated_sentences_are_dropped() -> None:
    """A number paragraphs away belongs to something else."""
    text = "It was a calm day in the bay.\n\nRockets killed drivers at Orvale.\n\nThe mayor was at home.\n\nThe club has 12 members in it."
    assert _codes(text, "killed", count="12", cue="killed") == ["parts_unrelated"]
    assert CASUALTIES.codes["parts_unrelated"].severity == "reject"


def test_an_outcome_that_no_word_shows_is_marked() -> None:
    """People who are only there are no victims."""
    text = "The mayor was at the port with 12 clerks when the rockets were seen over the bay."
    assert _codes(text, "killed", count="12", whom="clerks") == ["outcome_not_shown"]


def test_words_that_are_no_number_are_noted() -> None:
    """ "several" stays as worded, and the reader is told that no number is derived."""
    text = "The rockets killed several of the clerks who were at the port of Orvale."
    assert _codes(text, "killed", count="several", cue="killed") == ["no_number"]


def test_drivers_of_lorries_are_people() -> None:
    """A thing before a noun of people makes people of it."""
    text = "The rockets killed two lorry drivers who were at the port of Orvale."
    assert _codes(text, "killed", count="two", whom="lorry drivers", cue="killed") == []


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("claimed the lives of", "killed"),
        ("were hurt", "wounded"),
        ("unaccounted for", "missing"),
        ("taken hostage", "captured"),
        ("fled", "displaced"),
    ],
)
def test_each_outcome_is_read_from_its_words(words: str, outcome: str) -> None:
    """The word lists tell the outcomes apart."""
    assert outcomes_of(words) == {outcome}
