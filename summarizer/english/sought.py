"""Words that are sought: among quotations, in whole sentences, between two places of an article."""

import re
import sys
from collections.abc import Iterable, Iterator
from itertools import product

from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote, Quotes
from summarizer.english.clauses import Span
from summarizer.lexicons import Phrases

Sought = re.Pattern[str] | Phrases
"""What finds the words."""


def joined(quotes: Iterable[Quote], between: str = " … ") -> str:
    """The words of some quotations, with a mark between them."""
    return between.join([quote.text for quote in quotes])


def is_among(sought: Sought, quotes: Iterable[Quote]) -> bool:
    """Whether the words stand in one of the quotations.

    Args:
        sought: finds them.
        quotes: looked through one by one.
    """
    return any(sought.search(quote.text) for quote in quotes)


def is_told_in(sought: Sought, numbers: Iterable[int], document: Document) -> bool:
    """Whether the words stand in one of the sentences.

    Args:
        sought: finds them.
        numbers: of sentences, from 1.
        document: the article.
    """
    return any(sought.search(document.words(number)) for number in numbers)


def found_in(sought: Sought, document: Document, start: int, end: int, *, without: Sought | None = None) -> Quotes:
    """The words, wherever they stand between two places, from left to right.

    Args:
        sought: finds them.
        document: the article.
        start: where to look.
        end: up to where.
        without: finds words that make of those that they share with them something else.
    """
    idle = found_in(without, document, start, end) if without is not None else ()
    found = [document.quote(*match.span()) for match in sought.finditer(document.text, start, end)]
    return tuple([quote for quote in found if not any(map(quote.overlaps, idle))])


def places_of(words: str, text: str) -> Iterator[Span]:
    """Where words stand in a text, in these letters: they are an article's, and an expression for each costs more than it finds.

    Args:
        words: as they are written.
        text: where to look.
    """
    at = text.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1)


def whole_places_of(words: str, text: str) -> Iterator[Span]:
    """The same, where no letter or figure stands before or behind them.

    Args:
        words: as they are written.
        text: where to look.
    """
    for start, end in places_of(words, text):
        if not any(each.isalnum() or each == "_" for each in text[max(0, start - 1) : start] + text[end : end + 1]):
            yield start, end


def stands_in(place: int, quotes: Iterable[Quote]) -> bool:
    """Whether a place of the article lies in one of the quotations.

    Args:
        place: an offset.
        quotes: looked through one by one.
    """
    return any(quote.start <= place < quote.end for quote in quotes)


def is_in_title(quotes: Iterable[Quote], document: Document) -> bool:
    """Whether the article has a title, and all of the quotations stand in it.

    Args:
        quotes: of the article.
        document: the article.
    """
    return document.title is not None and all(map(document.title.holds, quotes))


def least_distance(ones: Iterable[int], others: Iterable[int]) -> int:
    """How far the nearest two of some places, or of some sentences, are from each other; without end if there are none.

    Args:
        ones: offsets in the article, or numbers of sentences.
        others: the same.
    """
    return min([abs(one - other) for one, other in product(ones, others)], default=sys.maxsize)
