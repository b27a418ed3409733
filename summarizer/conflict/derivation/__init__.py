"""Statements → statuses: a pure function of what was kept, whatever its order."""

from summarizer.conflict.derivation.attribution import attributed, of_incident
from summarizer.conflict.derivation.occurrence import occurrence
from summarizer.conflict.derivation.relations import accused, settled
from summarizer.conflict.derivation.voices import Case, Voice, case
from summarizer.conflict.items import Items
from summarizer.pointing.briefs import Policy
from summarizer.schemas.brief import Assessment, Incident
from summarizer.schemas.vocabulary import Corroboration, IncidentKind

CAMPS = {
    "perpetrator": "perpetrator",
    "perpetrator_side": "perpetrator",
    "struck_side": "struck",
    "authority": "no party",
    "other": "no party",
    "not_stated": "no party",
}
"""The camp of a source by its relation; a combatant's camp is its own side."""


def assess(incident: Incident, items: Items, policy: Policy) -> Assessment | None:
    """The derived statuses of an incident, or None where no statement that weighs is left.

    `items` must have its relations settled (`relations.settled`).
    """
    gathered = case(incident, items, accused(incident.id, items))
    result = occurrence(gathered, policy)
    if result is None:
        return None
    status, basis = result
    entries = attributed(gathered, items)
    return Assessment(
        occurrence=status,
        basis=basis,
        contested=status == "confirmed" and bool(gathered.denials),
        attribution=of_incident(entries, gathered, items),
        attributed=entries,
        unclaimed=any(voice.statement.kind == "no_claim" for voice in gathered.voices),
        corroboration=corroboration(gathered, items),
        facets=tuple(voice.support() for voice in gathered.voices),
        not_stated=() if status in NOTHING_TO_LOOK_FOR else _not_stated(incident, bool(entries)),
    )


def corroboration(gathered: Case, items: Items) -> Corroboration:
    """Whether sources beside the first state the incident, and from which side.

    The outlet's own voice is no source; unnamed sources described alike count once.
    """
    sources = {_source(voice, items): voice for voice in gathered.firm if voice.relation != "outlet"}
    if len(sources) < 2:
        return "none"
    if any(voice.relation == "independent" for voice in sources.values()):
        return "independent"
    camps = {CAMPS.get(voice.relation, f"side {voice.side}") for voice in sources.values()}
    return "cross_side" if len(camps) > 1 else "same_side"


def _source(voice: Voice, items: Items) -> tuple[object, ...]:
    speaker = items.speaker(voice.statement.speaker)
    if speaker is not None and voice.anonymous:
        return (
            "unnamed",
            voice.side if speaker.affiliations else " ".join(quote.text.lower() for quote in speaker.name),
        )
    return ("named", voice.statement.speaker)


NOTHING_TO_LOOK_FOR = frozenset({"denied", "retracted", "withdrawn"})
"""Where it did not happen, as far as anybody knows, nobody asks for the harm."""
NOT_LOOKED_FOR: dict[IncidentKind, frozenset[str]] = {
    "clashes": frozenset({"target", "weapon", "author", "damage"}),
    "explosion": frozenset({"weapon"}),
    "assassination": frozenset({"damage"}),
    "kidnapping": frozenset({"weapon", "casualties", "damage"}),
    "cyber": frozenset({"weapon", "casualties"}),
}
"""Slots that no reader would look for in an incident of this kind."""


def _not_stated(incident: Incident, author: bool) -> tuple[str, ...]:
    """Names of the slots that nobody fills, where a reader would look for them."""
    happened = incident.stage not in {"planned", "foiled"}
    slots = (
        ("target", bool(incident.targets)),
        ("place", bool(incident.place)),
        ("time", bool(incident.time)),
        ("weapon", bool(incident.weapon)),
        ("author", author or bool(incident.perpetrator_words)),
        ("casualties", bool(incident.casualties) or not happened),
        ("damage", bool(incident.damage) or not happened),
        ("result", incident.stage != "unknown"),
    )
    skipped = NOT_LOOKED_FOR.get(incident.kind, frozenset())
    return tuple(name for name, stated in slots if not stated and name not in skipped)


__all__ = ["assess", "corroboration", "settled"]
