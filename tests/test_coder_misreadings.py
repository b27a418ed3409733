"""What is near a claim, a denial or an accusation, and must not be taken for one."""

import pytest

from tests.coding import drafted, named, said, statement, words

BOMBED = "A bomb killed two guards in Torvik on Monday. "


@pytest.mark.parametrize(
    "text",
    [
        "Lawmaker Dina Solm accused the government of lying.",
        "The cleric Omar Tarn denied inciting violence.",
        '"If the prisoners are not freed, we will start killing guards," the Velm Front said.',
    ],
)
def test_what_speaks_of_something_else_says_nothing_of_the_attack(text: str) -> None:
    """An accusation of lying is no blame, a denial of incitement no denial, and a promise to kill no claim."""
    assert said(BOMBED + text) == [("assert", None)]


def test_a_hedged_word_of_who_was_behind_it_is_hedged_blame() -> None:
    """ "Was probably behind it" is blame, and the hedge is kept."""
    text = BOMBED + "Nobody claimed it, but a security source said the Velm Front was probably behind it."
    draft, found = statement(text, "blame")
    assert [named(draft, each) for each in found.whom] == ["Velm Front"]
    assert words(found.hedge) == "probably"


def test_a_fire_brigade_is_no_party_to_the_fighting() -> None:
    """A name with "brigade" in it bears no arms where it puts out fires."""
    draft = drafted("Two mosques in Torvik were set on fire by a mob, the fire brigade said.")
    assert [each.about[0].relation for each in draft.statements] == ["authority"]
