"""Whether a text is English: what part of its words English has, be it one sentence, a headline or a long article."""

import re
from functools import cache, lru_cache
from itertools import chain

from summarizer.lexicons import lexicon, word_set

_SAMPLE = 5_000  # characters
_ENGLISH = 0.4
_NAMELIKE = 0.25
"""What an unknown word with a capital counts for: most are names, which are no sign of any language."""
_VOCABULARY = ("functions", "verbs", "nouns", "harm", "violence")
_WORD = re.compile(r"(?<![’'])[^\W\d_]+")
"""Not what an apostrophe leaves of a word: Kel's, isn't."""
_ENDING = re.compile(r"(?<=..)(?:i?e[sd]|ing|ly|[sdey])\Z")
_UNENGLISH = re.compile(r"[b-z]|(?![A-ZÀ-ÖØ-ÞČİŁŚŞŠŽ])\w*[^\W\x00-\x7f]\w*")
"""A small letter alone, and letters that English words lack, but in a name."""


def is_english(text: str) -> bool:
    """Whether English words outweigh the others in a text.

    One that English and its neighbours share tells nothing; one that only a neighbour has tells against it.

    Args:
        text: in plain characters; a long one is judged by its beginning.
    """
    found = [_weighed(word) for word in _WORD.findall(text[:_SAMPLE])]
    counted = sum(weight for _, weight in found)
    return sum(sign * weight for sign, weight in found) > _ENGLISH * counted


@lru_cache(maxsize=4096)
def _weighed(word: str) -> tuple[int, float]:
    """Whether a word speaks for English (1), against it (-1) or neither, and how much it counts."""
    low = word.lower()
    if low in word_set("english", "shared"):
        return 0, 0
    if low in word_set("english", "foreign") or _UNENGLISH.fullmatch(word):
        return -1, 1
    if _ENDING.sub("", low) in _stems():
        return 1, 1
    return 0, _NAMELIKE if word[0].isupper() else 1


@cache
def _stems() -> frozenset[str]:
    """The words of the lexicons, without their endings."""
    tables = chain.from_iterable(lexicon(name).values() for name in _VOCABULARY)
    phrases = chain.from_iterable(table.get("words", ()) for table in tables)
    return frozenset(_ENDING.sub("", word) for word in _WORD.findall(" | ".join(phrases).lower()))
