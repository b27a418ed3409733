"""What is wrong with a store, and what of it can be saved: it is looked at as a file, since a damaged one may not open as a store."""

import hashlib
import json
import sqlite3
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.documents.fingerprints import fingerprint
from summarizer.documents.quotes import Origin
from summarizer.errors import StoreError, printable
from summarizer.store import answers, articles
from summarizer.store.faults import is_damage, told
from summarizer.store.finished import KeptDocument, unpacked
from summarizer.store.opening import PATIENCE, connect, recognise
from summarizer.store.ranges import scanned
from summarizer.store.tables import tables_of

if TYPE_CHECKING:
    from summarizer.pointing.field import Field

RESCUE = "`brief store rescue` copies what can still be read into a new store"
LOST = "nothing of it can be saved here; go back to a copy of the file"
FEW = 3
"""How many of several are named."""


@dataclass(frozen=True)
class Damage:
    """One thing that is wrong with a store.

    Attributes:
        says: what, in one line.
        saved: what can be saved of it, and how.
    """

    says: str
    saved: str

    def __str__(self) -> str:
        return f"{self.says}: {self.saved}"


def check(path: str | Path, field: "Field[Any] | None" = None) -> list[Damage]:
    """All that is wrong with a store; nothing where it is whole.

    Args:
        path: its file.
        field: whose briefs it holds; its briefs are loaded as that field's.

    Raises:
        StoreError: there is none, it is something else, or another process holds it.
    """
    path = Path(path)
    if not path.exists():
        raise StoreError(f"there is no store {printable(str(path))}: see that its name is right")
    with told(path):
        try:
            db = connect(path, PATIENCE)
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                return [Damage("the list of its tables cannot be read", LOST)]
            raise
        with closing(db):
            recognise(db, path)
            return [damage for part in _PARTS for damage in _looked_at(part, db, field)]


def _looked_at(part: "_Part", db: sqlite3.Connection, field: "Field[Any] | None") -> Iterator[Damage]:
    """What one part of the check finds; where it cannot read on, that."""
    try:
        yield from part(db, field)
    except sqlite3.Error as error:
        yield Damage(f"the check of {_name(part)} cannot read on ({printable(str(error))})", RESCUE)


def _name(part: "_Part") -> str:
    return part.__name__.strip("_").replace("_", " ")


_Part = Callable[[sqlite3.Connection, Any], Iterable[Damage]]


def _pages(db: sqlite3.Connection, field: Any) -> Iterator[Damage]:
    """The file's own structure."""
    found = [line for (line,) in db.execute("PRAGMA integrity_check")]
    if found != ["ok"]:
        yield Damage(f"the file is damaged ({printable('; '.join(found[:FEW]))})", RESCUE)


def _references(db: sqlite3.Connection, field: Any) -> Iterator[Damage]:
    """Rows that are of nothing."""
    lost = Counter((table, parent) for table, _, parent, _ in db.execute("PRAGMA foreign_key_check"))
    for (table, parent), many in lost.items():
        yield Damage(f"{many} rows of {table} belong to no row of {parent}", RESCUE)
    for table, key, other in (("documents", "document", "texts"), ("briefs", "brief", "brief_files")):
        query = f"SELECT count(*) FROM {table} WHERE id NOT IN (SELECT {key} FROM {other})"
        ((many,),) = db.execute(query).fetchall()
        if many:
            yield Damage(f"{many} {table} lack their row of {other}", "their articles are to be read again")


def _briefs(db: sqlite3.Connection, field: Any) -> Iterator[Damage]:
    """Briefs that do not load."""
    load = field.stored.model_validate_json if field else json.loads
    wrong = [key for key, data in scanned(db, "briefs", _PACKED) if not loads(data, load)]
    yield from _several(
        wrong,
        "briefs do not load",
        "`brief store verify` makes them again of kept answers; of others the articles are to be read again",
    )


_PACKED = "SELECT key, packed FROM briefs JOIN brief_files ON brief = id WHERE id BETWEEN ? AND ?"


def loads(data: bytes, load: Callable[[str], Any]) -> bool:
    """Whether a brief can be unpacked and loaded."""
    try:
        load(unpacked(data))
    except (zlib.error, ValueError, TypeError):
        return False
    return True


def _documents(db: sqlite3.Connection, field: Any) -> Iterator[Damage]:
    """Articles whose words are not those that were kept."""
    rows = scanned(db, "documents", articles.ARTICLES)
    wrong = [row[0] for row in rows if not is_itself(KeptDocument(*row))]
    yield from _several(wrong, "articles are not as they were kept", "they are to be read again")


def is_itself(document: KeptDocument) -> bool:
    """Whether a document's text, day and origin are still those that its digests are of."""
    try:
        published = date.fromisoformat(document.published) if document.published else None
        known = fingerprint(document.text, published, Origin.model_validate_json(document.origin))
        sha256 = hashlib.sha256(document.text.encode()).hexdigest()
    except (ValueError, TypeError, AttributeError):
        return False
    return (known, sha256) == (document.fingerprint, document.sha256)


def _answers(db: sqlite3.Connection, field: Any) -> Iterator[Damage]:
    """Answers that do not load."""
    wrong = [row[0] for row in scanned(db, "answers", answers.EACH) if not answers.is_whole(row)]
    yield from _several(wrong, "answers do not load", "their questions would be asked again")


def _full_text(db: sqlite3.Connection, field: Any) -> Iterator[Damage]:
    """Full text that is not that of its table."""
    for table in filter(lambda one: one.searched, tables_of(field).tables):
        try:
            db.execute(f"INSERT INTO {table.name}_fts ({table.name}_fts, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            yield Damage(f"the full text of {table.name} is damaged ({printable(str(error))})", RESCUE)


def _several(keys: list[str], says: str, saved: str) -> Iterator[Damage]:
    if keys:
        few = ", ".join(map(str, keys[:FEW])) + (" …" if len(keys) > FEW else "")
        yield Damage(f"{len(keys)} {says} ({few})", saved)


_PARTS: tuple[_Part, ...] = (_pages, _references, _briefs, _documents, _answers, _full_text)
