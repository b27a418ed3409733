"""A brief's incidents as MUC-4 would have them: which it counts, and how it writes who, whom and with what."""

from datetime import date
from typing import Any

from summarizer.conflict.items import Items
from summarizer.conflict.mapping import news as mapping
from summarizer.conflict.mapping.named_doers import doers_of, threatening
from summarizer.conflict.mapping.news import assessed, first, listed, texts
from summarizer.conflict.mapping.struck import Struck, instruments_of, struck_by, struck_in, was_fighting
from summarizer.conflict.mapping.whereabouts import location_of
from summarizer.documents.document import Document
from summarizer.documents.quotes import Quotes
from summarizer.english.days import day_of_article, days_of
from summarizer.lexicons import pattern
from summarizer.schemas.brief import AssessedIncident, AssessedThreat, Assessment, UnverifiedBrief
from summarizer.schemas.vocabulary import Frame, IncidentKind

OF_THEIR_OWN_TYPE: tuple[IncidentKind, ...] = ("bombing", "kidnapping", "hijacking", "arson")
"""Kinds of incidents whose words show a type of MUC-4 other than ATTACK."""


def incidents_of(brief: UnverifiedBrief, document: Document) -> list[dict[str, Any]]:
    """The incidents and threats of a brief, each as that corpus's scorer reads one.

    What only restates another threat is left out, and so is what MUC-4 has no incident for. Older events count where the
    brief has nothing newer: then the article is about them.
    """
    items = Items.of_brief(brief, document)
    told = {*(incident.frame for incident in brief.incidents), *(threat.status for threat in brief.threats)}
    incidents = (
        _incident(incident, found, incident.frame if "current" in told else "current", items)
        for incident, found in assessed(brief)
    )
    threats = (_threat(threat, items) for threat in brief.threats if threat.restates is None)
    return list(filter(None, (*incidents, *threats)))


def _incident(incident: AssessedIncident, found: Assessment, frame: Frame, items: Items) -> dict[str, Any] | None:
    """One incident as MUC-4 writes it, in this frame.

    None where MUC-4 has no incident: a clash of armed parties, no single event, nobody and nothing told.
    """
    stage = mapping.muc4_stage(found.occurrence, incident.stage, frame)
    kind = mapping.muc4_type(incident.kind)
    struck = struck_in(incident)
    people, organizations = doers_of(incident, found, items)
    harm = _is_harm(incident, struck, somebody=any((people, organizations)))
    if stage is None or kind is None or any((is_no_single_event(incident), was_fighting(incident), not harm)):
        return None
    return {
        "type": kind,
        "stage": stage,
        "date": _date(incident, day_of_article(items.document)),
        "location": location_of(incident.place, items.document),
        "instruments": instruments_of(texts(incident.weapon)),
        "perp_individuals": people,
        "perp_orgs": organizations,
        **struck,
    }


def is_no_single_event(incident: AssessedIncident) -> bool:
    """Whether several acts are told as one, and not what they struck or at what one place."""
    where = " ".join(texts(incident.place)).lower().split()
    scattered = not listed("muc4_where", "several").isdisjoint(where)
    return incident.aggregate and (scattered or not incident.targets)


def _is_harm(incident: AssessedIncident, struck: Struck, *, somebody: bool) -> bool:
    """Whether the incident did harm in MUC-4's eyes.

    Raids and fights did only with victims. Where nobody and nothing was struck, only somebody's blasts did.
    """
    if incident.kind in listed("muc4_struck", "only_with_victims"):
        return bool(struck["victims"])
    by_itself = incident.kind in listed("muc4_struck", "by_itself")
    return any((*struck.values(), all((somebody, by_itself, not incident.targets))))


def _date(incident: AssessedIncident, said: date | None) -> str | None:
    """The day or days as MUC-4 writes them: where the words leave them open, some day up to that of the report."""
    days = (incident.day,) if incident.day else tuple(filter(None, (incident.first_day, incident.last_day)))
    return " - ".join(day.isoformat() for day in days) or _up_to(said) or first(incident.time)


def _up_to(said: date | None) -> str | None:
    return f"- {said.isoformat()}" if said else None


def _threat(threat: AssessedThreat, items: Items) -> dict[str, Any] | None:
    """A current threat is an attack of stage THREATENED, or what its harm is."""
    stage = mapping.threat_status(threat.status, "muc4")
    struck = struck_by(threat)
    if stage is None or not any(struck.values()):
        return None
    said = day_of_article(items.document)
    days = days_of(threat.time, said)
    people, organizations = threatening(threat, items)
    return {
        "type": _type_of_harm(threat),
        "stage": stage,
        "date": days.first.isoformat() if days else _up_to(said),
        "location": location_of(_place_beside(threat, items), items.document),
        "instruments": instruments_of(texts(threat.means)),
        "perp_individuals": people,
        "perp_orgs": organizations,
        **struck,
    }


def _place_beside(threat: AssessedThreat, items: Items) -> Quotes:
    """Where a threat was made, for which a brief has no place: where the incident happened that its sentences place."""
    told = set(items.sentences(threat))
    places = (incident.place for incident in items.incidents.values())
    return next((place for place in places if not told.isdisjoint(quote.sentence for quote in place)), ())


def _type_of_harm(threat: AssessedThreat) -> str | None:
    """The type of the act that is threatened, where the words for the harm or its means are those of one type only."""
    told = " ".join(texts((*threat.action, *threat.means)))
    named = [kind for kind in OF_THEIR_OWN_TYPE if pattern("violence", kind).search(told)]
    return mapping.muc4_type(named[0] if len(named) == 1 else "other_attack")
