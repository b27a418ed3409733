"""Parties: who is accused, feared, spoken for or threatened is so in what is said, and not merely named beside it."""

from summarizer.conflict.checks.parties import PARTIES
from tests.items_factory import Article


def blame(text: str, cue: str, content: str, accuser: str, accused: str) -> list[str]:
    a = Article(text)
    one, other = a.actor(accuser, kind="armed_forces"), a.actor(accused)
    return a.codes(PARTIES, a.statement("blame", cue, speaker=one, content=content, whom=[other]))


def test_the_object_of_blaming_is_blamed() -> None:
    text = "The Vellish army blamed the Orrin Front for the fire, and the Tarn Brigade was glad of it."
    assert blame(text, "blamed", "the fire", "The Vellish army", "the Orrin Front") == []


def test_in_the_passive_the_subject_is_blamed() -> None:
    text = "The Orrin Front was blamed for the fire by the Vellish army."
    assert blame(text, "was blamed for", "the fire", "the Vellish army", "The Orrin Front") == []


def test_who_is_named_in_a_relative_clause_is_blamed() -> None:
    text = "The Orrin Front, which the Vellish army accuses, met on Monday."
    assert blame(text, "accuses", "The Orrin Front", "the Vellish army", "The Orrin Front") == []


def test_who_stands_elsewhere_in_the_sentence_is_not_blamed() -> None:
    text = "The Vellish army blamed the Orrin Front for the fire. The Tarn Brigade met on Monday."
    assert blame(text, "blamed the Orrin Front for", "the fire", "The Vellish army", "The Tarn Brigade") == [
        "whom_not_named"
    ]


def doer(text: str, content: str, whom: str) -> list[str]:
    a = Article(text)
    return a.codes(PARTIES, a.statement("assert", content, content=content, whom=[a.actor(whom)]))


def test_a_doer_stands_in_the_words_or_behind_by() -> None:
    text = "The Orrin Front burned the mill. The bridge was mined by the Tarn Brigade, as the mayor had feared."
    assert doer(text, "burned the mill", "The Orrin Front") == []
    assert doer(text, "The bridge was mined", "the Tarn Brigade") == []


def test_a_bystander_did_not_do_it() -> None:
    text = "The mill burned on Monday, and the Orrin Front cancelled its congress."
    assert doer(text, "The mill burned on Monday", "the Orrin Front") == ["whom_not_named"]


def test_who_was_killed_did_not_do_it() -> None:
    text = "An air raid hit the camp, and Tal Berrin was killed in it."
    assert doer(text, "An air raid hit the camp, and Tal Berrin was killed in it", "Tal Berrin") == ["whom_not_named"]


def test_who_is_struck_is_read_from_the_clause_whatever_stands_between() -> None:
    for struck in (
        "Gunmen at the ford shot a guard and Tal Berrin",
        "Tal Berrin has twice been shot",
        "Two men, the court heard, ambushed a convoy and Tal Berrin",
    ):
        assert doer(f"{struck}.", struck, "Tal Berrin") == ["whom_not_named"]


def test_who_answers_by_an_act_did_it() -> None:
    for verb in ("retaliated", "responded", "replied"):
        text = f"The Tarn Brigade {verb} by burning a mill of the Orrin Front."
        assert doer(text, "burning a mill", "The Tarn Brigade") == []


def test_a_confirmed_claim_names_its_claimant_where_it_is_made() -> None:
    a = Article("The Orrin Front claimed the fire in an email. Police said that the email was genuine.")
    front, police = a.actor("The Orrin Front"), a.actor("Police", kind="public_body")
    fire = a.incident("the fire")
    a.statement("claim", "claimed", speaker=front, content="the fire", about=fire)
    said = a.statement("confirm", "said", speaker=police, content="the email was genuine", about=fire, whom=[front])
    assert a.codes(PARTIES, said) == []


WARNED = "The embassy warned the Orrin Front on Monday that the Tarn Brigade might strike the market."


def test_who_is_feared_stands_in_what_is_feared() -> None:
    a = Article(WARNED)
    embassy = a.actor("The embassy", kind="public_body")
    content = "the Tarn Brigade might strike the market"
    right, wrong = a.actor("the Tarn Brigade"), a.actor("the Orrin Front")
    assert a.codes(PARTIES, a.warning(content, speaker=embassy, cue="warned", feared=(right.id,))) == []
    for other in (wrong, embassy):
        found = a.codes(PARTIES, a.warning(content, speaker=embassy, cue="warned", feared=(other.id,)))
        assert found == ["feared_not_named"]


def test_words_of_standing_in_show_for_whom_a_threat_is_made() -> None:
    a = Article("The Orrin Front vowed on behalf of the Tarn Brigade to burn the mill. The Amber League met.")
    front, brigade, league = a.actor("The Orrin Front"), a.actor("the Tarn Brigade"), a.actor("The Amber League")
    assert a.codes(PARTIES, a.threat(front, "to burn the mill", cue="vowed", on_behalf_of=(brigade.id,))) == []
    wrong = a.threat(front, "to burn the mill", cue="vowed", on_behalf_of=(league.id,))
    assert a.codes(PARTIES, wrong) == ["behalf_not_shown"]


def test_words_of_passing_on_show_a_relay() -> None:
    a = Article("“We will burn the mill,” the Orrin Front told the mayor, while the army was away.")
    front, mayor = a.actor("the Orrin Front"), a.actor("the mayor", kind="official", identity="anonymous")
    army = a.actor("the army", kind="armed_forces")
    assert a.codes(PARTIES, a.threat(front, "We will burn the mill", cue="told", relayed_by=(mayor.id,))) == []
    wrong = a.threat(front, "We will burn the mill", cue="told", relayed_by=(army.id,))
    assert a.codes(PARTIES, wrong) == ["relay_not_shown"]


def test_a_target_stands_behind_the_verb_of_threatening() -> None:
    a = Article("Near Fort Tarn the Orrin Front threatened the mayor and vowed to burn the mill.")
    front = a.actor("the Orrin Front")
    for target in ("the mayor", "the mill"):
        assert a.codes(PARTIES, a.threat(front, "vowed to burn the mill", cue="threatened", target=target)) == []
    wrong = a.threat(front, "vowed to burn the mill", cue="threatened", target="Fort Tarn")
    assert [(found.code, found.field) for found in a.findings(PARTIES, wrong)] == [
        ("target_not_threatened", "targets.0.text")
    ]


def test_an_article_in_another_language_is_left_alone() -> None:
    a = Article("The mill burned on Monday, and the Orrin Front met.", language="und")
    said = a.statement("assert", "burned", content="The mill burned", whom=[a.actor("the Orrin Front")])
    assert a.codes(PARTIES, said) == []


def test_the_accuser_by_its_description_is_not_the_accused() -> None:
    text = "The Orrin Front met. On Sunday the group put out a note placing blame on the mayor for the fire."
    cue, content = "put out a note placing blame on", "the mayor"
    assert blame(text, cue, content, "The Orrin Front", "The Orrin Front") == ["whom_not_named"]


def test_whoever_else_speaks_in_the_sentence_is_not_taken_up_as_the_doer() -> None:
    text = "Odo Harl slept. A mine sank the ferry, the mayor said, and a shell hit the mill, police said."
    a = Article(text)
    police, harl = a.actor("police", kind="public_body"), a.actor("Odo Harl", kind="official")
    said = a.statement("assert", "police said", speaker=police, content="a shell hit the mill", whom=[harl])
    assert a.codes(PARTIES, said) == ["whom_not_named"]


def test_who_speaks_of_its_own_men_as_the_doers_is_not_asked_to_name_itself() -> None:
    a = Article("The Orrin Front said that its gunners shelled the mill.")
    front = a.actor("The Orrin Front")
    said = a.statement("assert", "said", speaker=front, content="its gunners shelled the mill", whom=[front])
    assert a.codes(PARTIES, said) == []


def test_who_accuses_its_own_side_names_it() -> None:
    a = Article("The mayor told reporters that the fire was set by the Tarn Brigade. Orvale is quiet.")
    orvale = a.actor("Orvale", kind="public_body")
    mayor = a.actor("The mayor", kind="official", belongs_to=(orvale,))
    said = a.statement("blame", "told", speaker=mayor, content="the fire was set by the Tarn Brigade", whom=[orvale])
    assert a.codes(PARTIES, said) == ["whom_not_named"]


def test_whom_somebody_supports_is_not_therefore_the_doer() -> None:
    text = "The Vellish army blamed the mayor and his support for the Orrin Front. Nobody was hurt."
    content = "the mayor and his support for the Orrin Front"
    assert blame(text, "blamed", content, "The Vellish army", "the Orrin Front") == ["whom_not_named"]
    assert blame(text, "blamed", content, "The Vellish army", "the mayor") == []


def test_charges_under_a_bridge_accuse_nobody() -> None:
    text = "The Orrin Front met. The bridge fell to two charges, the engineer said."
    assert blame(text, "said", "The bridge fell to two charges", "the engineer", "The Orrin Front") == [
        "whom_not_named"
    ]


def role(text: str, content: str, role: str) -> list[str]:
    a = Article(text)
    police, front = a.actor("Police", kind="public_body"), a.actor("the Orrin Front")
    return a.codes(PARTIES, a.statement("blame", "said", speaker=police, content=content, whom=[front], role=role))


def test_who_is_said_to_have_ordered_it_is_not_said_to_have_done_it() -> None:
    text, content = (
        "Police said that the fire was ordered by the Orrin Front.",
        "the fire was ordered by the Orrin Front",
    )
    assert role(text, content, "carried_out") == ["role_not_shown"]
    assert role(text, content, "ordered") == []


def test_a_doer_whom_somebody_backs_did_it() -> None:
    text = "Police said that the Vellish-backed men of the Orrin Front shelled the mill."
    assert role(text, "the Vellish-backed men of the Orrin Front shelled the mill", "carried_out") == []


def target(text: str, content: str, name: str) -> list[str]:
    a = Article(text)
    front = a.actor("The Orrin Front")
    return a.codes(PARTIES, a.threat(front, content, cue="threatened", target=name))


def test_who_is_named_in_the_reason_for_a_threat_is_not_threatened() -> None:
    text = "The Orrin Front threatened to burn mills due to the help of Vellia for the mayor."
    assert target(text, "to burn mills", "Vellia") == ["target_not_threatened"]
    assert target(text, "to burn mills", "mills") == []


def test_a_threat_is_not_made_for_those_whom_somebody_else_supports() -> None:
    a = Article("The Orrin Front threatened to burn mills over the mayor's support for the Tarn Brigade.")
    front, brigade = a.actor("The Orrin Front"), a.actor("the Tarn Brigade")
    threat = a.threat(front, "to burn mills", cue="threatened", target="mills", on_behalf_of=(brigade.id,))
    assert a.codes(PARTIES, threat) == ["behalf_not_shown"]
