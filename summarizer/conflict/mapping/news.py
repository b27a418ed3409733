"""The reader of mapping.toml: a brief's statuses in the words of the gold answers and of MUC-4."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from summarizer.conflict.statement_kinds import ACCUSES, SAYS_WHO_ELSE_DID_IT
from summarizer.documents.quotes import Quotes
from summarizer.schemas.brief import Attributed, UnverifiedBrief
from summarizer.schemas.vocabulary import (
    ActorAttribution,
    Frame,
    IncidentAttribution,
    IncidentKind,
    Occurrence,
    Relation,
    Stage,
    ThreatStatus,
)

LEFT_OUT = "left out"
AS_THE_ACCUSER = "as the accuser"


@cache
def table() -> dict[str, Any]:
    """The tables as they stand in the file."""
    return tomllib.loads((files(__package__) / "mapping.toml").read_text(encoding="utf-8"))


def row_of(name: str, occurrence: Occurrence, stage: Stage, frame: Frame) -> int:
    """Position of the first row of a list that holds for these values."""
    given = {"occurrence": occurrence, "stage": stage, "frame": frame}
    rows: list[dict[str, Any]] = table()[name]
    return next(at for at, row in enumerate(rows) if all(given[key] in row[key] for key in row if key != "value"))


def _listed(name: str, occurrence: Occurrence, stage: Stage, frame: Frame) -> str | None:
    value: str = table()[name][row_of(name, occurrence, stage, frame)]["value"]
    return None if value == LEFT_OUT else value


def news_occurrence(occurrence: Occurrence, stage: Stage, frame: Frame) -> str | None:
    """The gold answers' word for an incident; None where it is not predicted."""
    return _listed("news_occurrence", occurrence, stage, frame)


def muc4_stage(occurrence: Occurrence, stage: Stage, frame: Frame) -> str | None:
    """MUC-4's stage of an incident; None where it is not predicted."""
    return _listed("muc4_stage", occurrence, stage, frame)


def news_attribution(attribution: IncidentAttribution) -> str:
    """The gold answers' word for the attribution of an incident."""
    return str(table()["attribution"][attribution]["news"])


def names_with(attribution: IncidentAttribution) -> frozenset[str]:
    """The statuses whose actors are named as perpetrators where an incident has this attribution."""
    whose = table()["attribution"][attribution]["names"]
    if whose == "all":
        return frozenset(status for status, row in table()["confidence"].items() if row["named"])
    return frozenset({attribution} if whose == "status" else ())


def muc4_type(kind: IncidentKind) -> str | None:
    """MUC-4's type of an incident; None where it has none."""
    value: str = table()["muc4_type"][kind]
    return None if value == LEFT_OUT else value


def threat_status(status: ThreatStatus, column: str) -> str | None:
    """What a threat of this status is called in the column 'news' or 'muc4'; None where it is not predicted."""
    value: str = table()["threat"][status][column]
    return None if value == LEFT_OUT else value


def muc4_confidence(status: ActorAttribution, accusers: frozenset[Relation], *, blamed: bool = True) -> str | None:
    """MUC-4's confidence in one actor; None where the actor is not predicted.

    Args:
        status: the actor's, as derived.
        accusers: relations to the incident of those who accuse it.
        blamed: somebody blames it, and does not only tell the deed with its doer.
    """
    row: dict[str, str] = table()["confidence"][status]
    value = row["muc4"] if blamed else row.get("telling", row["muc4"])
    if value == AS_THE_ACCUSER:
        rows: dict[str, str] = table()["accuser"]
        return next((word for relation, word in rows.items() if relation in accusers), rows["not_stated"])
    return None if value == LEFT_OUT else value


def first(quotes: Quotes) -> str | None:
    """The first of the mentions that make a value."""
    return quotes[0].text if quotes else None


def name_of(actor: int, brief: UnverifiedBrief) -> str | None:
    """The name of an actor of a brief, by its id."""
    return next((first(each.name) for each in brief.actors if each.id == actor), None)


def is_blamed(attributed: Attributed, brief: UnverifiedBrief) -> bool:
    """Whether a statement that an attribution rests on blames the actor."""
    return any(each.kind in ACCUSES for each in brief.statements if each.id in attributed.statements)


def accusers_of(actor: int, incident: int, brief: UnverifiedBrief) -> frozenset[Relation]:
    """Relations to an incident of those whose statements name this actor as its doer."""
    return frozenset(
        about.relation
        for statement in brief.statements
        if actor in statement.whom and statement.kind in SAYS_WHO_ELSE_DID_IT
        for about in statement.about
        if about.incident == incident
    )
