"""Tables and views of a field → SQL: made in a store, brought up from an earlier version, and filled."""

import sqlite3
from collections.abc import Iterable, Iterator

from summarizer.store.tables import Cell, StoreTable, Tables

MERGED = 16
"""Pieces of full text that are merged at once: more are written faster, and searched slower."""


def bring_up(db: sqlite3.Connection, tables: Tables) -> None:
    """Make what is not there yet: tables, columns, indices, full text and views.

    A column that is new is empty until its brief is written again; one that is gone is left alone.

    Args:
        db: a store, within a transaction.
        tables: what it is to have.
    """
    for table in tables.tables:
        db.execute(f"CREATE TABLE IF NOT EXISTS {table.name} ({', '.join(_columns(table))})")
        there = {row[1] for row in db.execute(f"PRAGMA table_info({table.name})")}
        for column in filter(lambda one: one.name not in there, table.columns):
            db.execute(f"ALTER TABLE {table.name} ADD COLUMN {column.name} {column.type}")
        for statement in (*_indices(table), *_full_text(table)):
            db.execute(statement)
    for view in tables.views:
        db.execute(f"DROP VIEW IF EXISTS {view.name}")
        db.execute(f"CREATE VIEW {view.name} AS {view.select}")


def _columns(table: StoreTable) -> Iterator[str]:
    yield "row INTEGER PRIMARY KEY"
    yield "brief INTEGER NOT NULL REFERENCES briefs ON DELETE CASCADE"
    for column in table.columns:
        yield f"{column.name} {column.type}"


def _indices(table: StoreTable) -> Iterator[str]:
    for columns in ("brief", *table.indexed):
        name = "_".join((table.name, *columns.split(", ")))
        yield f"CREATE INDEX IF NOT EXISTS {name} ON {table.name} ({columns})"


def full_text(table: str, key: str, columns: Iterable[str]) -> tuple[str, ...]:
    """Statements that make the full text of some columns, and let it follow them where they change or go.

    What is new is told to it by `insert_rows`, many rows at once: a trigger would write its index anew at each.

    Args:
        table: whose columns.
        key: its integer primary key.
        columns: their names.
    """
    names = ", ".join(columns)
    old, new = (", ".join(f"{row}.{name}" for name in (key, *columns)) for row in ("old", "new"))
    fts = f"{table}_fts"
    forget = f"INSERT INTO {fts} ({fts}, rowid, {names}) VALUES ('delete', {old});"
    learn = f"INSERT INTO {fts} (rowid, {names}) VALUES ({new});"
    return (
        *(f"DROP TRIGGER IF EXISTS {fts}_{event}" for event in ("delete", "update")),
        f"DROP TABLE IF EXISTS {fts}",
        f'CREATE VIRTUAL TABLE {fts} USING fts5 ({names}, content="{table}", content_rowid="{key}", columnsize=0)',
        f"INSERT INTO {fts} ({fts}, rank) VALUES ('automerge', {MERGED})",
        f"INSERT INTO {fts} ({fts}, rank) VALUES ('crisismerge', {2 * MERGED})",
        f"INSERT INTO {fts} ({fts}) VALUES ('rebuild')",
        f"CREATE TRIGGER {fts}_delete AFTER DELETE ON {table} BEGIN {forget} END",
        f"CREATE TRIGGER {fts}_update AFTER UPDATE ON {table} BEGIN {forget} {learn} END",
    )


def _full_text(table: StoreTable) -> tuple[str, ...]:
    return full_text(table.name, "row", table.searched) if table.searched else ()


def insert_rows(db: sqlite3.Connection, table: StoreTable, rows: Iterable[tuple[Cell, ...]]) -> None:
    """Write rows of a table, each with the number of its brief before its cells; within a transaction."""
    before = db.execute(f"SELECT max(row) FROM {table.name}").fetchone()[0] or 0
    names = ", ".join(("brief", *(column.name for column in table.columns)))
    places = ", ".join("?" * (len(table.columns) + 1))
    db.executemany(f"INSERT INTO {table.name} ({names}) VALUES ({places})", rows)
    if table.searched:
        searched = ", ".join(("row", *table.searched))
        into = f"{table.name}_fts ({searched.replace('row', 'rowid', 1)})"
        db.execute(f"INSERT INTO {into} SELECT {searched} FROM {table.name} WHERE row > ?", (before,))
