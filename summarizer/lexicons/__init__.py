"""Word lists as data: TOML files of named entries, and the one reader for them.

A file holds tables; each table has `words` (phrases, matched whole and without regard to case),
and may have `reason`, `source` and further keys. A phrase matches across any white space.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The tables of `name`.toml, as they stand in the file."""
    text = (files(__package__) / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def words(name: str, *entries: str) -> tuple[str, ...]:
    """The phrases of these entries of `name`.toml, in the file's order; all entries if none is named."""
    tables = lexicon(name)
    return tuple(word for entry in entries or tables for word in tables[entry]["words"])


@cache
def word_set(name: str, *entries: str) -> frozenset[str]:
    """The same as a set, to look words up in."""
    return frozenset(words(name, *entries))


@cache
def pattern(name: str, *entries: str) -> re.Pattern[str]:
    """One expression that finds any phrase of these entries, whole words only, the longest first."""
    return phrases_pattern(words(name, *entries))


def phrases_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """One expression that finds any of the phrases, whole words only, the longest first."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    alternatives = (r"\s+".join(re.escape(part) for part in phrase.split()) for phrase in ordered)
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)", re.IGNORECASE)
