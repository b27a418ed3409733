"""What a reader is given, and what it makes of it: articles, each with what is said of it beside its words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from summarizer.documents.quotes import Origin
from summarizer.reading.columns import COLUMNS

_ADDRESS_AND_NAME = re.compile(r"\A[^\s@]+@[^\s@]+\s+\((.*)\)\s*\Z")
_ADDRESS = re.compile(r"<|\[mailto:")


@dataclass(frozen=True)
class Given:
    """A source as a reader gets it.

    Attributes:
        data: all of its bytes.
        name: what messages call it.
        columns: names of the columns or keys of a table that may hold each part of an article, by the part.
        separator: the line that stands between two articles of a text, or # for the headings of Markdown; empty for none.
        suffix: how its name would end, such as ".html", where its kind was said beside its name.
    """

    data: bytes
    name: str
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: COLUMNS)
    separator: str = ""
    suffix: str = ""


@dataclass(frozen=True)
class Article:
    """One article of a source.

    Attributes:
        text: its words; offsets into the document count the code points of these.
        published: its day of publication, where the source states it.
        origin: what else the source states of it.
        number: its place in a source that may hold several, from 1; 0 in one that holds one.
    """

    text: str
    published: date | None = None
    origin: Origin = field(default_factory=Origin)
    number: int = 0


def with_title(text: str, title: str) -> str:
    """A text that begins with its title, as a paragraph of its own.

    Args:
        text: which may begin so already.
        title: may be empty.
    """
    begins_with_it = " ".join(text.split()).startswith(" ".join(title.split()))
    return text if begins_with_it else f"{title.strip()}\n\n{text}"


def left_out(counts: Mapping[str, int]) -> tuple[str, ...]:
    """What a reader left out on purpose, as an `Origin` says it: `("2 captions",)`.

    Args:
        counts: how many of each there were, by the word for one.
    """
    return tuple(f"{count:,} {word}{'s' if count > 1 else ''}" for word, count in counts.items() if count > 0)


def whom(stated: str) -> str:
    """Whom a field names beside an address; the address, where it names nobody.

    Args:
        stated: such as "Ana Kerr <ana@post.example>", or "ana@post.example (Ana Kerr)".
    """
    name, *address = _ADDRESS.split(_ADDRESS_AND_NAME.sub(r"\1", stated), maxsplit=1)
    return name.strip(" \t\"'") or "".join(address).strip(" >]")
