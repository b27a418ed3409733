"""Page → plain text: wrapped to a width, with hanging indents, paragraph numbers at the right."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len

from summarizer.rendering.page import Entry, Page, Phrase, Row, Section, phrase, strong

LABELS = 3
"""Column at which rows begin; their text begins ten columns further."""

BODY = 13
SHORT = "IN SHORT"
BOLD, PLAIN = "\x1b[1m", "\x1b[0m"
NARROWEST = 60

GAP = 2
"""Cells that stay free before the numbers of paragraphs."""


class Word(NamedTuple):
    """What stays on one line: a word or a wide character, the cells it fills, and how many spaces precede it."""

    text: str
    cells: int
    spaces: int
    strong: bool


def as_text(page: Page, width: int, color: bool) -> str:
    """The page as lines of text, each word whole.

    Args:
        page: what is to be read.
        width: cells a line may fill; less than 60 is taken as 60, and a longer word has a line of its own.
        color: whether headings are bold, by ANSI escapes.
    """
    writer = _Writer(max(width, NARROWEST), color)
    for header in page.header:
        writer.paragraph(header, 0)
    writer.paragraph(phrase(strong(SHORT), "  ", page.short), len(SHORT) + 2)
    for section in page.sections:
        writer.section(section)
    return "\n".join(writer.lines) + "\n"


class _Printed:
    """A line that is being filled, from an indent on."""

    def __init__(self, indent: int) -> None:
        self.text = " " * indent
        self.used = indent
        self.fresh = True

    def takes(self, token: Word, width: int) -> bool:
        """Whether the token still fits; a fresh line takes any."""
        return self.fresh or self.used + token.spaces + token.cells <= width

    def add(self, token: Word, color: bool) -> None:
        """Add a token, with the spaces before it unless it is the first."""
        spaces = 0 if self.fresh else token.spaces
        text = " " * spaces + token.text
        self.text += f"{BOLD}{text}{PLAIN}" if color and token.strong else text
        self.used += spaces + token.cells
        self.fresh = False


class _Writer:
    """Collects lines."""

    def __init__(self, width: int, color: bool) -> None:
        self.width = width
        self.color = color
        self.lines: list[str] = []

    def section(self, section: Section) -> None:
        """An empty line, the title, and what stands under it."""
        self.lines.append("")
        if section.compact:
            self.compact(section.title, *section.notes)
            return
        self.paragraph(strong(section.title), LABELS)
        for entry in section.entries:
            self.entry(entry)
        # Notes that follow entries concern several of them, and begin further left.
        indent = 0 if section.entries else LABELS
        for row in section.notes:
            self.row(row, indent)

    def compact(self, title: str, first: Row, *others: Row) -> None:
        """Notes, the first on the line of the title."""
        separator = ": " if " " in title else "  "
        self.paragraph(phrase(strong(title), separator, first.body), LABELS, first.paragraphs)
        for row in others:
            self.row(row)

    def entry(self, entry: Entry) -> None:
        """One item: its heading and its rows; paragraphs are named again only where they change."""
        self.paragraph(phrase(strong(entry.label), " ", entry.head), LABELS, entry.paragraphs)
        shown = entry.paragraphs
        for row in entry.rows:
            self.row(Row(row.label, row.body, () if row.paragraphs == shown else row.paragraphs))
            shown = row.paragraphs or shown

    def row(self, row: Row, indent: int = LABELS) -> None:
        """A label and its words, in two columns; or, from `indent` on, words without a label."""
        if row.label:
            label = f"{row.label} ".ljust(BODY - LABELS)
            self.paragraph(phrase(label, row.body), BODY, row.paragraphs, LABELS)
        else:
            self.paragraph(row.body, LABELS, row.paragraphs, indent)

    def paragraph(self, words: Phrase, hang: int, paragraphs: tuple[int, ...] = (), indent: int = 0) -> None:
        """Words wrapped; the first line begins at `indent`, the others at `hang`; paragraph numbers end the last."""
        line = _Printed(indent)
        for token in _tokens(words):
            if not line.takes(token, self.width):
                self.lines.append(line.text)
                line = _Printed(hang)
            line.add(token, self.color)
        if paragraphs:
            line = self.numbered(line, "¶" + " ".join(map(str, paragraphs)))
        self.lines.append(line.text)

    def numbered(self, line: _Printed, mark: str) -> _Printed:
        """The line with a mark at its right end; where there is no room, the mark has the next line."""
        if line.used + GAP + len(mark) > self.width:
            self.lines.append(line.text)
            line = _Printed(0)
        line.text += " " * (self.width - line.used - len(mark)) + mark
        return line


WIDE = "\0"
"""Stands for a wide character where only the shape of a text counts; no text of a page holds it."""

_TOKEN = re.compile(rf"( *)({WIDE}|[^ {WIDE}]+)")
"""What precedes a token, and the token, by its shape."""
_MAY_BE_WIDE = re.compile("[\u1100-\u1fff\u2070-\U0010ffff]")
"""Hangul is the first script of wide characters; quotation marks and dashes, which are many, are none."""


def _tokens(words: Phrase) -> Iterator[Word]:
    """Words as they may be broken: at spaces, and beside wide characters, which stand without spaces."""
    text = "".join(span.text for span in words)
    ends = list(accumulate(len(span.text) for span in words))
    for found in _TOKEN.finditer(_MAY_BE_WIDE.sub(lambda one: _shape(one.group()), text)):
        start, end = found.span(2)
        word = text[start:end]
        yield Word(word, cell_len(word), start - found.start(), words[bisect_left(ends, end)].strong)


@cache
def _shape(character: str) -> str:
    return WIDE if cell_len(character) > 1 else character
