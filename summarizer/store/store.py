"""The store: answers, finished articles and leases in one SQLite file, for any number of threads and processes."""

import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from summarizer.errors import StoreError, printable
from summarizer.exchanges import KeptAnswer
from summarizer.store import answers, articles
from summarizer.store.faults import told
from summarizer.store.finished import Finished, KeptBrief, KeptDocument
from summarizer.store.leases import LEASE, Holder, holds
from summarizer.store.opening import PATIENCE, connect, prepare, transaction
from summarizer.store.tables import Tables, tables_of

if TYPE_CHECKING:
    from summarizer.pointing.field import Field


MAPPED = 2**32
"""Bytes of the file that one question may have in view at once, as the system sees fit."""


class Store:
    """One store. It may be used from any thread, by many processes at once; each opens it for itself, after any fork.

    Attributes:
        path: its file.
        tables: those of its field.
    """

    def __init__(
        self,
        path: Path,
        tables: Tables,
        writer: sqlite3.Connection,
        reader: sqlite3.Connection,
        clock: Callable[[], float],
    ) -> None:
        self.path = path
        self.tables = tables
        self._writer, self._reader = writer, reader
        self._write_lock, self._read_lock = threading.Lock(), threading.Lock()
        self._clock = clock
        self._holder = str(Holder.new())

    @classmethod
    def open(
        cls,
        path: str | Path,
        field: "Field[Any] | None" = None,
        *,
        create: bool = True,
        patience: float = PATIENCE,
        clock: Callable[[], float] = time.monotonic,
    ) -> Self:
        """Open a store, and bring it up to date where it is of an earlier version.

        Args:
            path: its file.
            field: whose briefs it holds; without one, briefs are written without rows in the field's tables.
            create: whether to make it where there is none.
            patience: seconds to wait for another process that writes.
            clock: the machine's monotonic clock, in seconds.

        Raises:
            StoreError: there is none, it cannot be opened, is no store, of a later version, or of another field.
        """
        path = Path(path)
        if not (create or path.exists()):
            raise StoreError(f"there is no store {printable(str(path))}: see that its name is right")
        tables = tables_of(field)
        with told(path):
            writer = connect(path, patience)
            try:
                prepare(writer, path, field.name if field else "", tables, patience)
                reader = connect(path, patience)
            except BaseException:
                writer.close()
                raise
        return cls(path, tables, writer, reader, clock)

    def close(self) -> None:
        """Give back every lease, and close the file."""
        with self._write_lock, self._read_lock, told(self.path):
            try:
                self._writer.execute("DELETE FROM leases WHERE holder = ?", (self._holder,))
            finally:
                self._reader.close()
                self._writer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all that is written within is kept, or nothing of it. Raises StoreError."""
        with self._write_lock, told(self.path), transaction(self._writer):
            yield self._writer

    def read(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        """All rows of a query. Raises StoreError."""
        with self._read_lock, told(self.path):
            return self._reader.execute(query, values).fetchall()

    @contextmanager
    def select(
        self, query: str, values: Sequence[Any] | Mapping[str, Any] = ()
    ) -> Iterator[tuple[list[str], Iterator[tuple[Any, ...]]]]:
        """The names of a query's columns, and its rows as they come, on a connection that cannot write. Raises StoreError."""
        with told(self.path), closing(connect(self.path, PATIENCE)) as db:
            db.execute("PRAGMA query_only = ON")
            db.execute(f"PRAGMA mmap_size = {MAPPED}")
            rows = db.execute(query, values)
            yield [name for name, *_ in rows.description], rows

    # --- answers ----------------------------------------------------------------------------------------

    def find(self, key: str) -> KeptAnswer | None:
        """The answer to the question with this key, if it was kept."""
        with told(self.path):
            return next(map(answers.answer, self.read(answers.FIND, (key,))), None)

    def keep(self, key: str, answer: KeptAnswer) -> None:
        """Keep an answer; one that is kept already stays.

        It is on disk when this returns, for which it may wait until a batch is written: an event loop does it in a thread.
        """
        row = answers.row(key, answer, _now())
        self.keep_rows((row,))

    def keep_rows(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """The same of many, each as a row (`answers.row`), in one transaction."""
        with self.writing() as db:
            db.executemany(answers.KEEP, rows)

    # --- finished articles ------------------------------------------------------------------------------

    def has(self, key: str) -> bool:
        """Whether the article with this key is finished."""
        return bool(self.read("SELECT 1 FROM briefs WHERE key = ?", (key,)))

    def finished(self, key: str) -> KeptBrief | None:
        """The finished article with this key, if there is one; its brief is unpacked when it is asked for."""
        return next(map(articles.kept_brief, self.read(articles.FINISHED, (key,))), None)

    def article(self, fingerprint: str) -> KeptDocument | None:
        """The article with this fingerprint, if it is kept."""
        return next((KeptDocument(*row) for row in self.read(articles.ARTICLE, (fingerprint,))), None)

    def finished_keys(self) -> list[str]:
        """The keys of all finished articles, in the order in which they were first written."""
        return [key for (key,) in self.read("SELECT key FROM briefs ORDER BY id")]

    def write(self, finished: Iterable[Finished]) -> None:
        """Write finished articles in one transaction: documents, briefs, rows; and give back their leases.

        What stands under the same key is replaced.
        """
        with self.writing() as db:
            articles.write(db, finished, self.tables, _now())

    # --- leases -----------------------------------------------------------------------------------------

    def claim(self, key: str) -> bool:
        """Whether the work on an article is now the caller's: nobody holds it, not this store either."""
        with self.writing() as db:
            now = self._clock()
            held = db.execute("SELECT holder, until FROM leases WHERE key = ?", (key,)).fetchall()
            if any(holds(until, now) and not Holder.read(holder).is_gone for holder, until in held):
                return False
            db.execute("INSERT OR REPLACE INTO leases VALUES (?, ?, ?)", (key, self._holder, now + LEASE))
            return True

    def renew(self, keys: Iterable[str]) -> None:
        """Hold these for another while, as far as they are still the caller's."""
        with self.writing() as db:
            until = self._clock() + LEASE
            db.executemany(
                "UPDATE leases SET until = ? WHERE key = ? AND holder = ?", [(until, key, self._holder) for key in keys]
            )

    def release(self, key: str) -> None:
        """Give a lease back, where it is the caller's."""
        with self.writing() as db:
            db.execute("DELETE FROM leases WHERE key = ? AND holder = ?", (key, self._holder))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
