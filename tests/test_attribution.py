"""Who did it, and on whose word: every row of the table, with the case that it is for."""

from collections.abc import Callable

import pytest

from summarizer.conflict.derivation.attribution import ATTRIBUTION
from tests.story import Story

Blame = {"role": "carried_out"}


def claim_ruled_out(s: Story, group: int) -> None:
    s.says("claim", group)
    s.says("clear", s.actor("public_body"), "authority", whom=(group,))


def claim_disowned(s: Story, group: int) -> None:
    s.says("claim", group)
    s.says("deny_responsibility", group, content="somebody else is using our channel")


def claim_withdrawn(s: Story, group: int) -> None:
    s.says("assert")
    s.says("claim", group)
    s.says("retract", group)


def cleared_by_a_court(s: Story, group: int) -> None:
    s.says("blame", s.actor("person"), "other", whom=(group,), **Blame)
    s.says("clear", s.actor("public_body"), "independent", whom=(group,))


def named_by_an_inquiry(s: Story, group: int) -> None:
    s.says("blame", s.actor("monitor"), "independent", whom=(group,), **Blame)
    s.says("deny_responsibility", group)


def claimed_and_named_by_police(s: Story, group: int) -> None:
    s.says("claim", group)
    s.says("blame", s.actor("public_body"), "authority", whom=(group,), **Blame)


def claimed_by_a_spokesman(s: Story, group: int) -> None:
    s.says("claim", s.actor("person", of=group))


def admitted_by_an_unnamed_commander(s: Story, group: int) -> None:
    s.says("acknowledge", s.actor("official", of=group, identity="anonymous"))


def accused_and_denies(s: Story, group: int) -> None:
    s.says("blame", s.actor("public_body"), "authority", whom=(group,), **Blame)
    s.says("deny_responsibility", s.actor("person", of=group))


def accused_by_police(s: Story, group: int) -> None:
    s.says("blame", s.actor("public_body"), "authority", whom=(group,), **Blame)


def stated_by_the_outlet(s: Story, group: int) -> None:
    s.says("assert", whom=(group,))


def accused_by_a_rival(s: Story, group: int) -> None:
    s.says("blame", s.actor("armed_group"), "combatant", whom=(group,), **Blame)


def suspected(s: Story, group: int) -> None:
    s.says(
        "blame", s.actor("public_body"), "authority", whom=(group,), hedge="may be", content="may be theirs", **Blame
    )


def denies_unasked(s: Story, group: int) -> None:
    s.says("assert")
    s.says("deny_responsibility", group)


ROWS: list[tuple[Callable[[Story, int], None], str]] = [
    (claim_ruled_out, "claim_rejected"),
    (claim_disowned, "claim_disowned"),
    (claim_withdrawn, "claim_retracted"),
    (cleared_by_a_court, "exonerated"),
    (named_by_an_inquiry, "established"),
    (claimed_and_named_by_police, "claimed_corroborated"),
    (claimed_by_a_spokesman, "claimed"),
    (admitted_by_an_unnamed_commander, "acknowledged_unnamed"),
    (accused_and_denies, "accused_denied"),
    (accused_by_police, "accused_by_authorities"),
    (stated_by_the_outlet, "reported_as_fact"),
    (accused_by_a_rival, "accused_by_others"),
    (suspected, "suspected"),
    (denies_unasked, "denied"),
]


@pytest.mark.parametrize(("tell", "status"), ROWS, ids=[row[1] for row in ROWS])
def test_row(tell: Callable[[Story, int], None], status: str) -> None:
    """The story gives the actor, and the incident, this attribution."""
    story = Story()
    group = story.actor("armed_group")
    tell(story, group)
    assert (story.of_actor(group), story.attribution()) == (status, status)


def test_every_row_has_a_story() -> None:
    """No row of the table stands without a case that reaches it."""
    assert [row[1] for row in ROWS] == [rule.status for rule in ATTRIBUTION]


def test_two_separate_claims_compete() -> None:
    """Two groups that each claim it leave the author open."""
    story = Story()
    story.says("claim", story.actor("armed_group"))
    story.says("claim", story.actor("armed_group"))
    assert story.attribution() == "competing_claims"


def test_a_joint_claim_is_one_claim() -> None:
    """Two groups that claim it in one statement do not compete."""
    story = Story()
    one, other = story.actor("armed_group"), story.actor("armed_group")
    story.says("claim", one, whom=(one, other))
    assert story.attribution() == "claimed"


def test_claims_of_those_whom_somebody_names_together_do_not_compete() -> None:
    """'Karda and Union troops landed at dawn', and each says that it landed: that is one claim, of two."""
    story = Story()
    one, other = story.actor("state"), story.actor("armed_forces")
    story.says("assert", whom=(one, other))
    story.says("claim", one)
    story.says("claim", other)
    assert story.attribution() == "claimed"


def test_a_guess_that_names_two_makes_no_team_of_them() -> None:
    """Each claims it apart, and a monitor supposes both."""
    story = Story()
    one, other = story.actor("armed_group"), story.actor("armed_group")
    story.says("assert", story.actor("monitor"), "other", whom=(one, other), hedge="perhaps", content="perhaps both")
    story.says("claim", one)
    story.says("claim", other)
    assert story.attribution() == "competing_claims"


def test_what_both_sides_of_a_fight_claim_of_it_does_not_compete() -> None:
    """The army and rebels fought, and each says how many it killed."""
    story = Story(incident_kind="clashes")
    army, rebels = story.actor("armed_forces"), story.actor("armed_group")
    story.says("assert", whom=(army, rebels))
    story.says("claim", army)
    story.says("claim", rebels)
    assert story.attribution() == "reported_as_fact"


def test_what_each_side_says_it_did_in_a_fight_is_a_claim_of_its_part() -> None:
    """Nobody else names the two; that both claim a bombing leaves its author open."""
    for kind, attribution in (("clashes", "claimed"), ("bombing", "competing_claims")):
        story = Story(incident_kind=kind)
        story.says("claim", story.actor("armed_forces"))
        story.says("claim", story.actor("armed_group"))
        assert story.attribution() == attribution


def test_claims_that_hang_together_by_a_third_are_one() -> None:
    """A minister claims it for the army and its ally, the army's state for itself."""
    story = Story()
    ally, state = story.actor("armed_forces"), story.actor("state")
    army = story.actor("armed_forces", of=state)
    story.says("claim", state)
    story.says("claim", story.actor("official", of=state), whom=(ally, army))
    assert story.attribution() == "claimed"


def test_both_sides_of_a_fight_may_still_blame_each_other() -> None:
    story = Story(incident_kind="clashes")
    army, rebels = story.actor("armed_forces"), story.actor("armed_group")
    story.says("assert", whom=(army, rebels))
    story.says("blame", army, "combatant", whom=(rebels,), **Blame)
    story.says("blame", rebels, "combatant", whom=(army,), **Blame)
    assert story.attribution() == "rival_accusations"


def test_a_branch_of_the_claimant_that_is_accused_is_no_other() -> None:
    """The group claims what its branch is said to have done."""
    story = Story()
    group = story.actor("armed_group")
    story.says("claim", group)
    story.says("blame", story.actor("public_body"), "authority", whom=(story.actor("armed_group", of=group),), **Blame)
    assert story.attribution() == "claimed"


def test_the_word_of_a_states_army_is_official_and_corroborates_no_claim() -> None:
    """An army that accuses its enemy speaks for a state; but it is a party, and what it says adds nothing to a claim."""
    story = Story()
    rebels = story.actor("armed_group")
    story.says("blame", story.actor("armed_forces"), "combatant", whom=(rebels,), **Blame)
    assert story.of_actor(rebels) == "accused_by_authorities"
    story.says("claim", rebels)
    assert story.of_actor(rebels) == "claimed"


def test_the_word_of_an_armed_group_is_not_official() -> None:
    story = Story()
    army = story.actor("armed_forces")
    story.says("blame", story.actor("armed_group"), "combatant", whom=(army,), **Blame)
    assert story.of_actor(army) == "accused_by_others"


def test_parties_that_accuse_each_other_are_rivals() -> None:
    """Each blames the other and nobody claims it."""
    story = Story()
    one, other = story.actor("armed_forces"), story.actor("armed_group")
    story.says("blame", one, "combatant", whom=(other,), **Blame)
    story.says("blame", other, "combatant", whom=(one,), **Blame)
    assert story.attribution() == "rival_accusations"


def test_claim_by_a_front_of_the_accused() -> None:
    """The claimant belongs to the party that is blamed."""
    story = Story()
    movement = story.actor("armed_group")
    story.says("claim", story.actor("armed_group", of=movement))
    story.says("blame", story.actor("public_body"), "authority", whom=(movement,), **Blame)
    assert story.attribution() == "claimed_by_front"


def test_claimant_and_accused_conflict_where_they_differ() -> None:
    """One claims it, another is blamed."""
    story = Story()
    story.says("claim", story.actor("armed_group"))
    story.says("blame", story.actor("public_body"), "authority", whom=(story.actor("armed_group"),), **Blame)
    assert story.attribution() == "conflicting"


def test_no_group_has_claimed_it() -> None:
    """The article's word that nobody claimed it is information."""
    story = Story()
    story.says("assert")
    story.says("no_claim")
    assert story.attribution() == "unclaimed"


def test_blame_for_support_attributes_nothing() -> None:
    """Blame for arming, allowing or supporting names no author."""
    story = Story()
    story.says("assert")
    story.says("blame", story.actor("armed_group"), "combatant", whom=(story.actor("state"),), role="supported")
    assert story.attribution() == "none"


def test_blame_that_leaves_open_what_for_is_blame_for_the_act() -> None:
    """'Detectives suspect a moneylender': somebody is suspected, of whatever part."""
    story = Story()
    lender = story.actor("person", identity="anonymous")
    story.says("assert", story.actor("public_body"), "authority")
    story.says(
        "blame", story.actor("public_body"), "authority", whom=(lender,), hedge="suspect", content="they suspect him"
    )
    assert story.attribution() == "suspected"


@pytest.mark.parametrize("relation", ["combatant", "other", "struck_side"])
def test_the_word_of_a_state_is_official(relation: str) -> None:
    story = Story()
    rebels = story.actor("armed_group")
    story.says("blame", story.actor("official", of=story.actor("state")), relation, whom=(rebels,), **Blame)
    assert story.attribution() == "accused_by_authorities"


def test_how_a_man_in_a_helmet_did_it_does_not_tell_who_it_was() -> None:
    """Witnesses saw him; the group that claims it, or whoever is suspected, comes first."""
    story = Story()
    man, group = story.actor("person", identity="anonymous"), story.actor("armed_group")
    story.says("assert", story.actor("people"), "independent", knowledge="own", whom=(man,))
    assert story.attribution() == "established"
    story.says("claim", group)
    assert story.attribution() == "claimed"
    assert story.of_actor(man) == "established"


def test_who_was_there_accuses_as_others_do() -> None:
    """A crowd that says whose men fired has found nothing out; a monitor has."""
    story = Story()
    guards = story.actor("armed_forces")
    story.says("blame", story.actor("people"), "independent", knowledge="own", whom=(guards,), **Blame)
    assert story.attribution() == "accused_by_others"
    story.says("blame", story.actor("monitor"), "independent", whom=(guards,), **Blame)
    assert story.attribution() == "established"


def test_who_saw_it_clears_nobody_of_what_it_claims() -> None:
    """Passers-by who say that it was somebody else weigh as others do; an inquiry rules a claimant out."""
    story = Story()
    group = story.actor("armed_group")
    story.says("claim", group)
    story.says("clear", story.actor("people"), "independent", knowledge="own", whom=(group,))
    assert story.attribution() == "claimed"
    story.says("clear", story.actor("monitor"), "independent", whom=(group,))
    assert story.attribution() == "claim_rejected"


def stated_by_the_article(s: Story, gunmen: int) -> None:
    s.says("assert", whom=(gunmen,))


@pytest.mark.parametrize(
    ("tell", "status"),
    [
        (stated_by_the_article, "reported_as_fact"),
        (accused_by_police, "accused_by_authorities"),
        (accused_by_a_rival, "accused_by_others"),
        (suspected, "suspected"),
        (cleared_by_a_court, "exonerated"),
    ],
)
def test_gunmen_are_accused_like_others(tell: Callable[[Story, int], None], status: str) -> None:
    """Who is only described is accused of it, or cleared, by whoever says so."""
    story = Story()
    gunmen = story.actor("people", identity="generic")
    tell(story, gunmen)
    assert (story.of_actor(gunmen), story.attribution()) == (status, status)


def test_gunmen_who_are_only_mentioned_did_nothing() -> None:
    """A description that nobody ties to the attack is tied to it by nothing."""
    story = Story()
    story.actor("people", identity="generic")
    story.says("assert")
    found = story.assess()
    assert found is not None
    assert (found.attributed, found.attribution) == ((), "none")


def test_spokesman_of_an_armed_group_is_no_authority() -> None:
    """An official of an armed group accuses as a party."""
    story = Story()
    rebels = story.actor("armed_group")
    militia = story.actor("armed_group")
    story.says("blame", story.actor("official", of=rebels), "authority", whom=(militia,), **Blame)
    assert story.attribution() == "accused_by_others"


def test_a_mere_sort_stands_behind_whoever_is_named() -> None:
    """That witnesses saw "an attacker" tells nobody apart: whose attack it was is as the group claims."""
    story = Story()
    attacker = story.actor("person", identity="generic")
    group = story.actor("armed_group")
    story.says("assert", story.actor("people"), "independent", whom=(attacker,))
    story.says("claim", group)
    found = story.assess()
    assert found is not None
    assert [entry.actor for entry in found.attributed] == [group, attacker]
    assert found.attribution == "claimed"


def test_who_is_only_described_contradicts_no_claim() -> None:
    """Two gunmen whom the article describes may be those of the group that claims it."""
    story = Story()
    gunmen = story.actor("people", identity="anonymous")
    story.says("assert", whom=(gunmen,))
    story.says("claim", story.actor("armed_group"))
    assert story.attribution() == "claimed"
