"""Which pairs of articles are worth weighing: the work grows with the articles, not with their pairs."""

from collections import defaultdict
from collections.abc import Iterator
from heapq import nlargest

from summarizer.conflict.linking.traits import ComparedArticles, Traits

TERMS = 32
"""Of each article this many words, and rare names, the weightiest, find others."""
BACK = 60
"""Of the articles that have a word, so many before it, in order of age, are looked at."""
NEIGHBOURS = 40
"""Of those found, the likest are weighed."""


def candidates(corpus: ComparedArticles, breadth: int = 1) -> Iterator[tuple[int, int]]:
    """Pairs of places in the corpus, the earlier first, each once.

    Args:
        corpus: in order of age, which makes articles of near days neighbours in every list.
        breadth: how many times as many are looked at.
    """
    carriers: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, traits in enumerate(corpus.traits):
        found: dict[int, float] = defaultdict(float)
        for term, weight in _terms(traits, corpus):
            before = carriers[term]
            for earlier, other in before[-BACK * breadth :]:
                found[earlier] += weight * other
            before.append((place, weight))
        for earlier in nlargest(NEIGHBOURS * breadth, found, key=lambda known: (found[known], -known)):
            yield earlier, place


def _terms(traits: Traits, corpus: ComparedArticles) -> Iterator[tuple[str, float]]:
    yield from nlargest(TERMS, traits.words.items(), key=lambda item: (item[1], item[0]))
    rarest = nlargest(TERMS, traits.names, key=lambda name: (corpus.rarity[name], name))
    yield from ((f"{name} ", corpus.rarity[name] / 50) for name in rarest)
