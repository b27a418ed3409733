"""A brief in the words of the gold answers: what is scored here, and what the scorers of two corpora read."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal

from summarizer.coder.times import read_time
from summarizer.document import Document
from summarizer.evaluation import mapping
from summarizer.schemas.brief import Incident, Quote, Quotes, Threat, UnverifiedBrief
from summarizer.verification.evidence import sentences_of

Corpus = Literal["news", "muc4"]


@dataclass(frozen=True)
class PredictedThreat:
    """A threat of a brief; `evidence` are whole quotations of the article."""

    issuer: str | None
    target: str | None
    action: str | None
    condition: str | None
    status: str
    evidence: tuple[str, ...]

    @property
    def label(self) -> str:
        """What a reader recognises it by."""
        return f"{self.issuer or 'somebody'} → {self.target or self.action or 'nobody named'}"


@dataclass(frozen=True)
class PredictedAttack:
    """An incident of a brief; `evidence` are whole sentences of the article."""

    type: str
    perpetrator: str | None
    target: str | None
    place: str | None
    weapon: str | None
    date_text: str | None
    occurrence: str
    attribution: str
    background: bool
    evidence: tuple[str, ...]

    @property
    def label(self) -> str:
        """What a reader recognises it by."""
        return f"{self.type}, {self.target or self.place or self.perpetrator or 'something'}"


@dataclass(frozen=True)
class Predicted:
    """What a brief says, in the words of the gold answers."""

    threats: tuple[PredictedThreat, ...] = ()
    attacks: tuple[PredictedAttack, ...] = ()


def predicted(brief: UnverifiedBrief, document: Document) -> Predicted:
    """The threats and attacks of a brief; exercises, and what only restates or sums up others, are left out."""
    threats = (_threat(threat, brief) for threat in brief.threats if threat.restates is None)
    attacks = (_attack(incident, brief, document) for incident in brief.incidents)
    return Predicted(tuple(filter(None, threats)), tuple(filter(None, attacks)))


def line_for(corpus: Corpus, name: str, brief: UnverifiedBrief, document: Document) -> str:
    """One article's predictions as the corpus's scorer reads them: one line of JSON."""
    content = _news(brief, document) if corpus == "news" else {"incidents": _muc4(brief, document)}
    return json.dumps({"id": name, **content}, ensure_ascii=False) + "\n"


def first(quotes: Quotes) -> str | None:
    """The first of the mentions that make a value."""
    return quotes[0].text if quotes else None


def _name(actor: int, brief: UnverifiedBrief) -> str | None:
    return next((first(each.name) for each in brief.actors if each.id == actor), None)


def _threat(threat: Threat, brief: UnverifiedBrief) -> PredictedThreat | None:
    status = mapping.threat_status(threat.status, "news")
    if status is None:
        return None
    return PredictedThreat(
        issuer=_name(threat.issuer, brief),
        target=first(threat.targets[0].text) if threat.targets else None,
        action=first(threat.action) or first(threat.content),
        condition=first(threat.condition),
        status=status,
        evidence=tuple(quote.text for quote in (threat.content or threat.action)),
    )


def _attack(incident: Incident, brief: UnverifiedBrief, document: Document) -> PredictedAttack | None:
    found = incident.assessment
    occurrence = mapping.news_occurrence(found.occurrence, incident.stage, incident.frame) if found else None
    if found is None or occurrence is None:
        return None
    named = mapping.names_with(found.attribution)
    names = [_name(each.actor, brief) for each in found.attributed if each.status in named]
    sentences = sentences_of(_evidence(incident, brief), document)
    return PredictedAttack(
        type=incident.kind.replace("_", " "),
        perpetrator=" and ".join(filter(None, names)) or None,
        target=first(incident.targets[0].text) if incident.targets else None,
        place=first(incident.place),
        weapon=first(incident.weapon),
        date_text=first(incident.time),
        occurrence=occurrence,
        attribution=mapping.news_attribution(found.attribution),
        background=incident.frame == "background",
        evidence=tuple(document.words(number) for number in sentences),
    )


def _evidence(incident: Incident, brief: UnverifiedBrief) -> Iterable[Quote]:
    """What the incident itself quotes, and every statement on it."""
    yield from (*incident.words, *incident.place, *incident.time, *incident.weapon)
    for statement in brief.statements:
        if any(about.incident == incident.id for about in statement.about):
            yield from (*statement.cue, *statement.content)


# --- the news set's format ------------------------------------------------------------------------


def _news(brief: UnverifiedBrief, document: Document) -> dict[str, Any]:
    found = predicted(brief, document)
    threats = [{key: value for key, value in asdict(threat).items() if key != "status"} for threat in found.threats]
    return {"threats": threats, "attacks": [asdict(attack) for attack in found.attacks]}


# --- MUC-4's format ---------------------------------------------------------------------------------

PEOPLE = frozenset({"person", "people", "official"})
"""Kinds of actors that MUC-4 counts among individuals; all others are organizations."""


def _muc4(brief: UnverifiedBrief, document: Document) -> list[dict[str, Any]]:
    incidents = (_muc4_incident(incident, brief, document) for incident in brief.incidents)
    threats = (_muc4_threat(threat, brief) for threat in brief.threats if threat.restates is None)
    return [each for each in (*incidents, *threats) if each]


def _muc4_incident(incident: Incident, brief: UnverifiedBrief, document: Document) -> dict[str, Any] | None:
    found = incident.assessment
    kind = mapping.muc4_type(incident.kind)
    stage = mapping.muc4_stage(found.occurrence, incident.stage, incident.frame) if found else None
    if found is None or stage is None or kind is None or incident.aggregate or _is_fighting(incident):
        return None
    people, organizations = _texts(incident.perpetrator_words), []
    for each in found.attributed:
        accusers = mapping.accusers_of(each.actor, incident.id, brief)
        confidence = mapping.muc4_confidence(each.status, accusers)
        name = _name(each.actor, brief)
        if confidence is None or name is None:
            continue
        if _is_people(each.actor, brief):
            people.append(name)
        else:
            organizations.append({"name": name, "confidence": confidence})
    if not (people or organizations or incident.targets):
        return None  # an event of which nobody and nothing is told is no incident there
    return {
        "type": kind,
        "stage": stage,
        "date": _muc4_date(incident, document.published),
        "location": ", ".join(_texts(incident.place)) or None,
        "instruments": _texts(incident.weapon),
        "perp_individuals": people,
        "perp_orgs": organizations,
        **_struck(incident),
    }


def _is_fighting(incident: Incident) -> bool:
    """Whether everybody and everything that was struck belongs to an armed party."""
    return mapping.is_fighting(text for text in (first(target.text) for target in incident.targets) if text)


def _muc4_date(incident: Incident, published: date | None) -> str | None:
    """The day as MUC-4 writes it: where the words leave it open, some day up to that of the report."""
    words = first(incident.time)
    time = read_time(words) if words else None
    day = incident.day or (time.resolved(published) if time else None)
    if day is not None:
        return day.isoformat()
    return words or (f"- {published.isoformat()}" if published else None)


def _muc4_threat(threat: Threat, brief: UnverifiedBrief) -> dict[str, Any] | None:
    stage = mapping.threat_status(threat.status, "muc4")
    name = _name(threat.issuer, brief)
    if stage is None or name is None or not threat.targets:
        return None
    person = _is_people(threat.issuer, brief)
    return {
        "type": "ATTACK",
        "stage": stage,
        "date": first(threat.time),
        "location": None,
        "instruments": _texts(threat.means),
        "perp_individuals": [name] if person else [],
        "perp_orgs": [] if person else [{"name": name, "confidence": "CLAIMED OR ADMITTED"}],
        **_struck(threat),
    }


def _struck(item: Incident | Threat) -> dict[str, list[str]]:
    """Things and people, one string each."""
    things = [first(target.text) for target in item.targets if target.kind == "thing"]
    people = [first(target.text) for target in item.targets if target.kind != "thing"]
    return {"targets": [text for text in things if text], "victims": [text for text in people if text]}


def _texts(quotes: Quotes) -> list[str]:
    return [quote.text for quote in quotes]


def _is_people(actor: int, brief: UnverifiedBrief) -> bool:
    return any(each.id == actor and each.kind in PEOPLE for each in brief.actors)
