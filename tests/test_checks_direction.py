"""Direction: who acts on whom follows the order and the voice of the clause."""

import pytest

from summarizer.conflict.checks.direction import DIRECTION
from tests.items_factory import Article


@pytest.mark.parametrize(
    ("target", "found"),
    [("Interior Minister Odo Tarn", ["aims_at_itself"]), ("the sons of Odo Tarn", []), ("the foes of Odo Tarn", [])],
)
def test_nobody_threatens_himself_by_whatever_title(target: str, found: list[str]) -> None:
    a = Article(f"Odo Tarn spoke in Orlo. He said that {target} would burn.")
    tarn = a.actor("Odo Tarn", kind="official")
    assert a.codes(DIRECTION, a.threat(tarn, "would burn", cue="said", target=target)) == found


def test_a_threat_at_its_own_issuer_loses_the_target():
    a = Article("The Orrin Front vowed to burn Fort Tarn.")
    front = a.actor("Orrin Front")
    wrong = a.threat(front, "vowed to burn Fort Tarn", target="The Orrin Front")
    right = a.threat(front, "vowed to burn Fort Tarn", target="Fort Tarn")
    assert [(found.code, found.field) for found in a.findings(DIRECTION, wrong)] == [
        ("aims_at_itself", "targets.0.text")
    ]
    assert a.codes(DIRECTION, right) == []


def test_a_target_that_merely_speaks_of_the_issuer_stays():
    a = Article("The Orrin Front vowed to kill enemies of the Orrin Front.")
    threat = a.threat(a.actor("Orrin Front"), "vowed to kill", target="enemies of the Orrin Front")
    assert a.codes(DIRECTION, threat) == []


def test_issuer_and_target_turned_round_are_noticed():
    a = Article("The Orrin Front threatened the Vellish army on Monday.")
    front, army = a.actor("Orrin Front"), a.actor("Vellish army", kind="armed_forces")
    right = a.threat(front, "threatened the Vellish army", target="the Vellish army")
    wrong = a.threat(army, "threatened the Vellish army", target="The Orrin Front")
    assert a.codes(DIRECTION, right) == []
    assert a.codes(DIRECTION, wrong) == ["direction_reversed"]


def raid(text: str, struck: str, doer: str) -> list[str]:
    a = Article(text)
    front, army = a.actor("Orrin Front"), a.actor("Vellish army", kind="armed_forces")
    incident = a.incident(struck, targets=[a.target(struck)])
    whom = front if doer == "Orrin Front" else army
    return a.codes(DIRECTION, a.statement("assert", struck, about=incident, whom=[whom]))


def test_in_the_active_voice_the_first_attacks():
    text = "The Orrin Front attacked the Vellish army."
    assert raid(text, struck="Vellish army", doer="Orrin Front") == []
    assert raid(text, struck="Orrin Front", doer="Vellish army") == ["direction_reversed"]


def test_in_the_passive_voice_the_last_attacks():
    text = "The Orrin Front was attacked by the Vellish army."
    assert raid(text, struck="Orrin Front", doer="Vellish army") == []
    assert raid(text, struck="Vellish army", doer="Orrin Front") == ["direction_reversed"]


@pytest.mark.parametrize(
    "text",
    [
        "The Orrin Front, which has its camps in Tarn, has been shelling the Vellish army since May.",
        "The Orrin Front crossed the river at dawn and ambushed the Vellish army.",
        "The Orrin Front opened fire on the Vellish army near the mill.",
        "Police said that the Orrin Front and the Tarn Brigade ambushed the Vellish army.",
        "The Vellish army was twice ambushed near Tarn by the Orrin Front.",
        "Near Tarn the Vellish army was shot at by the Orrin Front.",
    ],
)
def test_who_acts_is_read_from_the_clause_whatever_stands_between(text):
    assert raid(text, struck="Vellish army", doer="Orrin Front") == []
    assert raid(text, struck="Orrin Front", doer="Vellish army") == ["direction_reversed"]


@pytest.mark.parametrize(
    "text",
    [
        "The Orrin Front attacked the Vellish army's depot.",
        "The Orrin Front did not attack the Vellish army.",
        "The Orrin Front attacked a depot that the Vellish army had left.",
        "The Orrin Front said the Vellish army attacked the mill.",
        "The Orrin Front shelled a mill in Tarn, the Vellish army said.",
        "The mill was attacked by the Orrin Front, and the Vellish army withdrew.",
    ],
)
def test_what_is_not_done_to_the_other_turns_nothing_round(text):
    assert raid(text, struck="Orrin Front", doer="Vellish army") == []


def test_nobody_blames_itself():
    a = Article("The Orrin Front blamed the Vellish army.")
    front, army = a.actor("Orrin Front"), a.actor("Vellish army", kind="armed_forces")
    assert a.codes(DIRECTION, a.statement("blame", "blamed", speaker=front, whom=[army])) == []
    assert a.codes(DIRECTION, a.statement("blame", "blamed", speaker=front, whom=[front])) == ["blames_itself"]


def test_nobody_strikes_itself():
    a = Article("The Vellish army was hit on Monday. The Orrin Front claimed the raid.")
    front, army = a.actor("Orrin Front"), a.actor("Vellish army", kind="armed_forces")
    incident = a.incident("hit", targets=[a.target("Vellish army")])
    assert a.codes(DIRECTION, a.statement("claim", "claimed", speaker=front, about=incident)) == []
    assert a.codes(DIRECTION, a.statement("claim", "claimed", speaker=army, about=incident)) == ["struck_itself"]


def test_a_clause_that_does_not_show_who_acts_finds_nothing():
    a = Article("Shots fell between the Orrin Front and the Vellish army.")
    front, army = a.actor("Orrin Front"), a.actor("Vellish army", kind="armed_forces")
    incident = a.incident("Shots", targets=[a.target("the Orrin Front")])
    assert a.codes(DIRECTION, a.statement("blame", "fell", speaker=front, about=incident, whom=[army])) == []
