"""How much of a draft or a brief is verified; what is beyond is dropped, and told."""

from collections.abc import Iterator
from typing import TypeVar

from summarizer.documents.quotes import Part
from summarizer.pointing.audit import Finding
from summarizer.pointing.check import Code
from summarizer.pointing.dropping import changed, told
from summarizer.pointing.roles import lists_of

AnyPart = TypeVar("AnyPart", bound=Part)
MOST_ITEMS = 1000
"""Items of one kind that are verified of one article."""
MOST_ENTRIES = 100
"""Values, parts or references that one list of an item may hold."""
CODES = {
    "too_many_items": Code("reject", f"More than {MOST_ITEMS:,} of its kind were given; it stood behind these."),
    "too_many_entries": Code("warn", f"More than {MOST_ENTRIES} entries were given; the first of them were kept."),
}
"""What is told of items that are not looked at, and of those that are looked at in part."""


def bounded(proposed: AnyPart) -> AnyPart:
    """A draft or a brief with no more items of a kind, and no longer lists, than are verified."""
    return proposed.model_copy(
        update={
            name: tuple(map(_shortened, getattr(proposed, name)[:MOST_ITEMS]))
            for name in lists_of(type(proposed)).values()
        }
    )


def beyond(proposed: Part) -> Iterator[Finding]:
    """What is told of all that `bounded` leaves out."""
    for kind, name in lists_of(type(proposed)).items():
        items = getattr(proposed, name)
        for item in items[:MOST_ITEMS]:
            yield from (told("too_many_entries", (kind, item.id), field, CODES) for field in _too_long(item))
        yield from (told("too_many_items", (kind, item.id), "id", CODES) for item in items[MOST_ITEMS:])


def _shortened(item: AnyPart) -> AnyPart:
    return changed(item, {name: getattr(item, name)[:MOST_ENTRIES] for name in _too_long(item)})


def _too_long(item: Part) -> list[str]:
    """The fields whose lists are longer than is looked at."""
    return [name for name, held in vars(item).items() if isinstance(held, (tuple, list)) and len(held) > MOST_ENTRIES]
