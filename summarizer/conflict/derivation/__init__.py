"""Statements → statuses: a pure function of what was kept, whatever its order."""

from summarizer.conflict.derivation.attribution import attributed, of_incident
from summarizer.conflict.derivation.occurrence import BEFORE_THE_ACT, occurrence
from summarizer.conflict.derivation.relations import accused, settled
from summarizer.conflict.derivation.voices import Case, Voice, Voices, case
from summarizer.conflict.items import Items
from summarizer.pointing.briefs import Policy
from summarizer.schemas.brief import Assessment, Incident
from summarizer.schemas.vocabulary import Corroboration, IncidentKind

NO_PARTY = "no party"
CAMPS = {
    "perpetrator": "perpetrator",
    "perpetrator_side": "perpetrator",
    "struck_side": "struck",
    "authority": NO_PARTY,
    "other": NO_PARTY,
    "not_stated": NO_PARTY,
}
"""The camp of a source by its relation; a combatant's camp is its own side."""


def assess(incident: Incident, items: Items, policy: Policy) -> Assessment | None:
    """The derived statuses of an incident.

    Args:
        incident: the incident.
        items: the items of the article, their relations settled (`settled`).
        policy: whether an anonymous or unrelated official is enough for `confirmed`.

    Returns:
        The statuses with what they rest on, or None where no statement that weighs is left.
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
        unclaimed=gathered.unclaimed,
        corroboration=corroboration(gathered),
        facets=gathered.voices.support,
        not_stated=() if status in NOTHING_TO_LOOK_FOR else _not_stated(incident, bool(entries)),
    )


def corroboration(gathered: Case) -> Corroboration:
    """Whether sources beside the first state the incident, and from which side.

    The outlet's own voice is no source; unnamed sources described alike count once.

    Args:
        gathered: the incident with the voices on it.
    """
    sources = {_source(voice): voice for voice in gathered.firm.not_by("outlet")}
    if len(sources) < 2:
        return "none"
    voices = Voices(sources.values())
    if voices.by("independent"):
        return "independent"
    camps = {CAMPS.get(voice.relation, f"side {voice.side}") for voice in voices}
    if camps == {NO_PARTY}:
        return "no_party"
    return "cross_side" if len(camps) > 1 else "same_side"


def _source(voice: Voice) -> tuple[object, ...]:
    """What two voices of one source have in common: who speaks, or how somebody unnamed is described."""
    if not voice.anonymous:
        return ("named", voice.speaker)
    described = " ".join(quote.text.lower() for quote in voice.by.actor.name)
    return ("unnamed", voice.side if voice.by.actor.affiliations else described)


NOTHING_TO_LOOK_FOR = frozenset({"denied", "retracted", "withdrawn"})
"""Where it did not happen, as far as anybody knows, nobody asks for the harm."""
HARM = frozenset({"casualties", "damage"})
NOT_LOOKED_FOR: dict[IncidentKind, frozenset[str]] = {
    "clashes": frozenset({"target", "weapon", "author", "damage"}),
    "explosion": frozenset({"weapon"}),
    "assassination": frozenset({"damage"}),
    "kidnapping": frozenset({"weapon", "casualties", "damage"}),
    "cyber": frozenset({"weapon", "casualties"}),
}
"""Slots that no reader would look for in an incident of this kind."""


def _not_stated(incident: Incident, author: bool) -> tuple[str, ...]:
    """Names of the slots that nobody fills, where a reader would look for them.

    Args:
        incident: the incident.
        author: somebody is tied to it as its author.
    """
    stated = {
        "target": incident.targets,
        "place": incident.place,
        "time": incident.time,
        "weapon": incident.weapon,
        "author": author or incident.perpetrator_words,
        "casualties": incident.casualties,
        "damage": incident.damage,
        "result": incident.stage != "unknown",
    }
    skipped = NOT_LOOKED_FOR.get(incident.kind, frozenset())
    if incident.stage in BEFORE_THE_ACT:
        skipped |= HARM
    return tuple(name for name, words in stated.items() if name not in skipped and not words)


__all__ = ["assess", "corroboration", "settled"]
