"""Threats that the coder finds, and what it does not take for one."""

import pytest

from tests.coding import drafted, named, threat, words


@pytest.mark.parametrize(
    ("text", "target", "condition"),
    [
        ("The Velm Front threatened to attack the port of Torvik.", "the port of Torvik", ""),
        ("The Velm Front has vowed to kill the mayor.", "the mayor", ""),
        ("The Velm Front vowed to bomb the stadium.", "the stadium", ""),
        (
            "The Velm Front warned it would bomb the mill if the troops do not leave.",
            "the mill",
            "if the troops do not leave",
        ),
        (
            '"We will bomb the mill unless the troops leave," the Velm Front said.',
            "the mill",
            "unless the troops leave",
        ),
        ("THE VELM FRONT THREATENED TO ATTACK THE PORT OF TORVIK.", "THE PORT OF TORVIK", ""),
    ],
)
def test_a_threat_has_issuer_target_and_condition(text: str, target: str, condition: str) -> None:
    """Committing verbs, warnings of what the speaker itself will do, and quoted promises of harm."""
    draft, found = threat(text)
    assert (named(draft, found.issuer) or "").lower() == "velm front"
    assert (words(found.targets[0].text), words(found.condition)) == (target, condition)


def test_a_demand_before_otherwise_is_the_condition() -> None:
    """The demand and the word that joins it to the harm."""
    _, found = threat('"The troops must leave. Otherwise they will die here," the Velm Front said.')
    assert words(found.condition) == "The troops must leave. Otherwise"


def test_what_will_befall_whoever_does_something_is_a_threat_of_an_armed_group() -> None:
    """Harm that is only to be understood is implicit."""
    _, found = threat('The Velm Front claimed the bombing. "Whoever crosses the river will be found in it," it said.')
    assert found.form == "implicit"


def test_a_term_is_the_deadline() -> None:
    """ "By Friday" is when the condition must be met."""
    _, found = threat("The Velm Front threatened to kill the hostages unless the troops leave by Friday.")
    assert words(found.deadline) == "by Friday"


def test_a_threat_passed_on_is_its_issuers() -> None:
    """The police only relay it."""
    draft, found = threat("Police said the Velm Front had threatened to attack the port.")
    assert (named(draft, found.issuer), [named(draft, each) for each in found.relayed_by]) == ("Velm Front", ["Police"])


@pytest.mark.parametrize(
    "text",
    [
        "The company threatened to sue the mayor.",
        "The union threatened to go on strike on Monday.",
        "The striker vowed to attack the title in the next season.",
        "The minister vowed to fight corruption and poverty.",
        "The Velm Front attacked the port of Torvik.",
        "The army said it stands ready to defend the port.",
    ],
)
def test_other_promises_are_no_threats(text: str) -> None:
    """Legal, business, sports and political threats, refusals, deeds and readiness."""
    assert drafted(text).threats == ()


def test_a_warning_of_what_others_may_do_is_no_threat() -> None:
    """Who warns of whom."""
    draft = drafted("Police warned that the Velm Front might attack the port of Torvik.")
    (found,) = draft.warnings
    assert (named(draft, found.speaker), [named(draft, each) for each in found.feared]) == ("Police", ["Velm Front"])
    assert draft.threats == ()


def test_a_hoax_is_marked() -> None:
    """A caller's bomb that police call a hoax."""
    _, found = threat("A caller said that a bomb would explode at the station. Police called it a hoax.")
    assert (found.status, words(found.status_words)) == ("hoax", "hoax")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The Velm Front said it would not hesitate to strike the port.", "the port"),
        ('"We will hunt down the mayor," the Velm Front said.', "the mayor"),
        ("The Velm Front said all foreign ships were legitimate targets.", "all foreign ships"),
        ("The Velm Front warned that any vessel entering the strait would be sunk.", "any vessel"),
        ("The Velm Front vowed to turn the valley into a graveyard.", "the valley"),
        ("The Velm Front swore revenge on Velland.", "Velland"),
        ("The kidnappers said the boy would be killed if the police came.", "the boy"),
        ('"Velland will pay a heavy price for this," the Velm Front said.', "Velland"),
        ("\"We'll burn the mill, comrades, and we're coming for the miller,\" the Velm Front said.", "the mill"),
    ],
)
def test_harm_by_whatever_words_strikes_its_object_or_befalls_its_subject(text: str, target: str) -> None:
    """The target is what the verb of harm is done to, or what is said to suffer it."""
    _, found = threat(text)
    assert words(found.targets[0].text) == target


@pytest.mark.parametrize(
    "text",
    [
        "The general said his troops were ready to answer any attack.",
        "Coach Dara Venn vowed his side would attack from the first minute.",
        '"We will all be killed," the mayor said.',
        '"I thought we would die," a survivor said.',
        "Analysts said the Velm Front would probably retaliate.",
        "Villagers said they feared more attacks.",
        "Dara Venn, a doctor, said more children will die unless medicine arrives.",
        "The army said it would investigate the killing of the four men.",
    ],
)
def test_what_is_feared_suffered_or_only_answered_is_no_threat(text: str) -> None:
    """Nobody says that it will do harm."""
    assert drafted(text).threats == ()


def test_an_unsigned_letter_threatens_by_itself() -> None:
    """Nobody is known to have written it."""
    draft, found = threat("An unsigned letter said the mill would be burned if the strike went on.")
    assert named(draft, found.issuer) == "An unsigned letter"


def test_a_letter_told_of_before_may_be_quoted_by_a_pronoun() -> None:
    """ "It read" is what the note says."""
    draft, found = threat('The hotel had received a note. It read: "Two days to get them out, or we will burn it down."')
    assert named(draft, found.issuer) == "a note"


@pytest.mark.parametrize(
    ("text", "issuer", "target"),
    [
        ('The mayor found a note saying "You are next after the fair" on his porch.', "a note", None),
    ],
)
def test_a_threat_in_other_clauses_is_its_issuers(text: str, issuer: str, target: str | None) -> None:
    """Terms, leaflets, the noun, a message and a clause between commas lead to who threatens."""
    draft = drafted(text)
    (found,) = [each for each in draft.threats if each.restates is None]
    assert named(draft, found.issuer) == issuer
    assert target is None or words(found.targets[0].text) == target


@pytest.mark.parametrize(
    "text",
    [
        "The Velm Front warned that sending troops would be considered a declaration of war.",
        "The Velm Front said any foreign soldier in the valley would be treated as an enemy.",
        "The Velm Front, a militia, came back. The group threatened to overrun the port.",
    ],
)
def test_a_veiled_threat_is_one(text: str) -> None:
    """Set phrases of menace, said by whoever bears arms or hides."""
    assert len(drafted(text).threats) == 1


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ('The Velm Front said that any vessel that calls at Torvik "will be sunk, whatever its flag".', "any vessel"),
    ],
)
def test_a_target_may_be_anybody_or_be_told_by_a_pronoun(text: str, target: str) -> None:
    """Indefinite words stand for themselves, "he" for whoever was named."""
    _, found = threat(text)
    assert words(found.targets[0].text) == target


@pytest.mark.parametrize(
    ("text", "issuer", "target", "condition"),
    [
        (
            "In a video a masked man says the two engineers will be killed one by one if Velland does not leave.",
            "a masked man",
            "the two engineers",
            "if Velland does not leave",
        ),
        (
            "Villagers have been told by the rebels that the dam will be blown up if the army crosses the river.",
            "rebels",
            "the dam",
            "if the army crosses the river",
        ),
    ],
)
def test_who_says_so_in_other_clauses_threatens(text: str, issuer: str, target: str | None, condition: str) -> None:
    """Letters, orders with "or", masked men, callers as others quote them, and verbs in the passive."""
    draft, found = threat(text)
    assert (named(draft, found.issuer), words(found.condition)) == (issuer, condition)
    assert target is None or words(found.targets[0].text) == target


@pytest.mark.parametrize(
    "text",
    [
        '"I never said we would attack anybody," the chief, Dara Venn, said on Monday.',
        '"They told us they would shoot the captain first," a port official said.',
    ],
)
def test_what_somebody_is_quoted_as_telling_of_others_is_not_his_threat(text: str) -> None:
    """A saying within a quotation ends with it, and its words are not those of who is quoted."""
    assert drafted(text).threats == ()
