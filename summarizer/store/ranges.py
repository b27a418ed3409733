"""Reads a table of a damaged file as far as it can be read: by ranges of numbers, each halved where it fails."""

import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

STEP = 256
"""Numbers that are read at once."""


def scanned(
    db: sqlite3.Connection, table: str, query: str, lost: Callable[[int], None] = lambda number: None
) -> Iterator[tuple[Any, ...]]:
    """All rows that can be read.

    Args:
        db: the file.
        table: whose rows they are.
        query: what is read of those with numbers between two parameters.
        lost: is called with each number at which nothing can be read.
    """
    for first in range(1, _last(db, table) + 1, STEP):
        yield from _between(db, query, first, first + STEP - 1, lost)


def _between(
    db: sqlite3.Connection, query: str, first: int, last: int, lost: Callable[[int], None]
) -> Iterator[tuple[Any, ...]]:
    try:
        found = db.execute(query, (first, last)).fetchall()
    except sqlite3.Error:
        if first == last:
            lost(first)
            return
        middle = (first + last) // 2
        yield from _between(db, query, first, middle, lost)
        yield from _between(db, query, middle + 1, last, lost)
    else:
        yield from found


def _last(db: sqlite3.Connection, table: str) -> int:
    """The highest number of a table; where that cannot be read, how many rows it has, as an index of it may tell."""
    for what in ("max(id)", "count(*)"):
        try:
            return int(db.execute(f"SELECT {what} FROM {table}").fetchone()[0] or 0)
        except sqlite3.Error:
            continue
    return 0
