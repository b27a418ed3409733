"""What the rows of one brief are made of: its items with the brief that they are read in, looked up once for all tables."""

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.conflict.exporting.exported import Exported
from summarizer.conflict.items import Item
from summarizer.documents.document import Document
from summarizer.pointing.roles import items_in, quotes_in
from summarizer.schemas.brief import UnverifiedBrief


@dataclass(frozen=True, slots=True)
class OneItem:
    """An actor, statement or warning of a brief."""

    within: Exported
    item: Any


def exported(brief: UnverifiedBrief, document: Document) -> Exported:
    """The brief as exports ask of it."""
    return Exported(brief, document, "")


def places(of: Exported) -> Iterator[str]:
    """All places of all items' words as JSON: by kind and id of the item, of each field, sentence, start, end, paragraph."""
    starts = of.brief.source.paragraphs
    found = {f"{kind} {item.id}": _places(item, starts) for kind, item in items_in(of.brief)}
    if found:
        yield json.dumps(found, separators=(",", ":"))


def _places(item: Item, starts: Sequence[int]) -> list[tuple[str, int, int, int, int]]:
    return [
        (path, quote.sentence, quote.start, quote.end, bisect_right(starts, quote.sentence))
        for path, quote in quotes_in(item)
    ]
