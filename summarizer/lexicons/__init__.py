"""Word lists as data: TOML files of named entries, and the one reader for them.

A file holds tables. A table has `words`: phrases, matched whole and without regard to case; a phrase matches across any
white space. Its words are also all forms of its `verbs`, which stand in their base form, and of its `nouns`, in the singular;
those of the tables that it takes in (`of`: "sayings.denying"); and those of the rows of acts.toml that have certain values
(`acts`). Words that say less stand under `weak`; with these go the acts and weapons of one kind (`of_kind`). There may be
`reason`, `source` and further keys.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import Any

from summarizer.lexicons.inflection import all_forms, both_numbers
from summarizer.lexicons.listed import listed


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The tables of `name`.toml, each with all of its words."""
    return {entry: whole(table) for entry, table in listed(name).items()}


def whole(table: Any) -> Any:
    """A table with the words that stand in it by their base form, or in another one."""
    if not isinstance(table, dict) or table.keys().isdisjoint(_GIVEN):
        return table
    given = chain(
        *map(all_forms, table.get("verbs", ())),
        *map(both_numbers, table.get("nouns", ())),
        *map(_taken_in, table.get("of", ())),
    )
    return {
        **table,
        "words": list(dict.fromkeys((*table.get("words", ()), *given, *_of_acts(table.get("acts", _NO_ROW))))),
        "weak": list(dict.fromkeys((*table.get("weak", ()), *_of_kind(table.get("of_kind", "none"))))),
    }


_GIVEN = ("verbs", "nouns", "of", "acts", "of_kind")
_NO_ROW = {"kind": ""}


def _taken_in(reference: str) -> tuple[str, ...]:
    return words(*reference.split("."))


def _of_acts(where: dict[str, Any]) -> Iterator[str]:
    """The verbs and nouns of the rows of acts.toml that have these values, in every form."""
    for row in _acts(where):
        yield from chain(*map(all_forms, row.get("verbs", ())))
        yield from chain(*map(both_numbers, row.get("nouns", ())))


def _acts(where: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return (row for row in listed("acts")["act"] if where.items() <= {"weak": False, **row}.items())


def _of_kind(kind: str) -> Iterator[str]:
    """The words of the acts of one kind, and of the weapons that suggest it."""
    weapons = (words("weapons", family) for family, table in listed("weapons").items() if table["kind"] == kind)
    return chain(_of_acts({"kind": kind}), *weapons)


@cache
def words(name: str, *entries: str) -> tuple[str, ...]:
    """The phrases of these entries of `name`.toml, verbs in every form; all entries if none is named."""
    tables = listed(name)
    return tuple(chain.from_iterable(whole(tables[entry])["words"] for entry in entries or tables))


@cache
def lemmas(name: str, *entries: str) -> frozenset[str]:
    """The verbs of these entries of `name`.toml in their base form, with those of the tables that they take in."""
    return frozenset(chain(*(_lemmas(listed(name)[entry]) for entry in entries)))


def _lemmas(table: Any) -> Iterator[str]:
    taken_in = (lemmas(*reference.split(".")) for reference in table.get("of", ()))
    acts = (row.get("verbs", ()) for row in _acts(table.get("acts", _NO_ROW)))
    return chain(table["verbs"], *taken_in, *acts)


@cache
def word_set(name: str, *entries: str) -> frozenset[str]:
    """The same as a set, to look words up in."""
    return frozenset(words(name, *entries))


@cache
def pattern(name: str, *entries: str) -> "Phrases":
    """What finds any phrase of these entries, whole words only, the longest first."""
    return phrases_pattern(words(name, *entries))


def phrases_pattern(phrases: Iterable[str]) -> "Phrases":
    """What finds any of the phrases, whole words only, the longest first."""
    return Phrases(tuple(phrases))


class Phrases:
    """Finds phrases in a text, with the methods of a compiled expression that are needed here.

    The first word of a phrase is looked up; an expression is made for those only whose first word turns up.
    An expression for a whole list takes longer to make than an article to read.
    """

    def __init__(self, phrases: tuple[str, ...]) -> None:
        self._phrases = phrases
        self._by_first: dict[str, list[str]] = {}
        for phrase in phrases:
            first = _FIRST.match(phrase)[0]  # type: ignore[index]  # a phrase begins with a word or a mark
            self._by_first.setdefault(first.lower(), []).append(phrase)
        self._firsts = frozenset(self._by_first)
        self._made: dict[str, re.Pattern[str]] = {}

    @cached_property
    def pattern(self) -> str:
        """An expression for all of them, to build a longer one with."""
        return rf"(?<!\w){_shared(self._phrases)}(?!\w)"

    def finditer(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every phrase between the places, from left to right, none over another."""
        by_first, after = self._by_first, pos
        words, firsts = firsts_in(text, pos, endpos)
        if words.isdisjoint(self._firsts):
            return
        for word, first in firsts:
            if word in by_first and first.start() >= after:
                found = self._at(first, word, endpos)
                if found:
                    after = found.end()
                    yield found

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """The first phrase between the places."""
        return next(self.finditer(text, pos, endpos), None)

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """The phrase that starts at `pos`."""
        first = _FIRST.match(text, pos, endpos)
        if first is None or first.group().lower() not in self._by_first:
            return None
        return self._at(first, first.group().lower(), endpos)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The text, if it is one of the phrases."""
        found = self.match(text)
        return found if found and found.end() == len(text) else None

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with each phrase replaced."""
        parts, last = [], 0
        for found in self.finditer(text):
            parts += [text[last : found.start()], new if isinstance(new, str) else new(found)]
            last = found.end()
        return "".join((*parts, text[last:]))

    def _at(self, first: re.Match[str], word: str, endpos: int) -> re.Match[str] | None:
        """The longest phrase that begins with this word here."""
        if word not in self._made:
            self._made[word] = _longest(word, self._by_first[word])
        return self._made[word].match(first.string, first.start(), endpos)


_FIRST = re.compile(r"(?<!\w)(?:\w+|[^\w\s])")
"""Where a phrase may begin: a whole word, or a mark that no word stands before."""


@lru_cache(maxsize=512)
def firsts_in(text: str, pos: int, endpos: int) -> tuple[frozenset[str], tuple[tuple[str, re.Match[str]], ...]]:
    """The words and marks between the places, as a set and in order with their places.

    Many lists are looked up in the same sentence, one after the other, and most are not met there.
    """
    firsts = tuple((first.group().lower(), first) for first in _FIRST.finditer(text, pos, endpos))
    return frozenset(word for word, _ in firsts), firsts


def _longest(word: str, phrases: list[str]) -> re.Pattern[str]:
    """What matches the longest of the phrases, which begin with this word; the word alone needs no other expression."""
    if phrases == [word] and word[0].isalnum():
        return _FIRST
    return re.compile(rf"{_shared(phrases)}(?!\w)", re.IGNORECASE)


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
    """What the branches of a tree match; where a phrase may end, rather the longer ones."""
    ways = [part + _expression(rest) for part, rest in node.items()]
    if len(ways) < 2:
        return "".join(ways)
    longer = filter(None, ways)
    return f"(?:{'|'.join(longer)}){'?' if _END in node else ''}"
