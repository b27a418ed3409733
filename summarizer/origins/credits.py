"""Whose text an outlet printed, where the article's words, its byline or its source say so; never inferred."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from summarizer.lexicons import lexicon, words
from summarizer.origins.printed_articles import PrintedArticle
from summarizer.origins.publishers import publisher

HEAD = 400
"""Characters at the beginning of an article in which a dateline's agency stands."""


@dataclass(frozen=True)
class Credit:
    """Whose text it is, and the words that say so.

    Attributes:
        agency: its name, always the same for one agency.
        words: as they stand in the article, its byline or what its source states.
        where: `dateline`, `line`, `byline`, `relayed`, or `reports`: the text is the outlet's own, and rests on the agency's.
    """

    agency: str
    words: str
    where: str


def credited(article: PrintedArticle) -> Credit | None:
    """The agency whose text an article is or rests on, or None where nothing says so; an outlet is never credited with itself.

    Args:
        article: with or without what its source states beside the words.
    """
    return next((credit for credit in _credits(article) if publisher(credit.agency) != article.publisher), None)


def _credits(article: PrintedArticle) -> Iterator[Credit]:
    """Every credit, the plainest first."""
    yield from _found(_dateline(), article.text[:HEAD], "dateline")
    for line in filter(None, (line.strip() for line in article.text.splitlines())):
        yield from _found(_line(), line, "line")
    yield from _found(_closing(), article.text, "line")
    yield from _found(_anywhere(), article.author, "byline")
    yield from _relayed(article.relayed)
    yield from _found(_reports(), article.text[:HEAD], "reports")


def _relayed(stated: str) -> Iterator[Credit]:
    """An agency that is named, or else whoever is."""
    if stated:
        yield next(_found(_anywhere(), stated, "relayed"), Credit(stated, stated, "relayed"))


def _found(wording: re.Pattern[str], text: str, where: str) -> Iterator[Credit]:
    for found in wording.finditer(text):
        agency = next(filter(None, found.groupdict().values()))
        yield Credit(_names()[agency], found.group().strip(), where)


@cache
def _names() -> dict[str, str]:
    return {name: names[0] for names in lexicon("agencies")["agencies"]["names"] for name in names}


def _agency() -> str:
    return rf"(?P<agency>{'|'.join(map(re.escape, sorted(_names(), key=len, reverse=True)))})"


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_agency()}(?!\w)")


@cache
def _dateline() -> re.Pattern[str]:
    """PLACE (Agency), PLACE (Agency/Paper), and as sites have it: Agency, Monday 3 May 2032."""
    bracketed = rf"\((?:[^()/\n]{{1,30}}/)?{_agency()}(?:/[^()/\n]{{1,30}})?\)"
    dated = (
        rf"(?<!\w){_agency().replace('<agency>', '<other>')}\s*,?\s+(?:{'|'.join(words('datelines', 'weekdays'))})\s+\d"
    )
    return re.compile(rf"{bracketed}|{dated}")


@cache
def _line() -> re.Pattern[str]:
    """A line of its own: "Reuters", "By AFP", "Source: AP", "© 2031 AFP", "- AFP"."""
    opening = r"(?:by|from|source|via|with|copyright|©|\(c\))\s*:?\s*"
    return re.compile(rf"\A(?i:{opening})?(?:\d{{4}}\s+)?[\[(–—-]*\s*{_agency()}(?i:\s+staff)?\s*[\])]?\.?\Z")


@cache
def _closing() -> re.Pattern[str]:
    """The last words of an article: "he added.--AFP", "(AFP)"."""
    return re.compile(rf"(?:[–—-]{{1,2}}\s*|\(){_agency()}\)?\s*\Z")


@cache
def _reports() -> re.Pattern[str]:
    """As in: Reuters reported; according to the AFP news agency."""
    kind = r"(?:\s+(?:news\s+)?agency)?"
    said = r"\s+(?:has\s+)?report(?:s|ed)\b"
    named = rf"(?<!\w){_agency()}{kind}(?!\w)"
    return re.compile(rf"{named}{said}|according\s+to\s+(?:the\s+)?{named.replace('<agency>', '<other>')}")
