"""What the rows of one brief are made of: its items with the brief that they are read in, looked up once for all tables."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from summarizer.conflict.exporting.exported import Exported, OneIncident
from summarizer.conflict.exporting.incident_table import OneThreat
from summarizer.conflict.items import Item
from summarizer.documents.document import Document
from summarizer.pointing.roles import items_in, quotes_in
from summarizer.schemas.brief import Actor, Statement, ThirdPartyWarning, UnverifiedBrief


@dataclass(frozen=True)
class OneActor:
    """One actor of a brief."""

    within: Exported
    item: Actor


@dataclass(frozen=True)
class OneStatement:
    """One statement of a brief."""

    within: Exported
    item: Statement


@dataclass(frozen=True)
class OneWarning:
    """One warning of a brief."""

    within: Exported
    item: ThirdPartyWarning


@dataclass(frozen=True)
class Stored:
    """One brief with its article."""

    brief: UnverifiedBrief
    document: Document

    @cached_property
    def exported(self) -> Exported:
        """The brief as exports ask of it."""
        return Exported(self.brief, self.document, "")

    def incidents(self) -> Iterator[OneIncident]:
        """Every incident."""
        return self.exported.incidents()

    def threats(self) -> Iterator[OneThreat]:
        """Every threat."""
        return (OneThreat(self.exported, item) for item in self.brief.threats)

    def statements(self) -> Iterator[OneStatement]:
        """Every statement."""
        return (OneStatement(self.exported, item) for item in self.brief.statements)

    def actors(self) -> Iterator[OneActor]:
        """Every actor."""
        return (OneActor(self.exported, item) for item in self.brief.actors)

    def warnings(self) -> Iterator[OneWarning]:
        """Every warning."""
        return (OneWarning(self.exported, item) for item in self.brief.warnings)

    def places(self) -> Iterator[str]:
        """All places of all items' words as one JSON list: kind and id of the item, field, sentence, start, end."""
        found = [place for kind, item in items_in(self.brief) for place in _places(kind, item)]
        if found:
            yield json.dumps(found, separators=(",", ":"))


def _places(kind: str, item: Item) -> Iterator[tuple[str, int, str, int, int, int]]:
    for path, quote in quotes_in(item):
        yield kind, item.id, path, quote.sentence, quote.start, quote.end
