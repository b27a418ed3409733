"""Which items of two briefs of one article are the same, by what they quote, whatever their ids."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count, product, takewhile
from operator import itemgetter
from typing import Any, TypeVar

from summarizer.pointing.audit import Audit, Finding, ItemKind, ItemOutcome, Key, Rejected, ShownLink
from summarizer.pointing.briefs import StoredBrief
from summarizer.pointing.located import AnItem
from summarizer.pointing.roles import items_in, lists_of, quotes_in, redirected, roles

ALIKE_ENOUGH = 0.25
"""Share of their places, or of their words, that two items must have in common to be held for the same."""

AnyBrief = TypeVar("AnyBrief", bound=StoredBrief)
Entry = TypeVar("Entry", Finding, ItemOutcome, Rejected, ShownLink)
Numbers = Mapping[Key, int]


@dataclass(frozen=True)
class _Traits:
    """What an item is known by: places and words that it quotes, its kind, who speaks or threatens, and of what."""

    id: int
    places: frozenset[int]
    words: frozenset[str]
    kind: str | None
    who: int | None
    links: frozenset[tuple[str, int]]

    def likeness(self, other: "_Traits") -> float:
        """How much two items have in common, from 0 for nothing to 4.25.

        Places count twice as much as words, as the same words may be said of different events; kind, speaker, and what is
        spoken of only decide between items that quote alike.
        """
        places = _share(self.places, other.places)
        words = _share(self.words, other.words)
        if max(places, words) < ALIKE_ENOUGH:
            return 0.0
        alike = 0.5 * (self.kind == other.kind) + 0.5 * (self.who == other.who) + 0.25 * (self.links == other.links)
        return 2 * places + words + alike


def renumbered(now: AnyBrief, accepted: StoredBrief) -> AnyBrief:
    """The brief `now` with each item that `accepted` has too under the id that it has there.

    Items that `accepted` lacks get ids that nothing in it has, and so do dropped proposals.

    Args:
        now: the brief that comes out now.
        accepted: the one that it is compared with, of the same field.
    """
    same_text = now.source.sha256 == accepted.source.sha256
    free = count(1 + max((number for _, number in _proposed(accepted)), default=0))
    new = {key: next(free) for key in sorted(_proposed(now))}
    lists = lists_of(type(now))
    numbers: dict[Key, int] = {}
    for kind, name in lists.items():
        pairs = _pairs(getattr(accepted, name), getattr(now, name), numbers, same_text)
        numbers |= {key: pairs.get(key[1], number) for key, number in new.items() if key[0] == kind}
    held: dict[str, Any] = {"audit": _audit(now.audit, numbers)}
    for kind, name in lists.items():
        items = (redirected(item, partial(_new, numbers)) for item in getattr(now, name))
        held[name] = tuple(item.model_copy(update={"id": numbers[kind, item.id]}) for item in items)
    return now.model_copy(update=held)


def _proposed(brief: StoredBrief) -> set[Key]:
    """Items of a brief, and those that were proposed for it, whether or not they were kept."""
    kept = {(kind, item.id) for kind, item in items_in(brief)}
    return kept | {outcome.key for outcome in brief.audit.outcomes}


def _new(numbers: Numbers, kind: ItemKind, number: int) -> int:
    """An item's new id; as it was, for an item of which nothing is known, or whose kind has no new ids yet."""
    return numbers.get((kind, number), number)


# --- which item is which --------------------------------------------------------------------------


def _pairs(accepted: Iterable[AnItem], now: Iterable[AnItem], numbers: Numbers, same_text: bool) -> dict[int, int]:
    """For each id of now the id in accepted of the item that is most like it, best pairs first."""
    before = [_traits(item, {}, same_text) for item in accepted]
    after = [_traits(item, numbers, same_text) for item in now]
    both = product(before, after)
    candidates = [(-one.likeness(other), one.id != other.id, one.id, other.id) for one, other in both]
    pairs: dict[int, int] = {}
    for *_, old, new in takewhile(itemgetter(0), sorted(candidates)):  # a likeness of 0 ends them
        if new not in pairs and old not in pairs.values():
            pairs[new] = old
    return pairs


def _traits(item: AnItem, numbers: Numbers, same_text: bool) -> _Traits:
    """What an item is known by; whoever it refers to, by the new ids so far."""
    places: set[int] = set()
    words: set[str] = set()
    for _, quote in quotes_in(item):
        places.update(range(quote.start, quote.end))
        words.update(quote.text.casefold().split())
    return _Traits(
        id=item.id,
        places=frozenset(places if same_text else ()),  # where the text is another, its offsets say nothing
        words=frozenset(words),
        kind=getattr(item, "kind", None),
        who=_who(item, numbers),
        links=frozenset(_linked(item, numbers)),
    )


def _who(item: AnItem, numbers: Numbers) -> int | None:
    """The item without which this one falls, under its new id: who speaks, or threatens."""
    for name, role in roles(type(item)).references.items():
        number = getattr(item, name)
        if role.falls and isinstance(number, int):
            return _new(numbers, role.kind, number)
    return None


def _linked(item: AnItem, numbers: Numbers) -> Iterator[tuple[str, int]]:
    """What its parts refer to, under the new ids."""
    for link in roles(type(item)).links:
        for part in getattr(item, link.field):
            number = getattr(part, link.to)
            if number is not None:
                yield link.field, _new(numbers, link.role.kind, number)


def _share(one: frozenset[Any], other: frozenset[Any]) -> float:
    """The share of both that they have in common (Jaccard, 1901), 0 to 1; 0 for two empty ones."""
    return len(one & other) / max(1, len(one | other))


# --- new numbers ----------------------------------------------------------------------------------


def _audit(audit: Audit, numbers: Numbers) -> Audit:
    """The audit with the items that its entries speak of under their new ids."""
    return audit.model_copy(
        update={
            "outcomes": tuple(_led(_entry(outcome, numbers), numbers) for outcome in audit.outcomes),
            **{name: tuple(_entry(entry, numbers) for entry in getattr(audit, name)) for name in OF_ITEMS},
        }
    )


OF_ITEMS = ("findings", "rejected_raw", "links")
"""Lists of an audit whose entries name an item by its id, and no other."""


def _led(outcome: ItemOutcome, numbers: Numbers) -> ItemOutcome:
    if outcome.into is None:
        return outcome
    return outcome.model_copy(update={"into": _new(numbers, outcome.item, outcome.into)})


def _entry(entry: Entry, numbers: Numbers) -> Entry:
    """An entry of an audit; one that is of no item stays as it is."""
    return entry.model_copy(update={"id": _new(numbers, *entry.key)}) if entry.key else entry
