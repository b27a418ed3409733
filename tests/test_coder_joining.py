"""What is no event of its own: talk at large, what was stopped, what only goes on with an event told before."""

from tests.coding import drafted


def test_what_was_cut_or_ceased_is_no_attack() -> None:
    for text in ("The rebels cut off access to the road.", "The rebels ceased bombing pipelines near Orlen."):
        assert drafted(text).incidents == [], text
    assert [each.aggregate for each in drafted("The rebels attacked the Salvadoran people.").incidents] == [True]


def test_an_attack_of_which_only_the_doer_is_named_is_no_event() -> None:
    assert drafted("They spoke of the threat that followed an attack by the rebels.").incidents == []
    assert len(drafted("They spoke of the attack by the rebels on Monday.").incidents) == 1
