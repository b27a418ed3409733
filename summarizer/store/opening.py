"""A file → a connection to a store of this version: made, recognised, brought up to date, or refused in one line."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from summarizer.errors import StoreError, printable
from summarizer.store.building import bring_up
from summarizer.store.schema import APPLICATION, MIGRATIONS, VERSION
from summarizer.store.tables import Tables

PATIENCE = 60.0
"""Seconds to wait for another process that writes."""
CACHE = 16
"""Megabytes of the file that a connection may keep in memory."""
PAGE = 8192
"""Bytes a page, of a store that is made: a compressed brief fits on one."""
LOG = 2000
"""Pages that the log may grow to before they are moved into the file, at the expense of whoever writes then."""


def connect(path: Path, patience: float) -> sqlite3.Connection:
    """A connection that may be used from any thread, one at a time.

    Args:
        path: the file.
        patience: seconds to wait for another process that writes.
    """
    db = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False, cached_statements=256)
    for setting in (
        f"page_size = {PAGE}",
        "foreign_keys = ON",
        "synchronous = NORMAL",
        f"cache_size = {-1024 * CACHE}",
        f"wal_autocheckpoint = {LOG}",
        "temp_store = MEMORY",
    ):
        db.execute(f"PRAGMA {setting}")
    return db


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All that is written within, or nothing of it."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def prepare(db: sqlite3.Connection, path: Path, field: str, tables: Tables, patience: float) -> None:
    """Make the file a store of this version.

    Args:
        db: a connection to it.
        path: the file.
        field: name of the field whose briefs it holds; empty where its tables are not needed.
        tables: of that field.
        patience: seconds to wait for another process that writes.

    Raises:
        StoreError: it is no store, one of a later version, or one of another field.
    """
    recognise(db, path)
    if db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        _keep_a_log(db, patience)
    if _version(db) < VERSION:
        with transaction(db):
            _migrate(db)
    if field:
        _bring_up_field(db, path, field, tables)


def recognise(db: sqlite3.Connection, path: Path) -> None:
    """Nothing, where the file is a store of this version or an earlier one, or empty.

    Raises:
        StoreError: it is of another program, or of a later version.
    """
    application = _pragma(db, "application_id")
    empty = not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application != APPLICATION and not (empty and application == 0):
        raise StoreError(f"{printable(str(path))} is an SQLite file of another program, no store: name another file")
    if _version(db) > VERSION:
        raise StoreError(
            f"the store {printable(str(path))} was written by a later version of this program"
            f" (its schema is {_version(db)}, and this one knows {VERSION}): install that version"
        )


def _keep_a_log(db: sqlite3.Connection, patience: float) -> None:
    """Write ahead into a log, so that who reads never waits; another process may be about to do the same."""
    until = time.monotonic() + patience
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _migrate(db: sqlite3.Connection) -> None:
    """Every step that the file has not taken yet; another process may have taken some since it was looked at."""
    at = _version(db)
    for version, statements in MIGRATIONS:
        if version > at:
            for statement in statements:
                db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION}")
    db.execute(f"PRAGMA user_version = {VERSION}")


def _bring_up_field(db: sqlite3.Connection, path: Path, field: str, tables: Tables) -> None:
    """Give the file the tables of its field, of this version."""
    if _field_version(db, path, field, tables) < tables.version:
        with transaction(db):
            if _field_version(db, path, field, tables) < tables.version:
                bring_up(db, tables)
                db.execute("INSERT OR REPLACE INTO fields VALUES (?, ?)", (field, tables.version))


def _field_version(db: sqlite3.Connection, path: Path, field: str, tables: Tables) -> int:
    """The version of the field's tables that the file has; 0 where it has none."""
    versions = dict(db.execute("SELECT name, version FROM fields"))
    others = versions.keys() - {field}
    if others:
        raise StoreError(
            f"the store {printable(str(path))} holds briefs of {', '.join(others)}, not of {field}: name another file"
        )
    version: int = versions.get(field, 0)
    if version > tables.version:
        raise StoreError(
            f"the store {printable(str(path))} was written by a later version of this program"
            f" (its tables are {version}, and this one knows {tables.version}): install that version"
        )
    return version


def _version(db: sqlite3.Connection) -> int:
    return _pragma(db, "user_version")


def _pragma(db: sqlite3.Connection, name: str) -> int:
    value: int = db.execute(f"PRAGMA {name}").fetchone()[0]
    return value
