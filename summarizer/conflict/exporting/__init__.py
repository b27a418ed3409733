"""Briefs as event tables: a row a mention, an incident or an event, in our words and in those of codebooks.

A format's module is imported only when a brief is written in it; docs/exports.md says what each column holds.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from summarizer.rendering.formats import Format, Rendered, in_a_row


def _of(module: str, function: str) -> Callable[..., str]:
    """A function of a module of this room, which is imported when it is called."""

    def called(*given: Any) -> str:
        found: str = getattr(import_module(f"{__name__}.{module}"), function)(*given)
        return found

    return called


def _table(name: str, says: str, module: str) -> Format:
    write: Callable[[Rendered], str] = _of(module, "rows")
    return Format(name, says, write, separator=in_a_row, opening=_of(module, "header"))


EXPORTS: tuple[Format, ...] = (
    _table("csv", "the evidence, a row for each mention", "evidence"),
    _table("incidents", "a table (CSV) of incidents and threats, a row for each", "incident_table"),
    _table("acled", "a table (CSV) of single incidents, with ACLED's columns and ours", "acled"),
    _table("gtd", "a table (CSV) of single incidents, with the GTD's columns and ours", "gtd"),
    Format("plover", "PLOVER events, one JSON object a line", _of("plover", "lines"), separator=in_a_row),
)
"""The formats of this field, beside those that every field has."""
