"""What a finding drops, in a field of its own: values, parts and items."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Generic

from summarizer.documents.document import Document
from summarizer.documents.quotes import Part, Quote
from summarizer.pointing.audit import Finding
from summarizer.pointing.dropping import apply
from summarizer.pointing.located import AnItem, Located
from summarizer.pointing.roles import Item, Words


class Pair(Part, Generic[Words]):
    """A part with two values, neither of which it needs."""

    one: tuple[Words, ...] = ()
    other: tuple[Words, ...] = ()


class Thing(Item[Words]):
    """An item with such parts."""

    kind_of_item = "thing"
    pairs: tuple[Pair[Words], ...] = ()


@dataclass(frozen=True)
class Things(Located):
    """Those of one article."""

    lists: ClassVar[Mapping[str, str]] = {"thing": "things"}

    things: Mapping[int, AnItem] = field(default_factory=dict)


def rejected(path: str) -> Finding:
    return Finding(check="test", code="absent", severity="reject", item="thing", id=1, field=path, message="Not there.")


def test_two_values_of_one_part_are_both_dropped() -> None:
    """Each finding drops its value, whatever else is dropped of the same part."""
    document = Document.from_text("Two words.")
    two, words = document.quote(0, 3), document.quote(4, 9)
    pair = Pair[Quote](one=(two,), other=(words,))
    items = Things(document, {1: Thing[Quote](id=1, pairs=(pair, pair))})
    left = apply([rejected("pairs.0.one"), rejected("pairs.0.other")], items)
    assert left.things[1] == Thing[Quote](id=1, pairs=(Pair[Quote](), pair))
