"""What cannot be a store, or cannot be written, is said in one clear line."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from summarizer.conflict.assembled import CONFLICT
from summarizer.errors import StoreError
from summarizer.store import Store, Tables, opening, schema
from tests.storing import answer, finished, store


def refused(path: Path, **options: object) -> str:
    """The one line that is said of this file."""
    with pytest.raises(StoreError) as caught:
        Store.open(path, CONFLICT, **options).close()  # type: ignore[arg-type]
    said = str(caught.value)
    assert "\n" not in said
    assert str(path) in said
    return said


def test_a_file_that_is_no_store_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("The committee met on Tuesday.\n" * 100)
    assert "nor any SQLite file" in refused(path)
    assert path.read_text() == "The committee met on Tuesday.\n" * 100
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "stamps.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE stamps (name)")
    db.close()
    before = path.read_bytes()
    assert "another program" in refused(path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "news.store").touch()
    with store(tmp_path) as kept:
        kept.write([finished()])


def test_a_store_that_is_only_to_be_read_is_not_made(tmp_path: Path) -> None:
    assert "there is no store" in refused(tmp_path / "tyop.store", create=False)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "see that its folder exists" in refused(tmp_path / "nowhere" / "news.store")


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    assert "cannot be opened" in refused(tmp_path)


def test_a_store_of_a_later_version_is_left_as_it_is(tmp_path: Path) -> None:
    with store(tmp_path) as kept, kept.writing() as db:
        db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    assert "later version" in refused(tmp_path / "news.store")


def test_tables_of_a_later_version_are_left_as_they_are(tmp_path: Path) -> None:
    with store(tmp_path) as kept, kept.writing() as db:
        db.execute("UPDATE fields SET version = version + 1")
    assert "later version" in refused(tmp_path / "news.store")


def test_a_store_of_another_field(tmp_path: Path) -> None:
    with Store.open(
        tmp_path / "news.store", replace(CONFLICT, name="takeovers", tables=lambda: Tables(version=1))
    ) as kept:
        kept.keep("q", answer())
    assert "holds briefs of takeovers, not of conflict" in refused(tmp_path / "news.store")


def test_a_store_that_is_held_for_too_long(tmp_path: Path) -> None:
    path = tmp_path / "news.store"
    with store(tmp_path, patience=0.1) as kept:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="held by another process"):
            kept.keep("q", answer())
        assert kept.find("q") is None  # who reads does not wait
        other.execute("ROLLBACK")
        other.close()
        kept.keep("q", answer())
        assert kept.find("q")


OPEN = """
import os, sys
from pathlib import Path
from summarizer.conflict.assembled import CONFLICT
from summarizer.store import Store

CONFLICT.tables()
if os.geteuid() == 0:
    os.setuid(65534)  # root may write anywhere
for name in ("news.store", "new.store"):
    try:
        with Store.open(Path(sys.argv[1]) / name, CONFLICT) as kept:
            kept.release("a")
    except Exception as error:
        print(type(error).__name__, error)
"""


@pytest.mark.skipif(os.name != "posix", reason="rights are another matter there")
def test_a_folder_that_cannot_be_written() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with store(folder) as kept:
            kept.write([finished()])
        (folder / "news.store").chmod(0o444)
        folder.chmod(0o555)
        ran = subprocess.run([sys.executable, "-c", OPEN, name], capture_output=True, text=True, check=False)
        folder.chmod(0o755)
    assert ran.stderr == ""
    told = ran.stdout.splitlines()
    assert [line.startswith(f"StoreError the store {name}/") for line in told] == [True, True]
    assert all("can be written" in line or "cannot be written" in line for line in told)


def test_a_full_disk_loses_nothing_that_was_finished(tmp_path: Path) -> None:
    with store(tmp_path) as kept:
        kept.write([finished()])
        with kept.writing() as db:
            pages = db.execute("PRAGMA page_count").fetchone()[0]
        kept._writer.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(StoreError, match="the disk is full"):
            kept.write(replace(finished(), key=str(number)) for number in range(1000))
        kept._writer.execute(f"PRAGMA max_page_count = {2**30}")
        kept.keep("after", answer())
        assert kept.find("after")
        assert kept.has("key")


def test_a_damaged_store_is_told_of_and_not_raised_through(tmp_path: Path) -> None:
    with store(tmp_path) as kept:
        for number in range(200):
            kept.keep(str(number), answer(os.urandom(2000).hex()))
    path = tmp_path / "news.store"
    data = bytearray(path.read_bytes())
    for start in range(4096 * 4, len(data) - 4096, 4096):
        data[start : start + 512] = bytes(512)
    path.write_bytes(data)
    with pytest.raises(StoreError, match="brief store check"), Store.open(path, CONFLICT) as kept:  # noqa: PT012
        for number in range(200):
            kept.find(str(number))


def test_a_damaged_answer_is_told_of(tmp_path: Path) -> None:
    with store(tmp_path) as kept:
        kept.keep("q", answer("word " * 1000))
        with kept.writing() as db:
            db.execute("UPDATE answers SET text = x'00ff'")
        with pytest.raises(StoreError, match="is damaged"):
            kept.find("q")


def test_a_damaged_brief_is_told_of(tmp_path: Path) -> None:
    with store(tmp_path) as kept:
        kept.write([finished()])
        with kept.writing() as db:
            db.execute("UPDATE brief_files SET packed = x'00ff'")
        found = kept.finished("key")
        assert found
        with pytest.raises(StoreError, match="is damaged"):
            _ = found.brief


# --- versions -------------------------------------------------------------------------------------------


def test_a_store_of_an_earlier_version_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with store(tmp_path) as kept:
        kept.write([finished()])
    later = (schema.VERSION + 1, ("ALTER TABLE documents ADD COLUMN mood TEXT", "CREATE TABLE moods (mood)"))
    monkeypatch.setattr(opening, "MIGRATIONS", (*schema.MIGRATIONS, later))
    monkeypatch.setattr(opening, "VERSION", later[0])
    for _ in range(2):
        with store(tmp_path) as kept:
            assert kept.read("SELECT mood FROM documents") == [(None,)]
            assert kept.read("PRAGMA user_version") == [(later[0],)]
            assert kept.has("key")


def test_a_step_that_fails_leaves_the_store_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with store(tmp_path) as kept:
        kept.write([finished()])
    later = (schema.VERSION + 1, ("CREATE TABLE moods (mood)", "no SQL"))
    with monkeypatch.context() as patched:
        patched.setattr(opening, "MIGRATIONS", (*schema.MIGRATIONS, later))
        patched.setattr(opening, "VERSION", later[0])
        refused(tmp_path / "news.store")
    with store(tmp_path) as kept:
        assert kept.read("PRAGMA user_version") == [(schema.VERSION,)]
        assert kept.read("SELECT count(*) FROM sqlite_master WHERE name = 'moods'") == [(0,)]


def test_versions_only_go_up() -> None:
    versions = [version for version, _ in schema.MIGRATIONS]
    assert versions == sorted(set(versions))
    assert versions[-1] == schema.VERSION


def test_tables_of_an_earlier_version_get_their_new_columns(tmp_path: Path) -> None:
    """What was written before keeps its cells; full text and views are those of the new version."""
    assert CONFLICT.tables
    now = CONFLICT.tables()
    threats = next(table for table in now.tables if table.name == "threats")
    before = replace(threats, columns=threats.columns[:5], searched=("issuer",))
    earlier = replace(CONFLICT, tables=lambda: replace(now, version=0.5, tables=(before,), views=()))
    with Store.open(tmp_path / "news.store", earlier) as kept:
        one = finished()
        kept.write([replace(one, rows={"threats": [row[:5] for row in one.rows["threats"]]})])
    with store(tmp_path) as kept:
        assert kept.read("SELECT issuer, target FROM threats") == [("Ada Wren", None)]
        assert kept.read("SELECT issuer FROM who_threatened_whom") == [("Ada Wren",)]
        assert kept.read("SELECT rowid FROM threats_fts WHERE threats_fts MATCH 'wren'") == [(1,)]
        kept.write([finished()])
        assert kept.read("SELECT issuer, target FROM threats") == [("Ada Wren", "the Ochre Brigade")]
