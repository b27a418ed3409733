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


HEADING = "#"
"""Names no line as separator, but the first-level headings of Markdown, each of which begins an article."""
_OFTEN = (HEADING, "---", "***", "===", "* * *", "#####", "_____")
"""What is often set between two articles of a file."""
_SHORTEST = 200
"""Characters of an article that is taken for one."""


def read_parted(given: Given) -> Iterator[Article]:
    """What stands between the lines that are the separator and nothing else.

    Raises:
        SourceError: it is no text.
    """
    parts = re.split(_parting(given.separator), decode(given.data, given.name), flags=re.MULTILINE)
    yield from map(Article, filter(str.strip, parts))


def _parting(separator: str) -> str:
    if separator == HEADING:
        return r"^(?=# \S)"
    return rf"^[ \t]*{re.escape(separator)}[ \t]*\r?$"


def separators_in(text: str) -> dict[str, int]:
    """What may part a text into several articles, and into how many.

    Args:
        text: the whole of it.

    Returns:
        By each separator that `Given.separator` takes, the number of parts that it leaves; only those that leave several,
        none of them shorter than an article is.
    """
    found = {one: list(filter(str.strip, re.split(_parting(one), text, flags=re.MULTILINE))) for one in _OFTEN}
    return {one: len(parts) for one, parts in found.items() if len(parts) > 1 and len(min(parts, key=len)) >= _SHORTEST}
