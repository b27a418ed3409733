"""Exports as files: what a spreadsheet and pandas make of them, several articles, stored briefs, the page that tells of them."""

import csv
import io
import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer import Document, render, summarize
from summarizer.cli import export_docs
from summarizer.conflict.exporting import EXPORTS
from summarizer.documents.quotes import Origin
from summarizer.rendering.safety import in_a_cell
from summarizer.rendering.tables import Column, rows_of
from tests.cli_runner import Command, article, command
from tests.exporting import rows
from tests.rendering_strategies import article as hostile
from tests.rendering_strategies import briefs, with_strings

__all__ = ["command"]
some = settings(suppress_health_check=list(HealthCheck))
TABLES = ["csv", "incidents", "acled", "gtd"]
NAMES = [*TABLES, "plover", "annotations"]
BOMBED = (
    "A car bomb killed twelve people in Torvik on 3 May 2024, police said. Nobody has claimed responsibility for it."
)
SHOT = "Gunmen shot three farmers dead in Kel on Monday, residents said."
CALM = "The council of Orvane met on Monday. It talked about the harvest and went home."


# --- cells ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1+2", "'-1+2"),
        ("@SUM(1)", "'@SUM(1)"),
        ("  =1", "'=1"),
        ("\t=1", "'=1"),
        ("\r\n=1", "'=1"),
        ("\u00a0=1", "'=1"),
        ("\u200b=1", "'⟨U+200B⟩=1"),
        ("\ufeff =1", "'⟨U+FEFF⟩ =1"),
        ("\u200d\u200c=1", "'\u200d\u200c=1"),
        ("＝1", "'＝1"),
        ("a;=1", "a;'=1"),
        ("a; @b", "a;' @b"),
        ("a = b - c", "a = b - c"),
        ("'=1", "'=1"),
        ("\x1b[31mred", "⟨U+001B⟩[31mred"),
        ("one\ntwo", "one two"),
        ("", ""),
    ],
)
def test_no_cell_begins_a_formula(raw: str, cell: str) -> None:
    """An apostrophe stands before it, also behind what is not seen, and behind a semicolon."""
    assert in_a_cell(raw) == cell


def test_a_cell_is_a_number_a_truth_a_day_or_a_text() -> None:
    day = summarize(BOMBED).brief.incidents[0].day
    columns = tuple(Column(str(number), "", lambda row, number=number: row[number]) for number in range(6))
    assert rows_of(columns, [(-9, True, day, None, "-9", 'a "b", c')]) == '-9,true,2024-05-03,,\'-9,"a ""b"", c"\n'


EVIL = '=cmd|" /C calc"!A1'


@pytest.mark.parametrize("name", TABLES)
def test_what_an_article_its_page_or_its_file_is_called_is_no_formula(name: str) -> None:
    text = f"{EVIL}\n\n{BOMBED}"
    document = Document.from_text(text, origin=Origin(title=EVIL, outlet="\u200b" + EVIL, address="@x"))
    result = summarize(document)
    for row in rows(render(result.brief, document, name, name="-a.txt")):
        assert row["article"] == "'-a.txt"
        assert row["title"] == f"'{EVIL}"
        assert row["outlet"].startswith("'")
        assert row["address"] == "'@x"


@some
@given(
    briefs(),
    st.sampled_from(TABLES),
    st.sampled_from(["=1", "\t+1", "\u200b@1", "\x1b[31m", "\u202e-1", "\r\n=1", "a;=1"]),
)
@pytest.mark.slow
def test_no_brief_whatever_gives_a_cell_that_acts(brief: object, name: str, evil: str) -> None:
    text = render(with_strings(brief, lambda words: evil + words), hostile(), name, name=evil)
    for line in csv.reader(io.StringIO(text, newline="")):
        for cell in line:
            assert cell[:1] not in tuple("=+@\t\r\n ")
            assert not cell.startswith("-") or cell == "-9"
            assert not [one for one in cell if unicodedata.category(one)[0] == "C" and one not in "\u200c\u200d"]


# --- pandas -----------------------------------------------------------------------------------------


def test_pandas_reads_every_table_with_its_types() -> None:
    """Numbers are numbers, truths are truths, and what is unknown is missing."""
    pandas = pytest.importorskip("pandas")
    result = summarize(f"{BOMBED} {SHOT}")
    tables = {}
    for name in TABLES:
        text = render(result.brief, result.document, name)
        table = tables[name] = pandas.read_csv(io.StringIO(text)).convert_dtypes()
        cells = [[("" if pandas.isna(cell) else cell) for cell in line] for line in table.itertuples(index=False)]
        assert len(cells) == len(rows(text)) > 0
        assert list(table.columns) == list(rows(text)[0])
        for line, row in zip(cells, rows(text), strict=True):
            assert [str(cell).lower() for cell in line] == [cell.lower() for cell in row.values()]
    assert {name: str(tables["csv"][name].dtype) for name in ("start", "sentence")} == {
        "start": "Int64",
        "sentence": "Int64",
    }
    assert str(tables["acled"]["fatalities"].dtype) == "Int64"
    assert list(tables["acled"]["fatalities"].dropna()) == [12, 3]
    assert str(tables["acled"]["contested"].dtype) == "boolean"
    assert list(tables["gtd"]["claimed"]) == [0, -9]
    assert pandas.to_datetime(tables["acled"]["event_date"])[0] == pandas.Timestamp(2024, 5, 3)


# --- several articles, and stored briefs ----------------------------------------------------------------


def own(ran_out: str) -> list[str]:
    return ran_out.splitlines()


@pytest.mark.parametrize("name", TABLES)
def test_several_articles_are_one_table_with_one_header(command: Command, name: str) -> None:
    article("a.txt", BOMBED), article("b.txt", CALM), article("c.txt", SHOT)
    ran = command("a.txt", "b.txt", "missing.txt", "c.txt", "--coder", "-q", "-f", name)
    header = next(each for each in EXPORTS if each.name == name).opening()
    assert ran.out.startswith(header)
    assert ran.out.count(header) == 1
    apart = [
        command(source, "--coder", "-q", "-f", name).out.removeprefix(header) for source in ("a.txt", "b.txt", "c.txt")
    ]
    assert ran.out == header + "".join(apart)
    assert {row["article"] for row in rows(ran.out)} == {"a.txt", "c.txt"}


def test_a_calm_article_alone_is_a_header(command: Command) -> None:
    ran = command(article("a.txt", CALM), "--coder", "-q", "-f", "acled", "-o", "events.csv")
    assert (ran.code, ran.out) == (0, "")
    assert rows(Path("events.csv").read_text(encoding="utf-8")) == []
    assert Path("events.csv").read_text(encoding="utf-8").startswith("article,sha256,")


def test_where_nothing_could_be_read_nothing_is_written(command: Command) -> None:
    ran = command("missing.txt", "--coder", "-q", "-f", "csv")
    assert (ran.code, ran.out) == (1, "")


@pytest.mark.parametrize("name", ["plover", "annotations"])
def test_several_articles_are_lines_that_go_on(command: Command, name: str) -> None:
    article("a.txt", BOMBED), article("b.txt", SHOT)
    ran = command("a.txt", "b.txt", "--coder", "-q", "-f", name)
    assert len([json.loads(line) for line in own(ran.out)]) == 2


@pytest.mark.parametrize("name", NAMES)
def test_a_stored_brief_is_exported_as_the_fresh_one_is(command: Command, name: str) -> None:
    article("a.txt", f"{BOMBED} {SHOT}")
    command("a.txt", "--coder", "-q", "-f", "json", "-o", "a.json")
    fresh = command("a.txt", "--coder", "-q", "-f", name)
    stored = command("show", "a.json", "a.txt", "-f", name)
    assert (stored.code, stored.out) == (0, fresh.out)


def test_an_export_needs_the_article(command: Command) -> None:
    article("a.txt", BOMBED)
    command("a.txt", "--coder", "-q", "-f", "json", "-o", "a.json")
    assert command("show", "a.json", "-f", "acled").code == 2


@pytest.mark.parametrize("name", NAMES)
def test_what_would_be_sent_has_no_header_of_a_table(command: Command, name: str) -> None:
    article("a.txt", BOMBED)
    ran = command("a.txt", "--show-prompt", "--model", "m", "--base-url", "http://localhost:9/v1", "-f", name)
    assert ran.code == 0
    assert not ran.out.startswith("article,")


# --- the page -------------------------------------------------------------------------------------------


def test_the_page_on_exports_is_what_the_tables_hold() -> None:
    """docs/exports.md is generated; `python -m summarizer.cli.export_docs > docs/exports.md` writes it anew."""
    stored = Path(__file__).parent.parent / "docs" / "exports.md"
    assert stored.read_text(encoding="utf-8") == export_docs.page()


def test_the_page_has_every_format_and_column() -> None:
    page = export_docs.page()
    for each in EXPORTS:
        assert f"## `{each.name}`: {each.says}" in page
        assert [name for name in each.opening().strip().split(",") if f"| `{name}` |" not in page] == [""] * (
            not each.opening()
        )
