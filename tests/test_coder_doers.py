"""Whom the words for a doer stand for: groups by their members, short forms and descriptions; invented names."""

import pytest

from tests.coding import drafted, named, words


def doers(text: str) -> list[str | None]:
    """The names of all whom a statement of the article names as doers, each once, in order."""
    draft = drafted(text)
    return list(dict.fromkeys(named(draft, each) for said in draft.statements for each in said.whom))


DATE = "VELLA, 3 JAN 90 (XPA) -- "


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("ALLEGED MEMBERS OF THE ARMY OF ORVAN RENEWAL (AOR) KIDNAPPED A MAYOR IN TAREL.", "ARMY OF ORVAN RENEWAL"),
        ("GUERRILLAS OF THE ARMY OF NATIONAL LIBERATION SET FIRE TO A BANK IN TAREL.", "ARMY OF NATIONAL LIBERATION"),
        ("OMNF [ORVAN MARAN NATIONAL FRONT] OUTLAWS TOOK A MAYOR HOSTAGE IN TAREL.", "OMNF"),
        ("OMNF URBAN COMMANDOS BLEW UP TWO TRUCKS IN TAREL.", "OMNF"),
        ("OMNF UNITS KILLED A MAYOR IN TAREL.", "OMNF"),
        ("URBAN CELLS OF THE ORVAN FRONT KILLED A MAYOR IN TAREL.", "ORVAN FRONT"),
        ("THE TERRORIST ORVAN FRONT KILLED A MAYOR IN TAREL.", "ORVAN FRONT"),
    ],
)
def test_members_and_units_stand_for_their_group_in_capitals(text: str, doer: str) -> None:
    """Where capitals tell nothing, a group is known by its short form, its head noun or its people."""
    assert doers(DATE + text) == [doer]


def test_a_short_form_behind_a_comma_is_the_same_group() -> None:
    """The initials of a name, in any order, name it again."""
    text = "A MAYOR WAS KIDNAPPED BY THE ORVAN PATRIOTIC FRONT, FPO, IN TAREL. THE FPO KILLED HIM."
    assert doers(DATE + text) == ["ORVAN PATRIOTIC FRONT"]


def test_an_army_of_fighters_is_no_state_force() -> None:
    """Whose fighters are called so bears arms for no state."""
    (group,) = drafted("Fighters of the Army of the Coast killed a mayor in Tarel.").actors
    assert (words(group.name), group.kind) == ("Army of the Coast", "armed_group")


FRONT = "The Velm Front began an offensive in May. Talks failed. The army was ready. Nobody spoke. "
BOMBED = "On Monday the rebels blew up a bank in Tarel."


def test_the_rebels_are_the_one_group_that_is_named() -> None:
    """However far back, where the article names no other."""
    assert doers(FRONT + BOMBED) == ["Velm Front"]


def test_the_rebels_of_a_land_are_the_one_group_that_is_named() -> None:
    """An adjective of a country, or of a leaning, names nobody."""
    assert doers(FRONT + "On Monday the leftist rebels blew up a bank in Tarel.") == ["Velm Front"]


def test_the_rebels_may_be_named_only_later() -> None:
    """The one group of the article, though it is named behind them."""
    assert doers(BOMBED + " The Velm Front militia has fought since 1980.") == ["Velm Front"]


@pytest.mark.parametrize(
    "text",
    [
        "The Orvan Brigade militia opposes it. " + BOMBED,
        "Gunmen shot a mayor in Lora on Sunday. " + BOMBED,
        "On Monday rebels blew up a bank in Tarel.",
    ],
)
def test_the_rebels_of_whom_nobody_can_tell_are_nobody(text: str) -> None:
    """A second group, unnamed fighters told of since, or no article before the noun: rather nothing."""
    assert doers(FRONT + text) == []
