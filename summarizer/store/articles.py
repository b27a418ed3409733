"""A finished article ↔ rows of the store."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from summarizer.store.building import insert_rows
from summarizer.store.finished import Finished, KeptBrief, KeptDocument, Reading
from summarizer.store.tables import Cell, Tables

_BRIEF = "key, fingerprint, extractor, model, endpoint, policy, version, depends, exit_code, made_at, packed, run"
_DOCUMENT = (
    "fingerprint, sha256, ifnull(name, ''), ifnull(title, ''), ifnull(outlet, ''), published, ifnull(address, ''),"
    " language, origin, text"
)
_FINISHED = (
    "briefs JOIN brief_files ON brief = briefs.id JOIN documents ON documents.id = briefs.document"
    " LEFT JOIN readings ON readings.id = reading"
)

FINISHED = f"SELECT {_BRIEF} FROM {_FINISHED} WHERE key = ?"
ARTICLE = f"SELECT {_DOCUMENT} FROM documents JOIN texts ON document = id WHERE fingerprint = ?"
ARTICLES = f"SELECT {_DOCUMENT} FROM documents JOIN texts ON document = id WHERE id BETWEEN ? AND ?"
WITH_ARTICLES = f"""
    SELECT {_BRIEF}, {_DOCUMENT} FROM {_FINISHED} JOIN texts ON texts.document = documents.id
    WHERE briefs.id BETWEEN ? AND ?
"""
_WIDTH = _BRIEF.count(",") + 1


def kept_brief(row: tuple[Any, ...]) -> KeptBrief:
    """The finished article of a row of `FINISHED`."""
    key, fingerprint, *reading, exit_code, made_at, packed, run = row
    return KeptBrief(key, fingerprint, Reading(*reading), exit_code, made_at, packed, run)


def finished(row: tuple[Any, ...]) -> Finished:
    """The finished article of a row of `WITH_ARTICLES`, without rows in the field's tables."""
    one, document = kept_brief(row[:_WIDTH]), KeptDocument(*row[_WIDTH:])
    return Finished(one.key, document, one.reading, one.packed, one.run, one.exit_code)


def write(db: sqlite3.Connection, finished: Iterable[Finished], tables: Tables, now: str) -> None:
    """Write finished articles in the place of what stands under their keys, and end their leases.

    Args:
        db: the store, within a transaction.
        finished: what is written.
        tables: which of their rows are.
        now: the time, for whoever wants to know.
    """
    rows: dict[str, list[tuple[Cell, ...]]] = defaultdict(list)
    for one in finished:
        brief = _brief(db, one, document_number(db, one.document), now)
        for name, made in one.rows.items():
            rows[name] += ((brief, *cells) for cells in made)
        db.execute("DELETE FROM leases WHERE key = ?", (one.key,))
    for table in tables.tables:
        insert_rows(db, table, rows[table.name])


def document_number(db: sqlite3.Connection, document: KeptDocument) -> int:
    """The number of a document, which is written unless it is there; what its source says of it is brought up to date."""
    stated = (document.name, document.title, document.outlet, document.address)
    told = (*(one or None for one in stated), document.language)
    known = db.execute(
        "SELECT id, name, title, outlet, address, language FROM documents WHERE fingerprint = ?",
        (document.fingerprint,),
    ).fetchall()
    for number, *before in known:
        if told != tuple(before):
            db.execute(
                "UPDATE documents SET name = ?, title = ?, outlet = ?, address = ?, language = ? WHERE id = ?",
                (*told, number),
            )
        return int(number)
    number = db.execute(
        "INSERT INTO documents (fingerprint, sha256, published, origin, name, title, outlet, address, language)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (document.fingerprint, document.sha256, document.published, document.origin, *told),
    ).lastrowid
    db.execute("INSERT INTO texts VALUES (?, ?)", (number, document.text))
    return int(number or 0)


def _brief(db: sqlite3.Connection, one: Finished, document: int, now: str) -> int:
    """The number of a brief: of one that is written again, the same; its rows of before are gone."""
    if one.reading.depends is not None:
        db.execute("INSERT OR IGNORE INTO readings (depends) VALUES (?)", (one.reading.depends,))
    known = db.execute("SELECT id FROM briefs WHERE key = ?", (one.key,)).fetchall()
    db.executemany("DELETE FROM briefs WHERE id = ?", known)
    number = next((number for (number,) in known), None)
    how = one.reading
    number = db.execute(
        "INSERT INTO briefs"
        " (id, key, document, extractor, model, endpoint, policy, version, reading, exit_code, made_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, (SELECT id FROM readings WHERE depends = ?), ?, ?)",
        (
            number,
            one.key,
            document,
            how.extractor,
            how.model,
            how.endpoint,
            how.policy,
            how.version,
            how.depends,
            one.exit_code,
            now,
        ),
    ).lastrowid
    db.execute("INSERT INTO brief_files VALUES (?, ?, ?)", (number, one.run, one.brief))
    return int(number or 0)
