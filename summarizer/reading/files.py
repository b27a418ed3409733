"""File, standard input or address → bytes, never more than the limit, and their articles or text."""

import os.path
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urljoin, urlsplit

from summarizer.errors import SourceError, printable
from summarizer.reading import registry
from summarizer.reading.article import Article, Given
from summarizer.reading.given import UNREAD_ADDRESS, is_address, is_fetched, named
from summarizer.reading.reader import MAX_BYTES, only, read_bytes

_STANDARD_INPUT = "standard input"
_NUMBERED = re.compile(r"(?P<path>.+)#(?P<number>[1-9]\d{0,8})", re.DOTALL)
_WITHIN = re.compile(r"(?:/(?!/).*)?", re.DOTALL)
"""An address within a site, or none."""

# Read from the top.
_TROUBLES: tuple[tuple[type[Exception], str], ...] = (
    (FileNotFoundError, "there is no such file; check the path"),
    (IsADirectoryError, "is a folder; name a file that is in it"),
    (PermissionError, "may not be read; check its permissions"),
    (OSError, "cannot be read: {reason}; check the path"),
    (ValueError, "is no path; check it"),  # a NUL character in the path
)


def read_articles(
    source: str | Path, *, stdin: BinaryIO | None = None, **wishes: Any
) -> Iterator[Article | SourceError]:
    """The articles in a file or at an address; in standard input, where the path is '-'.

    At most one byte more than `MAX_BYTES` is read.

    Args:
        source: path of a file, an address (http or https), or '-'. `inbox.mbox#3` is the third article of `inbox.mbox`,
            unless a file is called so.
        stdin: stands for standard input.
        wishes: how a table or a text of several articles is taken apart: `columns` and `separator` of `Given`.

    Yields:
        Each article; in the place of one that cannot be read, the error that says why.

    Raises:
        SourceError: there is no such file, or nothing comes from the address, or it cannot be read, is too large, empty, or of a kind that is not read:
            `registry.READERS` says which are.
    """
    path, number = _numbered(str(source))
    found = _fetched(path, wishes) if is_fetched(path) else registry.articles(Given(*_taken(path, stdin), **wishes))
    yield from found if number is None else _one_of(found, number, str(source))


def read_article(source: str | Path, *, stdin: BinaryIO | None = None) -> Article:
    """The one article in a file or at an address, taken as `read_articles` takes it.

    Raises:
        SourceError: it cannot be read, or holds several.
    """
    return only(read_articles(source, stdin=stdin), str(source))


def _fetched(address: str, wishes: Mapping[str, Any]) -> Iterator[Article | SourceError]:
    from summarizer.reading.fetching import fetch  # what speaks to the network is imported where that is done

    came = fetch(address)
    for article in registry.articles(Given(came.data, address, suffix=came.suffix, **wishes)):
        yield article if isinstance(article, SourceError) else _found_at(came.address, article)


def _found_at(address: str, article: Article) -> Article:
    """The article, to be found at this address; at another one of the same site, where the page states one.

    A page that names another site's address is not taken at its word; the entries of a feed lead to wherever they do.
    """
    stated = article.origin.address
    there = urljoin(address, stated) if _WITHIN.fullmatch(stated) else stated
    if not article.number and urlsplit(there).netloc != urlsplit(address).netloc:
        there = address
    return replace(article, origin=article.origin.model_copy(update={"address": there}))


def _numbered(source: str) -> tuple[str, int | None]:
    """The path in a source, and the number of the article in it that is meant, where one is."""
    numbered = _NUMBERED.fullmatch(source)
    if numbered is None or os.path.lexists(source):
        return source, None
    return numbered["path"], int(numbered["number"])


def _one_of(articles: Iterator[Article | SourceError], number: int, name: str) -> Iterator[Article | SourceError]:
    found = next(islice(articles, number - 1, None), None)
    if found is None:
        raise SourceError(f"{printable(name)}: there is no article of this number in it; the first is 1")
    yield found


def read_text(path: str | Path, *, stdin: BinaryIO | None = None, most: int = MAX_BYTES) -> str:
    """The text of a file of whatever kind, JSON and TOML included; of standard input, where the path is '-'.

    At most one byte more than `MAX_BYTES` is read.

    Args:
        path: of a file, or '-'.
        stdin: stands for standard input.
        most: bytes that it may have.

    Raises:
        SourceError: there is no such file, it cannot be read, is too large, empty, or not text.
    """
    data, name = _taken(path, stdin)
    text = registry.text_in(data, name)
    if len(data) > most:
        raise SourceError(
            f"{printable(name)}: is larger than {most // 1000:,} kB; check that it is the file that is meant"
        )
    return text


def decode(data: bytes, name: str) -> str:
    """The text in these bytes, of whatever kind.

    Args:
        data: all of a source.
        name: where the bytes come from, as messages say it.

    Raises:
        SourceError: there are too many bytes, none, or they are no text.
    """
    return registry.text_in(data, name)


def _taken(path: str | Path, stdin: BinaryIO | None) -> tuple[bytes, str]:
    """What is in the file, and what messages call it."""
    if str(path) == "-":
        return _read_standard_input(stdin), _STANDARD_INPUT
    try:
        with Path(path).open("rb") as file:
            return read_bytes(file), str(path)
    except (OSError, ValueError) as error:
        raise SourceError(f"{printable(named(str(path)))}: {_trouble(str(path), error)}") from error


def _trouble(path: str, error: Exception) -> str:
    if is_address(path):
        return UNREAD_ADDRESS
    line = next(line for kind, line in _TROUBLES if isinstance(error, kind))
    return line.format(reason=getattr(error, "strerror", None) or error)


def _read_standard_input(stdin: BinaryIO | None) -> bytes:
    source = stdin or getattr(sys.stdin, "buffer", None)
    if source is None:
        raise SourceError(f"{_STANDARD_INPUT}: is closed; name a file instead")
    try:
        return read_bytes(source)
    except OSError as error:
        raise SourceError(f"{_STANDARD_INPUT}: cannot be read: {error.strerror or error}; name a file") from error
