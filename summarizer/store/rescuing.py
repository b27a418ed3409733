"""What can still be read of a damaged store → a new one."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from summarizer.errors import StoreError, printable
from summarizer.store import answers, articles
from summarizer.store.checking import is_itself, loads
from summarizer.store.faults import told
from summarizer.store.finished import Finished, with_rows
from summarizer.store.opening import PATIENCE, connect, recognise
from summarizer.store.ranges import scanned
from summarizer.store.store import Store

if TYPE_CHECKING:
    from summarizer.pointing.field import Field

BATCH = 200


@dataclass(frozen=True)
class Rescued:
    """How many of each kind (`answers`, `briefs`) were copied, and how many could not be."""

    copied: Counter[str]
    lost: Counter[str]


def rescue(path: str | Path, to: str | Path, field: "Field[Any]") -> Rescued:
    """Copy all answers and finished articles that can be read and are whole; rows are made anew of the briefs.

    Args:
        path: the damaged store.
        to: the new one; there must be none yet.
        field: whose briefs they are.

    Raises:
        StoreError: there is something at `to`, or either file cannot be used.
    """
    path, to = Path(path), Path(to)
    if to.exists():
        raise StoreError(f"{printable(str(to))} is there already: name a new file to copy into")
    copied: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    with told(path), closing(connect(path, PATIENCE)) as db, Store.open(to, field) as new:
        recognise(db, path)
        for rows in _batches(_whole_answers(db, lost)):
            new.keep_rows(rows)
            copied["answers"] += len(rows)
        for finished in _batches(_whole_articles(db, field, lost)):
            new.write(finished)
            copied["briefs"] += len(finished)
    return Rescued(copied, lost)


def _whole_answers(db: sqlite3.Connection, lost: Counter[str]) -> Iterator[tuple[Any, ...]]:
    """The rows of answers that can be read and load."""
    for row in scanned(db, "answers", answers.EACH, lambda _: lost.update(["answers"])):
        if answers.is_whole(row):
            yield row
        else:
            lost["answers"] += 1


def _whole_articles(db: sqlite3.Connection, field: "Field[Any]", lost: Counter[str]) -> Iterator[Finished]:
    """The finished articles that can be read, are themselves, and load."""
    for row in scanned(db, "briefs", articles.WITH_ARTICLES, lambda _: lost.update(["briefs"])):
        one = articles.finished(row)
        if is_itself(one.document) and loads(one.brief, field.stored.model_validate_json):
            yield with_rows(one, field)
        else:
            lost["briefs"] += 1


AnyRow = TypeVar("AnyRow")


def _batches(rows: Iterator[AnyRow]) -> Iterator[list[AnyRow]]:
    """So many at a time as one transaction holds."""
    while batch := list(islice(rows, BATCH)):
        yield batch
