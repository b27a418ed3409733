"""What of a brief is drawn, and by what its entries are chosen: who attacks and threatens whom, on which days, how surely."""

from collections.abc import Iterable, Iterator, Mapping

from summarizer.conflict.wording import phrasing
from summarizer.conflict.wording.view import View, targets
from summarizer.rendering.page import Edge, EntryDays, EntryTag, Strength, plain
from summarizer.schemas.brief import AssessedIncident, AssessedThreat
from summarizer.schemas.vocabulary import ActorAttribution, Occurrence, ThreatStatus

NOBODY = "not stated"

# Neither those who deny nor those who are only mentioned are drawn as doers.
DOES_IT: Mapping[ActorAttribution, Strength] = {
    "established": "shown",
    "claimed_corroborated": "shown",
    "claimed": "said",
    "acknowledged_unnamed": "said",
    "accused_by_authorities": "said",
    "accused_by_others": "said",
    "reported_as_fact": "said",
    "accused_denied": "doubted",
    "suspected": "doubted",
}
"""How surely an actor is drawn as the doer of an incident, by what the article supports about its authorship."""

HAPPENED: Mapping[Occurrence, Strength] = {
    "confirmed": "shown",
    "reported": "said",
    "claimed": "said",
    "possible": "doubted",
    "disputed": "doubted",
    "denied": "doubted",
    "retracted": "doubted",
    "withdrawn": "doubted",
    "not_occurred": "doubted",
}
"""The same by whether the incident happened; the weaker of both counts."""

THREATENED: Mapping[ThreatStatus, Strength] = {
    "current": "said",
    "background": "said",
    "withdrawn": "doubted",
    "hoax": "doubted",
}

WEAKEST: tuple[Strength, ...] = ("doubted", "said", "shown")


def strength(author: ActorAttribution, occurrence: Occurrence) -> Strength:
    """How surely somebody is drawn as the doer of an incident: the weaker of both."""
    return min(DOES_IT[author], HAPPENED[occurrence], key=WEAKEST.index)


def edges(view: View) -> Iterator[Edge]:
    """Who is said to have attacked whom, and who threatens whom; only what the page numbers."""
    for incident in (*view.groups["A"], *view.groups["B"], *view.groups["F"]):
        yield from _attacks(view, incident)
    for threat in view.threats:
        for issuer in (*threat.on_behalf_of, threat.issuer)[:1]:
            yield Edge(
                source=plain(view.name(issuer)),
                target=_target(view, threat),
                entry=view.label("threat", threat.id),
                does="threatens",
                status=phrasing.THREAT_STATUS[threat.status].lower() or phrasing.DELIVERY[threat.delivery].lower(),
                strength=THREATENED[threat.status],
            )


def _attacks(view: View, incident: AssessedIncident) -> Iterator[Edge]:
    assessment = view.statuses[incident.id]
    for doer in assessment.attributed:
        if doer.status in DOES_IT:
            yield Edge(
                source=plain(view.name(doer.actor)),
                target=_target(view, incident),
                entry=view.label("incident", incident.id),
                does="attacks",
                status=f"{phrasing.OCCURRENCE[assessment.occurrence]}; {doer.status.replace('_', ' ')}",
                strength=strength(doer.status, assessment.occurrence),
            )


def _target(view: View, item: AssessedIncident | AssessedThreat) -> str:
    words = next(iter(targets(item).values()), getattr(item, "place", ()))
    return plain(view.words(words)) or NOBODY


def days(view: View) -> Iterator[EntryDays]:
    """The incidents of which it is known on which days they were."""
    for incident in view.brief.incidents:
        if incident.first_day and incident.last_day and incident.assessment:
            says = view.words((incident.words or incident.place)[:1])
            yield EntryDays(incident.first_day, incident.last_day, view.label("incident", incident.id), says)


def tags_of_incident(view: View, incident: AssessedIncident) -> tuple[EntryTag, ...]:
    """What an incident may be chosen by: its status, its kind, and who is said to have done it."""
    assessment = view.statuses[incident.id]
    by_stage = assessment.basis.grounds == "stage"
    status = phrasing.STAGE[incident.stage] if by_stage else phrasing.OCCURRENCE[assessment.occurrence]
    doers = (one.actor for one in assessment.attributed)
    return (EntryTag("Status", status), EntryTag("Kind", phrasing.KIND[incident.kind]), *_actors(view, doers))


def tags_of_threat(view: View, threat: AssessedThreat) -> tuple[EntryTag, ...]:
    """The same of a threat: its status, that it is one, and who makes it."""
    status = phrasing.THREAT_STATUS[threat.status].lower() or "made"
    return (
        EntryTag("Status", status),
        EntryTag("Kind", "threat"),
        *_actors(view, (*threat.on_behalf_of, threat.issuer)),
    )


def _actors(view: View, actors: Iterable[int]) -> Iterator[EntryTag]:
    return (EntryTag("Actor", plain(view.name(actor))) for actor in dict.fromkeys(actors))
