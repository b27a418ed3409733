"""What is near a claim, a denial or an accusation, and must not be taken for one."""

import pytest

from tests.coding import drafted, named, said, statement, threat, words

BOMBED = "A bomb killed two guards in Torvik on Monday. "


@pytest.mark.parametrize(
    "text",
    [
        "Lawmaker Dina Solm accused the government of lying.",
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


def test_what_happened_years_ago_is_not_joined_to_what_is_new() -> None:
    """Two events: the attack of this week stays current, and that of years ago is background."""
    text = "TORVIK, Nov 3, 2025 - A bomb killed two guards in Torvik on Monday. Torvik was the scene of fighting in 2019, when 300 people died in clashes."
    assert [(each.kind, each.frame) for each in drafted(text).incidents][:1] == [("bombing", "current")]
    assert {each.frame for each in drafted(text).incidents[1:]} == {"background"}


def test_a_description_that_fits_two_groups_names_neither() -> None:
    """ "The rebels" may be either of two that were told of."""
    text = "The Velm Front and the Tarn Front met on Monday. The rebels bombed the bridge at Torvik."
    assert [each.whom for each in drafted(text).statements] == [()]


def test_what_was_repulsed_is_not_joined_to_a_killing_elsewhere() -> None:
    """A foiled attack leaves the bombing before it as done as it was."""
    text = "A bomb killed two guards in Torvik. The governor said troops had repulsed an attack on the palace."
    assert [each.stage for each in drafted(text).incidents] == ["accomplished", "foiled"]


def test_a_pronoun_within_what_is_denied_does_not_speak() -> None:
    """ "Denied that he had fled and said …" goes on with who denied."""
    text = "The army denied that it had fled and said rebels bombed the bridge at Torvik."
    assert said(text) == [("assert", "army")]


def test_last_month_is_not_wednesday() -> None:
    """What is dated by the month is another event than what has its day."""
    text = "Soldiers killed 16 rebels in Torvik on Wednesday. Last month, soldiers killed 200 rebels in Torvik."
    assert len(drafted(text).incidents) == 2


def test_whom_a_condition_is_for_is_not_whom_the_threat_is_to() -> None:
    """The prisoners are to be freed, and not killed."""
    _, found = threat('"If the prisoners are not freed by Friday, we will start killing them," the Velm Front said.')
    assert found.targets == ()


def test_the_target_stands_behind_a_quoted_word_of_harm() -> None:
    """The marks around "crush" do not part it from whom it is to strike."""
    _, found = threat('The Velm Front vowed to "crush" the guards.')
    assert words(found.targets[0].text) == "the guards"


def test_another_account_of_the_deaths_disputes_what_was_told() -> None:
    """Who says that lightning killed the men disputes the shooting."""
    text = "Merrin said soldiers of Tasmar shot two herders. Tasmar says that the men were killed by lightning."
    assert "dispute" in {kind for kind, _ in said(text)}


def test_a_thing_that_is_seized_is_not_kidnapped() -> None:
    for text in ("Armed men seized the ticket office in Orlen.", "Gunmen took his service rifle in Orlen on Monday."):
        assert [each.kind for each in drafted(text).incidents if each.kind == "kidnapping"] == []


@pytest.mark.parametrize(
    ("text", "whom"), [("Gunmen killed four in Orlen.", []), ("Gunmen killed four of the guards.", ["the guards"])]
)
def test_where_people_died_is_not_who_died(text: str, whom: list[str]) -> None:
    [incident] = drafted(text).incidents
    assert [[mention.text for mention in each.whom] for each in incident.casualties] == [whom]
