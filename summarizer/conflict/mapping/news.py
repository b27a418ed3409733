"""The reader of mapping.toml: a brief's statuses in the words of the gold answers and of MUC-4."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from summarizer.conflict.derivation.relations import party
from summarizer.conflict.items import Items
from summarizer.conflict.statement_kinds import ACCUSES, SAYS_WHO_ELSE_DID_IT
from summarizer.documents.quotes import Quote, Quotes
from summarizer.schemas.brief import (
    AssessedIncident,
    AssessedThreat,
    Assessment,
    Attributed,
    Statement,
    UnverifiedBrief,
)
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


@cache
def listed(section: str, entry: str) -> frozenset[str]:
    """The words of one list of the file."""
    return frozenset(table()[section][entry])


def ends_in(told: Sequence[str], among: frozenset[str]) -> bool:
    """Whether the last of some words is one of these; no words end in nothing."""
    return not among.isdisjoint(told[-1:])


def row_of(name: str, occurrence: Occurrence, stage: Stage, frame: Frame) -> int:
    """The position of the first row of a list that holds for these values, from 0.

    Args:
        name: the list, `news_occurrence` or `muc4_stage`.
        occurrence: as derived.
        stage: as the article tells it.
        frame: as the article tells it.

    Raises:
        StopIteration: no row holds; the lists cover all values, which a test shows.
    """
    given = {"occurrence": occurrence, "stage": stage, "frame": frame}
    return next(at for at, row in enumerate(table()[name]) if _holds(row, given))


def _holds(row: Mapping[str, Any], given: Mapping[str, str]) -> bool:
    return all(given[key] in allowed for key, allowed in row.items() if key != "value")


def _value(name: str, occurrence: Occurrence, stage: Stage, frame: Frame) -> str | None:
    return _unless_left_out(table()[name][row_of(name, occurrence, stage, frame)]["value"])


def _unless_left_out(value: str) -> str | None:
    return None if value == LEFT_OUT else value


def news_occurrence(occurrence: Occurrence, stage: Stage, frame: Frame) -> str | None:
    """The gold answers' word for an incident.

    Args:
        occurrence: as derived.
        stage: as the article tells it.
        frame: as the article tells it.

    Returns:
        None where it is not predicted.
    """
    return _value("news_occurrence", occurrence, stage, frame)


def muc4_stage(occurrence: Occurrence, stage: Stage, frame: Frame) -> str | None:
    """MUC-4's stage of an incident.

    Args:
        occurrence: as derived.
        stage: as the article tells it.
        frame: as the article tells it.

    Returns:
        None where MUC-4 has no such incident, as of background, exercises and discredited reports.
    """
    return _value("muc4_stage", occurrence, stage, frame)


def news_attribution(attribution: IncidentAttribution) -> str:
    """The gold answers' word for the attribution of an incident."""
    return str(table()["attribution"][attribution]["news"])


def names_with(attribution: IncidentAttribution) -> frozenset[str]:
    """The statuses whose actors are named as perpetrators where an incident has this attribution."""
    whose = table()["attribution"][attribution]["names"]
    return frozenset(table()["names"].get(whose, (attribution,)))


def muc4_type(kind: IncidentKind) -> str | None:
    """MUC-4's type of an incident; None where it has none."""
    return _unless_left_out(table()["muc4_type"][kind])


def threat_status(status: ThreatStatus, column: str) -> str | None:
    """What a threat of this status is called in the column 'news' or 'muc4'; None where it is not predicted."""
    return _unless_left_out(table()["threat"][status][column])


def muc4_confidence(status: ActorAttribution, accusers: frozenset[Relation], *, blamed: bool = True) -> str | None:
    """MUC-4's confidence in one actor; None where the actor is not predicted.

    Args:
        status: the actor's, as derived.
        accusers: relations to the incident of those who accuse it.
        blamed: somebody blames it, and does not only tell the deed with its doer.
    """
    row: dict[str, str] = table()["confidence"][status]
    value = row["muc4"] if blamed else row.get("telling", row["muc4"])
    return _as_the_accuser(accusers) if value == AS_THE_ACCUSER else _unless_left_out(value)


def _as_the_accuser(accusers: frozenset[Relation]) -> str:
    """The confidence that the first relation of the table gives which somebody of the accusers has."""
    rows: dict[str, str] = table()["accuser"]
    return next((word for relation, word in rows.items() if relation in accusers), rows["not_stated"])


def first(quotes: Quotes) -> str | None:
    """The first of the mentions that make a value."""
    return quotes[0].text if quotes else None


def texts(quotes: Iterable[Quote]) -> list[str]:
    """The words of some mentions."""
    return [quote.text for quote in quotes]


def assessed(brief: UnverifiedBrief) -> Iterator[tuple[AssessedIncident, Assessment]]:
    """The incidents that have a status, each with it; the others only sum these up."""
    for incident in brief.incidents:
        if incident.assessment:
            yield incident, incident.assessment


def first_target(item: AssessedIncident | AssessedThreat) -> str | None:
    """The first of the mentions that make the first target."""
    return first(item.targets[0].text) if item.targets else None


def name_of(actor: int, items: Items) -> str | None:
    """The name of an actor, by its id."""
    found = items.speaker(actor)
    return first(found.name) if found else None


def is_blamed(attributed: Attributed, items: Items) -> bool:
    """Whether a statement that an attribution rests on blames the actor."""
    said = (items.statements.get(number) for number in attributed.statements)
    return any(statement.kind in ACCUSES for statement in said if statement)


def accusers_of(actor: int, incident: int, items: Items) -> frozenset[Relation]:
    """What those who name an actor as the doer of an incident are to that incident.

    Args:
        actor: id of the actor.
        incident: id of the incident.
        items: the items of the brief.

    Returns:
        Their relations; none where nobody names it.
    """
    said_of_it = items.statements_on(incident)
    return _relations(
        (said for said in said_of_it if said.kind in SAYS_WHO_ELSE_DID_IT and actor in said.whom), incident
    )


def speaks_as_doer(actor: int, incident: int, items: Items) -> bool:
    """Whether an actor, or one of its own, says anything of an incident as its doer: also that it will free a hostage."""
    own = (said for said in items.statements_on(incident) if actor in party(said.speaker, items))
    return "perpetrator" in _relations(own, incident)


def _relations(statements: Iterable[Statement], incident: int) -> frozenset[Relation]:
    return frozenset(link.relation for said in statements for link in said.about if link.incident == incident)
