"""Tables of articles: JSON, JSON Lines and CSV, a row an article, with the columns found by name."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from summarizer.documents.quotes import Origin
from summarizer.errors import SourceError, printable
from summarizer.reading.article import Article, Given, with_title
from summarizer.reading.columns import COLUMNS
from summarizer.reading.decoding import decode
from summarizer.reading.notation import listed, parsed
from summarizer.reading.reader import Sample
from summarizer.reading.stated_days import day_in

LONGEST_CELL = 500_000
"""Of a CSV, in characters."""
_SHOWN = 200
"""Characters that a message shows of the names of columns."""


def read_json(given: Given) -> Iterator[Article | SourceError]:
    """One object, a list of objects, or an object a line.

    Raises:
        SourceError: it is no text.
    """
    text = decode(given.data, given.name)
    whole = parsed(text)
    rows = map(parsed, filter(str.strip, text.splitlines())) if whole is None else listed(whole)
    return _articles(rows, given)


def read_csv(given: Given) -> Iterator[Article | SourceError]:
    """A table with its columns named in the first line, divided by commas, semicolons or tabulators.

    Raises:
        SourceError: it is no text.
    """
    text = decode(given.data, given.name)
    csv.field_size_limit(LONGEST_CELL)
    return _articles(csv.DictReader(io.StringIO(text, newline=""), delimiter=_divider(text)), given)


def is_csv(sample: Sample) -> bool:
    """Whether this is called a table, and its first line is divided."""
    first, _, _ = sample.text.partition("\n")
    return sample.is_called(".csv", ".tsv") and _divider(first) in first


def _divider(text: str) -> str:
    """The sign that the first line has most of."""
    first, _, _ = text.partition("\n")
    return max(",;\t", key=first.count)


def _articles(rows: Iterable[Any], given: Given) -> Iterator[Article | SourceError]:
    try:
        for number, row in enumerate(rows, 1):
            yield _article(row, {**COLUMNS, **given.columns}, f"{given.name}#{number}")
    except csv.Error as error:
        yield SourceError(f"{given.name}: cannot be taken apart any further ({error}); save the table anew")


def _article(row: Any, columns: Mapping[str, tuple[str, ...]], name: str) -> Article | SourceError:
    if not isinstance(row, dict):
        return SourceError(f"{name}: is no JSON object; leave it out, or mend it")
    told = {str(column).strip().lower(): _words(cell) for column, cell in row.items()}
    cells = {
        part: next(filter(None, (told.get(name.lower()) for name in names)), "") for part, names in columns.items()
    }
    text, day = cells.pop("text"), cells.pop("date")
    if not text:
        return SourceError(f"{name}: {_why_not(told, columns['text'])}")
    return Article(with_title(text, cells["title"]), day_in(day), Origin.model_validate(cells))


def _why_not(told: Mapping[str, str], columns: Iterable[str]) -> str:
    """Why a row has no text."""
    if told.keys() >= {"source", "audit", "policy"}:
        return "is a stored brief, and no article: brief show BRIEF.json ARTICLE shows it"
    if not told.keys().isdisjoint(map(str.lower, columns)):
        return "its text is empty"
    there = printable(", ".join(told)[:_SHOWN])
    return f"has no column that is known to hold the text; name it with --text-column, one of: {there}"


def _words(cell: Any) -> str:
    """A cell as text: of a list, its members; nothing of an object, or where there is nothing."""
    told = (one for one in listed(cell) if isinstance(one, str | int | float))
    return ", ".join(map(str, told))
