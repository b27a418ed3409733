"""Did it happen, and on whose word: every row of the table, with the case that it is for."""

from collections.abc import Callable

import pytest

from summarizer.conflict.derivation.occurrence import OCCURRENCE
from tests.story import Story


def outlet_withdraws(s: Story) -> None:
    s.says("confirm", s.actor("public_body"), "authority")
    s.says("retract")


def foiled(s: Story) -> None:
    s.stage = "foiled"
    s.says("assert", s.actor("public_body"), "authority")


def monitor_saw_it(s: Story) -> None:
    s.says("assert", s.actor("monitor"), "independent", knowledge="own")


def monitor_saw_it_and_the_accused_denies(s: Story) -> None:
    monitor_saw_it(s)
    group = s.actor("armed_group")
    s.says("blame", s.actor("state"), "combatant", whom=(group,), role="carried_out")
    s.says("deny_occurrence", group)


def both_parties(s: Story) -> None:
    s.says("claim", s.actor("armed_group"))
    s.says("assert", s.actor("armed_forces"), "struck_side")


def claim_and_outlet(s: Story) -> None:
    s.says("claim", s.actor("armed_group"))
    s.says("assert")


def claim_outlet_and_police(s: Story) -> None:
    claim_and_outlet(s)
    police_say_so(s)


def claim_outlet_and_unnamed_official(s: Story) -> None:
    claim_and_outlet(s)
    unnamed_official_confirms(s)


def claim_and_outlet_and_somebody_denies(s: Story) -> None:
    claim_and_outlet(s)
    s.says("deny_occurrence", s.actor("person"), "other")


def claim_and_outlet_on_a_blast(s: Story) -> None:
    s.incident_kind = "explosion"
    claim_and_outlet(s)


def both_parties_on_a_blast(s: Story) -> None:
    s.incident_kind = "explosion"
    both_parties(s)


def claim_refuted_by_another_cause(s: Story) -> None:
    s.says("claim", s.actor("armed_group"))
    s.says("dispute", s.actor("public_body"), "authority", contradicts=("cause",))


def claim_and_outlet_and_another_cause(s: Story) -> None:
    claim_and_outlet(s)
    s.says("dispute", s.actor("public_body"), "authority", contradicts=("cause",))


def claim_and_another_cause_by_who_cannot_know(s: Story) -> None:
    s.says("claim", s.actor("armed_group"))
    s.says("dispute", s.actor("person"), "other", contradicts=("cause",))


def blame_and_another_cause_by_the_accused(s: Story) -> None:
    state = s.actor("state")
    s.says("blame", s.actor("armed_group"), "combatant", whom=(state,), role="carried_out")
    s.says("dispute", state, "authority", contradicts=("cause",))


def claim_and_another_cause_perhaps(s: Story) -> None:
    s.says("claim", s.actor("armed_group"))
    said = "may have been a gas leak"
    s.says("dispute", s.actor("public_body"), "authority", hedge="may", content=said, contradicts=("cause",))


def police_and_another_cause_by_the_owner(s: Story) -> None:
    police_say_so(s)
    s.says("dispute", s.actor("organisation"), "struck_side", contradicts=("cause",))


def claim_and_authority_on_another_target(s: Story) -> None:
    s.says("claim", s.actor("armed_group"))
    s.says("dispute", s.actor("public_body"), "authority", contradicts=("target",))


def claim_refuted_by_authority(s: Story) -> None:
    s.says("claim", s.actor("armed_group"))
    s.says("deny_occurrence", s.actor("public_body"), "authority")


def rumour_refuted_by_the_alleged_victim(s: Story) -> None:
    s.says("assert", s.actor("people", identity="generic"), "other", knowledge="hearsay")
    s.says("deny_occurrence", s.actor("person"), "struck_side")


def accused_denies_what_police_say(s: Story) -> None:
    group = s.actor("armed_group")
    s.says("blame", s.actor("public_body"), "authority", whom=(group,), role="carried_out")
    s.says("deny_occurrence", group)


def account_disputed(s: Story) -> None:
    s.says("assert", s.actor("public_body"), "authority")
    s.says("dispute", s.actor("armed_forces"), "combatant", contradicts=("target",))


def police_say_so(s: Story) -> None:
    s.says("assert", s.actor("public_body"), "authority")


def unnamed_official_confirms(s: Story) -> None:
    s.says("confirm", s.actor("official", identity="anonymous"), shown=False)


def defence_official_confirms(s: Story) -> None:
    forces = s.actor("armed_forces")
    s.says("confirm", s.actor("official", of=forces, identity="anonymous"), "struck_side")


def struck_company_says_so(s: Story) -> None:
    s.says("assert", s.actor("organisation"), "struck_side")


def claim_taken_back(s: Story) -> None:
    group = s.actor("armed_group")
    s.says("claim", group)
    s.says("retract", group)


def denial_alone(s: Story) -> None:
    s.says("deny_occurrence", s.actor("armed_forces"), "combatant")


def party_says_its_adversary_struck_it(s: Story) -> None:
    s.says("blame", s.actor("armed_forces"), "struck_side", whom=(s.actor("armed_group"),), role="carried_out")


def article_without_source(s: Story) -> None:
    s.says("assert")


def single_witness(s: Story) -> None:
    s.says("assert", s.actor("person"), "independent")


def blame_alone_takes_it_for_granted(s: Story) -> None:
    s.says("blame", s.actor("armed_group"), "combatant", whom=(s.actor("state"),), role="supported")


def claim_alone(s: Story) -> None:
    s.says("claim", s.actor("armed_group"))


def claim_and_an_ally_who_confirms(s: Story) -> None:
    s.says("claim", s.actor("armed_group"))
    s.says("confirm", s.actor("official", identity="anonymous"), "perpetrator_side")


def it_is_said(s: Story) -> None:
    s.says("assert", hedge="reportedly", content="reportedly the attack")


def charge_lifted(s: Story) -> None:
    s.says("clear", s.actor("public_body"), "authority", whom=(s.actor("person"),))


def charge_denied(s: Story) -> None:
    s.says("deny_responsibility", s.actor("armed_group"))


ROWS: list[tuple[Callable[[Story], None], str, str]] = [
    (outlet_withdraws, "withdrawn 1", "withdrawn 1"),
    (foiled, "not_occurred 2", "not_occurred 2"),
    (monitor_saw_it, "confirmed 3", "confirmed 3"),
    (monitor_saw_it_and_the_accused_denies, "confirmed 3", "confirmed 3"),
    (both_parties, "confirmed 4", "confirmed 4"),
    (claim_and_outlet, "confirmed 4", "reported 4"),
    (claim_outlet_and_police, "confirmed 7", "confirmed 7"),
    (claim_outlet_and_unnamed_official, "confirmed 7", "reported 7"),
    (claim_and_outlet_and_somebody_denies, "disputed 6", "disputed 6"),
    (claim_and_outlet_on_a_blast, "reported 10", "reported 10"),
    (both_parties_on_a_blast, "confirmed 4", "confirmed 4"),
    (claim_refuted_by_authority, "denied 5", "denied 5"),
    (claim_refuted_by_another_cause, "denied 5", "denied 5"),
    (claim_and_outlet_and_another_cause, "disputed 6", "disputed 6"),
    (claim_and_another_cause_by_who_cannot_know, "disputed 6", "disputed 6"),
    (blame_and_another_cause_by_the_accused, "disputed 6", "disputed 6"),
    (claim_and_another_cause_perhaps, "disputed 6", "disputed 6"),
    (police_and_another_cause_by_the_owner, "disputed 6", "disputed 6"),
    (claim_and_authority_on_another_target, "disputed 6", "disputed 6"),
    (rumour_refuted_by_the_alleged_victim, "denied 5", "denied 5"),
    (accused_denies_what_police_say, "disputed 6", "disputed 6"),
    (account_disputed, "disputed 6", "disputed 6"),
    (police_say_so, "confirmed 7", "confirmed 7"),
    (unnamed_official_confirms, "confirmed 7", "reported 7"),
    (defence_official_confirms, "confirmed 7", "reported 7"),
    (struck_company_says_so, "confirmed 7", "confirmed 7"),
    (claim_taken_back, "retracted 8", "retracted 8"),
    (denial_alone, "denied 9", "denied 9"),
    (party_says_its_adversary_struck_it, "reported 10", "reported 10"),
    (article_without_source, "reported 10", "reported 10"),
    (single_witness, "reported 10", "reported 10"),
    (blame_alone_takes_it_for_granted, "reported 10", "reported 10"),
    (claim_alone, "claimed 11", "claimed 11"),
    (claim_and_an_ally_who_confirms, "claimed 11", "claimed 11"),
    (it_is_said, "possible 12", "possible 12"),
    (charge_lifted, "possible 12", "possible 12"),
    (charge_denied, "possible 12", "possible 12"),
]


@pytest.mark.parametrize(("tell", "standard", "strict"), ROWS, ids=[row[0].__name__ for row in ROWS])
def test_row(tell: Callable[[Story], None], standard: str, strict: str) -> None:
    """The story gives this occurrence, by this row, under either policy."""
    story = Story()
    tell(story)
    assert (story.occurrence("standard"), story.occurrence("strict")) == (standard, strict)


def test_every_row_has_a_story() -> None:
    """No row of the table stands without a case that reaches it."""
    assert {int(row[1].split()[1]) for row in ROWS} == {rule.row for rule in OCCURRENCE}


def test_nothing_that_weighs_gives_nothing() -> None:
    """'No comment' and 'could not be verified' make no incident (row 13)."""
    story = Story()
    story.says("no_comment", story.actor("state"))
    story.says("unverified")
    assert story.occurrence() is None


def test_independent_word_is_contested_where_somebody_denies() -> None:
    """The confirmation stands, and the denial is shown beside it."""
    story = Story()
    monitor_saw_it_and_the_accused_denies(story)
    found = story.assess()
    assert found is not None
    assert found.contested


def a_glow_was_seen(s: Story) -> None:
    """A claim, and residents who saw something."""
    s.says("claim", s.actor("armed_group"), "perpetrator", content="the attack with drones on the base")
    s.says("assert", s.actor("people"), "independent", knowledge="own", content="a glow in the sky")


@pytest.mark.parametrize(
    ("denial", "facet", "shown"),
    [
        ("deny_occurrence", (), "disputed 6"),
        ("dispute", ("cause",), "disputed 6"),
        ("dispute", ("toll",), "confirmed 3"),
    ],
)
def test_who_saw_a_glow_has_not_confirmed_an_attack_that_those_who_know_deny(
    denial: str, facet: tuple[str, ...], shown: str
) -> None:
    """Something was seen, which the owner says was none; a quarrel about the dead leaves it standing."""
    story = Story()
    a_glow_was_seen(story)
    story.says(denial, story.actor("public_body"), "authority", contradicts=facet)
    assert story.occurrence() == shown


def test_who_saw_who_did_it_has_confirmed_it() -> None:
    """A monitor that names the doer has told of an attack, whatever the authority says."""
    story = Story()
    army = story.actor("armed_forces")
    story.says("assert", story.actor("monitor"), "independent", knowledge="own", whom=(army,))
    story.says("deny_occurrence", story.actor("public_body"), "authority")
    assert story.occurrence() == "confirmed 3"


def test_ally_who_confirms_stays_on_the_perpetrators_side() -> None:
    """Role beats verb: 'confirmed' by a comrade of the claimant is no confirmation."""
    story = Story()
    group = story.actor("armed_group")
    story.says("claim", group)
    story.says("confirm", story.actor("official", of=group, identity="anonymous"), "authority")
    assert story.occurrence() == "claimed 11"


def test_own_success_is_a_claim_whatever_the_verb() -> None:
    """One that has claimed the act and also 'confirms' it adds nothing."""
    story = Story()
    group = story.actor("armed_group")
    story.says("claim", group)
    story.says("confirm", group, "independent")
    assert story.occurrence() == "claimed 11"


def test_a_claim_beside_an_official_account_does_not_lower_it() -> None:
    """Under the strict policy, police and a claim confirm at least what police by themselves do."""
    alone, beside = Story(), Story()
    police_say_so(alone)
    claim_outlet_and_police(beside)
    assert (alone.occurrence("strict"), beside.occurrence("strict")) == ("confirmed 7", "confirmed 7")


def test_hearsay_is_never_independent() -> None:
    """A monitor that passes on what it was told reports, and does not confirm."""
    story = Story()
    story.says("assert", story.actor("monitor"), "independent", knowledge="hearsay")
    assert story.occurrence() == "reported 10"


def test_independence_must_be_shown() -> None:
    """Without words that show how it knows, a source is not independent."""
    story = Story()
    story.says("assert", story.actor("monitor"), "independent", shown=False)
    assert story.occurrence() == "reported 10"


def test_spokesman_of_a_union_is_no_authority() -> None:
    """What an extractor calls an authority must be a public body, an official or a state."""
    story = Story()
    union = story.actor("organisation")
    story.says("assert", story.actor("person", of=union), "authority")
    assert story.occurrence() == "reported 10"


def test_two_of_one_side_who_contradict_each_other_count_for_neither() -> None:
    """A side that says both yes and no has said nothing; the outlet's own word is left."""
    story = Story()
    forces = story.actor("armed_forces")
    story.says("assert", story.actor("official", of=forces), "combatant")
    story.says("deny_occurrence", story.actor("official", of=forces), "combatant")
    story.says("assert")
    assert story.occurrence() == "reported 10"


def test_later_word_of_a_single_speaker_stands() -> None:
    """Who first denied and then confirmed has confirmed."""
    story = Story()
    police = story.actor("public_body")
    story.says("deny_occurrence", police, "authority")
    story.says("confirm", police, "authority")
    assert story.occurrence() == "confirmed 7"


def test_superseded_statement_no_longer_weighs() -> None:
    """A statement that its speaker replaced is out, wherever it stands in the article."""
    story = Story()
    police = story.actor("public_body")
    story.says("deny_occurrence", police, "authority", supersedes=(2,))
    story.says("confirm", police, "authority")
    story.says("claim", story.actor("armed_group"))
    assert story.occurrence() == "denied 5"


def test_a_corrected_toll_withdraws_no_story() -> None:
    """The outlet that takes back a number still says that it happened."""
    story = Story()
    story.says("confirm", story.actor("public_body"), "authority")
    story.says("retract", contradicts=("toll",))
    found = story.assess()
    assert found is not None
    assert (found.occurrence, found.basis.differ_on) == ("confirmed", ("toll",))


def test_a_spokesman_who_corrects_a_toll_still_confirms() -> None:
    """A retraction of a part leaves the rest of what was said."""
    story = Story()
    ministry = story.actor("public_body")
    story.says("confirm", ministry, "authority")
    story.says("retract", ministry, "authority", contradicts=("toll",), supersedes=(1,))
    assert story.occurrence() == "confirmed 7"


def test_nobody_can_take_back_what_another_said() -> None:
    """A retraction by one party leaves the other's claim alone."""
    story = Story()
    story.says("claim", story.actor("armed_group"))
    story.says("retract", story.actor("armed_group"), supersedes=(1,))
    assert story.occurrence() == "claimed 11"


def test_a_hedge_before_the_author_does_not_doubt_the_event() -> None:
    """'The attack, allegedly by rebels' reports the attack and suspects the rebels."""
    story = Story()
    rebels = story.actor("armed_group")
    story.says("assert", hedge="allegedly", content="the attack allegedly by rebels", whom=(rebels,))
    assert (story.occurrence(), story.of_actor(rebels)) == ("reported 10", "suspected")


def test_differing_tolls_leave_the_event_confirmed() -> None:
    """A dispute over the number of dead is shown, and does not make the event disputed."""
    story = Story()
    story.says("assert", story.actor("public_body"), "authority")
    story.says("dispute", story.actor("armed_forces"), "combatant", contradicts=("toll",))
    found = story.assess()
    assert found is not None
    assert (found.occurrence, found.basis.differ_on) == ("confirmed", ("toll",))


def test_statements_cover_only_their_own_facets() -> None:
    """Who confirms 'the attack on the base' has not confirmed the drone that the article named."""
    story = Story()
    story.says("confirm", story.actor("public_body"), "authority", content="the attack on the base")
    found = story.assess()
    assert found is not None
    assert found.facets[0].facets == ("happened", "target")


def test_a_claim_that_its_own_side_disowns_is_taken_back() -> None:
    """Where the channel was hacked, nobody is left who says that it happened."""
    story = Story()
    group = story.actor("armed_group")
    story.says("claim", story.actor("outlet", of=group))
    story.says("deny_responsibility", story.actor("official", of=group))
    assert story.occurrence() == "retracted 8"


def test_two_spokesmen_who_contradict_each_other_leave_a_dispute() -> None:
    """Where nobody else speaks, the incident does not vanish: its own side disputes it."""
    story = Story()
    front = story.actor("armed_group")
    story.says("claim", story.actor("official", of=front))
    story.says("deny_occurrence", story.actor("official", of=front))
    assert story.occurrence() == "disputed 6"


def test_a_hedged_accusation_confirms_nothing() -> None:
    """'Police said that rebels may have bombed the bridge' is possible, and no more."""
    story = Story()
    rebels = story.actor("armed_group")
    story.says(
        "blame",
        story.actor("public_body"),
        "authority",
        hedge="may have",
        content="may have bombed it",
        whom=(rebels,),
        role="carried_out",
    )
    assert story.occurrence() == "possible 12"


def test_an_armed_partys_official_who_confirms_its_adversarys_act_is_one_party() -> None:
    """'The army confirmed that rebels had bombed the bridge' is the army's word."""
    story = Story()
    story.says("confirm", story.actor("official", of=story.actor("armed_forces")), "combatant")
    assert story.occurrence() == "reported 10"


def test_an_official_of_an_ally_confirms_nothing() -> None:
    """The minister of a state that arms the perpetrator speaks for a party."""
    story = Story()
    story.says("confirm", story.actor("official", of=story.actor("state")), "perpetrator_side")
    assert story.occurrence() == "reported 10"


def test_what_is_said_in_custody_takes_nothing_back() -> None:
    """A prisoner's word neither cancels a claim nor clears anybody."""
    story = Story()
    front = story.actor("armed_group")
    story.says("claim", front)
    story.says("retract", story.actor("person", of=front), knowledge="custody")
    assert story.occurrence() == "claimed 11"


def test_an_announcement_replaces_no_denial() -> None:
    """Only a word on the incident can replace another."""
    story = Story()
    state = story.actor("state")
    story.says("claim", story.actor("armed_group"))
    story.says("deny_occurrence", state, "struck_side")
    story.says("announce", state, supersedes=(2,))
    assert story.occurrence() == "denied 5"


def test_an_affiliation_without_evidence_makes_no_authority() -> None:
    """A blogger who is only said to belong to the police is a third party."""
    story = Story()
    blogger = story.actor("person", of=story.actor("public_body"))
    unshown = story.actors[blogger].affiliations[0].model_copy(update={"evidence": ()})
    story.actors[blogger] = story.actors[blogger].model_copy(update={"affiliations": (unshown,)})
    story.says("assert", blogger, "authority")
    assert story.occurrence() == "reported 10"
