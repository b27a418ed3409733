"""What is no event of its own: talk at large, what was stopped, what only goes on with an event told before."""

import pytest

from tests.coding import drafted, words


def test_an_attack_that_struck_nobody_and_nothing_is_no_event() -> None:
    assert drafted("They spoke of the threat that followed an attack by the rebels.").incidents == ()
    assert drafted("They spoke of the attack by the rebels on Monday.").incidents == ()
    assert len(drafted("They spoke of the attack on the mill by the rebels on Monday.").incidents) == 1


def test_another_whole_telling_far_from_the_opening_is_another_event() -> None:
    text = (
        "Gunmen killed a watchman at a farm near Orlen on Friday. Police found six cartridges. The mayor was told at noon. "
        "Nobody has been arrested. Witnesses described two cars. A gang killed two drivers on the road to Tarn."
    )
    assert len(drafted(text).incidents) == 2


def test_people_may_stand_between_taking_and_hostages() -> None:
    (incident,) = drafted("The rebels took a group of hotel guests as hostages in Orlen on Friday.").incidents
    assert (incident.kind, [words(each.text) for each in incident.targets]) == (
        "kidnapping",
        ["a group of hotel guests"],
    )


@pytest.mark.parametrize(
    "claim",
    [
        "The Velm Front said it had carried out a further attack on the north.",
        "The Velm Front said it was behind the kidnapping.",
        "The mill was rebuilt. It is large. The Velm Front claimed it.",
    ],
)
def test_a_claim_of_something_else_is_not_bound_to_what_was_told_before(claim: str) -> None:
    """An act of its own, another kind of act, or too far from any stays unplaced."""
    draft = drafted("A missile hit a grain silo at Torvik on Monday. " + claim)
    assert not any(each.kind == "claim" for each in draft.statements)


@pytest.mark.parametrize("word", ["another", "a second", "a separate", "a new"])
def test_what_is_set_apart_is_another_event(word: str) -> None:
    text = f"Rebels bombed the mill at Torvik on Monday. They carried out {word} attack on the mill."
    assert len(drafted(text).incidents) == 2


def test_what_answers_an_attack_is_another_event() -> None:
    """Who was struck first did not do what came before."""
    (found,) = drafted(
        "Army jets bombed the camp at Orlen on Monday after rockets were fired over the river."
    ).incidents
    assert words(found.targets[0].text) == "the camp"


def test_what_somebody_has_always_done_is_no_event() -> None:
    assert drafted("It has planted bombs in cinemas in Orlen and in other towns.").incidents == ()


def test_should_there_be_an_attack_is_no_event() -> None:
    assert drafted("They prepared on Monday for war should there be a strike on Orlen.").incidents == ()
