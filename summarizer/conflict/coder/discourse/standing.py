"""What a speaker is to an event, by what it is called and whom it belongs to: rather nothing than too much."""

from dataclasses import dataclass

from summarizer.conflict.coder.discourse.told import Told
from summarizer.conflict.coder.meaning.denoting import denotes
from summarizer.conflict.coder.people.roster import Member, Roster
from summarizer.pointing.roles import Mention
from summarizer.schemas.vocabulary import Relation, StatementKind


@dataclass(frozen=True, slots=True)
class Ties:
    """Who claims an event, who is said to have done it, and whether it struck soldiers."""

    claimants: frozenset[int]
    accused: frozenset[int]
    soldiers: bool


def relation_of(speaker: int, kind: StatementKind, ties: Ties, actors: Roster) -> tuple[Relation, list[Mention]]:
    """The relation that the article shows, with the words that show it."""
    if kind in ("claim", "acknowledge"):
        return "perpetrator", []
    circle, entry = actors.party(speaker), actors[speaker]
    shown = next((list(link.evidence) for link in entry.affiliations), [entry.name])
    if circle & ties.claimants:
        return "perpetrator_side", shown
    lost = ties.soldiers and _is_army(entry, circle, actors) and not circle & ties.accused
    if lost:
        return "struck_side", shown
    if circle & ties.accused or any(actors[member].bears_arms for member in circle):
        return "combatant", shown
    if entry.kind in ("public_body", "official") and entry.is_called("authority_roles"):
        return "authority", shown
    if entry.kind in ("person", "people", "organisation", "outlet", "monitor"):
        return "other", shown
    return "not_stated", []


def _is_army(entry: Member, circle: set[int], actors: Roster) -> bool:
    """Whether it is an army, or a ministry that speaks for one."""
    kinds = {actors[member].kind for member in circle}
    ministry = entry.kind in ("public_body", "official") and entry.is_called("defence_roles")
    return "armed_group" not in kinds and (ministry or "armed_forces" in kinds)


def has_soldiers(told: list[Told]) -> bool:
    """Whether an event struck soldiers."""
    struck = ((target, each.act.parsed) for each in told for target in each.act.targets)
    return any(denotes(*each) in ("military_persons", "forces") for each in struck)
