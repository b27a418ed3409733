"""An article's words three by three, without what its publisher prints under every article."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from statistics import median
from zlib import crc32

from summarizer.origins.printed_articles import PrintedArticle

LENGTH = 3
"""Words of a shingle."""
MOST = 512
"""Shingles that are kept of an article; of a longer one every second, every fourth …, by their hashes."""
CARRIERS = 3
"""Articles of one publisher that must have a sentence before it may be one that stands under all of them."""
COMPARED = 5
"""Of many such articles, these are looked at."""
OWN = 0.4
"""The share of their words that articles which differ have to themselves."""

_WORD = re.compile(r"\w+")


def shingles(words: Iterable[str]) -> Iterator[int]:
    """A hash of each three words in a row, always the same.

    Args:
        words: of a text, in order; of fewer than three no shingle is made.
    """
    folded = [word.encode() for word in words]
    rows = zip(*(folded[start:] for start in range(LENGTH)), strict=False)
    return (crc32(b" ".join(row)) for row in rows)


class Sketch:
    """What of an article's shingles is kept: all of them, or those whose hashes a power of two divides."""

    __slots__ = ("every", "kept")

    def __init__(self, hashes: Iterable[int]) -> None:
        self.kept, self.every = frozenset(hashes), 1
        while len(self.kept) > MOST:
            self.kept, self.every = self.thinned(2 * self.every), 2 * self.every

    def thinned(self, every: int) -> frozenset[int]:
        """Those that are kept of it where only every so many-th is."""
        return self.kept if every == self.every else frozenset(known for known in self.kept if known % every == 0)


def sketched(articles: Iterable[PrintedArticle]) -> dict[str, Sketch]:
    """A sketch of each article's own words, by its key.

    Args:
        articles: whose sentences are compared within each publisher: what stands under many of them is left out.
    """
    told = list(articles)
    repeated = _repeated(told)
    return {article.key: Sketch(shingles(_words(article, repeated[article.publisher]))) for article in told}


def own_sentences(articles: Iterable[PrintedArticle]) -> dict[str, tuple[str, ...]]:
    """Each article's sentences without those that its publisher prints under many, by its key."""
    told = list(articles)
    repeated = _repeated(told)
    return {
        article.key: tuple(said for said in article.sentences if said not in repeated[article.publisher])
        for article in told
    }


def _words(article: PrintedArticle, repeated: frozenset[str]) -> Iterator[str]:
    for sentence in article.sentences:
        if sentence not in repeated:
            yield from _WORD.findall(sentence.casefold())


def _repeated(articles: Iterable[PrintedArticle]) -> dict[str, frozenset[str]]:
    """By publisher, the sentences that stand under many of its articles which otherwise differ."""
    by_publisher: dict[str, list[PrintedArticle]] = defaultdict(list)
    for article in articles:
        by_publisher[article.publisher].append(article)
    return {name: frozenset(_boilerplate(printed)) if name else frozenset() for name, printed in by_publisher.items()}


def _boilerplate(articles: list[PrintedArticle]) -> Iterator[str]:
    carriers: dict[str, list[PrintedArticle]] = defaultdict(list)
    for article in sorted(articles, key=lambda article: article.key):
        for sentence in dict.fromkeys(article.sentences):
            carriers[sentence].append(article)
    together: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for sentence, bearing in carriers.items():
        if len(bearing) >= CARRIERS:
            together[tuple(article.key for article in bearing[:COMPARED])].append(sentence)
    for said in together.values():
        if _differ(carriers[said[0]][:COMPARED]):
            yield from said


def _differ(articles: list[PrintedArticle]) -> bool:
    """Whether articles have enough to themselves that what they share is no text of theirs."""
    held = [frozenset(article.sentences) for article in articles]
    shared = frozenset.intersection(*held)
    return median(sum(map(len, own - shared)) / sum(map(len, own)) for own in held) >= OWN
