"""What each closed choice is called on the page."""

import typing
from typing import Any

import pytest

from summarizer.conflict.wording import phrasing
from summarizer.schemas import vocabulary

TABLES: dict[str, list[dict[Any, str]]] = {
    "ActorAttribution": [phrasing.AUTHOR],
    "ActorKind": [phrasing.ACTOR],
    "BlameRole": [phrasing.ROLE],
    "Conditionality": [phrasing.CONDITION],
    "Corroboration": [phrasing.CORROBORATION],
    "Delivery": [phrasing.DELIVERY],
    "Disposition": [phrasing.DISPOSITION],
    "Facet": [phrasing.FACET],
    "Frame": [phrasing.FRAME],
    "Grounds": [phrasing.STATUS, phrasing.COUNTED, phrasing.TALLIED],
    "Identity": [phrasing.IDENTITY],
    "IncidentAttribution": [phrasing.AUTHORS],
    "IncidentKind": [phrasing.KIND],
    "ItemKind": [phrasing.ITEM],
    "Knowledge": [phrasing.KNOWLEDGE],
    "Occurrence": [phrasing.OCCURRENCE],
    "Outcome": [phrasing.OUTCOME],
    "Policy": [phrasing.POLICY],
    "ReadAttribution": [phrasing.READ_AUTHOR],
    "ReadOccurrence": [phrasing.READ_AS],
    "Relation": [phrasing.RELATION, phrasing.RELATION_OF_ACCUSED],
    "Severity": [phrasing.SEVERITY],
    "Shown": [phrasing.SHOWN],
    "Stage": [phrasing.STAGE],
    "StatementKind": [phrasing.LABEL, phrasing.DOES],
    "ThreatForm": [phrasing.FORM],
    "ThreatStatus": [phrasing.THREAT_STATUS],
}
UNSHOWN = {"TargetKind"}
UNSAID = {
    ("Corroboration", "none"),
    ("Frame", "current"),
    ("Knowledge", "not_stated"),
    ("Knowledge", "own"),
    ("Policy", "standard"),
    ("ThreatForm", "explicit"),
    ("ThreatStatus", "current"),
}
"""The ordinary choice, which goes without saying."""

CHOICES = {name: typing.get_args(value) for name, value in vars(vocabulary).items() if typing.get_args(value)}


def test_every_closed_list_has_a_table_or_is_never_shown() -> None:
    """A list that is added to the vocabulary cannot be forgotten on the page."""
    assert set(CHOICES) == set(TABLES) | UNSHOWN


@pytest.mark.parametrize(("name", "choice"), [(name, choice) for name in TABLES for choice in CHOICES[name]])
def test_every_choice_has_words_of_its_own(name: str, choice: str) -> None:
    """No choice reaches a reader as a machine's word, and none is silently blank."""
    for table in TABLES[name]:
        assert set(table) == set(CHOICES[name])
        assert bool(table[choice]) == ((name, choice) not in UNSAID)
        assert "_" not in table[choice]


@pytest.mark.parametrize("table", [phrasing.MEANS, phrasing.STATE_DOES])
def test_special_wordings_belong_to_known_choices(table: dict[str, str]) -> None:
    """A misspelt key would never be used."""
    assert set(table) <= {*CHOICES["IncidentKind"], *CHOICES["StatementKind"]}


@pytest.mark.parametrize(
    ("table", "choice", "words"),
    [
        (phrasing.RELATION, "struck_side", "side attacked"),
        (phrasing.DOES, "claim", "claims responsibility"),
        (phrasing.STATE_DOES, "acknowledge", "acknowledges it"),
        (phrasing.DOES, "deny_occurrence", "denies it happened"),
        (phrasing.DOES, "deny_responsibility", "denies doing it"),
        (phrasing.AUTHOR, "claimed_corroborated", "claimed; also blamed by {accusers}"),
        (phrasing.STATUS, "hedged_only", "POSSIBLE, HEDGED IN THE ARTICLE"),
        (phrasing.STATUS, "charge_answered", "POSSIBLE, A CHARGE, REJECTED by {who}"),
        (phrasing.STATUS, "article_no_source", "REPORTED BY THE ARTICLE, NO SOURCE"),
        (phrasing.STATUS, "stage", "{stage}, according to {who}"),
    ],
)
def test_the_agreed_wordings(table: dict[str, str], choice: str, words: str) -> None:
    """Wordings that readers were promised."""
    assert table[choice] == words


def test_no_heading_is_a_bare_status() -> None:
    """Whatever is said to be confirmed or denied is said with its source."""
    for wording in phrasing.STATUS.values():
        assert wording not in {status.upper() for status in CHOICES["Occurrence"]}
