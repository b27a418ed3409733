"""The evidence of a brief: a row for each mention, with its place in the article's text."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.conflict.exporting.exported import Exported
from summarizer.conflict.exporting.shared_columns import ARTICLE, ITEM, REVIEW
from summarizer.conflict.items import Item
from summarizer.documents.quotes import Quote
from summarizer.pointing.roles import items_in, quotes_in
from summarizer.rendering.formats import Rendered
from summarizer.rendering.tables import Column, header_of, rows_of
from summarizer.schemas.brief import AssessedIncident, AssessedThreat, Assessment


@dataclass(frozen=True)
class OneMention:
    """Words of one field of an item."""

    within: Exported
    item: Item
    path: str
    quote: Quote

    @property
    def incidents(self) -> list[int]:
        """Ids of the incidents that the words tell, or speak of."""
        if isinstance(self.item, AssessedIncident):
            return [self.item.id]
        return [link.incident for link in getattr(self.item, "about", ())]

    @property
    def assessment(self) -> Assessment | None:
        """The statuses of the incident that the words tell."""
        return getattr(self.item, "assessment", None)

    @property
    def marks(self) -> list[str]:
        """Codes of what is marked on these words, what holds them, or the whole item."""
        found = self.within.marks.get((self.item.kind_of_item, self.item.id), [])
        concerning = filter(lambda finding: finding.concerns(self.path), found)
        return [finding.code for finding in concerning]


COLUMNS: tuple[Column, ...] = (
    *ARTICLE,
    Column("item", "kind of the item: actor, incident, statement, threat or warning", lambda row: row.item.kind_of_item),
    *ITEM,
    Column("incidents", "ids of the incidents that the words tell, or that their statement is about", lambda row: " ".join(map(str, row.incidents))),
    Column("field", "path of the field that holds the words, such as `targets.0.text`", lambda row: row.path),
    Column("sentence", "number of the sentence, from 1", lambda row: row.quote.sentence),
    Column("paragraph", "number of the paragraph, from 1", lambda row: next(iter(row.within.view.paragraphs((row.quote,))), None)),
    Column("start", "offset of the first character, in code points (not bytes, nor UTF-16 units) of the article's text, from 0", lambda row: row.quote.start),
    Column("end", "offset after the last character, counted alike", lambda row: row.quote.end),
    Column("text", "the words, white space made single spaces and unseen characters visible; start and end give them as they stand", lambda row: row.quote.text),
    Column("occurrence", "of an incident, `assessment.occurrence`", lambda row: row.assessment and row.assessment.occurrence),
    Column("attribution", "of an incident, `assessment.attribution`", lambda row: row.assessment and row.assessment.attribution),
    Column("status", "of a threat, `status`", lambda row: row.item.status if isinstance(row.item, AssessedThreat) else None),
    Column("marks", "codes of the checks that marked these words or their whole item; what was dropped has no row", lambda row: " ".join(row.marks)),
    *REVIEW,
)  # fmt: skip


def header() -> str:
    """The names of the columns."""
    return header_of(COLUMNS)


def rows(of: Rendered) -> str:
    """A row for each mention, item by item."""
    return rows_of(COLUMNS, _each(Exported.of(of)))


def _each(within: Exported) -> Iterator[OneMention]:
    for _, item in items_in(within.brief):
        for path, quote in quotes_in(item):
            yield OneMention(within, item, path, quote)
