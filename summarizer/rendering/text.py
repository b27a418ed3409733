"""Page → plain text: wrapped to a width, with hanging indents, paragraph numbers at the right."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len

from summarizer.rendering.page import Entry, Page, Phrase, Row, Section, phrase, strong

LABELS = 3
"""Column at which rows begin; their text begins ten columns further."""

BODY = 13
SHORT = "IN SHORT"
BOLD, PLAIN = "\x1b[1m", "\x1b[0m"
NARROWEST = 60


@dataclass(frozen=True, slots=True)
class Token:
    """What stays on one line: a word or a wide character, and whether a space precedes it."""

    text: str
    spaces: int
    strong: bool


def as_text(page: Page, width: int, color: bool) -> str:
    """The page as lines of at most `width` cells (at least 60), each word whole; bold headings in colour."""
    writer = _Writer(max(width, NARROWEST), color)
    for header in page.header:
        writer.paragraph(header, 0)
    writer.paragraph(phrase(strong(SHORT), "  ", page.short), len(SHORT) + 2)
    for section in page.sections:
        writer.section(section)
    return "\n".join(writer.lines) + "\n"


class _Writer:
    """Collects lines."""

    def __init__(self, width: int, color: bool) -> None:
        self.width = width
        self.color = color
        self.lines: list[str] = []

    def section(self, section: Section) -> None:
        self.lines.append("")
        if section.compact:
            first, *others = section.notes
            separator = "  " if len(section.title.split()) == 1 else ": "
            self.paragraph(phrase(strong(section.title), separator, first.body), LABELS, first.paragraphs)
            for row in others:
                self.row(row)
            return
        self.paragraph(strong(section.title), LABELS)
        for entry in section.entries:
            self.entry(entry)
        for row in section.notes:
            indent = 0 if section.entries and not row.label else LABELS
            self.row(row, indent)

    def entry(self, entry: Entry) -> None:
        self.paragraph(phrase(strong(entry.label), " ", entry.head), LABELS, entry.paragraphs)
        shown = entry.paragraphs
        for row in entry.rows:
            # A paragraph is named again only where it changes.
            self.row(Row(row.label, row.body, () if row.paragraphs == shown else row.paragraphs))
            shown = row.paragraphs or shown

    def row(self, row: Row, indent: int = LABELS) -> None:
        if not row.label:
            self.paragraph(row.body, LABELS, row.paragraphs, indent)
            return
        room = BODY - LABELS
        label = f"{row.label} " if len(row.label) >= room else row.label.ljust(room)
        self.paragraph(phrase(label, row.body), BODY, row.paragraphs, indent)

    def paragraph(self, words: Phrase, hang: int, paragraphs: tuple[int, ...] = (), indent: int = 0) -> None:
        """Words wrapped; the first line begins at `indent`, the others at `hang`; paragraph numbers end the last."""
        mark = "¶" + " ".join(map(str, paragraphs)) if paragraphs else ""
        line, used = " " * indent, indent
        fresh = True
        for token in _tokens(words):
            needed = token.spaces + cell_len(token.text)
            if not fresh and used + needed > self.width:
                self.lines.append(line)
                line, used, fresh = " " * hang, hang, True
            text = token.text if fresh else " " * token.spaces + token.text
            line += f"{BOLD}{text}{PLAIN}" if self.color and token.strong else text
            used += cell_len(text)
            fresh = False
        if mark and used + 2 + len(mark) > self.width:
            self.lines.append(line)
            line, used = "", 0
        self.lines.append(line + " " * (self.width - used - len(mark)) + mark if mark else line)


def _tokens(words: Phrase) -> Iterator[Token]:
    """Words as they may be broken: at spaces, and beside wide characters, which stand without spaces."""
    pending, spaces, bold = "", 0, False
    for span in words:
        narrow = span.text.isascii()
        for character in span.text:
            wide = not narrow and cell_len(character) > 1
            if character == " ":
                if pending:
                    yield Token(pending, spaces, bold)
                    pending, spaces = "", 0
                spaces += 1
                continue
            if wide and pending:
                yield Token(pending, spaces, bold)
                pending, spaces = "", 0
            pending += character
            bold = span.strong
            if wide:
                yield Token(pending, spaces, bold)
                pending, spaces = "", 0
    if pending:
        yield Token(pending, spaces, bold)
