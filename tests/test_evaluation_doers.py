"""Who did it in MUC-4's words: individuals apart from organizations, everybody once."""

import datetime

from summarizer.conflict.mapping.muc4 import incidents_of
from summarizer.documents.document import Document
from summarizer.pipeline import summarize


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
