"""Checked items → what a brief holds of them: statuses, counts, days, delivery and conditionality, each worked out once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from summarizer.conflict import derivation
from summarizer.conflict.checks.conditions import conditionality
from summarizer.conflict.counting import counted
from summarizer.conflict.items import KINDS, Items
from summarizer.conflict.shown import weighed
from summarizer.conflict.two_keys import compared
from summarizer.documents.document import Document
from summarizer.documents.quotes import Part
from summarizer.english.days import WITHOUT_THE_ARTICLES_DAY, day_of_article, days_of
from summarizer.english.passages import is_quoted
from summarizer.pointing.briefs import Policy
from summarizer.pointing.dropping import Rejections
from summarizer.pointing.field import Checked
from summarizer.pointing.located import AnItem
from summarizer.schemas.brief import AssessedIncident, AssessedThreat, Assessment, Incident, Threat

Derived = TypeVar("Derived", bound=Part)


@dataclass(frozen=True)
class AssessedItems:
    """Checked items with the status of each incident."""

    checked: Checked[Items]
    statuses: Mapping[int, Assessment | None]

    def unsaid(self) -> Rejections:
        """Incidents that no statement carries, unless they only sum up others."""
        incidents = self.checked.items.incidents
        return {
            ("incident", number): "nothing_left"
            for number, status in self.statuses.items()
            if status is None and not incidents[number].summarises
        }

    def lists(self) -> Mapping[str, tuple[AnItem, ...]]:
        """The lists of the brief."""
        settled = self.checked.settled
        derived: dict[str, tuple[AnItem, ...]] = {
            "incidents": tuple(map(self._incident, settled.incidents.values())),
            "threats": tuple(map(self._threat, settled.threats.values())),
        }
        return {name: tuple(settled.of(kind).values()) for kind, name in KINDS.items()} | derived

    def _incident(self, incident: Incident) -> AssessedIncident:
        return _with(
            AssessedIncident,
            incident,
            casualties=tuple(map(counted, incident.casualties)),
            assessment=self.statuses[incident.id],
            **self._days(incident),
        )

    def _days(self, incident: Incident) -> dict[str, object]:
        """The days of an incident; of an older event only what its words say by themselves."""
        days = days_of(incident.time, day_of_article(self.checked.items.document))
        if days is None or (incident.frame != "current" and days.rule not in WITHOUT_THE_ARTICLES_DAY):
            return {}
        return {"day": days.day, "first_day": days.first, "last_day": days.last, "day_rule": days.rule}

    def _threat(self, threat: Threat) -> AssessedThreat:
        items = self.checked.items
        return _with(
            AssessedThreat,
            threat,
            delivery="quoted" if _is_quoted(threat, items.document) else "paraphrased",
            conditionality=conditionality(items.threats[threat.id], items.document),
        )


def _is_quoted(threat: Threat, document: Document) -> bool:
    return all(is_quoted(quote, document) for quote in threat.content)


def _with(form: type[Derived], item: AnItem, **derived: object) -> Derived:
    """The item in the form that also holds what is derived of it."""
    return form(**{name: getattr(item, name) for name in type(item).model_fields} | derived)


def assess(checked: Checked[Items], policy: Policy) -> AssessedItems:
    """The statuses of checked items, derived from the links that may act, or from all where nothing else is said."""
    settled = checked.settled
    acting = weighed(settled, checked.links)
    statuses = {
        number: _assessment(incident, acting, policy) or _assessment(incident, settled, policy)
        for number, incident in checked.items.incidents.items()
    }
    return AssessedItems(checked, statuses)


def _assessment(incident: Incident, settled: Items, policy: Policy) -> Assessment | None:
    """The derived statuses; in a language that the checks cannot read, none goes beyond `reported`."""
    assessment = derivation.assess(incident, settled, policy)
    if assessment is None:
        return None
    if assessment.occurrence == "confirmed" and settled.document.language != "en":
        assessment = assessment.model_copy(update={"occurrence": "reported", "contested": False})
    return compared(assessment, incident)
