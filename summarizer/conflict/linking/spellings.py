"""Names as they are compared: one name in several spellings is one, and rare ones tell more than common ones."""

import re
from functools import lru_cache

_ARTICLE = re.compile(r"\A(?:al|el|as|ash|az|ar|an|at|ad|ed|es|ez|er)-(?=\w{3})")
_POSSESSIVE = re.compile(r"['’]s\Z")
_DOUBLED = re.compile(r"(.)\1+")
_SOUNDS = tuple(
    {
        "kh": "k", "gh": "g", "sh": "s", "th": "t", "dh": "d", "ch": "c", "ph": "f", "q": "k", "ck": "k", "c": "k",
        "z": "s", "w": "u", "y": "i", "j": "g",
    }.items()
)  # fmt: skip
"""What transliterations of one sound have in common, in the order in which they are replaced."""
_VOWELS = re.compile(r"[aeiou]")
SHORTEST = 3
"""Consonants that a name must have to be known by them alone."""


@lru_cache(maxsize=1 << 17)
def skeleton(name: str) -> str:
    """A name without what transliterations differ in: article, vowels, doubled letters, letters of one sound.

    Args:
        name: one word that begins with a capital.

    Returns:
        Its consonants, where they are enough; else its letters, marked as such.
    """
    plain = re.sub(r"['’-]", "", _ARTICLE.sub("", _POSSESSIVE.sub("", name).lower()))
    if len(plain) < 4:
        return plain
    heard = plain
    for spelt, sound in _SOUNDS:
        heard = heard.replace(spelt, sound)
    heard = heard.rstrip("h") or heard
    initial = "a" if heard[0] in "aeiou" else heard[0]
    consonants = _DOUBLED.sub(r"\1", initial + _VOWELS.sub("", heard[1:]).replace("h", ""))
    return consonants if len(consonants) >= SHORTEST else "~" + _DOUBLED.sub(r"\1", heard)
