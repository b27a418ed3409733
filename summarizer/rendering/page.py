"""What a page is, before it is laid out: sections of entries of rows, made of our words and the article's."""

from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.rendering.safety import inert, nested


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text; `foreign` text is the article's or the file's, and is escaped where markup has meaning."""

    text: str
    foreign: bool = False
    strong: bool = False


Phrase = tuple[Span, ...]
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
    """Parts in a row; a plain string is words of ours."""
    return tuple(span for part in parts for span in ((Span(part),) if isinstance(part, str) else part) if span.text)


def strong(*parts: str | Phrase) -> Phrase:
    """The same, to be set in bold."""
    return tuple(Span(span.text, span.foreign, True) for span in phrase(*parts))


def foreign(text: str) -> Phrase:
    """Text of the article or the file, made inert, without quotation marks."""
    return (Span(inert(text), foreign=True),)


def quoted(text: str) -> Phrase:
    """Text of the article between quotation marks; its own outer pair is not doubled."""
    bare = inert(text)
    if len(bare) > 1 and bare[0] in '“"' and bare[-1] in '”"' and not set(bare[1:-1]) & set('“”"'):
        bare = bare[1:-1]
    return (Span(f"“{nested(bare)}”", foreign=True),)


def joined(separator: str, parts: Iterable[Phrase]) -> Phrase:
    """The parts that are not empty, with words of ours between them."""
    result: Phrase = ()
    for part in parts:
        if part:
            result = phrase(result, separator, part) if result else part
    return result


def listed(parts: Iterable[Phrase], last: str = "and") -> Phrase:
    """Parts as an English list: a, b and c."""
    every = [part for part in parts if part]
    if len(every) < 2:
        return every[0] if every else ()
    return phrase(joined(", ", every[:-1]), f" {last} ", every[-1])
