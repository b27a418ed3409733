"""Negation: cut out of its "not", a quotation is dropped; negations that govern something else do no harm."""

import pytest

from summarizer.conflict.checks.polarity import POLARITY
from tests.items_factory import Article

CUT = [
    ("confirm", "The army has not confirmed the raid.", "confirmed"),
    ("confirm", "The army has not yet officially confirmed the raid.", "confirmed"),
    ("confirm", "The army hasn’t confirmed the raid.", "confirmed"),
    ("confirm", "The army did not, however, confirm the raid.", "confirm"),
    ("confirm", "The army refused to confirm the raid.", "confirm"),
    ("confirm", "The army would neither confirm nor deny the raid.", "confirm"),
    ("deny_occurrence", "The army would neither confirm nor deny the raid.", "deny"),
    ("deny_occurrence", "The army did not deny the raid.", "deny"),
    ("claim", "No group has claimed responsibility for the raid.", "claimed responsibility"),
    ("claim", "None of the rebel factions has yet claimed responsibility.", "claimed responsibility"),
    ("claim", "Nobody claimed responsibility for the raid.", "claimed responsibility"),
    ("claim", "The army left without claiming responsibility.", "claiming responsibility"),
    ("blame", "The army never blamed the Orrin Front.", "blamed"),
    ("retract", "The army did not withdraw its claim.", "withdraw"),
]


@pytest.mark.parametrize(("kind", "text", "cue"), CUT)
def test_a_cue_cut_out_of_its_negation_drops_the_statement(kind, text, cue):
    a = Article(text)
    assert a.codes(POLARITY, a.statement(kind, cue)) == ["negation_cut"]


FREE = [
    ("confirm", "The army confirmed the raid.", "confirmed"),
    ("confirm", "The army not only confirmed the raid but praised it.", "confirmed"),
    ("confirm", "No doubt the army confirmed the raid.", "confirmed"),
    ("confirm", "No soldier was hurt, the army confirmed.", "confirmed"),
    ("confirm", "Not far from there, the army confirmed, a raid took place.", "confirmed"),
    ("confirm", "The army did not confirm the raid until Monday.", "confirm"),
    ("claim", "With no warning the group claimed responsibility.", "claimed responsibility"),
    ("claim", "The army did not reply and the Orrin Front claimed responsibility.", "claimed responsibility"),
    ("deny_occurrence", "The army denied that there was no raid.", "denied"),
    ("posture", "The army has not ruled out force.", "ruled out force"),
]


@pytest.mark.parametrize(("kind", "text", "cue"), FREE)
def test_a_negation_that_governs_something_else_does_no_harm(kind, text, cue):
    a = Article(text)
    assert a.codes(POLARITY, a.statement(kind, cue)) == []


SILENT = [
    ("no_claim", "No group has claimed responsibility for the raid.", "claimed responsibility", "No group has claimed"),
    ("no_comment", "The army had not immediately commented.", "commented", "had not immediately commented"),
    ("unverified", "The raid could not be independently verified.", "verified", "could not be independently verified"),
]


@pytest.mark.parametrize(("kind", "text", "cut", "whole"), SILENT)
def test_a_silence_quoted_without_its_negation_is_marked(kind, text, cut, whole):
    a = Article(text)
    assert a.codes(POLARITY, a.statement(kind, cut)) == ["silence_cut"]
    assert a.codes(POLARITY, a.statement(kind, whole)) == []
    assert a.codes(POLARITY, a.statement(kind, cut, content=text)) == []


def test_content_cut_out_of_a_denial_drops_the_statement():
    a = Article("The army said it had not bombed the school. The army denied that it had shelled the bridge.")
    bombed = a.statement("assert", "said", content="bombed the school")
    shelled = a.statement("assert", content="it had shelled the bridge")
    assert a.codes(POLARITY, bombed) == ["negation_cut"]
    assert a.codes(POLARITY, shelled) == ["negation_cut"]


def test_content_with_its_negation_stays():
    a = Article("The army said it had not bombed the school.")
    assert a.codes(POLARITY, a.statement("assert", "said", content="it had not bombed the school")) == []


def test_a_cue_that_holds_its_negation_confirms_nothing():
    a = Article("The army has not confirmed the raid.")
    assert a.codes(POLARITY, a.statement("confirm", "has not confirmed")) == ["negated_cue"]


def test_a_promise_not_to_attack_is_no_threat():
    a = Article("The army said it will not bomb the school.")
    army = a.actor("army", kind="armed_forces")
    assert a.codes(POLARITY, a.threat(army, "it will not bomb the school", cue="said")) == ["negated_harm"]
    assert a.codes(POLARITY, a.threat(army, "will not bomb the school", action="bomb")) == ["negated_harm"]


@pytest.mark.parametrize(
    "text",
    [
        "We will not rest before the bridge is bombed.",
        "We will not stop bombing the bridge.",
        "If you do not leave, we will bomb the bridge.",
        "We will not bomb the bridge if you leave it.",
        "No one on the bridge will survive when we bomb it.",
    ],
)
def test_negations_that_belong_to_a_threat_leave_it(text):
    a = Article(f"“{text}” the army said.")
    army = a.actor("army", kind="armed_forces")
    assert a.codes(POLARITY, a.threat(army, text)) == []


def test_a_threat_that_was_not_made_is_dropped():
    a = Article("The army did not threaten to bomb the bridge.")
    army = a.actor("army", kind="armed_forces")
    assert a.codes(POLARITY, a.threat(army, "bomb the bridge", cue="threaten")) == ["negation_cut"]
