"""Plain text: one article, or several with a line between them that the caller names."""

import re
from collections.abc import Iterator

from summarizer.reading.article import Article, Given
from summarizer.reading.decoding import decode


def read_plain(given: Given) -> Iterator[Article]:
    """The text as it stands.

    Raises:
        SourceError: it is no text.
    """
    yield Article(decode(given.data, given.name))


def read_parted(given: Given) -> Iterator[Article]:
    """What stands between the lines that are the separator and nothing else.

    Raises:
        SourceError: it is no text.
    """
    line = rf"^[ \t]*{re.escape(given.separator)}[ \t]*\r?$"
    parts = re.split(line, decode(given.data, given.name), flags=re.MULTILINE)
    yield from map(Article, filter(str.strip, parts))
