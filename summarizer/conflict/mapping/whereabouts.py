"""Where it happened as MUC-4 writes it: the place in the article's words, then the country."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from summarizer.conflict.mapping.news import listed, texts
from summarizer.documents.document import Document
from summarizer.documents.quotes import Quotes
from summarizer.lexicons import Phrases, lexicon, phrases_pattern

_CAPITAL = re.compile(r"\b(?:the|this) capital(?: city)?(?!\w| of )", re.IGNORECASE)


def location_of(place: Quotes, document: Document) -> str | None:
    """A place as MUC-4's keys hold it.

    Where its words name no country, it is in the one of Latin America that the article names most often: by name, by its
    people, or by its capital, the dateline's once more.

    Args:
        place: the words for it; none where nothing tells it.
        document: the article.

    Returns:
        The words, the name of the capital where they say "the capital", and the country unless they name it; None where
        there is nothing of these.
    """
    told = ", ".join(texts(place))
    countries = list(dict.fromkeys(_countries(told))) or _most_named(document)
    capitals = map(_capitals().get, countries) if _CAPITAL.search(told) else ()
    words = set(re.findall(r"\w+", told.lower()))
    unsaid = (name for name in (*capitals, *countries) if name and not words.issuperset(name.lower().split()))
    return ", ".join(filter(None, (told, *unsaid))) or None


def _most_named(document: Document) -> list[str]:
    """The country of Latin America that an article names most often; none where it names none."""
    dateline = " ".join(texts((document.dateline.place,))) if document.dateline and document.dateline.place else ""
    among = listed("muc4_where", "countries")
    votes = Counter(filter(among.__contains__, _countries(f"{document.text} {dateline}")))
    return [country for country, _ in votes.most_common(1)]


def _countries(text: str) -> Iterator[str]:
    """The country of every mention of one in a text, in order."""
    return (_by_word()[" ".join(found.group().lower().split())] for found in _mentions().finditer(text))


@cache
def _mentions() -> Phrases:
    return phrases_pattern(_by_word())


@cache
def _by_word() -> dict[str, str]:
    """Countries by their capitals, their names, their adjectives and the words for their people, in lower case."""
    found = {capital.lower(): country for country, capital in _capitals().items()}
    for row in lexicon("demonyms")["country"]:
        called = (row["name"], *row.get("aliases", ()), *row.get("demonyms", ()))
        found |= dict.fromkeys(map(str.lower, called), row["name"])
    return found


@cache
def _capitals() -> dict[str, str]:
    return {row["name"]: row["capital"] for row in lexicon("demonyms")["country"] if "capital" in row}
