"""A brief in the words of the gold answers: what is scored here, and what the scorers of two corpora read."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any, Literal

from summarizer.conflict.items import Items
from summarizer.conflict.mapping import muc4
from summarizer.conflict.mapping import news as mapping
from summarizer.conflict.mapping.news import assessed, first, first_target, name_of
from summarizer.conflict.named import related
from summarizer.documents.document import Document, sentences_of
from summarizer.documents.quotes import Quote
from summarizer.lexicons import word_set
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
    items = Items.of_brief(brief, document)
    return Predicted(tuple(_threats(brief, items)), tuple(attack for _, attack in _attacks(brief, items)))


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


def _threats(brief: UnverifiedBrief, items: Items) -> Iterator[PredictedThreat]:
    """The threats that only tell no other one again, and whose status the gold answers have."""
    for threat in brief.threats:
        status = mapping.threat_status(threat.status, "news")
        if threat.restates is None and status is not None:
            yield _threat(threat, status, items)


def _threat(threat: AssessedThreat, status: str, items: Items) -> PredictedThreat:
    """A threat with the first mention of each value."""
    return PredictedThreat(
        issuer=name_of(threat.issuer, items),
        target=first_target(threat),
        action=first(threat.action) or first(threat.content),
        condition=first(threat.condition),
        status=status,
        evidence=tuple(quote.text for quote in (threat.content or threat.action)),
    )


def _attacks(brief: UnverifiedBrief, items: Items) -> Iterator[tuple[AssessedIncident, PredictedAttack]]:
    """The incidents of which the gold answers have one, each with what is predicted of it.

    They have none of an exercise, and of what only sums up others.
    """
    for incident, found in assessed(brief):
        occurrence = mapping.news_occurrence(found.occurrence, incident.stage, incident.frame)
        if occurrence:
            yield incident, _attack(incident, found, occurrence, items)


def _attack(incident: AssessedIncident, found: Assessment, occurrence: str, items: Items) -> PredictedAttack:
    """An incident with the first mention of each value."""
    attribution = "none" if _two_fought(incident, found, items) else found.attribution
    named = mapping.names_with(attribution)
    names = [name_of(each.actor, items) for each in found.attributed if each.status in named]
    document = items.document
    return PredictedAttack(
        type=incident.kind.replace("_", " "),
        perpetrator=" and ".join(filter(None, names)) or None,
        target=first_target(incident),
        place=first(incident.place),
        weapon=first(incident.weapon),
        date_text=first(incident.time),
        occurrence=occurrence,
        attribution=mapping.news_attribution(attribution),
        background=incident.frame == "background",
        evidence=tuple(map(document.words, sentences_of(_evidence(incident, items), document))),
    )


def _two_fought(incident: AssessedIncident, found: Assessment, items: Items) -> bool:
    """Whether two sides fought each other, as the article says or each of them: the gold answers name neither."""
    fighting = WHOSE_FIGHT.get((incident.kind, found.attribution), frozenset())
    sides = [each.actor for each in found.attributed if each.status in fighting]
    return not all(related(items, sides[0], side) for side in sides)


WHOSE_FIGHT = {
    ("clashes", "reported_as_fact"): mapping.names_with("competing_claims"),
    ("clashes", "claimed"): mapping.names_with("claimed"),
}
"""Of a fight that the article tells, all whom anybody ties to it fought; else those who claim their part."""


def _evidence(incident: AssessedIncident, items: Items) -> Iterator[Quote]:
    """What the incident itself quotes, and every statement on it."""
    yield from (*incident.words, *incident.place, *incident.time, *incident.weapon)
    for statement in items.statements_on(incident.id):
        yield from (*statement.cue, *statement.content)


# --- the news set's format ------------------------------------------------------------------------


def _news(brief: UnverifiedBrief, document: Document) -> dict[str, Any]:
    items = Items.of_brief(brief, document)
    threats = [asdict(threat) for threat in _threats(brief, items)]
    for threat in threats:
        del threat["status"]
    attacks = [
        asdict(attack) | {"perpetrator": attack.perpetrator or _nobody(incident)}
        for incident, attack in _attacks(brief, items)
    ]
    return {"threats": threats, "attacks": attacks}


def _nobody(incident: AssessedIncident) -> str | None:
    """Doers whose words say nothing of who they were, "two masked gunmen": the set's answers hold them too."""
    told = first(incident.perpetrator_words) or ""
    words_of = set(re.findall(r"[\w-]+", told.lower()))
    return told if words_of and words_of <= _telling_nothing() else None


@cache
def _telling_nothing() -> frozenset[str]:
    return word_set("roles", "unknown_doers") | word_set("links", "unnamed")
