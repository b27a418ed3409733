"""Threats keep their conditions and terms."""

from dataclasses import replace

import pytest

from summarizer.conflict.checks.conditions import CONDITIONS, conditionality
from tests.items_factory import Article

PLAIN = "The Amber League said it will shell the port."
CONDITIONAL = "The Amber League said it will shell the port if the fleet sails."
ULTIMATUM = "Colonel Brandt said the miners must leave Orvale. Otherwise, they will burn."


def test_a_condition_that_the_item_leaves_out_is_found() -> None:
    """ "If the fleet sails" stands in the sentence and not in the item."""
    a = Article(CONDITIONAL)
    threat = a.threat(a.actor("The Amber League"), "it will shell the port")
    assert [(found.code, found.field, found.quotes[0].text) for found in a.findings(CONDITIONS, threat)] == [
        ("condition_left_out", "condition", CONDITIONAL)
    ]


def test_a_condition_that_is_given_is_not_reported() -> None:
    """The same threat with its condition passes."""
    a = Article(CONDITIONAL)
    threat = a.threat(a.actor("The Amber League"), "it will shell the port", condition="if the fleet sails")
    assert a.codes(CONDITIONS, threat) == []


def test_the_demand_before_otherwise_is_a_condition() -> None:
    """ "Otherwise" makes a condition of the sentence before it, and both are shown."""
    a = Article(ULTIMATUM)
    threat = a.threat(a.actor("Colonel Brandt"), "they will burn")
    found = a.findings(CONDITIONS, threat)
    assert [(f.code, [quote.sentence for quote in f.quotes]) for f in found] == [("condition_left_out", [1, 2])]


@pytest.mark.parametrize(
    "words", ["asked if it was near, said it", "speaking as if at war, said it", "even if alone, said it"]
)
def test_an_if_that_opens_no_condition_is_none(words: str) -> None:
    """ "Asked if", "as if" and "even if" condition nothing."""
    a = Article(f"The Amber League, {words} will shell the port.")
    assert a.codes(CONDITIONS, a.threat(a.actor("The Amber League"), "will shell the port")) == []


def test_words_that_are_no_condition_are_marked() -> None:
    """A condition that an extractor makes of other words is marked."""
    a = Article("The Amber League said it will shell the port of Orvale with rockets.")
    threat = a.threat(a.actor("The Amber League"), "it will shell the port", condition="with rockets")
    assert a.codes(CONDITIONS, threat) == ["no_condition_words"]


def test_a_deadline_that_the_item_leaves_out_is_found() -> None:
    """ "by Friday" stands in the sentence and not in the item."""
    a = Article("The miners must leave by Friday or else burn, the Amber League said.")
    threat = a.threat(a.actor("the Amber League"), "must leave by Friday or else burn", condition="must leave")
    assert [(f.code, f.quotes[0].text) for f in a.findings(CONDITIONS, threat)] == [("deadline_left_out", "by Friday")]


def test_a_deadline_without_words_of_time_is_dropped() -> None:
    """A deadline holds a day, an hour or a date; "with rockets" is none."""
    a = Article("The Amber League said it will shell the port with rockets.")
    threat = a.threat(a.actor("The Amber League"), "it will shell the port", deadline="with rockets")
    assert [(f.code, f.field) for f in a.findings(CONDITIONS, threat)] == [("no_time_words", "deadline")]
    assert CONDITIONS.codes["no_time_words"].severity == "reject"


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        (PLAIN, "it will shell the port", "none"),
        (CONDITIONAL, "it will shell the port", "conditional"),
        (ULTIMATUM, "they will burn", "ultimatum"),
        ("Leave, or else the port will burn, the League said.", "the port will burn", "ultimatum"),
        ("The port will burn unless the fleet leaves, the League said.", "The port will burn", "ultimatum"),
        ("If they do not leave, the port will burn, the League said.", "the port will burn", "ultimatum"),
    ],
)
def test_what_a_threat_depends_on_is_read_from_the_article(text: str, content: str, expected: str) -> None:
    """None, a condition, or a demand with a stated consequence."""
    a = Article(text)
    threat = a.threat(a.actor("League" if "League" in text else "Colonel Brandt"), content)
    assert conditionality(threat, a.document) == expected


def test_in_another_language_nothing_is_said() -> None:
    """The checks read English."""
    a = Article(CONDITIONAL)
    threat = a.threat(a.actor("The Amber League"), "it will shell the port", deadline="the port")
    assert a.codes(CONDITIONS, threat) == ["condition_left_out", "no_time_words"]
    a.document = replace(a.document, language="und")
    assert a.codes(CONDITIONS, threat) == []
