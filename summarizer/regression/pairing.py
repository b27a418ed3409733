"""Which items of two briefs of one article are the same, by what they quote, whatever their ids."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from pydantic import BaseModel

from summarizer.conflict.items import KINDS, quotes_in
from summarizer.schemas.brief import (
    About,
    Affiliation,
    Attributed,
    Audit,
    Casualty,
    Finding,
    Incident,
    ItemOutcome,
    Rejected,
    Statement,
    Support,
    ThirdPartyWarning,
    Threat,
    UnverifiedBrief,
)
from summarizer.schemas.vocabulary import ItemKind

REFERENCES: Mapping[type[BaseModel], Mapping[str, ItemKind]] = {
    Affiliation: {"actor": "actor"},
    Casualty: {"source": "actor"},
    About: {"incident": "incident"},
    Statement: {"speaker": "actor", "relayed_by": "actor", "whom": "actor", "supersedes": "statement"},
    Support: {"statement": "statement"},
    Attributed: {"actor": "actor", "statements": "statement", "accusers": "actor"},
    Incident: {"summarises": "incident"},
    Threat: {"issuer": "actor", "on_behalf_of": "actor", "relayed_by": "actor", "restates": "threat"},
    ThirdPartyWarning: {"speaker": "actor", "feared": "actor"},
}
"""The fields that hold ids of other items, and of which kind."""

ALIKE_ENOUGH = 0.25
"""Share of their places, or of their words, that two items must have in common to be held for the same."""

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


def renumbered(now: UnverifiedBrief, accepted: UnverifiedBrief) -> UnverifiedBrief:
    """The brief `now` with each item that `accepted` has too under the id that it has there.

    Items that `accepted` lacks get ids that nothing in it has, and so do dropped proposals.
    """
    numbers: dict[ItemKind, dict[int, int]] = {}
    same_text = now.source.sha256 == accepted.source.sha256
    for kind, name in KINDS.items():
        pairs = _pairs(getattr(accepted, name), getattr(now, name), numbers, same_text)
        taken = {item.id for item in getattr(accepted, name)} | _proposed(accepted.audit, kind)
        free = count(max(taken, default=0) + 1)
        mentioned = sorted({item.id for item in getattr(now, name)} | _proposed(now.audit, kind))
        numbers[kind] = {number: pairs[number] if number in pairs else next(free) for number in mentioned}
    lists = {
        name: tuple(
            _part(item, numbers).model_copy(update={"id": numbers[kind][item.id]}) for item in getattr(now, name)
        )
        for kind, name in KINDS.items()
    }
    return now.model_copy(update={**lists, "audit": _audit(now.audit, numbers)})


def _proposed(audit: Audit, kind: ItemKind) -> set[int]:
    entries: Iterable[Finding | ItemOutcome | Rejected] = (*audit.outcomes, *audit.findings, *audit.rejected_raw)
    known = {entry.id for entry in entries if entry.item == kind and entry.id is not None}
    return known | {entry.into for entry in audit.outcomes if entry.item == kind and entry.into is not None}


# --- which item is which --------------------------------------------------------------------------


def _pairs(accepted: Iterable[Any], now: Iterable[Any], numbers: Numbers, same_text: bool) -> dict[int, int]:
    """For each id of now the id in accepted of the item that is most like it, best pairs first."""
    before = [_traits(item, {}, same_text) for item in accepted]
    after = [_traits(item, numbers, same_text) for item in now]
    candidates = [(one.likeness(other), one.id == other.id, one.id, other.id) for one in before for other in after]
    pairs: dict[int, int] = {}
    for likeness, _, old, new in sorted(candidates, key=lambda row: (-row[0], not row[1], row[2], row[3])):
        if likeness and new not in pairs and old not in pairs.values():
            pairs[new] = old
    return pairs


def _traits(item: Any, numbers: Numbers, same_text: bool) -> _Traits:
    quotes = [quote for _, quote in quotes_in(item)]
    who = getattr(item, "issuer", getattr(item, "speaker", None))
    return _Traits(
        id=item.id,
        # Where the text is another, its offsets say nothing.
        places=frozenset(place for quote in quotes if same_text for place in range(quote.start, quote.end)),
        words=frozenset(word for quote in quotes for word in quote.text.casefold().split()),
        kind=getattr(item, "kind", None),
        who=numbers.get("actor", {}).get(who, who) if who is not None else None,
    )


def _share(one: frozenset[Any], other: frozenset[Any]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


# --- new numbers ----------------------------------------------------------------------------------


def _part(part: Any, numbers: Numbers) -> Any:
    """An item, or a part of one, with every id in it replaced; the item's own id is not."""
    if isinstance(part, tuple):
        return tuple(_part(member, numbers) for member in part)
    if not isinstance(part, BaseModel):
        return part
    kinds = REFERENCES.get(type(part), {})
    update = {
        name: _replaced(getattr(part, name), numbers[kinds[name]])
        if name in kinds
        else _part(getattr(part, name), numbers)
        for name in type(part).model_fields
    }
    return part.model_copy(update=update)


def _replaced(value: Any, numbers: Mapping[int, int]) -> Any:
    if isinstance(value, tuple):
        return tuple(_replaced(member, numbers) for member in value)
    return numbers.get(value, value)


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
