"""What a speaker is to an event, by what it is called and whom it belongs to: rather nothing than too much."""

from dataclasses import dataclass

from summarizer.conflict.coder.people.roster import Roster
from summarizer.pointing.roles import Mention
from summarizer.schemas.vocabulary import Relation, StatementKind


@dataclass(frozen=True, slots=True)
class Ties:
    """Who claims an event, and who is said to have done it."""

    claimants: frozenset[int]
    accused: frozenset[int]


def relation_of(speaker: int, kind: StatementKind, ties: Ties, actors: Roster) -> tuple[Relation, list[Mention]]:
    """The relation that the article shows, with the words that show it.

    Args:
        speaker: an actor's id.
        kind: of what is said.
        ties: who claims the event, and who is said to have done it.
        actors: everybody of the article.
    """
    if kind in ("claim", "acknowledge"):
        return "perpetrator", []
    circle, entry = actors.party(speaker), actors[speaker]
    shown = next((list(link.evidence) for link in entry.affiliations), [entry.name])
    if circle & ties.claimants:
        return "perpetrator_side", shown
    if circle & ties.accused or any(actors[member].bears_arms for member in circle):
        return "combatant", shown
    if entry.kind in ("public_body", "official") and entry.is_called("authority_roles"):
        return "authority", shown
    if entry.kind in ("person", "people", "organisation", "outlet", "monitor"):
        return "other", shown
    return "not_stated", []
