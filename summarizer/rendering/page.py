"""What a page is, before it is laid out: sections of entries of rows, made of our words and the article's."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from summarizer.rendering.safety import inert, nested


class Styled(NamedTuple):
    """A piece of text; `foreign` text is the article's or the file's, and is escaped where markup has meaning.

    `at` is where words of the article stand in it: first offset, and the one after the last. `to` is the id of the place on
    the page that the words lead to; formats without links leave it out.
    """

    text: str
    foreign: bool = False
    strong: bool = False
    at: tuple[int, int] | None = None
    to: str = ""


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
    minor: str = ""
    """What it is counted under where only what matters is shown; empty if it is always shown."""


@dataclass(frozen=True)
class Entry:
    """One item: its number on the page, its heading, and its rows."""

    label: str
    head: Phrase
    paragraphs: tuple[int, ...] = ()
    rows: tuple[Row, ...] = ()
    tags: tuple["EntryTag", ...] = ()
    """What entries may be chosen by."""
    item: tuple[str, int] | None = None
    """Kind and id of the item in the brief."""


class EntryTag(NamedTuple):
    """One value by which an entry may be chosen, such as "claimed" of the group "Status"."""

    group: str
    value: str


Strength = Literal["shown", "said", "doubted"]
"""How a line is drawn: whole, in long strokes, in dots."""


@dataclass(frozen=True)
class Edge:
    """What one party does to another, to be drawn.

    Attributes:
        source, target: who, and whom; inert.
        entry: the label of the entry that says so.
        does: what, such as "threatens".
        status: how it stands, in words.
        strength: the same for the pen.
    """

    source: str
    target: str
    entry: str
    does: str
    status: str
    strength: Strength


@dataclass(frozen=True)
class EntryDays:
    """An entry whose time is known, from its first day to its last."""

    first: date
    last: date
    entry: str
    says: Phrase


@dataclass(frozen=True)
class Section:
    """Entries under a title, and rows that concern several of them."""

    title: str
    entries: tuple[Entry, ...] = ()
    notes: tuple[Row, ...] = ()
    compact: bool = False
    """Nothing but notes: they may follow the title on its line."""

    def without_minor(self) -> "Section":
        """The section with only those notes that are always shown."""
        return replace(self, notes=tuple(row for row in self.notes if not row.minor))

    def heads(self) -> "Section":
        """The same with nothing of its entries but their headings."""
        return replace(self.without_minor(), entries=tuple(replace(entry, rows=()) for entry in self.entries))


@dataclass(frozen=True)
class Page:
    """A whole brief as it will be read."""

    header: tuple[Phrase, ...]
    short: Phrase
    sections: tuple[Section, ...]
    edges: Callable[[], tuple[Edge, ...]] = tuple
    days: Callable[[], tuple[EntryDays, ...]] = tuple
    """What is drawn of it, made where a format draws."""


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
    return tuple(span._replace(strong=True) for span in phrase(*parts))


def leading(to: str, *parts: str | Phrase) -> Phrase:
    """The same, leading to a place on the page.

    Args:
        to: its id.
        parts: as of `phrase`.
    """
    return tuple(span._replace(to=to) for span in phrase(*parts))


def plain(words: Phrase) -> str:
    """The bare text."""
    return "".join(span.text for span in words)


def foreign(text: str) -> Phrase:
    """Text of the article or the file, made inert, without quotation marks."""
    return (Styled(inert(text), foreign=True),)


_OUTER_PAIR = re.compile(r'\A[“"]([^“”"]*)[”"]\Z')
"""A text between quotation marks that has no others."""


def quoted(text: str, at: tuple[int, int] | None = None) -> Phrase:
    """Text of the article, made inert, between quotation marks; its own outer pair is not doubled.

    Args:
        text: the words.
        at: where they stand in the article.
    """
    bare = _OUTER_PAIR.sub(r"\1", inert(text))
    return (Styled(f"“{nested(bare)}”", foreign=True, at=at),)


def quoted_parts(parts: Iterable[tuple[str, tuple[int, int] | None]], between: str) -> Phrase:
    """Several stretches of the article as one quotation; nothing where there are none.

    Args:
        parts: the words of each, and where they stand in the article.
        between: words of ours that stand for what is left out.
    """
    told = list(parts)
    if len(told) < 2:
        return phrase(*(quoted(text, at) for text, at in told))
    inner = [Styled(nested(inert(text)), foreign=True, at=at) for text, at in told]
    return phrase(_OPEN, joined(between, ((span,) for span in inner)), _CLOSE)


_OPEN, _CLOSE = ((Styled(mark, foreign=True),) for mark in "“”")


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


Detail = Literal["heads", "page", "full"]
"""How much of a page is shown: summary and headings; all that says who says what; everything."""


def shown(page: Page, detail: Detail) -> Page:
    """The page with as much as is asked for; what is left out is counted at its end.

    Args:
        page: the whole of it.
        detail: how much.
    """
    if detail == "full":
        return page
    kept = (section.heads() if detail == "heads" else section.without_minor() for section in page.sections)
    left_out = Counter(row.minor for section in page.sections for row in section.notes if row.minor)
    told = joined(" · ", (phrase(f"{what} {number}") for what, number in left_out.items()))
    note = Row("", led("", phrase(told, " (--detail full shows them)") if told else ()))
    more = Section("FOLDED", notes=with_words(note), compact=True)
    return replace(page, sections=tuple(filter(_says_something, (*kept, more))))


def _says_something(section: Section) -> bool:
    return bool(section.entries or section.notes)
