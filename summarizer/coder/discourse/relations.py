"""What a speaker is to an event, by what it is called and whom it belongs to: rather nothing than too much."""

import re
from dataclasses import dataclass
from functools import cache

from summarizer.coder.discourse.cases import Verdict
from summarizer.coder.discourse.told import Told
from summarizer.coder.meaning.denoting import denotes, is_common
from summarizer.coder.people.actors import Entry, Registry
from summarizer.coder.violence.events import is_thing
from summarizer.lexicons import pattern, word_set
from summarizer.pointing.roles import Mention
from summarizer.schemas.vocabulary import ActorKind, Relation


@dataclass(frozen=True, slots=True)
class Ties:
    """Who claims an event, who is said to have done it, and whom it struck; of soldiers the words for them."""

    claimants: frozenset[int]
    accused: frozenset[int]
    struck: frozenset[int]
    soldiers: tuple[str, ...] = ()
    things: bool = False


def relation_of(speaker: int | None, verdict: Verdict, ties: Ties, actors: Registry) -> tuple[Relation, list[Mention]]:
    """The relation that the article shows, with the words that show it."""
    if speaker is None:
        return "outlet", []
    if verdict.kind in ("claim", "acknowledge"):
        return "perpetrator", []
    circle = actors.party(speaker)
    entry = actors[speaker]
    shown = _shown(entry)
    if circle & ties.claimants or _of_one_camp(circle, ties.claimants, actors):
        return "perpetrator_side", shown
    kinds = {actors[member].kind for member in circle}
    lost = _lost_soldiers(entry, kinds, verdict, ties) or _lost_things(entry, ties)
    if circle & ties.struck or (lost and not circle & ties.accused):
        return "struck_side", shown
    if any(actors[member].bears_arms for member in circle) or circle & ties.accused:
        return "combatant", shown
    if entry.kind in ("public_body", "official") and (entry.is_called("authority_roles") or _is_plain_official(entry)):
        return "authority", shown
    if entry.kind in ("person", "people", "organisation", "outlet", "monitor"):
        return "other", shown
    return "not_stated", []


def _lost_soldiers(entry: Entry, kinds: set[ActorKind], verdict: Verdict, ties: Ties) -> bool:
    """Whether an army or its ministry speaks of its own losses: not of another country's, nor a ministry of whom it accuses."""
    ministry = entry.kind in ("public_body", "official") and entry.is_called("defence_roles")
    if "armed_group" in kinds or not ("armed_forces" in kinds or ministry) or (ministry and verdict.whom):
        return False
    mine = _names_in(entry.role)
    return any(not mine or not _names_in(words) or _alike(mine, _names_in(words)) for words in ties.soldiers)


def _lost_things(entry: Entry, ties: Ties) -> bool:
    """Whether a company speaks of what it owns or runs, where things were struck."""
    return ties.things and entry.kind == "organisation" and entry.is_called("holding_roles")


def _names_in(text: str) -> set[str]:
    """The words of a description that no list of common nouns knows: names of countries and the like."""
    return {word for word in re.findall(r"[^\W\d_]+", text.lower()) if not is_common(word) and len(word) > _SHORT}


def _alike(mine: set[str], theirs: set[str]) -> bool:
    """Whether a country and its adjective may be meant: "Velland", "Vellish"."""
    return any(one[:_STEM] == other[:_STEM] for one in mine for other in theirs)


_SHORT = 3
_STEM = 4


def _is_plain_official(entry: Entry) -> bool:
    """Whether the words say nothing but that they are officials: no party's, and of no named state."""
    return all(word in word_set("sayings", "plain_officials") for word in entry.name.text.lower().split())


def _of_one_camp(circle: set[int], claimants: frozenset[int], actors: Registry) -> bool:
    """Whether the article describes both as backed by, or aligned with, the same: "Velland-backed militias"."""
    mine, theirs = (
        {word for member in members for word in actors[member].role.split() if _CAMP.search(word)}
        for members in (circle, claimants)
    )
    return bool(mine & theirs)


_CAMP = re.compile(r"\w-(?:backed|aligned|allied|linked|supported|led|funded|sponsored)$")


def _shown(entry: Entry) -> list[Mention]:
    """The words for whom it speaks, or its description."""
    for link in entry.affiliations:
        return list(link.evidence)
    return [entry.name]


def things_in(told: list[Told]) -> bool:
    """Whether an event struck things, or the article does not say what."""
    targets = [(target, each.act) for each in told for target in each.act.targets]
    return not targets or any(is_thing(target, act) for target, act in targets)


def soldiers_in(told: list[Told]) -> tuple[str, ...]:
    """The words for soldiers whom an event struck."""
    struck = ((target, each.act.parsed) for each in told for target in each.act.targets)
    return tuple(
        parsed.words(target)
        for target, parsed in struck
        if denotes(target, parsed) in ("military_persons", "forces")
        and not pattern("sayings", "authority_roles").search(parsed.words(target))
    )


def struck_by(told: list[Told], actors: Registry) -> frozenset[int]:
    """Actors whom the words for the targets of an event name as struck, or as owners of what was struck."""
    found: set[int] = set()
    for each in told:
        parsed = each.act.parsed
        for target in each.act.targets:
            owner = target.owner
            opener = parsed.tokens[target.first].low
            if owner is not None and (actor := actors.of(owner, parsed)) is not None:
                found.add(actor)
            elif opener in _possessives():
                actor = actors.referred(type(target)(target.first, target.first, target.first), parsed)
                if actor is not None:
                    found.add(actor)
    return frozenset(found)


@cache
def _possessives() -> frozenset[str]:
    return word_set("titles", "it", "they", "he") & word_set("functions", "possessives")
