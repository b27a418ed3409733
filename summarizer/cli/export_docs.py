"""The page docs/exports.md, generated from the columns themselves: `python -m summarizer.cli.export_docs > docs/exports.md`."""

from collections.abc import Iterator, Mapping
from typing import Any

import click

from summarizer.conflict.exporting import EXPORTS, acled, evidence, gtd, incident_table, plover
from summarizer.conflict.exporting.codes import codebooks
from summarizer.rendering.annotations import BESIDE
from summarizer.rendering.formats import Format
from summarizer.rendering.tables import Column

HEAD = """\
# Exports

Generated from the columns themselves by `python -m summarizer.cli.export_docs > docs/exports.md`; a test fails where the two
differ.

    brief news/ --coder --format incidents -o incidents.csv
    brief show brief.json article.txt --format acled      # the same from a stored brief

For people who keep event data. A brief says what one article supports, on whose word; a table of events usually has no
column for that. So each table has the columns that its readers know, and behind them ours. Of several articles the first line
stands once, and every row names its article, by what it is called and by its text's SHA-256.

**Nothing is guessed.** Codes are read off a table (`summarizer/conflict/exporting/codebooks.toml`), which names edition and reason.
What cannot be derived is empty: a toll that is no number, a day that the words leave open, the size of a place. Columns that would
need a gazetteer, an actor's history or an analyst's judgement are not there (coordinates, ACLED's `inter1`, GTD's `doubtterr`,
`targtype1` and `specificity`). Nobody stands in a codebook's column for actors but groups with a name of whom the article's
attribution allows it; who is only said to deny it, is cleared, or whose claim was disowned or ruled out does not.

**A stored brief is taken at its word.** `brief show` holds its quotations to the article, and no more: `brief verify` first.

**Cells.** UTF-8 without a mark, commas, fields quoted where needed, rows that end in a line feed. Numbers are bare numbers,
truths `true` or `false`, days by ISO 8601. Several values of one cell stand apart by ` | `, parts of one value by ` […] `. White
space is made single spaces, and a character that cannot be seen is shown as `⟨U+202E⟩`. A cell that begins with `=`, `+`, `-`
or `@`, also behind white space or what is not seen, has an apostrophe before it, so that no spreadsheet calculates it; so has
such a sign behind a semicolon. Take the apostrophe off where you need the words as they are, or take them from `start` and `end`.

"""

ANNOTATIONS = f"""\
## `annotations`: W3C Web Annotations of the article, one for each mention

An [`AnnotationPage`](https://www.w3.org/TR/2017/REC-annotation-model-20170223/) of JSON-LD on one line for each article. It is the
same for every field of use.

| part | what it holds |
|---|---|
| `body` | `value`, kind and id of the item and the field, such as `incident 1: place`; the same apart as `brief:item`, `brief:id`, `brief:field`; `brief:status`, every choice and status of the item with its path, such as `assessment.occurrence: claimed`; `brief:mark`, codes of the checks that marked the words; where a person decided about the item, `brief:review` and so on as in the tables |
| `target.source` | the article's address where one is known, else `urn:sha256:` and its text's SHA-256; the page's `brief:text` has that anyway |
| `TextQuoteSelector` | the words exactly as they stand, with up to {BESIDE} characters before and after |
| `TextPositionSelector` | their offsets in code points of the article's text |

The text is what was read of a file or page: on a web page with its markup the words are to be found by the quotation, not by the
offsets.
"""

TABLES: Mapping[str, tuple[Column, ...]] = {
    "csv": evidence.COLUMNS,
    "incidents": incident_table.COLUMNS,
    "acled": acled.COLUMNS,
    "gtd": gtd.COLUMNS,
    "plover": plover.FIELDS,
}

CODEBOOKS: Mapping[str, str] = {
    "acled": (
        "ACLED Codebook, 2023. Single incidents only. A claim, a report and a disputed event are rows like others: filter by"
        " `occurrence`. Background events keep their row, with `frame`."
    ),
    "gtd": (
        "Global Terrorism Database Codebook, August 2021; attack and weapon types by their text, since their numbers have changed"
        " between editions. Single incidents only; bare threats are none."
    ),
    "plover": (
        "PLOVER, edition of 2024; `context` historical by its draft 0.7b1 of 2021. Accusations in the article's own voice have no"
        " actor, and are left out; threats that only tell another one again, too."
    ),
}
"""What is said of each codebook, before what it leaves out."""

NOT_SINGLE = "incidents of which no single event is meant, and those that only sum others up"


def page() -> str:
    """The whole page, as Markdown: every format with its columns, what it leaves out, and what gives which code."""
    return HEAD + "".join(map(_format, EXPORTS)) + ANNOTATIONS


def _format(of: Format) -> str:
    """The section of one format."""
    columns = ("| column | what it holds | after |", "|---|---|---|", *map(_column, TABLES[of.name]), "")
    return "\n".join((f"## `{of.name}`: {of.says}", "", *_codebook(of.name), *columns, ""))


def _column(column: Column) -> str:
    """The line for one column."""
    return f"| `{column.name}` | {column.holds} | {column.after} |"


def _codebook(name: str) -> Iterator[str]:
    """What is said of a codebook, what it leaves out, and what gives which of its codes: of the rows the first that holds."""
    if name in CODEBOOKS:
        tables = codebooks()[name]
        yield from (CODEBOOKS[name], "", f"Left out: {_told(tables['left_out'])}; {NOT_SINGLE}.", "")
        yield from ("| where | gives |", "|---|---|", *map(_code, tables["codes"]), "")


def _code(row: dict[str, Any]) -> str:
    """One of these rows."""
    codes = ", ".join(f"{column} `{code}`" for column, code in row["gives"].items())
    return f"| {_told(row)} | {codes} |"


def _told(row: Mapping[str, list[str]]) -> str:
    """The values that a row lists by their keys, in words."""
    keys = filter("gives".__ne__, row)
    return "; ".join(f"{key} `{'`, `'.join(row[key])}`" for key in keys)


if __name__ == "__main__":
    click.echo(page(), nl=False)
