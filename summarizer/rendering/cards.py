"""What a report of many articles is made of before it is laid out: cards of blocks of lines, strips of days, articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from summarizer.rendering.page import Edge, EntryTag, Phrase, Row, Strength

Layout = Literal["rows", "sides", "days"]
"""One line under the other; side by side; as a time line."""


@dataclass(frozen=True)
class Line:
    """One thing that a card says.

    Attributes:
        body: what.
        label: of our words, when, or what is done.
        head: who says it.
        does: what they do by it, if the label does not say so.
        small: what else is to be known of it.
        alert: it is to be looked at.
        faint: it does not weigh.
    """

    body: Phrase
    label: str = ""
    head: Phrase = ()
    does: Phrase = ()
    small: Phrase = ()
    alert: bool = False
    faint: bool = False


@dataclass(frozen=True)
class Block:
    """Lines of a card under a title.

    Attributes:
        wide: it takes the whole width of the card, and not the column at its side.
        whole: none of its lines are folded away.
    """

    title: str
    lines: tuple[Line, ...]
    layout: Layout = "rows"
    wide: bool = False
    whole: bool = False


@dataclass(frozen=True)
class Card:
    """One incident or threat.

    Attributes:
        label: what it is called on the page; its links lead there.
        status: how it stands, and who says so.
        what: what it is.
        small: what it is known by elsewhere.
        rows: what is most needed of it.
        folded: what its blocks are called where they are folded away.
        blocks: everything that is said of it.
        tags: by what it is chosen.
        strength: how sure it is, for its edge.
        alert: something in it is to be looked at.
    """

    label: str
    status: Phrase
    what: Phrase
    small: Phrase
    rows: tuple[Row, ...] = ()
    folded: str = ""
    blocks: tuple[Block, ...] = ()
    tags: tuple[EntryTag, ...] = ()
    strength: Strength = "said"
    alert: bool = False


@dataclass(frozen=True)
class CardSection:
    """Cards under a title, or lines that concern several of them."""

    title: str
    cards: tuple[Card, ...] = ()
    lines: tuple[Line, ...] = ()


class Mark(NamedTuple):
    """Days of a strip: the first, the last, and what was then."""

    first: date
    last: date
    what: Literal["was", "told", "alert", "due"]


@dataclass(frozen=True)
class Strip:
    """One row of the time line: the card that it is of, what that is, and its days."""

    label: str
    says: Phrase
    marks: tuple[Mark, ...]
    tags: tuple[EntryTag, ...] = ()


@dataclass(frozen=True)
class ListedArticle:
    """One article in the list.

    Attributes:
        number: by which the page speaks of it.
        title, about: its title; outlet and day.
        small: by what else it is known.
        notes: what is to be known of it.
        alert: it was withdrawn.
        address: where it was published; no more than shown where a browser would not open it as a page.
        copies: others that print its text.
        cards: the labels of the cards that it tells of.
    """

    number: int
    title: Phrase
    about: Phrase
    small: Phrase = ()
    notes: tuple[Line, ...] = ()
    alert: bool = False
    address: str = ""
    copies: tuple["ListedArticle", ...] = ()
    cards: tuple[str, ...] = ()

    @property
    def link(self) -> str:
        """The address, if it is one of a page on the web."""
        return self.address if is_web_address(self.address) else ""


def is_web_address(address: str) -> bool:
    """Whether it leads to a page on the web, and to nothing else."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and address.isprintable()


def article_place(number: int) -> str:
    """The id of an article in the list."""
    return f"a{number}"


@dataclass(frozen=True)
class CardReport:
    """All of it.

    Attributes:
        header: what it is, line by line.
        short: it all in a sentence.
        days: the first and the last, between which strips are drawn; none where no day is known.
        choice: the group of tags that is always in sight.
    """

    header: tuple[Phrase, ...]
    short: Phrase
    sections: tuple[CardSection, ...]
    articles: tuple[ListedArticle, ...]
    edges: Sequence[Edge] = ()
    strips: Sequence[Strip] = ()
    days: tuple[date, date] | None = None
    choice: str = "Status"
