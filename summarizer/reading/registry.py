"""The table of readers: the first row that recognises a source reads it.

A reader of another package comes before these. It is an entry point of the group `summarizer.readers` that leads to a
`Reader`:

    [project.entry-points."summarizer.readers"]
    minutes = "their_package.minutes:READER"
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from summarizer.errors import SourceError, printable
from summarizer.plugins import names, registered
from summarizer.reading.article import Article, Given
from summarizer.reading.binaries import BINARIES
from summarizer.reading.docx import is_docx, read_docx
from summarizer.reading.feeds import read_feed
from summarizer.reading.mail import is_answer, is_mail, is_mailbox, read_mail, read_mailbox
from summarizer.reading.markup import is_feed, is_page, is_xml
from summarizer.reading.notation import is_json
from summarizer.reading.pages import read_page
from summarizer.reading.pdf import is_pdf, read_pdf
from summarizer.reading.reader import Reader, Sample, chosen, is_seen, only, read_by, refused
from summarizer.reading.rows import is_csv, read_csv, read_json
from summarizer.reading.telegram import is_telegram, read_telegram
from summarizer.reading.text_files import read_parted, read_plain

GROUP = "summarizer.readers"
GIVEN = "the text"
"""What messages call an article that came as text."""

_SAVE = "save the article's text and give that"

TEXT = Reader("text", "plain text, in UTF-8 or another encoding", lambda sample: True, read_plain)
PARTED = replace(TEXT, name="texts", read=read_parted, many=True)
"""Plain text with a line between its articles that the caller names."""

READERS: tuple[Reader, ...] = (
    Reader("pdf", "a PDF", is_pdf, read_pdf),
    Reader("docx", "a Word document", is_docx, read_docx),
    *BINARIES,
    Reader("html", "a web page (HTML): the article on it", is_page, read_page),
    Reader("feed", "an RSS or Atom feed: an entry an article", is_feed, read_feed, many=True),
    refused("xml", "XML", is_xml, _SAVE),
    Reader(
        "telegram", "a chat that Telegram Desktop exported: a message an article", is_telegram, read_telegram, many=True
    ),
    Reader("json", "JSON, or JSON Lines: an object an article", is_json, read_json, many=True),
    Reader("csv", "a table of articles as CSV", is_csv, read_csv, many=True),
    Reader("mbox", "a mailbox: a mail an article", is_mailbox, read_mailbox, many=True),
    Reader("mail", "a mail with its headers", is_mail, read_mail),
    refused("answer", "a web server's answer with its headers", is_answer, _SAVE),
    TEXT,
)
"""Read from the top; the last row takes everything else."""


@cache
def readers() -> tuple[Reader, ...]:
    """The readers of other packages, by name, then the ones here.

    Raises:
        PluginError: one of another package cannot be loaded, or is no reader.
    """
    return (*(registered(GROUP, name, Reader) for name in names(GROUP)), *READERS)


def articles(given: Given) -> Iterator[Article | SourceError]:
    """The articles in a source, in order, as `read_by` gives them.

    Raises:
        SourceError: it is too large, of a kind that is not read, or holds none.
    """
    yield from _read(readers(), given)


def articles_in(text: str) -> Iterator[Article | SourceError]:
    """The articles that a text holds: plain text is one as it stands.

    Raises:
        SourceError: it is of a kind that is not read, or empty.
    """
    reader = chosen(readers(), Sample.of_text(text, GIVEN))
    if reader is not TEXT:
        data = text.encode("utf-8-sig", errors="replace")  # the mark says which encoding
        yield from read_by(reader, Given(data, GIVEN))
    elif is_seen(text):
        yield Article(text)
    else:
        raise SourceError(f"{GIVEN}: is empty; give the text of an article, or a file that holds one")


def text_in(data: bytes, name: str) -> str:
    """The text in these bytes, of whatever kind: of a stored brief, say, which is JSON.

    Raises:
        SourceError: it is too large, no text, or empty.
    """
    return only(_read((*BINARIES, TEXT), Given(data, name)), name).text


def _read(table: Iterable[Reader], given: Given) -> Iterator[Article | SourceError]:
    told = replace(given, name=printable(given.name))
    reader = chosen(table, Sample.of(told.data, told.name))
    return read_by(PARTED if reader is TEXT and told.separator else reader, told)
