"""Page → Markdown: the same content in the same order, with every string of the article escaped."""

from collections.abc import Iterator

from summarizer.rendering.page import Entry, Page, Phrase, Row, Section, phrase, strong
from summarizer.rendering.safety import markdown_escaped


def as_markdown(page: Page) -> str:
    """The page with headings, lists and block quotes; a line is never wrapped."""
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
    heading = phrase(f"{entry.label} ", entry.head)
    yield f"### {_words(_plain(heading))}{_paragraphs(entry.paragraphs)}"
    items: list[str] = []
    for row in entry.rows:
        if row.block:
            if items:
                yield "\n".join(items)
                items = []
            yield f"> {_words(row.body)}{_paragraphs(row.paragraphs)}"
        else:
            items.append(_row(row))
    if items:
        yield "\n".join(items)


def _row(row: Row) -> str:
    label = f"**{markdown_escaped(row.label)}** " if row.label else ""
    return f"- {label}{_words(row.body)}{_paragraphs(row.paragraphs)}"


def _paragraphs(numbers: tuple[int, ...]) -> str:
    return f" (¶{' '.join(map(str, numbers))})" if numbers else ""


def _plain(words: Phrase) -> Phrase:
    """A heading is bold by itself."""
    return tuple(type(span)(span.text, span.foreign) for span in words)


def _words(words: Phrase) -> str:
    """Adjacent spans of one weight together, each escaped; our words hold no markup either."""
    runs: list[tuple[bool, str]] = []
    for span in words:
        if runs and runs[-1][0] == span.strong:
            runs[-1] = (span.strong, runs[-1][1] + span.text)
        else:
            runs.append((span.strong, span.text))
    return "".join(_bold(markdown_escaped(text)) if bold else markdown_escaped(text) for bold, text in runs)


def _bold(text: str) -> str:
    """Bold, with the spaces outside, where the marks need them."""
    bare = text.strip(" ")
    return text.replace(bare, f"**{bare}**", 1) if bare else text
