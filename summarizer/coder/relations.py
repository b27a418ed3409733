"""What a speaker is to an event, by what it is called and whom it belongs to: rather nothing than too much."""

import re
from dataclasses import dataclass
from functools import cache

from summarizer.coder.actors import Entry, Registry
from summarizer.coder.cases import Verdict
from summarizer.coder.told import Told
from summarizer.lexicons import pattern, words
from summarizer.schemas.draft import Mention
from summarizer.schemas.vocabulary import Relation


@dataclass(frozen=True, slots=True)
class Ties:
    """Who claims an event, who is said to have done it, and whom it struck."""

    claimants: frozenset[int]
    accused: frozenset[int]
    struck: frozenset[int]


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
    if circle & ties.struck:
        return "struck_side", shown
    kinds = {actors[member].kind for member in circle}
    if kinds & {"armed_group", "armed_forces"} or _is(entry, "armed_roles") or circle & ties.accused:
        return "combatant", shown
    if entry.kind in ("public_body", "official") and _is(entry, "authority_roles"):
        return "authority", shown
    if entry.kind in ("person", "people", "organisation", "outlet", "monitor"):
        return "other", shown
    return "not_stated", []


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


def _is(entry: Entry, table: str) -> bool:
    called = f"{entry.role} {entry.name.text}"
    return pattern("sayings", table).search(_UNARMED.sub("", called) if table == "armed_roles" else called) is not None


_UNARMED = re.compile(r"fire brigades?", re.IGNORECASE)


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
    return frozenset(words("titles", "it", "they", "he")) & frozenset(words("functions", "possessives"))
