"""Which items of two briefs of one article are the same, by what they quote, whatever their ids."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any, TypeVar

from summarizer.pointing.audit import Audit, Finding, ItemKind, ItemOutcome, Rejected
from summarizer.pointing.briefs import StoredBrief
from summarizer.pointing.located import AnItem
from summarizer.pointing.roles import lists_of, quotes_in, redirected, roles

ALIKE_ENOUGH = 0.25
"""Share of their places, or of their words, that two items must have in common to be held for the same."""

AnyBrief = TypeVar("AnyBrief", bound=StoredBrief)
Numbers = Mapping[ItemKind, Mapping[int, int]]


@dataclass(frozen=True)
class _Traits:
    """What an item is known by: places and words that it quotes, its kind, and who speaks or threatens."""

    id: int
    places: frozenset[int]
    words: frozenset[str]
    kind: str | None
    who: int | None

    def likeness(self, other: "_Traits") -> float:
        """From 0, nothing in common, to 4."""
        places = _share(self.places, other.places)
        words = _share(self.words, other.words)
        if max(places, words) < ALIKE_ENOUGH:
            return 0.0
        return 2 * places + words + 0.5 * (self.kind == other.kind) + 0.5 * (self.who == other.who)


def renumbered(now: AnyBrief, accepted: StoredBrief) -> AnyBrief:
    """The brief `now` with each item that `accepted` has too under the id that it has there.

    Items that `accepted` lacks get ids that nothing in it has, and so do dropped proposals.
    """
    numbers: dict[ItemKind, dict[int, int]] = {}
    same_text = now.source.sha256 == accepted.source.sha256
    for kind, name in lists_of(type(now)).items():
        pairs = _pairs(getattr(accepted, name), getattr(now, name), numbers, same_text)
        taken = {item.id for item in getattr(accepted, name)} | _proposed(accepted.audit, kind)
        free = count(max(taken, default=0) + 1)
        mentioned = sorted({item.id for item in getattr(now, name)} | _proposed(now.audit, kind))
        numbers[kind] = {number: pairs[number] if number in pairs else next(free) for number in mentioned}
    lists = {
        name: tuple(
            redirected(item, lambda kind, number: numbers[kind].get(number, number)).model_copy(
                update={"id": numbers[kind][item.id]}
            )
            for item in getattr(now, name)
        )
        for kind, name in lists_of(type(now)).items()
    }
    return now.model_copy(update={**lists, "audit": _audit(now.audit, numbers)})


def _proposed(audit: Audit, kind: ItemKind) -> set[int]:
    entries: Iterable[Finding | ItemOutcome | Rejected] = (*audit.outcomes, *audit.findings, *audit.rejected_raw)
    known = {entry.id for entry in entries if entry.item == kind and entry.id is not None}
    return known | {entry.into for entry in audit.outcomes if entry.item == kind and entry.into is not None}


# --- which item is which --------------------------------------------------------------------------


def _pairs(accepted: Iterable[AnItem], now: Iterable[AnItem], numbers: Numbers, same_text: bool) -> dict[int, int]:
    """For each id of now the id in accepted of the item that is most like it, best pairs first."""
    before = [_traits(item, {}, same_text) for item in accepted]
    after = [_traits(item, numbers, same_text) for item in now]
    candidates = [(one.likeness(other), one.id == other.id, one.id, other.id) for one in before for other in after]
    pairs: dict[int, int] = {}
    for likeness, _, old, new in sorted(candidates, key=lambda row: (-row[0], not row[1], row[2], row[3])):
        if likeness and new not in pairs and old not in pairs.values():
            pairs[new] = old
    return pairs


def _traits(item: AnItem, numbers: Numbers, same_text: bool) -> _Traits:
    quotes = [quote for _, quote in quotes_in(item)]
    return _Traits(
        id=item.id,
        # Where the text is another, its offsets say nothing.
        places=frozenset(place for quote in quotes if same_text for place in range(quote.start, quote.end)),
        words=frozenset(word for quote in quotes for word in quote.text.casefold().split()),
        kind=getattr(item, "kind", None),
        who=_who(item, numbers),
    )


def _who(item: AnItem, numbers: Numbers) -> int | None:
    """The item without which this one falls, under its new id: who speaks, or threatens."""
    for name, role in roles(type(item)).references.items():
        number = getattr(item, name)
        if role.falls and isinstance(number, int):
            return numbers.get(role.kind, {}).get(number, number)
    return None


def _share(one: frozenset[Any], other: frozenset[Any]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


# --- new numbers ----------------------------------------------------------------------------------


def _audit(audit: Audit, numbers: Numbers) -> Audit:
    def own(entry: Finding | ItemOutcome | Rejected) -> dict[str, int | None]:
        return {} if entry.item is None or entry.id is None else {"id": numbers[entry.item][entry.id]}

    outcomes = tuple(
        outcome.model_copy(
            update=own(outcome)
            | ({} if outcome.into is None else {"into": numbers[outcome.item].get(outcome.into, outcome.into)})
        )
        for outcome in audit.outcomes
    )
    return audit.model_copy(
        update={
            "outcomes": outcomes,
            "findings": tuple(finding.model_copy(update=own(finding)) for finding in audit.findings),
            "rejected_raw": tuple(entry.model_copy(update=own(entry)) for entry in audit.rejected_raw),
        }
    )
