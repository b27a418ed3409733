"""The table of readers: the first row that recognises a source reads it.

A reader of another package comes before these. It is an entry point of the group `summarizer.readers` that leads to a
`Reader`:

    [project.entry-points."summarizer.readers"]
    minutes = "their_package.minutes:READER"
"""

from collections.abc import Iterable
from functools import cache

from summarizer.errors import SourceError, printable
from summarizer.plugins import names, registered
from summarizer.reading.binaries import BINARIES
from summarizer.reading.decoding import decode
from summarizer.reading.mail import is_answer, is_mail
from summarizer.reading.markup import is_feed, is_page, is_xml
from summarizer.reading.notation import is_json
from summarizer.reading.reader import Reader, Sample, chosen, is_seen, read_by, refused

GROUP = "summarizer.readers"
GIVEN = "the text"
"""What messages call an article that came as text."""

_SAVE = "save the article's text and give that"

TEXT = Reader("text", "plain text, in UTF-8 or another encoding", lambda sample: True, decode)

READERS: tuple[Reader, ...] = (
    *BINARIES,
    refused("html", "a web page (HTML)", is_page, _SAVE),
    refused("feed", "an RSS or Atom feed", is_feed, _SAVE),
    refused("xml", "XML", is_xml, _SAVE),
    refused("json", "JSON", is_json, _SAVE),
    refused("mail", "a mail with its headers, or a mailbox", is_mail, _SAVE),
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


def article(data: bytes, name: str) -> str:
    """The text of the article in these bytes.

    Args:
        data: all of a source.
        name: what messages call it.

    Raises:
        SourceError: it is too large, of a kind that is not read, or empty.
    """
    return _read(readers(), data, name)


def article_in(text: str) -> str:
    """The article that a text holds: plain text is one as it stands.

    Raises:
        SourceError: it is of a kind that is not read, or empty.
    """
    reader = chosen(readers(), Sample.of_text(text, GIVEN))
    if reader is not TEXT:
        return read_by(reader, text.encode("utf-8-sig", errors="replace"), GIVEN)  # the mark says which encoding
    if not is_seen(text):
        raise SourceError(f"{GIVEN}: is empty; give the text of an article, or a file that holds one")
    return text


def text_in(data: bytes, name: str) -> str:
    """The text in these bytes, of whatever kind: of a stored brief, say, which is JSON.

    Raises:
        SourceError: it is too large, no text, or empty.
    """
    return _read((*BINARIES, TEXT), data, name)


def _read(table: Iterable[Reader], data: bytes, name: str) -> str:
    told = printable(name)
    return read_by(chosen(table, Sample.of(data, told)), data, told)
