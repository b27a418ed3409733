"""The reader of codebooks.toml: which rows and codes a codebook has for what a brief says."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from summarizer.lexicons import phrases_pattern


@cache
def codebooks() -> dict[str, Any]:
    """The tables as they stand in the file."""
    return tomllib.loads((files(__package__) / "codebooks.toml").read_text(encoding="utf-8"))


def gives(codebook: str, **told: str) -> Mapping[str, str]:
    """What the first row gives that holds for these values.

    Args:
        codebook: `acled`, `gtd` or `plover`.
        told: the incident's values, by the keys of the rows.

    Returns:
        Codes by column; none where no row holds.
    """
    holding = filter(lambda row: _holds(row, told), codebooks()[codebook]["codes"])
    found: Mapping[str, str] = next((row["gives"] for row in holding), {})
    return found


def _holds(row: Mapping[str, Any], told: Mapping[str, str]) -> bool:
    """Whether each key of a row lists the value that is told for it."""
    keys = row.keys() - {"gives"}
    return all(told[key] in row[key] for key in keys)


def left_out(codebook: str, told: Iterable[tuple[str, str]]) -> bool:
    """Whether a codebook leaves out what has one of these values, each given with its key."""
    listed = codebooks()[codebook]["left_out"]
    return any(value in listed.get(key, ()) for key, value in told)


def code_of(codebook: str, table: str, value: str) -> Any:
    """The code for a value; None where the codebook has none that can be told."""
    return codebooks()[codebook][table].get(value)


def only_one_said(codebook: str, table: str, text: str) -> str | None:
    """The code whose phrases stand in a text; None where there is none, and where phrases of two stand there."""
    rows: Mapping[str, list[str]] = codebooks()[codebook][table]
    found = [code for code, phrases in rows.items() if phrases_pattern(phrases).search(text)]
    return found[0] if len(found) == 1 else None
