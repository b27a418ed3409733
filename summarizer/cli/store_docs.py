"""The page docs/store.md, generated from the tables themselves: `python -m summarizer.cli.store_docs > docs/store.md`."""

from collections.abc import Iterator, Mapping

import click

from summarizer.conflict.storing import CONFLICT_TABLES
from summarizer.store.schema import HOLDS, VERSION
from summarizer.store.tables import StoreTable, StoreView

HEAD = f"""\
# The store

Generated from the tables themselves by `python -m summarizer.cli.store_docs > docs/store.md`; a test fails where the two differ.

A store is one SQLite file. It keeps articles, the answers of models and finished briefs, so that nothing is paid for twice,
and what the briefs say as flat tables. Any program that reads SQLite opens it as it is: `datasette news.store`, `sqlite3
news.store`, pandas, R. Read as much as you like, also while a run writes; write to it with `brief` only.

- **One machine.** The file is written ahead into a log beside it (`-wal`, `-shm`), which takes a local disk: no network folder.
  Copy it while nobody has it open, or by `sqlite3 news.store ".backup copy.store"`.
- **Whole, whatever happens.** An article's document, brief and rows are written in one transaction. A process that is killed
  leaves nothing half written. A power cut may take what was written in the last moments, and nothing else.
- **Versions.** `PRAGMA user_version` is {VERSION}, the field's tables are of version {CONFLICT_TABLES.version}. A store of an earlier version is brought up to date
  as it is opened; one of a later version is refused in one line.
- **Not stated is NULL.** Truths are 1 or 0, days by ISO 8601, several values of one cell stand apart by ` | `, parts of one value
  by ` […] `. Text is as the article has it: nothing is escaped for a spreadsheet or a terminal, as it is in [exports](exports.md),
  whose columns of the same name hold the same.
- **Words are found** by `<table>_fts` (FTS5): `SELECT threats.* FROM threats_fts JOIN threats ON row = threats_fts.rowid WHERE
  threats_fts MATCH 'bomb*'`.

"""  # noqa: S608 - prose, no query


def page() -> str:
    """The whole page, as Markdown: views, the field's tables, the kernel's."""
    return (
        "".join(
            (
                HEAD,
                "# Views\n\n",
                *map(_view, CONFLICT_TABLES.views),
                "# What the briefs say\n\n",
                *map(_table, CONFLICT_TABLES.tables),
                "# What is kept\n\n",
                *(_section(name, holds, columns) for name, (holds, columns) in HOLDS.items()),
            )
        ).rstrip("\n")
        + "\n"
    )


def _view(view: StoreView) -> str:
    return _section(view.name, view.holds, view.columns)


def _table(table: StoreTable) -> str:
    before = {"row": "number of the row", "brief": "number of the brief"}
    columns = {column.name: column.holds for column in table.columns}
    return _section(table.name, table.holds, before | columns, _searched(table))


def _searched(table: StoreTable) -> str:
    return f"Full text: `{'`, `'.join(table.searched)}`.\n\n" if table.searched else ""


def _section(name: str, holds: str, columns: Mapping[str, str], more: str = "") -> str:
    """The section of one table or view."""
    return "\n".join(
        (f"## `{name}`: {holds}", "", more + "| column | what it holds |", "|---|---|", *_lines(columns), "", "")
    )


def _lines(columns: Mapping[str, str]) -> Iterator[str]:
    for name, holds in columns.items():
        yield f"| `{name}` | {holds} |"


if __name__ == "__main__":
    click.echo(page(), nl=False)
