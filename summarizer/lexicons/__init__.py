"""Word lists as data: TOML files of named entries, and the one reader for them.

A file holds tables; each table has `words` (phrases, matched whole and without regard to case),
and may have `reason`, `source` and further keys. A phrase matches across any white space.
"""

import re
import tomllib
from collections.abc import Iterable
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
    return re.compile(rf"(?<!\w){_shared(phrases)}(?!\w)", re.IGNORECASE)


def _shared(phrases: Iterable[str]) -> str:
    """An expression for the phrases in which they share their beginnings.

    A list of hundreds of words is tried letter by letter instead of word by word: many times as fast.
    """
    tree: dict[str, Any] = {}
    for phrase in phrases:
        node = tree
        for part in re.findall(r"\s+|\S", phrase.strip()):
            node = node.setdefault(r"\s+" if part.isspace() else re.escape(part), {})
        node[_END] = {}
    return _expression(tree) if tree else "(?!)"


_END = ""
"""Marks in the tree of phrases that one ends there."""


def _expression(node: dict[str, Any]) -> str:
    branches = [part + _expression(rest) for part, rest in node.items() if part != _END]
    if len(branches) == 1 and _END not in node:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if _END in node else ''}" if branches else ""
