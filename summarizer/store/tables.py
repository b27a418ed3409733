"""The flat tables that a field of use makes of a brief, and the views on them: as data, from which SQL and pages are made."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from summarizer.documents.document import Document
    from summarizer.pointing.briefs import StoredBrief
    from summarizer.pointing.field import Field

Cell = str | int | float | None
"""What a cell holds; what is not stated is NULL."""
Rows = Mapping[str, list[tuple[Cell, ...]]]
"""The rows that one brief comes to, by the name of their table, without the brief's number."""
Type = Literal["TEXT", "INTEGER", "REAL"]


@dataclass(frozen=True)
class StoreColumn:
    """One column of a table.

    Attributes:
        name: as SQL has it.
        holds: what it holds, for the documentation.
        value: the cell, from what a row is made of.
        type: of its values.
    """

    name: str
    holds: str
    value: Callable[[Any], Any]
    type: Type = "TEXT"


@dataclass(frozen=True)
class StoreTable:
    """One table; before its columns stands `brief`, the number of the brief that a row is of.

    Attributes:
        name: as SQL has it.
        holds: what a row is, for the documentation.
        columns: all but `brief`.
        each: from what `Tables.prepared` gives, what the rows are made of.
        searched: columns whose words are found by full text, in the table `<name>_fts`.
        indexed: columns, or several with commas between, by which rows are looked for.
    """

    name: str
    holds: str
    columns: tuple[StoreColumn, ...]
    each: Callable[[Any], Iterable[Any]]
    searched: tuple[str, ...] = ()
    indexed: tuple[str, ...] = ()

    def rows(self, prepared: Any) -> list[tuple[Cell, ...]]:
        """The rows of one brief."""
        return [tuple(_cell(column.value(one)) for column in self.columns) for one in self.each(prepared)]


@dataclass(frozen=True)
class StoreView:
    """One view for people.

    Attributes:
        name: as SQL has it.
        holds: what a row is, for the documentation.
        columns: what each column holds, by its name.
        select: the query, whose columns have these names.
    """

    name: str
    holds: str
    columns: Mapping[str, str]
    select: str


def _itself(brief: Any, document: Any) -> Any:
    return brief, document


@dataclass(frozen=True)
class Tables:
    """All tables and views of one field of use.

    Attributes:
        version: goes up by one where a table or view changes; stores that have an earlier one are brought up to it.
        tables, views: in the order in which they are told.
        prepared: from a brief and its document, what every table makes its rows of.
    """

    version: int = 0
    tables: tuple[StoreTable, ...] = ()
    views: tuple[StoreView, ...] = ()
    prepared: Callable[[Any, Any], Any] = field(default=_itself)


NO_TABLES = Tables()
"""Of a field that has none."""


def field_rows(tables: Tables, brief: "StoredBrief", document: "Document") -> Rows:
    """The rows that one brief comes to. Pure: made wherever there is a processor to spare."""
    prepared = tables.prepared(brief, document)
    return {table.name: table.rows(prepared) for table in tables.tables}


def tables_of(field: "Field[Any] | None") -> Tables:
    """The tables of a field, and none of a field that has none."""
    return field.tables() if field and field.tables else NO_TABLES


_AS_KEPT: Mapping[type, Callable[[Any], Cell]] = {
    bool: int,
    date: date.isoformat,
    str: lambda text: text or None,
}
"""How a value is kept: a day by ISO 8601, a truth as 1 or 0, nothing as NULL; others as they are."""


def _as_it_is(value: Any) -> Any:
    return value


def _cell(value: Any) -> Cell:
    kept: Callable[[Any], Cell] = _AS_KEPT.get(type(value), _as_it_is)
    return kept(value)
