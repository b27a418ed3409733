"""A brief's incidents as MUC-4 would have them: which it counts, and how it writes who, whom and with what."""

from datetime import date
from typing import Any

from summarizer.conflict.items import Items
from summarizer.conflict.mapping import news as mapping
from summarizer.conflict.mapping.named_doers import doers_of, threatening
from summarizer.conflict.mapping.news import assessed, first, listed
from summarizer.conflict.mapping.struck import all_struck, harmed_in, instruments_of, is_fighting, struck_by
from summarizer.conflict.mapping.whereabouts import location_of
from summarizer.documents.document import Document
from summarizer.documents.quotes import Quotes
from summarizer.english.days import day_of, day_of_article
from summarizer.lexicons import pattern
from summarizer.schemas.brief import AssessedIncident, AssessedThreat, Assessment, UnverifiedBrief


def incidents_of(brief: UnverifiedBrief, document: Document) -> list[dict[str, Any]]:
    """The incidents and threats of a brief, each as that corpus's scorer reads one.

    What only restates another threat is left out, and so is what MUC-4 has no incident for.
    """
    items = Items.of_brief(brief, document)
    only_old = not any(map(_is_current, (*brief.incidents, *brief.threats)))
    incidents = (_incident(incident, found, items, only_old=only_old) for incident, found in assessed(brief))
    threats = (_threat(threat, items) for threat in brief.threats if threat.restates is None)
    return list(filter(None, (*incidents, *threats)))


def _is_current(item: AssessedIncident | AssessedThreat) -> bool:
    return item.status == "current" if isinstance(item, AssessedThreat) else item.frame == "current"


def is_no_single_event(incident: AssessedIncident) -> bool:
    """Whether several acts are told as one, and not what they struck or at what one place."""
    if not incident.aggregate:
        return False
    several = listed("muc4_where", "several")
    where = " ".join(_texts(incident.place)).lower().split()
    return not incident.targets or not several.isdisjoint(where)


def _incident(
    incident: AssessedIncident, found: Assessment, items: Items, *, only_old: bool = False
) -> dict[str, Any] | None:
    """One incident as MUC-4 writes it; an older one, where the article tells of `only_old` ones.

    None where MUC-4 has no incident: a clash of armed parties, no single event, nobody and nothing told.
    """
    if is_no_single_event(incident) or is_fighting(all_struck(incident)):
        return None
    stage = mapping.muc4_stage(found.occurrence, incident.stage, "current" if only_old else incident.frame)
    kind = mapping.muc4_type(incident.kind)
    if stage is None or kind is None:
        return None
    people, organizations = doers_of(incident, found, items)
    struck = struck_by(incident)
    struck["victims"] += harmed_in(incident, struck["victims"])
    told = any((people, organizations, *struck.values()))
    if not told or not _is_harm(incident, struck):
        return None
    return {
        "type": kind,
        "stage": stage,
        "date": _date(incident, day_of_article(items.document)),
        "location": location_of(incident.place, items.document),
        "instruments": instruments_of(_texts(incident.weapon)),
        "perp_individuals": people,
        "perp_orgs": organizations,
        **struck,
    }


def _is_harm(incident: AssessedIncident, struck: dict[str, list[str]]) -> bool:
    """Whether the incident did harm in MUC-4's eyes.

    Some raids did only with victims, none to towns, powers or the armed, and where nobody and nothing is told, only blasts.
    """
    if incident.kind in listed("muc4_struck", "only_with_victims"):
        return bool(struck["victims"])
    return any(struck.values()) or (incident.kind in listed("muc4_struck", "by_itself") and not incident.targets)


def _date(incident: AssessedIncident, said: date | None) -> str | None:
    """The day or days as MUC-4 writes them: where the words leave them open, some day up to that of the report."""
    days = (incident.day,) if incident.day else tuple(filter(None, (incident.first_day, incident.last_day)))
    if days:
        return " - ".join(day.isoformat() for day in days)
    return _open_until(said) or first(incident.time)


def _open_until(said: date | None) -> str | None:
    return f"- {said.isoformat()}" if said else None


def _threat(threat: AssessedThreat, items: Items) -> dict[str, Any] | None:
    """A current threat is an attack of stage THREATENED; that its issuer makes it is told as a fact.

    A news medium only carries it.
    """
    stage = mapping.threat_status(threat.status, "muc4")
    struck = struck_by(threat)
    if stage is None or not any(struck.values()):
        return None
    people, organizations = threatening(items.actors[threat.issuer])
    return {
        "type": _type_of_harm(threat),
        "stage": stage,
        "date": _date_of_threat(threat, day_of_article(items.document)),
        "location": location_of((), items.document),
        "instruments": instruments_of(_texts(threat.means)),
        "perp_individuals": people,
        "perp_orgs": organizations,
        **struck,
    }


def _date_of_threat(threat: AssessedThreat, said: date | None) -> str | None:
    day = day_of(threat.time, said)
    return day.isoformat() if day else _open_until(said) or first(threat.time)


def _type_of_harm(threat: AssessedThreat) -> str:
    """The type of the act that is threatened, where the words for the harm or its means are those of one type only."""
    told = " ".join(_texts((*threat.action, *threat.means)))
    kinds = ("bombing", "kidnapping", "hijacking", "arson")
    named = {mapping.muc4_type(kind) for kind in kinds if pattern("violence", kind).search(told)}
    return named.pop() if len(named) == 1 else "ATTACK"


def _texts(quotes: Quotes) -> list[str]:
    return [quote.text for quote in quotes]
