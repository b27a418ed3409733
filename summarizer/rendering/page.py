"""What a page is, before it is laid out: sections of entries of rows, made of our words and the article's."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from summarizer.rendering.safety import inert, nested


class Styled(NamedTuple):
    """A piece of text; `foreign` text is the article's or the file's, and is escaped where markup has meaning."""

    text: str
    foreign: bool = False
    strong: bool = False


Phrase = tuple[Styled, ...]
"""Words of the page, in order; already inert."""


@dataclass(frozen=True)
class Row:
    """One line of an entry: a label of ours, the words, and the paragraphs that they stand in."""

    label: str
    body: Phrase
    paragraphs: tuple[int, ...] = ()
    block: bool = False
    """The body is nothing but a quotation, to be set apart."""


@dataclass(frozen=True)
class Entry:
    """One item: its number on the page, its heading, and its rows."""

    label: str
    head: Phrase
    paragraphs: tuple[int, ...] = ()
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Section:
    """Entries under a title, and rows that concern several of them."""

    title: str
    entries: tuple[Entry, ...] = ()
    notes: tuple[Row, ...] = ()
    compact: bool = False
    """Nothing but notes: they may follow the title on its line."""


@dataclass(frozen=True)
class Page:
    """A whole brief as it will be read."""

    header: tuple[Phrase, ...]
    short: Phrase
    sections: tuple[Section, ...]


def phrase(*parts: str | Phrase) -> Phrase:
    """Parts in a row.

    Args:
        parts: words of ours as plain strings, and phrases.

    Returns:
        Their spans, those without text left out; so what says nothing is empty.
    """
    spans: list[Styled] = []
    for part in parts:
        spans.extend((Styled(part),) if isinstance(part, str) else part)
    return tuple([span for span in spans if span.text])


def strong(*parts: str | Phrase) -> Phrase:
    """The same, to be set in bold where a format has bold."""
    return tuple(Styled(span.text, span.foreign, True) for span in phrase(*parts))


def foreign(text: str) -> Phrase:
    """Text of the article or the file, made inert, without quotation marks."""
    return (Styled(inert(text), foreign=True),)


_OUTER_PAIR = re.compile(r'\A[“"]([^“”"]*)[”"]\Z')
"""A text between quotation marks that has no others."""


def quoted(text: str) -> Phrase:
    """Text of the article, made inert, between quotation marks; its own outer pair is not doubled."""
    bare = _OUTER_PAIR.sub(r"\1", inert(text))
    return (Styled(f"“{nested(bare)}”", foreign=True),)


def led(lead: str, words: Phrase) -> Phrase:
    """Words after a lead of ours, such as a colon or a label; the lead falls away where there are no words."""
    return phrase(lead, words) if words else ()


def joined(separator: str, parts: Iterable[Phrase]) -> Phrase:
    """Several phrases in a row.

    Args:
        separator: words of ours to stand between two of them.
        parts: those that are empty are left out, and get no separator.
    """
    every: list[str | Phrase] = []
    for part in filter(None, parts):
        every += (separator, part)
    return phrase(*every[1:])


def listed(parts: Iterable[Phrase], last: str = "and") -> Phrase:
    """Several phrases as an English list: a, b and c.

    Args:
        parts: those that are empty are left out.
        last: the word before the last one.
    """
    every = list(filter(None, parts))
    if len(every) < 2:
        return joined("", every)
    return phrase(joined(", ", every[:-1]), f" {last} ", every[-1])


def with_words(*rows: Row) -> tuple[Row, ...]:
    """The rows that say something."""
    return tuple(row for row in rows if row.body)


def worded(template: str, **slots: Phrase) -> Phrase:
    """A template of ours with its slots filled.

    Args:
        template: words in which `{name}` stands for a slot.
        slots: what to put in, by name; those that the template does not have are not used.
    """
    pieces = re.split(r"[{}]", template)
    return phrase(*(slots.get(piece, piece) for piece in pieces))
