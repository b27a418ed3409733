"""The flat tables of conflict news, the views on them, and the page that tells of both."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer.asking.run import Run
from summarizer.cli import store_docs
from summarizer.conflict.exporting import incident_table
from summarizer.conflict.storing import CONFLICT_TABLES
from summarizer.documents.document import Document
from summarizer.errors import StoreError
from summarizer.pointing.roles import items_in, quotes_in
from summarizer.schemas.brief import UnverifiedBrief
from summarizer.store import Store, field_rows, finish
from summarizer.store.schema import HOLDS
from tests.example_brief import example_brief, example_document
from tests.storing import finished, store


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Store]:
    """A store with the invented article."""
    with store(tmp_path) as opened:
        opened.write([finished()])
        yield opened


def columns(kept: Store, name: str) -> list[str]:
    return [row[1] for row in kept.read(f"PRAGMA table_info({name})")]


def test_a_threat_is_told_with_its_article(kept: Store) -> None:
    names = (
        "issuer, target, harm, condition, status, evidence, label, title, outlet, published, address, article, read_by"
    )
    assert kept.read(f"SELECT {names} FROM who_threatened_whom") == [
        (
            "Ada Wren",
            "the Ochre Brigade",
            "bomb the Ochre Brigade",
            "unless it left Velsk",
            "current",
            "said that the army would bomb the Ochre Brigade unless it left Velsk",
            "T1",
            "Gunmen of the Ochre Brigade attacked a checkpoint near Velsk",
            "Tarn News",
            "2031-10-04",
            "https://tarn.example/velsk",
            "velsk.txt",
            "coder",
        )
    ]


def test_an_attack_is_told_by_the_days_that_its_words_mean(kept: Store) -> None:
    names = "first_day, last_day, place, killed, killed_at_least"
    rows = kept.read(f"SELECT {names} FROM attacks WHERE killed IS NOT NULL")
    assert [row[3:] for row in rows] == [("two guards", 2)]
    assert {row[0] for row in rows} == {"2031-10-02"}


def test_each_mention_stands_where_it_says(kept: Store) -> None:
    """The view cuts the words out of the article, and they are the words of the brief."""
    found = kept.finished("key")
    assert found
    brief = UnverifiedBrief.model_validate_json(found.brief)
    told = [
        (kind, item.id, path, quote.sentence, quote.start, quote.end, quote.text)
        for kind, item in items_in(brief)
        for path, quote in quotes_in(item)
    ]
    assert kept.read('SELECT item, id, field, sentence, start, "end", text FROM mentions') == told
    assert kept.read('SELECT item, id, field, sentence, start, "end", text FROM evidence') == told
    assert kept.read("SELECT DISTINCT title, article FROM evidence") == [(found_title(kept), "velsk.txt")]


def found_title(kept: Store) -> str:
    ((title,),) = kept.read("SELECT title FROM documents")
    return str(title)


def test_offsets_count_characters_beyond_ascii(tmp_path: Path) -> None:
    text = "VELSK — “Ђорђе” 😀 saw it. The Ochre Brigade vowed to bomb Kel."
    document = Document.from_text(text)
    with store(tmp_path) as kept:
        kept.write([finished("wide", document)])
        assert ("Ochre Brigade",) in kept.read("SELECT text FROM mentions")
        for start, end, words in kept.read('SELECT start, "end", text FROM mentions'):
            assert text[start:end] == words


def test_what_only_claims_carry_is_apart(tmp_path: Path) -> None:
    """The example brief has one attack that is claimed only."""
    document = example_document()
    one = finish("e", example_brief(), Run(extractor="model", version="1"), document, tables=CONFLICT_TABLES)
    with store(tmp_path) as kept:
        kept.write([one])
        assert kept.read("SELECT place, occurrence FROM claimed_not_confirmed") == kept.read(
            "SELECT place, occurrence FROM attacks WHERE occurrence IN ('claimed', 'possible')"
        )
        statements = kept.read("SELECT speaker, kind, content FROM statements ORDER BY id")
        assert len(statements) == len(example_brief().statements)
        assert all(speaker for speaker, _, _ in statements)


def test_words_are_found_in_what_items_say(kept: Store) -> None:
    query = "SELECT issuer FROM threats_fts JOIN threats ON row = threats_fts.rowid WHERE threats_fts MATCH ?"
    assert kept.read("SELECT target FROM threats_fts WHERE threats_fts MATCH 'bomb'") == [("the Ochre Brigade",)]
    assert kept.read(query.replace("issuer", "threats.issuer", 1), ("target: ochre",)) == [("Ada Wren",)]
    assert kept.read(query.replace("issuer", "threats.issuer", 1), ("issuer: ochre",)) == []


def test_columns_of_one_name_hold_what_the_export_holds() -> None:
    """Cell by cell, but that nothing is made safe for a spreadsheet, and what is not stated is NULL."""
    brief, document = example_brief(), example_document()
    rows = field_rows(CONFLICT_TABLES, brief, document)
    exported = {column.name: column for column in incident_table.COLUMNS}
    of = CONFLICT_TABLES.prepared(brief, document)
    for table in CONFLICT_TABLES.tables:
        if table.name in ("incidents", "threats"):
            for row, item in zip(rows[table.name], table.each(of), strict=True):
                for cell, column in zip(row, table.columns, strict=True):
                    if column.name in exported:
                        told = exported[column.name].value(item)
                        assert str(cell) == str(int(told) if isinstance(told, bool) else told or None) or cell == told


def test_a_question_is_answered_row_by_row_and_changes_nothing(kept: Store) -> None:
    with kept.select("SELECT issuer, status FROM threats WHERE issuer = :who", {"who": "Ada Wren"}) as (names, rows):
        assert names == ["issuer", "status"]
        assert list(rows) == [("Ada Wren", "current")]
    with pytest.raises(StoreError), kept.select("DELETE FROM threats"):
        pass
    assert kept.read("SELECT count(*) FROM threats") == [(1,)]


# --- the page -------------------------------------------------------------------------------------------


def test_the_page_on_the_store_is_what_the_tables_hold() -> None:
    """docs/store.md is generated; `python -m summarizer.cli.store_docs > docs/store.md` writes it anew."""
    stored = Path(__file__).parent.parent / "docs" / "store.md"
    assert stored.read_text(encoding="utf-8") == store_docs.page()


def test_every_table_view_and_column_is_told_of(kept: Store) -> None:
    told = {name: list(columns) for name, (_, columns) in HOLDS.items()}
    told |= {view.name: list(view.columns) for view in CONFLICT_TABLES.views}
    told |= {
        table.name: ["row", "brief", *(column.name for column in table.columns)] for table in CONFLICT_TABLES.tables
    }
    there = kept.read("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE '%_fts%'")
    assert {name: columns(kept, name) for (name,) in there} == told
