"""A brief in the words of the gold answers: what is scored here, and what the scorers of two corpora read."""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any, Literal

from summarizer.conflict.mapping import muc4
from summarizer.conflict.mapping import news as mapping
from summarizer.conflict.mapping.news import first, name_of
from summarizer.documents.document import Document, sentences_of
from summarizer.documents.quotes import Quote
from summarizer.lexicons import words
from summarizer.schemas.brief import AssessedIncident, AssessedThreat, Assessment, UnverifiedBrief

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
    """What a brief says, in the words of the gold answers.

    Args:
        brief: the brief of an article.
        document: the article, whose whole sentences are the evidence.

    Returns:
        Its threats and attacks in their order; exercises, and what only restates or sums up others, are left out.
    """
    attacks = (_attack(incident, brief, document) for incident in brief.incidents)
    return Predicted(_threats(brief), tuple(filter(None, attacks)))


def line_for(corpus: Corpus, name: str, brief: UnverifiedBrief, document: Document) -> str:
    """One article's predictions as a corpus's scorer reads them.

    Args:
        corpus: whose format.
        name: of the article in that corpus.
        brief: its brief.
        document: the article.

    Returns:
        One line of JSON, with the end of the line.
    """
    content = _news(brief, document) if corpus == "news" else {"incidents": muc4.incidents_of(brief, document)}
    return json.dumps({"id": name, **content}, ensure_ascii=False) + "\n"


def _threats(brief: UnverifiedBrief) -> tuple[PredictedThreat, ...]:
    threats = (_threat(threat, brief) for threat in brief.threats if threat.restates is None)
    return tuple(filter(None, threats))


def _threat(threat: AssessedThreat, brief: UnverifiedBrief) -> PredictedThreat | None:
    """A threat with the first mention of each value; None where the gold answers have no such status."""
    status = mapping.threat_status(threat.status, "news")
    if status is None:
        return None
    return PredictedThreat(
        issuer=name_of(threat.issuer, brief),
        target=first(threat.targets[0].text) if threat.targets else None,
        action=first(threat.action) or first(threat.content),
        condition=first(threat.condition),
        status=status,
        evidence=tuple(quote.text for quote in (threat.content or threat.action)),
    )


def _attack(incident: AssessedIncident, brief: UnverifiedBrief, document: Document) -> PredictedAttack | None:
    """An incident with the first mention of each value; None for an exercise, and for what only sums up others."""
    found = incident.assessment
    if found is None:
        return None
    occurrence = mapping.news_occurrence(found.occurrence, incident.stage, incident.frame)
    if occurrence is None:
        return None
    names = [name_of(actor, brief) for actor in _doers(incident, found)]
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


def _doers(incident: AssessedIncident, found: Assessment) -> list[int]:
    """Whom the gold answers name as perpetrator: of two sides that fight each other, neither."""
    if incident.kind == "clashes" and found.attribution == "reported_as_fact" and len(found.attributed) > 1:
        return []
    named = mapping.names_with(found.attribution)
    return [each.actor for each in found.attributed if each.status in named]


def _evidence(incident: AssessedIncident, brief: UnverifiedBrief) -> Iterable[Quote]:
    """What the incident itself quotes, and every statement on it."""
    yield from (*incident.words, *incident.place, *incident.time, *incident.weapon)
    for statement in brief.statements:
        if any(about.incident == incident.id for about in statement.about):
            yield from (*statement.cue, *statement.content)


# --- the news set's format ------------------------------------------------------------------------


def _news(brief: UnverifiedBrief, document: Document) -> dict[str, Any]:
    threats = [asdict(threat) for threat in _threats(brief)]
    for threat in threats:
        del threat["status"]
    attacks = []
    for incident in brief.incidents:
        attack = _attack(incident, brief, document)
        if attack:
            attacks.append(asdict(attack) | {"perpetrator": attack.perpetrator or _nobody(incident)})
    return {"threats": threats, "attacks": attacks}


def _nobody(incident: AssessedIncident) -> str | None:
    """Doers whose words say nothing of who they were, "two masked gunmen": the set's answers hold them too."""
    words_for = first(incident.perpetrator_words)
    if words_for is None:
        return None
    told = set(re.findall(r"[\w-]+", words_for.lower()))
    return words_for if told and told <= _telling_nothing() else None


@cache
def _telling_nothing() -> frozenset[str]:
    return frozenset(words("roles", "unknown_doers")) | frozenset(words("links", "unnamed"))
