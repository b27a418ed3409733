"""Merging duplicates: one item stays, takes what the other had and it lacks, and gets its references."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from summarizer.documents.quotes import Part
from summarizer.pointing.audit import ItemKind, Key
from summarizer.pointing.located import AnItem, AnyItems
from summarizer.pointing.roles import first_of_each, redirected, roles

AnyPart = TypeVar("AnyPart", bound=Part)


def targets(pairs: Iterable[tuple[ItemKind, int, int]]) -> dict[Key, int]:
    """Where each merged item ends up, chains followed to their end.

    Args:
        pairs: kind, id, and the id that the item goes into; those that run in a circle are left out.
    """
    into = {(kind, number): other for kind, number, other in pairs if number != other}
    ends = {key: end_of(key, into) for key in into}
    return {key: end for key, end in ends.items() if (key[0], end) not in into}


def end_of(key: Key, into: Mapping[Key, int]) -> int:
    """The id that an item goes by after merging; where it runs in a circle, one of those in it."""
    kind, number = key
    passed: set[int] = set()
    while (kind, number) in into and number not in passed:
        passed.add(number)
        number = into[kind, number]
    return number


def merge(items: AnyItems, into: Mapping[Key, int]) -> AnyItems:
    """The items without those merged away; every reference follows.

    Args:
        items: all of them.
        into: where each merged item ends up, as `targets` gives it.
    """
    if not into:
        return items
    ends: dict[Key, AnItem] = {}
    for (kind, number), end in into.items():
        kept = ends.get((kind, end), items.of(kind)[end])
        ends[kind, end] = filled(kept, items.of(kind)[number])

    def merged(kind: ItemKind, item: AnItem) -> AnItem | None:
        if (kind, item.id) in into:
            return None
        return redirected(ends.get((kind, item.id), item), lambda kind, other: into.get((kind, other), other))

    return items.mapped(merged)


def filled(kept: AnyPart, merged: AnyPart) -> AnyPart:
    """What is kept, with the empty lists filled from what is merged into it, and with further links of its own.

    Args:
        kept: the item that stays; of a link that both have, its own stays.
        merged: an item of the same class.
    """
    update: dict[str, Any] = {
        name: getattr(merged, name) for name in type(kept).model_fields if getattr(kept, name) in ((), [])
    }
    for link in roles(type(kept)).links:
        if link.role.falls:
            parts = (*getattr(kept, link.field), *getattr(merged, link.field))
            update[link.field] = first_of_each(parts, link.to)
    return kept.model_copy(update=update)
