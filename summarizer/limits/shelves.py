"""Where the state of the rates lies: in this process, or in a table of an SQLite file that processes share."""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from summarizer.errors import StoreError

Times = dict[str, float]
"""Points in time on the machine's monotonic clock, by name."""
OPENING, PASSING = 5_000, 5
"""Milliseconds for which another writer is waited for: when the file is opened, and in each pass (on the event loop)."""
LONGEST_LOG = 10_000
"""Pages after which a pass tidies up: ten times what others do it at, so that it is left to them where there are others."""
TABLE = """
CREATE TABLE IF NOT EXISTS rates (
    account TEXT NOT NULL, name TEXT NOT NULL, at REAL NOT NULL, PRIMARY KEY (account, name)
) WITHOUT ROWID
"""


class Busy(Exception):
    """Another process is writing to the file just now."""


class Shelf(Protocol):
    """Holds times that are changed by one at a time."""

    def changing(self) -> AbstractContextManager[Times]:
        """The times, nobody else's until the block ends; what is changed in it is kept. Raises Busy, StoreError."""

    def close(self) -> None:
        """Let go of the file."""


class InMemory:
    """Times of one process."""

    def __init__(self) -> None:
        self._times: Times = {}

    @contextmanager
    def changing(self) -> Iterator[Times]:
        """The times themselves."""
        yield self._times

    def close(self) -> None:
        """Nothing is open."""


class InFile:
    """Times in the table `rates`, which is made where it is missing; the file may hold other tables of others."""

    def __init__(self, path: Path, account: str) -> None:
        self._path, self._account = path, account
        try:
            self._file = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            for statement in (
                f"PRAGMA busy_timeout = {OPENING}",
                "PRAGMA journal_mode = WAL",
                "PRAGMA synchronous = NORMAL",
                f"PRAGMA wal_autocheckpoint = {LONGEST_LOG}",
                TABLE,
                f"PRAGMA busy_timeout = {PASSING}",
            ):
                self._file.execute(statement)
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    @contextmanager
    def changing(self) -> Iterator[Times]:
        """The times of the account, in one transaction."""
        try:
            self._file.execute("BEGIN IMMEDIATE")
            try:
                before = dict(self._file.execute("SELECT name, at FROM rates WHERE account = ?", (self._account,)))
                times = dict(before)
                yield times
                changed = dict(times.items() - before.items())
                for name, at in changed.items():
                    self._file.execute("REPLACE INTO rates VALUES (?, ?, ?)", (self._account, name, at))
                self._file.execute("COMMIT")
            finally:
                if self._file.in_transaction:
                    self._file.execute("ROLLBACK")
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise Busy from error
            raise self._unusable(error) from error

    def close(self) -> None:
        """Close this connection."""
        self._file.close()

    def _unusable(self, error: sqlite3.Error) -> StoreError:
        return StoreError(f"{self._path}: the rates cannot be shared in this file: {error}; check --store")
