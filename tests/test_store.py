"""The store gives back what it was given, once, and replaces what is written again."""

import sqlite3
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.documents.document import Document
from summarizer.documents.fingerprints import fingerprint
from summarizer.documents.quotes import Origin
from summarizer.errors import StoreError
from summarizer.exchanges import KeptAnswer, Tokens
from summarizer.schemas.brief import UnverifiedBrief
from summarizer.store import Finished, KeptDocument, Reading, Store
from summarizer.store.finished import packed
from tests.storing import ARTICLE, ORIGIN, PUBLISHED, answer, article, finished, store

ANY_TEXT = st.text()  # half a surrogate pair, too
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
TABLES = ("incidents", "statements", "threats", "warnings", "actors", "places")


def count(kept: Store, table: str) -> int:
    ((number,),) = kept.read(f"SELECT count(*) FROM {table}")
    return int(number)


# --- answers ------------------------------------------------------------------------------------------


def test_an_answer_is_given_back_as_it_was_kept(tmp_path: Path) -> None:
    with store(tmp_path) as kept:
        kept.keep("q", answer(service_tier="flex", cut_off=True))
        assert kept.find("q") == answer(service_tier="flex", cut_off=True)
        assert kept.find("another") is None


def test_the_answer_that_was_kept_first_stays(tmp_path: Path) -> None:
    with store(tmp_path) as kept:
        kept.keep("q", answer("first"))
        kept.keep("q", answer("second"))
        found = kept.find("q")
    assert found
    assert found.text == "first"


def test_a_long_answer_is_compressed_and_a_short_one_can_be_read_by_anybody(tmp_path: Path) -> None:
    with store(tmp_path) as kept:
        kept.keep("long", answer("word " * 1000))
        kept.keep("short", answer("word"))
        assert kept.find("long") == answer("word " * 1000)
        sizes = dict(kept.read("SELECT key, length(text) FROM answers"))
        assert sizes["short"] == 4
        assert sizes["long"] < 100


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(
    key=TEXT.filter(lambda key: "\0" not in key),
    kept_answer=st.builds(
        KeptAnswer,
        text=ANY_TEXT | ANY_TEXT.map(lambda text: text * 200),
        model=TEXT,
        endpoint=TEXT,
        profile=TEXT,
        rung=TEXT,
        requests=st.integers(0, 2**40),
        tokens=st.builds(Tokens, prompt=st.integers(0, 2**40), completion=st.integers(0), cached=st.integers(0, 9)),
        seconds=st.floats(0, 1e9),
        service_tier=st.none() | TEXT,
        cut_off=st.booleans(),
    ).filter(lambda one: one.tokens.completion < 2**63),
)
def test_any_answer_survives(tmp_path: Path, key: str, kept_answer: KeptAnswer) -> None:
    with store(tmp_path) as kept:
        with kept.writing() as db:
            db.execute("DELETE FROM answers")
        kept.keep(key, kept_answer)
        assert kept.find(key) == kept_answer
    with store(tmp_path) as kept:
        assert kept.find(key) == kept_answer


# --- finished articles --------------------------------------------------------------------------------


def test_a_finished_article_is_given_back_as_it_was_written(tmp_path: Path) -> None:
    one = finished()
    with store(tmp_path) as kept:
        assert not kept.has("key")
        assert kept.finished("key") is None
        kept.write([one])
        assert kept.has("key")
        found = kept.finished("key")
        assert found
        assert found.reading == one.reading
        assert (found.packed, found.run, found.exit_code) == (one.brief, one.run, 0)
        assert UnverifiedBrief.model_validate_json(found.brief).incidents
        assert kept.article(found.fingerprint) == one.document
        assert kept.finished_keys() == ["key"]


def test_the_article_can_be_read_again_from_the_store(tmp_path: Path) -> None:
    with store(tmp_path) as kept:
        kept.write([finished()])
        again = kept.article(fingerprint(ARTICLE, PUBLISHED, ORIGIN))
    assert again
    assert again.document() == article()
    assert again.title == "Gunmen of the Ochre Brigade attacked a checkpoint near Velsk"


def test_what_is_written_again_replaces_its_rows(tmp_path: Path) -> None:
    """Nothing is doubled: not the document, the brief, its rows, nor what full text finds."""
    with store(tmp_path) as kept:
        kept.write([finished(), finished("other", article(ARTICLE.replace("Velsk", "Orsk")))])
        before = {table: count(kept, table) for table in (*TABLES, "documents", "texts", "briefs", "brief_files")}
        kept.write([finished(version="2.0")])
        assert {table: count(kept, table) for table in before} == before
        assert kept.read("SELECT version FROM briefs ORDER BY key") == [("2.0",), ("1.0",)]
        assert len(kept.read("SELECT rowid FROM threats_fts WHERE threats_fts MATCH 'bomb'")) == 2
        assert kept.finished_keys() == ["key", "other"]
        for table in TABLES[:-2]:
            kept.read(f"SELECT * FROM {table}_fts")
        with kept.writing() as db:
            db.execute("INSERT INTO incidents_fts (incidents_fts, rank) VALUES ('integrity-check', 1)")


def test_two_readings_of_one_article_stand_side_by_side(tmp_path: Path) -> None:
    with store(tmp_path) as kept:
        kept.write([finished("by one"), finished("by another")])
        assert (count(kept, "documents"), count(kept, "briefs")) == (1, 2)


def test_what_a_source_states_of_its_name_is_brought_up_to_date(tmp_path: Path) -> None:
    with store(tmp_path) as kept:
        kept.write([finished(name="old.txt")])
        kept.write([finished(name="new.txt")])
        assert kept.read("SELECT name FROM documents") == [("new.txt",)]


def test_all_of_a_batch_is_written_or_nothing(tmp_path: Path) -> None:
    """A row that does not fit its table takes the whole batch with it, and the store goes on."""
    broken = replace(finished(), key="broken", rows={"threats": [("too", "few")]})
    with store(tmp_path) as kept:
        with pytest.raises(StoreError, match=r"news\.store"):
            kept.write([finished(), broken])
        assert kept.finished_keys() == []
        assert count(kept, "documents") == 0
        kept.write([finished()])
        assert kept.finished_keys() == ["key"]


def test_a_store_without_a_field_keeps_briefs_without_rows(tmp_path: Path) -> None:
    with Store.open(tmp_path / "plain.store") as kept:
        kept.write([finished()])
        assert kept.has("key")


def test_many_threads_use_one_store(tmp_path: Path) -> None:
    with store(tmp_path) as kept:

        def work(number: int) -> None:
            for part in range(20):
                kept.keep(f"{number}.{part}", answer(str(number)))
                assert kept.find(f"{number}.{part}") == answer(str(number))

        threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert count(kept, "answers") == 160


CELLS = st.none() | TEXT | st.integers(-(2**62), 2**62)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(
    data=st.data(),
    text=TEXT,
    published=st.none() | st.dates(),
    origin=st.builds(Origin, title=TEXT, outlet=TEXT, author=TEXT, address=TEXT, relayed=TEXT),
    brief=ANY_TEXT,
    code=st.integers(0, 255),
)
def test_whatever_is_written_is_read_back(
    tmp_path: Path, data: st.DataObject, text: str, published: date | None, origin: Origin, brief: str, code: int
) -> None:
    """Any text, day, origin, brief and cells; written over whatever stood there."""
    day = published.isoformat() if published else None
    stated = origin.model_dump_json(exclude_defaults=True)
    kept_text = KeptDocument(
        fingerprint(text, published, origin),
        "0" * 64,
        "n",
        origin.title,
        origin.outlet,
        day,
        origin.address,
        "und",
        stated,
        text,
    )
    with store(tmp_path) as kept:
        actors = next(table for table in kept.tables.tables if table.name == "actors")
        row = st.tuples(*[CELLS if column.type == "INTEGER" else st.none() | TEXT for column in actors.columns])
        rows = data.draw(st.lists(row, max_size=3))
        one = Finished(
            "k", kept_text, Reading("coder", None, None, "standard", "1"), packed(brief), "{}", code, {"actors": rows}
        )
        kept.write([one])
        found = kept.finished("k")
        assert found
        assert (found.brief, found.exit_code, found.reading) == (brief, code, one.reading)
        assert kept.article(found.fingerprint) == kept_text
        names = ", ".join(column.name for column in actors.columns)
        back = kept.read(f"SELECT {names} FROM actors ORDER BY row")
        ids = [column.type == "INTEGER" for column in actors.columns]
        assert [_as_kept(each, ids) for each in back] == [_as_kept(each, ids) for each in rows]


def _as_kept(row: tuple[object, ...], numbers: list[bool]) -> list[object]:
    """A text that reads as a number is one in a column of numbers."""
    return [str(cell) if number else cell for cell, number in zip(row, numbers, strict=True)]


# --- what an article is known by ------------------------------------------------------------------------


def test_a_fingerprint_is_told_before_the_text_is_cut() -> None:
    """It is of the text as the document has it: half a surrogate pair is a character that nobody can read."""
    assert fingerprint("a\ud800b") == fingerprint("a\ufffdb")
    document = Document.from_text("a\ud800b")
    assert fingerprint(document.text, document.published, document.origin) == fingerprint("a\ud800b")


def test_text_day_and_origin_each_make_another_article() -> None:
    same = {fingerprint("a"), fingerprint("a", None, Origin(outlet=""))}
    others = {fingerprint("b"), fingerprint("a", PUBLISHED), fingerprint("a", None, Origin(outlet="Tarn News"))}
    assert len(same) == 1
    assert len(same | others) == 4


# --- what people see ------------------------------------------------------------------------------------


def test_anybody_can_open_the_file_with_sqlite(tmp_path: Path) -> None:
    with store(tmp_path) as kept:
        kept.write([finished()])
    with sqlite3.connect(tmp_path / "news.store") as db:
        rows = db.execute("SELECT issuer, target, published, outlet FROM who_threatened_whom").fetchall()
    db.close()
    assert rows == [("Ada Wren", "the Ochre Brigade", "2031-10-04", "Tarn News")]
