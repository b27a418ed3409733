"""The items of one article once their words are located: checked, dropped and merged, not yet trusted."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Self, TypeVar, cast

from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote
from summarizer.documents.remembering import Remembering
from summarizer.pointing.audit import Finding, ItemKind, Rejected
from summarizer.pointing.roles import Item, quotes_in

AnItem = Item[Quote]


@dataclass(frozen=True)
class Located(Remembering):
    """Every item by its id, with the document that all quotations point into.

    A field of use subclasses it with one mapping for each of its lists, and gives their names by kind in `lists`.
    """

    lists: ClassVar[Mapping[ItemKind, str]]

    document: Document
    gathered: dict[int, Any] = field(default_factory=dict, repr=False, compare=False, kw_only=True)
    """What `quotes` has gathered; items that are made of others by `replace` go on with it."""

    def of(self, kind: ItemKind) -> Mapping[int, AnItem]:
        """The items of one kind."""
        items: Mapping[int, AnItem] = getattr(self, self.lists[kind])
        return items

    def all(self) -> Iterator[tuple[ItemKind, AnItem]]:
        """Every item with its kind, list by list in the order of declaration."""
        for kind in self.lists:
            for item in self.of(kind).values():
                yield kind, item

    def mapped(self, change: Callable[[ItemKind, AnItem], AnItem | None]) -> Self:
        """The items as `change` gives them back; without those for which it gives None.

        Args:
            change: from the kind and the item, what is put in its place; it is asked once for each item.
        """
        changed = {
            name: {number: new for number, item in self.of(kind).items() if (new := change(kind, item)) is not None}
            for kind, name in self.lists.items()
        }
        return replace(self, **cast("dict[str, Any]", changed))

    def quotes(self, item: AnItem) -> tuple[tuple[str, Quote], ...]:
        """`quotes_in` for one of these items, gathered once."""
        known: tuple[AnItem, tuple[tuple[str, Quote], ...]] | None = self.gathered.get(id(item))
        if known is None:
            # The item is kept beside its quotations, so that no other object can get its identity.
            known = self.gathered[id(item)] = (item, tuple(quotes_in(item)))
        return known[1]


AnyItems = TypeVar("AnyItems", bound=Located)


@dataclass(frozen=True)
class Grounded:
    """A draft whose every mention was looked up: what was found, what was said of it, what was not there."""

    items: Located
    findings: tuple[Finding, ...] = ()
    rejected: tuple[Rejected, ...] = ()
