"""What is no event of its own: talk at large, what was stopped, what only goes on with an event told before."""

from tests.coding import drafted, words


def test_what_was_cut_or_ceased_is_no_attack() -> None:
    for text in ("The rebels cut off access to the road.", "The rebels ceased bombing pipelines near Orlen."):
        assert drafted(text).incidents == (), text
    assert [each.aggregate for each in drafted("The rebels attacked the Salvadoran people.").incidents] == [True]


def test_an_attack_of_which_only_the_doer_is_named_is_no_event() -> None:
    assert drafted("They spoke of the threat that followed an attack by the rebels.").incidents == ()
    assert len(drafted("They spoke of the attack by the rebels on Monday.").incidents) == 1


def test_another_whole_telling_far_from_the_opening_is_another_event() -> None:
    text = (
        "Gunmen killed a watchman at a farm near Orlen on Friday. Police found six cartridges. The mayor was told at noon. "
        "Nobody has been arrested. Witnesses described two cars. A gang killed two drivers on the road to Tarn."
    )
    assert len(drafted(text).incidents) == 2


def test_who_survives_an_attack_was_struck_at() -> None:
    for text, whom in (
        ("The mayor of Orlen survived an attack on Friday.", ["The mayor of Orlen"]),
        ("Senator Anton Velis was unhurt in an attack in Orlen on Friday.", ["Senator Anton Velis"]),
        ("The bishop escaped unharmed from a bomb attack in Orlen on Friday.", ["The bishop"]),
        ("The gunmen escaped after the attack in Orlen on Friday.", []),
    ):
        (incident,) = drafted(text).incidents
        assert [words(each.text) for each in incident.targets] == whom, text


def test_people_may_stand_between_taking_and_hostages() -> None:
    (incident,) = drafted("The rebels took a group of hotel guests as hostages in Orlen on Friday.").incidents
    assert (incident.kind, [words(each.text) for each in incident.targets]) == (
        "kidnapping",
        ["a group of hotel guests"],
    )


def test_what_a_weapon_did_and_how_people_died_tell_the_same_day() -> None:
    for text in (
        "Two men were convicted of planting the bomb that killed nine people in Torvik in 1994.",
        "Two guards were killed at Torvik when gunmen stormed the prison in 1994.",
    ):
        (found,) = drafted(text).incidents
        assert (words(found.time), found.frame) == ("1994", "background"), text


def test_two_of_one_office_with_different_names_are_struck_apart() -> None:
    text = (
        "TAREL, 3 MAY 89 (XPA) -- GUNMEN HAVE KILLED TWO OFFICIALS IN TWO DAYS. MAGISTRATE ANTON VELIS WAS KILLED IN ORLEN. "
        "MAGISTRATE PIA DORRAN WAS KILLED IN LORA."
    )
    victims = [[words(target.text) for target in each.targets] for each in drafted(text).incidents]
    assert not any("MAGISTRATE ANTON VELIS" in each and "MAGISTRATE PIA DORRAN" in each for each in victims)
