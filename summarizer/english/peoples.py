"""Peoples: what a state's adjective is, and how those who live there are called."""

import re
from functools import cache, lru_cache
from itertools import chain

from summarizer.lexicons import lexicon


@lru_cache(maxsize=512)
def peoples_of(states: tuple[str, ...]) -> tuple[str, ...]:
    """Adjectives of states and words for their people: "Spanish" and "Spaniards" of Spain.

    Args:
        states: their names, as they are written.

    Returns:
        The words that the table of countries has; of a state that it lacks, what such words begin with.
    """
    return tuple(word for name in states for word in _demonyms().get(name, (_LAST_VOWEL.sub("", name),)))


_LAST_VOWEL = re.compile(r"(?<=\w{4})[aeiouy]$")


@cache
def nationalities() -> frozenset[str]:
    """Every adjective of a state, and every word for its people, that the table has."""
    return frozenset(chain.from_iterable(_demonyms().values()))


@cache
def _demonyms() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in lexicon("demonyms")["country"]:
        called = (row["name"], *row.get("aliases", ()))
        found |= dict.fromkeys(called, tuple(row.get("demonyms", ())))
    return found
