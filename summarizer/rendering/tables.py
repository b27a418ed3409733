"""Rows of cells → CSV: every cell inert in a terminal and in a spreadsheet, and numbers left numbers."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Any

from summarizer.rendering.safety import in_a_cell

Cell = str | int | date | None
"""What a cell holds; None and an empty text are an empty cell."""


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Attributes:
        name: as its first line has it.
        holds: what it holds, for the documentation.
        value: the cell, from what a row is made of; a field of JSON may hold more.
        after: the codebook whose column it is like; empty where it is ours.
    """

    name: str
    holds: str
    value: Callable[[Any], Any]
    after: str = ""


def header_of(columns: Iterable[Column]) -> str:
    """The first line of a table."""
    return _lines([[column.name for column in columns]])


def rows_of(columns: tuple[Column, ...], each: Iterable[Any]) -> str:
    """A line for each thing that a row is made of."""
    return _lines([column.value(one) for column in columns] for one in each)


def _lines(rows: Iterable[Iterable[Cell]]) -> str:
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(map(_written, row) for row in rows)
    return text.getvalue()


def _written(cell: Cell) -> str | int | None:
    """A cell as it is written: a truth as a word, a number as it is, a day by ISO 8601, a text inert."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, str):
        return in_a_cell(cell)
    return cell.isoformat() if isinstance(cell, date) else cell
