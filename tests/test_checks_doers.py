"""Doers and those who pass on: whoever the words take up passes, and anybody else is marked."""

from typing import Any

import pytest

from summarizer.conflict.checks.links import INCIDENT_LINKS
from summarizer.conflict.checks.parties import PARTIES
from summarizer.conflict.checks.placement import PLACEMENT
from summarizer.conflict.checks.saying import ATTRIBUTION
from tests.items_factory import Article

ACTORS: dict[str, dict[str, Any]] = {
    "the Orrin Front": {},
    "the Fell Guard": {},
    "the Vellish army": {"kind": "armed_forces"},
    "the Orda navy": {"kind": "armed_forces"},
    "Velland": {"kind": "state"},
    "Ordia": {"kind": "state"},
    "Odo Tarn": {"kind": "person"},
    "grain thieves": {"kind": "people", "identity": "generic"},
    "a sacked clerk": {"kind": "person", "identity": "anonymous"},
    "A boy of nine": {"kind": "person", "identity": "anonymous"},
    "Lake fishers": {"kind": "people", "identity": "generic"},
    "hill shepherds": {"kind": "people", "identity": "generic"},
}

TOLD = [
    # what the article says itself: text, words, who did it, somebody of the text who did not
    ("Six grain thieves in caps looted a silo. Odo Tarn saw it.", "thieves in caps looted a silo", "grain thieves", "Odo Tarn"),
    ("The mill was bombed before, in spring, by the Orrin Front. Odo Tarn wept.", "The mill was bombed", "the Orrin Front", "Odo Tarn"),
    ("At noon the Orrin Front, with which Velland fought a war, owned up to the fire at the mill.", "the fire at the mill", "the Orrin Front", "Velland"),
    ("The bombing of the tannery is forgotten. It was the doing of a sacked clerk. Odo Tarn knew him.", "The bombing of the tannery", "a sacked clerk", "Odo Tarn"),
    ("The mill was shelled. In the night the Orrin Front had attacked the town. Odo Tarn fled.", "The mill was shelled", "the Orrin Front", "Odo Tarn"),
    ("In spring the Vellish army bombs the coast. There have been nine such strikes on Odo Tarn.", "nine such strikes", "the Vellish army", "Odo Tarn"),
    ("The town was hit by the Vellish army. Enemy aviation bombed nine villages. Odo Tarn fled.", "Enemy aviation bombed nine villages", "the Vellish army", "Odo Tarn"),
    ("Ten brawls broke out in Orlo between Lake fishers and guests of Odo Tarn.", "Ten brawls broke out", "Lake fishers", "Odo Tarn"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "doer", "other"), TOLD)
def test_who_did_what_the_article_tells(text: str, words: str, doer: str, other: str) -> None:
    def codes(whom: str) -> list[str]:
        a = Article(text)
        actors = {name: a.actor(name, **fields) for name, fields in ACTORS.items() if name in text}
        return a.codes(PARTIES, a.statement("assert", words, content=words, whom=[actors[whom]]))

    assert codes(doer) == []
    assert codes(other) == ["whom_not_named"]


@pytest.mark.parametrize(("subject", "found"), [("The two camps", []), ("The lorries", ["whom_not_named"])])
def test_two_who_did_it_are_taken_up_together(subject: str, found: list[str]) -> None:
    a = Article(f"Lake fishers met hill shepherds. {subject} have traded blows for years.")
    both = [a.actor(name, **ACTORS[name]) for name in ("Lake fishers", "hill shepherds")]
    assert a.codes(PARTIES, a.statement("assert", "traded blows", content="traded blows", whom=both)) == found


SAID = [
    # what somebody says: text, who says it, words, who did it, somebody who did not
    ("“The thieves came at dawn. Six of ours are in their hands,” said Odo Tarn of grain thieves. Velland wept.", "Odo Tarn", "Six of ours are in their hands", "grain thieves", "Velland"),
    ("Police shot a sacked clerk. Odo Tarn said the young man had drawn a knife. Velland wept.", "Odo Tarn", "the young man had drawn a knife", "a sacked clerk", "Velland"),
    ("Police shot a sacked clerk. Odo Tarn said nine people died at the mill.", "Odo Tarn", "", "", "a sacked clerk"),
    ("At noon the Orrin Front avenged army raids on its farms; the Vellish army met the Orda navy.", "the Orrin Front", "army raids on its farms", "the Vellish army", "the Orda navy"),
    ("It was Velland that met Ordia. It rained. It snowed. Velland says that the other blew it up.", "Velland", "the other blew it up", "Ordia", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "words", "doer", "other"), SAID)
def test_who_did_what_somebody_says(text: str, speaker: str, words: str, doer: str, other: str) -> None:
    def codes(whom: str) -> list[str]:
        a = Article(text)
        actors = {name: a.actor(name, **fields) for name, fields in ACTORS.items() if name in text}
        said = words or "nine people died at the mill"
        return a.codes(PARTIES, a.statement("assert", content=said, speaker=actors[speaker], whom=[actors[whom]]))

    assert not doer or codes(doer) == []
    assert not other or codes(other) == ["whom_not_named"]


RELAYED = [
    ("“The Guard sent word that they will burn it,” said a woman who gave her name as Sul Berrin. Odo Tarn wept.", "sent word", "Sul Berrin", "Odo Tarn"),
    ("The Guard said through a spokesman that they will burn it. The spokesman, Sul Berrin, left. Odo Tarn wept.", "said", "Sul Berrin", "Odo Tarn"),
    ("Somebody who rang Radio Orlo spoke for the Guard and said they will burn it. Odo Tarn wept.", "said", "Radio Orlo", "Odo Tarn"),
    ("This morning at the mill of Odo Tarn Sul Berrin brought a message of the Guard, “they will burn it”.", "message", "Sul Berrin", "Odo Tarn"),
    ("According to police, it came by telephone. The caller of the Guard said they will burn it. Odo Tarn wept.", "said", "Police", "Odo Tarn"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "relay", "other"), RELAYED)
def test_who_passes_a_threat_on(text: str, cue: str, relay: str, other: str) -> None:
    def codes(by: str) -> list[str]:
        a = Article(text if relay != "Police" else f"Police came. {text}")
        guard = a.actor("Guard")
        fields: dict[str, Any] = {"kind": "outlet"} if by == "Radio Orlo" else {"kind": "person"}
        if by == "Police":
            fields = {"kind": "public_body"}
        if by == "Sul Berrin" and "spokesman" in text:
            fields = {"kind": "official", "belongs_to": [guard]}
        passing = a.actor(by, **fields)
        if "Somebody" in text:
            a.actor("Somebody who rang Radio Orlo", kind="person", identity="anonymous")
        return a.codes(PARTIES, a.threat(guard, "they will burn it", cue=cue, relayed_by=(passing.id,)))

    assert codes(relay) == []
    assert codes(other) == ["relay_not_shown"]


def test_a_target_may_stand_before_the_threat_that_takes_it_up() -> None:
    a = Article("Orlo Mall was emptied for the mayor after a caller said rockets would land there before dusk.")
    caller = a.actor("a caller", kind="person", identity="anonymous")
    content = "rockets would land there before dusk"
    assert a.codes(PARTIES, a.threat(caller, content, cue="said", target="Orlo Mall")) == []
    content = "rockets would land"
    assert a.codes(PARTIES, a.threat(caller, content, cue="said", target="the mayor")) == ["target_not_threatened"]


def test_a_target_may_be_given_its_term_a_sentence_before() -> None:
    a = Article("A broadcast gave the engineers until noon to go. “Then we shoot them,” it said; reporters laughed.")
    front = a.actor("A broadcast", kind="outlet")
    threat = a.threat(front, "Then we shoot them", cue="said", target="the engineers", deadline="until noon")
    assert a.codes(PARTIES, threat) == []
    assert a.codes(PARTIES, a.threat(front, "Then we shoot them", cue="laughed", target="reporters")) == [
        "target_not_threatened"
    ]


def test_the_one_who_opens_a_warning_is_feared() -> None:
    a = Article("On Monday the Guard gave the town a day to yield, before the attack that most foresee.")
    guard, town = a.actor("the Guard"), a.actor("the town", kind="public_body")
    most = a.actor("most", kind="people", identity="generic")
    content = "the attack that most foresee"
    assert a.codes(PARTIES, a.warning(content, speaker=most, cue="foresee", feared=(guard.id,))) == []
    assert a.codes(PARTIES, a.warning(content, speaker=most, cue="foresee", feared=(town.id,))) == ["feared_not_named"]


# --- one sentence on two events -----------------------------------------------------------------------------


def test_a_sentence_in_which_one_speaks_of_two_events_is_told_of_both() -> None:
    a = Article(
        "A mortar hit the inn.\n\nIt rained.\n\nA bomb hit the school. The mayor denied the bomb, and asked who fired the other."
    )
    mayor = a.actor("The mayor", kind="official")
    mortar, bomb = a.incident("A mortar hit"), a.incident("A bomb hit")
    asked = a.statement("assert", "asked", content="who fired the other", speaker=mayor, about=mortar)
    assert a.codes(PLACEMENT, asked) == ["about_another_event"]
    a.statement("deny_occurrence", "denied", content="the bomb", speaker=mayor, about=bomb)
    assert a.codes(PLACEMENT, asked) == []


def test_the_same_words_are_told_of_two_events_only_where_they_say_so() -> None:
    text = "A mortar hit the inn.\n\nIt rained.\n\nA bomb hit the school. The mayor denied {}."
    for denied, found in (("the inn and the school", []), ("the attack", ["about_another_event"])):
        a = Article(text.format(denied))
        mayor = a.actor("The mayor", kind="official")
        mortar, bomb = a.incident("A mortar hit"), a.incident("A bomb hit")
        said = a.statement("deny_occurrence", "denied", content=denied, speaker=mayor, about=mortar)
        a.statement("deny_occurrence", "denied", content=denied, speaker=mayor, about=bomb)
        assert a.codes(PLACEMENT, said) == found


def test_either_event_is_both() -> None:
    text = "A mortar hit the inn.\n\nIt rained.\n\nA bomb hit the school. The mayor has said nothing about {}."
    for words, found in (("either event", []), ("the event", ["about_another_event"])):
        a = Article(text.format(words))
        mortar, _ = a.incident("A mortar hit"), a.incident("A bomb hit")
        mayor = a.actor("The mayor", kind="official")
        assert a.codes(PLACEMENT, a.statement("no_comment", "said nothing", speaker=mayor, about=mortar)) == found


def test_a_place_alone_tells_of_no_event() -> None:
    text = "A mortar hit the inn. The lowlands were dark, and residents told of fire.\n\nA bomb hit the school{}."
    for behind in ("", " in the lowlands"):
        a = Article(text.format(behind))
        mortar = a.incident("A mortar hit")
        a.incident("A bomb hit", place="The lowlands" if not behind else "lowlands")
        said = a.statement(
            "assert", "told of", content="fire", speaker=a.actor("residents", kind="people"), about=mortar
        )
        assert a.codes(PLACEMENT, said) == []


# --- the article's own word ---------------------------------------------------------------------------------


def test_what_is_known_before_somebody_speaks_of_it_is_the_articles_word() -> None:
    text = "Velland said that the pact was also for the troops who entered Ordia in May. Velland said that rebels hit the mill."
    a = Article(text)
    a.actor("Velland", kind="state")
    assert a.codes(ATTRIBUTION, a.statement("assert", "entered", content="entered Ordia in May")) == []
    assert a.codes(ATTRIBUTION, a.statement("assert", "hit", content="rebels hit the mill")) == ["attributed"]


def test_words_of_cause_may_stand_beside_the_act() -> None:
    text = "In May rebels shelled the mill.\n\nThe army retaliated with a raid."
    a = Article(text)
    assert a.codes(INCIDENT_LINKS, a.incident("a raid", trigger="rebels shelled the mill")) == []
    a = Article("In May rebels shelled a mill.\n\nA raid hit Orlo.")
    assert a.codes(INCIDENT_LINKS, a.incident("A raid hit", trigger="rebels shelled a mill")) == ["no_cause_words"]
