"""Who did it in MUC-4's words: individuals apart from organizations, everybody once."""

import datetime

import pytest

from summarizer.conflict.mapping.muc4 import incidents_of
from summarizer.documents.document import Document
from summarizer.pipeline import summarize
from tests.test_evaluation_muc4 import told


def doers(text: str) -> tuple[list[str], list[tuple[str, str]]]:
    """Individuals and organizations of the only incident."""
    document = Document.from_text(text, published=datetime.date(2020, 3, 2))
    (found,) = incidents_of(summarize(document).brief, document)
    return found["perp_individuals"], [(each["name"], each["confidence"]) for each in found["perp_orgs"]]


def test_an_organization_has_its_short_form() -> None:
    assert doers("The Velm National Front (VNF) killed the mayor of Torvik on Sunday.") == (
        [],
        [("Velm National Front (VNF)", "REPORTED AS FACT")],
    )


def test_a_body_told_twice_is_no_individual() -> None:
    assert doers("VELLA, 3 JAN 90 (XPA) -- THE ARMED FORCES KILLED A MAYOR IN TAREL.") == (
        [],
        [("ARMED FORCES", "REPORTED AS FACT")],
    )


def test_the_people_of_a_body_are_individuals() -> None:
    assert doers("Troops killed the mayor of Torvik on Sunday.") == (["Troops"], [])


def test_the_force_of_a_soldier_is_named_with_him() -> None:
    """Whom the article says that he is of counts too; and he is told once."""
    assert doers(
        "VELLA, 3 JAN 90 (XPA) -- A SOLDIER FROM THE ENGINEERS' MILITARY DETACHMENT FIRED A RIFLE AT A WOMAN."
    ) == (
        ["A SOLDIER"],
        [("ENGINEERS' MILITARY DETACHMENT", "REPORTED AS FACT")],
    )


def test_the_sappers_of_a_group_are_told_with_it() -> None:
    """Its name beside their trade says whose they are."""
    text = "SAPPERS OF THE VELM LIBERATION FRONT DESTROYED A BRIDGE IN TAREL YESTERDAY."
    assert doers("VELLA, 3 JAN 90 (XPA) -- " + text) == (
        ["SAPPERS"],
        [("VELM LIBERATION FRONT", "REPORTED AS FACT")],
    )


def test_agents_are_individuals() -> None:
    assert doers("VELLA, 3 JAN 90 (XPA) -- THE TEACHER WAS KILLED YESTERDAY BY A RUSEP AGENT.") == (
        ["A RUSEP AGENT"],
        [],
    )


def test_a_group_of_a_sort_is_no_organization() -> None:
    """Nobody tells which of them it was."""
    assert doers("VELLA, 3 JAN 90 (XPA) -- THE MAYOR WAS KILLED YESTERDAY BY A LEFTIST GROUP.") == ([], [])


@pytest.mark.parametrize("name", ["REBELS OF THE VELM FRONT", "VELM FRONT REBELS", "VELM FRONT (VF) REBELS"])
def test_the_people_of_an_organization_are_told_beside_its_name(name: str) -> None:
    """Where nobody else is described: a reader may have taken the organization alone."""
    (found,) = told(
        f"{name} SHOT A MAYOR. THE VELM FRONT TERRORIST ATTACK SHOCKED TAREL.",
        "A1 armed_group | name 1:VELM FRONT",
        "I1 shooting told by 1 is reported author stated | words 1:SHOT | at person :A MAYOR",
    )
    assert found["perp_individuals"] == ["REBELS"]
    assert [each["name"] for each in found["perp_orgs"]] == ["VELM FRONT"]


@pytest.mark.parametrize(
    ("actor", "people", "bodies"),
    [
        ("armed_group generic | name 1:SMUGGLERS", ["SMUGGLERS"], []),
        ("armed_group generic | name 1:TIMBER LORDS", ["TIMBER LORDS"], []),
        ("armed_group generic | name 1:DEATH SQUADS", [], ["DEATH SQUADS"]),
        ("armed_group | name 1:SMUGGLERS", [], ["SMUGGLERS"]),
        ("people anonymous | name 1:A GROUP OF 8 TO 10 MEN", ["8 TO 10 MEN"], []),
        ("armed_group anonymous | name 1:A LEFTIST GROUP", [], []),
    ],
)
def test_a_sort_of_people_are_individuals(actor: str, people: list[str], bodies: list[str]) -> None:
    """A sort of bodies stays a body; of "a group of men" the men count; "a leftist group" tells nobody."""
    name = actor.partition("1:")[2]
    line = "I1 shooting told by 1 is reported author stated | words 1:SHOT | at person :A MAYOR"
    (found,) = told(f"{name} SHOT A MAYOR.", f"A1 {actor}", line)
    assert (found["perp_individuals"], [each["name"] for each in found["perp_orgs"]]) == (people, bodies)


def test_whoever_speaks_as_the_doer_admits_it() -> None:
    """Its word that it will free the hostage is no claim, and leaves no doubt."""
    (found,) = told(
        "THE VELM FRONT ABDUCTED A NURSE. THE FRONT SAID THAT IT WILL FREE HER.",
        "A1 armed_group | name 1:THE VELM FRONT",
        "I1 kidnapping told by 1 is reported author stated | words 1:ABDUCTED | at person :A NURSE",
        "S1 announce by 1 | voice 2:THE FRONT | cue :SAID | says :IT WILL FREE HER | on 1 perpetrator",
    )
    assert found["perp_orgs"] == [{"name": "THE VELM FRONT", "confidence": "CLAIMED OR ADMITTED"}]


@pytest.mark.parametrize(
    ("actor", "bodies"),
    [
        ("armed_group | name 1:THE VELM FRONT", [{"name": "THE VELM FRONT", "confidence": "REPORTED AS FACT"}]),
        ("outlet | name 1:THE VELM FRONT", []),
    ],
)
def test_a_threat_stands_as_a_fact_and_no_medium_makes_it(actor: str, bodies: list[dict[str, str]]) -> None:
    line = "T1 by 1 | cue 1:THREATENED | says :TO KILL A MAYOR | at person :A MAYOR | harm :KILL"
    (found,) = told("THE VELM FRONT THREATENED TO KILL A MAYOR.", f"A1 {actor}", line)
    assert (found["stage"], found["perp_orgs"]) == ("THREATENED", bodies)
