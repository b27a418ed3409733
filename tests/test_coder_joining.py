"""What is no event of its own: talk at large, what was stopped, what only goes on with an event told before."""

from tests.coding import drafted, words


def test_an_attack_of_which_only_the_doer_is_named_is_no_event() -> None:
    assert drafted("They spoke of the threat that followed an attack by the rebels.").incidents == ()
    assert len(drafted("They spoke of the attack by the rebels on Monday.").incidents) == 1


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
