"""Merging duplicates: one item stays, takes what the other had and it lacks, and gets its references."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from summarizer.conflict.items import KINDS, Items
from summarizer.pointing.dropping import Key
from summarizer.schemas.vocabulary import ItemKind

REFERENCES: dict[str, ItemKind] = {
    "actor": "actor",
    "source": "actor",
    "speaker": "actor",
    "issuer": "actor",
    "whom": "actor",
    "feared": "actor",
    "relayed_by": "actor",
    "on_behalf_of": "actor",
    "incident": "incident",
    "summarises": "incident",
    "supersedes": "statement",
    "restates": "threat",
}
"""Every field that refers to another item, and the kind of item that it refers to."""


def targets(pairs: Iterable[tuple[ItemKind, int, int]]) -> dict[Key, int]:
    """Where each merged item ends up, chains followed to their end."""
    into = {(kind, number): other for kind, number, other in pairs if number != other}
    ends: dict[Key, int] = {}
    for kind, number in into:
        end, passed = into[kind, number], {number}
        while (kind, end) in into and end not in passed:
            passed.add(end)
            end = into[kind, end]
        if end not in passed:
            ends[kind, number] = end
    return ends


def merge(items: Items, into: Mapping[Key, int]) -> Items:
    """The items without those merged away; every reference follows."""
    if not into:
        return items
    lists: dict[str, dict[int, Any]] = {}
    for kind, name in KINDS.items():
        kept = {number: item for number, item in items.of(kind).items() if (kind, number) not in into}
        for number, item in items.of(kind).items():
            if (kind, number) in into:
                end = into[kind, number]
                kept[end] = filled(kept[end], item)
        lists[name] = {
            number: redirected(item, lambda kind, other: into.get((kind, other), other))
            for number, item in kept.items()
        }
    return Items(document=items.document, **lists)


def filled(kept: Any, merged: Any) -> Any:
    """What is kept, with the empty lists filled from what is merged into it."""
    update = {
        name: getattr(merged, name)
        for name in type(kept).model_fields
        if getattr(kept, name) in ((), []) and getattr(merged, name) not in ((), [])
    }
    if hasattr(kept, "about"):
        links: dict[int, Any] = {}
        for link in (*kept.about, *merged.about):
            links.setdefault(link.incident, link)
        update["about"] = type(kept.about)(links.values())
    return kept.model_copy(update=update)


def redirected(part: Any, follow: Callable[[ItemKind, int], int]) -> Any:
    """A part of a draft or a brief with every reference led to where `follow` says."""
    update: dict[str, Any] = {}
    for name in type(part).model_fields:
        current = getattr(part, name)
        if isinstance(current, (tuple, list)) and current and isinstance(current[0], BaseModel):
            update[name] = type(current)(redirected(entry, follow) for entry in current)
        elif name in REFERENCES and current is not None:  # the `whom` of a casualty is words, and no reference
            update[name] = _followed(current, REFERENCES[name], follow)
    return part.model_copy(update=update) if update else part


def _followed(reference: Any, kind: ItemKind, follow: Callable[[ItemKind, int], int]) -> Any:
    if isinstance(reference, (tuple, list)):
        return type(reference)(dict.fromkeys(follow(kind, number) for number in reference))
    return follow(kind, reference)
