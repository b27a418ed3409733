"""What SQLite finds wrong → one line for a reader: what, where, and what to do."""

import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from summarizer.errors import StoreError, printable

DAMAGED = "is damaged: `brief store check` says what can be saved"

TOLD: Mapping[str, str] = {
    "SQLITE_NOTADB": "is no store, nor any SQLite file: name another file",
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_CONSTRAINT": DAMAGED,
    "SQLITE_READONLY": "cannot be written: make the file and its folder writable, or name another file",
    "SQLITE_PERM": "cannot be opened: you have no right to",
    "SQLITE_CANTOPEN": "cannot be opened: see that its folder exists and can be written, and that it is a file",
    "SQLITE_FULL": "cannot grow, since the disk is full: make room and go on; what was finished is kept",
    "SQLITE_IOERR": "cannot be read or written, since the disk fails or is full: see to it and go on",
    "SQLITE_BUSY": "is held by another process: wait until that has ended, or end it, and go on",
    "SQLITE_LOCKED": "is held by another process: wait until that has ended, or end it, and go on",
    "SQLITE_TOOBIG": "cannot hold so long a text: an article or answer may have 1 GB",
}
"""What is said, by the name of SQLite's code; its finer names begin alike."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns what SQLite raises about this file into a StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(line(path, error)) from error
    except zlib.error as error:
        raise StoreError(f"the store {printable(str(path))} {DAMAGED}") from error


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file itself is what is wrong."""
    return _code(error) == "SQLITE_CORRUPT"


def _code(error: sqlite3.Error) -> str:
    if str(error).startswith("Could not decode to UTF-8"):  # as Python says itself, with all of the text
        return "SQLITE_CORRUPT"
    name = getattr(error, "sqlite_errorname", "") or ""
    return "_".join(name.split("_")[:2])


def line(path: Path, error: sqlite3.Error) -> str:
    """The one line for an error of SQLite's."""
    says = TOLD.get(_code(error), f"cannot be used ({printable(str(error))})")
    return f"the store {printable(str(path))} {says}"
