"""Where it happened as MUC-4 writes it: the place in the article's words, then the country."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from summarizer.conflict.mapping.news import listed
from summarizer.documents.document import Document
from summarizer.documents.quotes import Quotes
from summarizer.lexicons import Phrases, lexicon, phrases_pattern

CAPITAL = ("the capital", "this capital", "capital city")
"""How a place ends that is a country's capital and not named."""


def location_of(place: Quotes, document: Document) -> str | None:
    """A place as MUC-4's keys hold it.

    Where its words name no country, it is in the one that the article names most often: by name, by its people, or by its
    capital, the dateline's once more.

    Args:
        place: the words for it; none where nothing tells it.
        document: the article.

    Returns:
        The words, the name of the capital where they end in "the capital", and the country; None where there is nothing
        of these.
    """
    told = [quote.text for quote in place]
    countries = list(dict.fromkeys(_countries(*told)) or _most_named(document))
    capitals = list(map(_capitals().get, countries)) if any(map(_is_capital, told)) else []
    told += [name for name in (*capitals, *countries) if name and name.upper() not in map(str.upper, told)]
    return ", ".join(told) or None


def _is_capital(words: str) -> bool:
    return words.lower().endswith(CAPITAL)


def _most_named(document: Document) -> list[str]:
    """The country that an article names most often; none where it names none."""
    dateline = document.dateline.place if document.dateline else None
    votes = Counter(_countries(document.text, dateline.text if dateline else ""))
    for country in listed("muc4_where", "elsewhere"):
        del votes[country]
    return [country for country, _ in votes.most_common(1)]


def _countries(*texts: str) -> Iterator[str]:
    """The country of every mention of one in some texts, in order."""
    named = (" ".join(found.group().lower().split()) for text in texts for found in _mentions().finditer(text))
    return map(_rows().__getitem__, named)


@cache
def _mentions() -> Phrases:
    return phrases_pattern(_rows())


@cache
def _rows() -> dict[str, str]:
    """Countries by their names, their adjectives, the words for their people, and their capitals, in lower case."""
    found: dict[str, str] = {}
    for row in lexicon("demonyms")["country"]:
        for word in (row["name"], *row.get("aliases", ()), *row.get("demonyms", ())):
            found.setdefault(word.lower(), row["name"])
    for name, capital in _capitals().items():
        found.setdefault(capital.lower(), name)
    return found


@cache
def _capitals() -> dict[str, str]:
    return {row["name"]: row["capital"] for row in lexicon("demonyms")["country"] if "capital" in row}
