"""Page → Markdown: the same content in the same order, with every string of the article escaped."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from summarizer.rendering.page import Entry, Page, Phrase, Row, Section, Styled, joined, phrase, strong
from summarizer.rendering.safety import markdown_escaped


def as_markdown(page: Page) -> str:
    """The page with headings, lists and block quotes.

    A line is never wrapped. The first line of the page's head is the title; each section is a heading of the second
    level, each entry one of the third, and a quotation that stands apart is a block quote.
    """
    blocks = [f"# {_words(page.header[0])}"]
    blocks.extend(_words(header) for header in page.header[1:])
    blocks.append(_words(phrase(strong("In short:"), " ", page.short)))
    for section in page.sections:
        blocks.extend(_section(section))
    return "\n\n".join(blocks) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield f"## {_words(phrase(section.title))}"
    for entry in section.entries:
        yield from _entry(entry)
    if section.notes:
        yield "\n".join(map(_row, section.notes))


def _entry(entry: Entry) -> Iterator[str]:
    # A heading is bold by itself.
    heading = _text(phrase(f"{entry.label} ", entry.head))
    yield f"### {heading}{_paragraphs(entry.paragraphs)}"
    for block, rows in groupby(entry.rows, lambda row: row.block):
        if block:
            yield from map(_block, rows)
        else:
            yield "\n".join(map(_row, rows))


def _block(row: Row) -> str:
    return f"> {_words(row.body)}{_paragraphs(row.paragraphs)}"


def _row(row: Row) -> str:
    return f"- {_words(joined(' ', (strong(row.label), row.body)))}{_paragraphs(row.paragraphs)}"


def _paragraphs(numbers: tuple[int, ...]) -> str:
    return f" (¶{' '.join(map(str, numbers))})" if numbers else ""


_BARE = re.compile(r"[^ ](?:.*[^ ])?", re.DOTALL)
"""A text without the spaces at its ends."""


def _words(words: Phrase) -> str:
    """Adjacent spans of one weight together; our words hold no markup either."""
    written = ""
    for bold, spans in groupby(words, lambda span: span.strong):
        text = _text(spans)
        written += _bold(text) if bold else text
    return written


def _text(spans: Iterable[Styled]) -> str:
    """The spans' text, escaped as one: what spells markup may begin in one span and end in the next."""
    return markdown_escaped("".join(span.text for span in spans))


def _bold(text: str) -> str:
    """Bold, with the spaces outside, where the marks need them."""
    return _BARE.sub(r"**\g<0>**", text, count=1)
