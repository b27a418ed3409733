"""What a reader is: how a kind of source is recognised, and what makes text of it."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from io import BufferedIOBase
from itertools import islice
from typing import IO, NoReturn

from summarizer.errors import SourceError, printable
from summarizer.reading.article import Article, Given
from summarizer.reading.decoding import glimpse

MAX_BYTES = 10_000_000
"""The largest source that is read, in bytes; this many are still accepted."""

HEAD = 65_536
"""How much of a source its kind is recognised by, in bytes, or characters of a text; what follows is not looked at."""

_UNSEEN = re.compile(r"\A[\s\u200b\u2060\ufeff]+")
_SHOWN = re.compile(r"[^\s\u00ad\u200b-\u200f\u2060\ufeff]")
_LINE_BREAK = re.compile(r"\r\n?")


@dataclass(frozen=True)
class Sample:
    """What a source is recognised by.

    Attributes:
        data: its first `HEAD` bytes.
        text: the same as text, from the first character that can be seen, with line feeds for line breaks.
        name: what it is called; "the text" where it came as text.
        whole: whether this is all of it.
    """

    data: bytes
    text: str
    name: str
    whole: bool

    @classmethod
    def of(cls, data: bytes, name: str) -> "Sample":
        """The sample of what these bytes begin with."""
        return cls(data[:HEAD], _seen(glimpse(data, HEAD)), name, len(data) <= HEAD)

    @classmethod
    def of_text(cls, text: str, name: str) -> "Sample":
        """The sample of what this text begins with."""
        head = text[:HEAD]
        return cls(head.encode("utf-8", errors="replace"), _seen(head), name, len(text) <= HEAD)

    def is_called(self, *suffixes: str) -> bool:
        """Whether its name ends so, in capitals or not."""
        return self.name.lower().endswith(suffixes)


@dataclass(frozen=True)
class Reader:
    """One kind of source.

    Attributes:
        name: a word for it.
        reads: what it reads, as a message says it: "a web page (HTML)".
        recognises: whether a source is of this kind, by its content first and its name second.
        read: a source → its articles in order; where one of them cannot be read, the error that says why stands in
            its place. Raises SourceError where none can.
        many: whether such a source may hold several: they are numbered then, from 1.
    """

    name: str
    reads: str
    recognises: Callable[[Sample], bool]
    read: Callable[[Given], Iterable[Article | SourceError]]
    many: bool = False


@dataclass(frozen=True)
class Beginning:
    """Recognises a source by what its text begins with; one that is called so by less.

    Attributes:
        sign: a regular expression; white space in it counts for nothing, nor does the case of letters.
        suffixes: of names in small letters, such as ".xml".
        lesser: what is enough where the name ends with one of them.
    """

    sign: str
    suffixes: tuple[str, ...] = ()
    lesser: str = ""

    def __call__(self, sample: Sample) -> bool:
        """Whether the sample is recognised."""
        sign = self.lesser if sample.is_called(*self.suffixes) else self.sign
        return re.match(sign, sample.text, re.IGNORECASE | re.VERBOSE | re.DOTALL) is not None


@dataclass(frozen=True)
class Refusal:
    """Stands where a kind is recognised and not read: says what the source is, and what to do."""

    what: str
    advice: str

    def __call__(self, given: Given) -> NoReturn:
        """Raise SourceError."""
        raise SourceError(f"{given.name}: is {self.what}; {self.advice}")


def refused(name: str, what: str, recognises: Callable[[Sample], bool], advice: str) -> Reader:
    """The row of a kind that is recognised and not read."""
    return Reader(name, what, recognises, Refusal(what, advice))


def chosen(readers: Iterable[Reader], sample: Sample) -> Reader:
    """The first reader that recognises this."""
    return next(reader for reader in readers if reader.recognises(sample))


def read_by(reader: Reader, given: Given) -> Iterator[Article | SourceError]:
    """The articles of a source, by this reader; every line break is a single line feed.

    Args:
        reader: of the source's kind.
        given: the source.

    Yields:
        Each article; in the place of one that cannot be read, or that has nothing to see in it, the error that says so.

    Raises:
        SourceError: there are more than `MAX_BYTES`, or the reader cannot read the source at all.
    """
    if len(given.data) > MAX_BYTES:
        raise SourceError(f"{given.name}: is larger than {MAX_BYTES // 1_000_000} MB; divide it into smaller files")
    number = 0
    for number, article in enumerate(reader.read(given), 1):
        if reader.many:
            yield _or_why_not(article, numbered(given.name, number), number)
        else:
            yield _checked(article, given.name)
    if not number:
        raise SourceError(f"{given.name}: holds no article; check that it is the file that is meant")


def _or_why_not(article: Article | SourceError, name: str, number: int) -> Article | SourceError:
    """One of several: what is wrong with it costs the others nothing."""
    try:
        return replace(_checked(article, name), number=number)
    except SourceError as error:
        return error


def _checked(article: Article | SourceError, name: str) -> Article:
    if isinstance(article, SourceError):
        raise article
    if not is_seen(article.text):
        raise SourceError(f"{name}: is empty; give a file that holds an article")
    return replace(article, text=_LINE_BREAK.sub("\n", article.text))


def read_bytes(source: IO[bytes] | BufferedIOBase, most: int = MAX_BYTES) -> bytes:
    """Everything, but never more than one byte above the limit; pipes may give it in parts.

    Args:
        source: open.
        most: the limit, in bytes.
    """
    parts: list[bytes] = []
    wanted = most + 1
    while wanted and (part := source.read(wanted)):
        parts.append(part)
        wanted -= len(part)
    return b"".join(parts)


def numbered(name: str, number: int) -> str:
    """What an article of a source is called: `inbox.mbox#3`; as the source, where it holds one.

    Args:
        name: of the source.
        number: of the article in it, or 0.
    """
    return f"{name}#{number}" if number else name


def only(articles: Iterable[Article | SourceError], name: str) -> Article:
    """The one article of a source.

    Args:
        articles: of the source, one at least.
        name: what messages call it.

    Raises:
        SourceError: it cannot be read, or there are several.
    """
    first, *more = islice(articles, 2)
    if isinstance(first, SourceError):
        raise first
    if more:
        raise SourceError(f"{printable(name)}: holds several articles; name one of them, such as {printable(name)}#1")
    return first


def is_seen(text: str) -> bool:
    """Whether there is anything to see in a text."""
    return _SHOWN.search(text) is not None


def _seen(text: str) -> str:
    return _LINE_BREAK.sub("\n", _UNSEEN.sub("", text))
