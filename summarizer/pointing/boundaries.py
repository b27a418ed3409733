"""Whether an edge in folded text lies between words and numbers, or cuts one apart.

"2" is not in "12", nor "confirmed" in "unconfirmed" or "un-confirmed", nor "12" in "12 million";
but "Iranian" is in "Iranian-backed". An edge is judged by the characters around it alone, so the
same rules hold where a mention starts and where it ends.
"""

import re

from summarizer.documents.characters import Folded
from summarizer.pointing.folding import DASHES, LONG_DASHES, is_mark

PREFIXES = (
    *("anti", "counter", "de", "dis", "ex", "fake", "half", "mis", "mock", "near", "never", "no", "non", "not"),
    *("post", "pre", "pro", "pseudo", "quasi", "semi", "vice"),
    *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
)
"""Words before a hyphen without which what follows says something else.

So does "un"; but "UN-led" denies nothing.
"""
SUFFIXES = (
    *("free", "less", "like", "proof"),
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("half", "thirds", "quarter", "quarters", "fifths"),
)
"""Words after a hyphen without which what precedes says something else, or is part of a number."""
NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand"),
)
MAGNITUDES = ("dozen", "hundred", "thousand", "lakh", "million", "crore", "billion", "trillion")
"""Words that multiply the number before them; their plurals stand alone ("in 2014 hundreds fled")."""

REACH = 24
"""Characters looked at on either side of an edge: more than the longest words above take."""

_EDGE = "‖"
"""Marks the edge between its two sides; one in the article could only make a cut of what is none."""
_LONG_DASH, _HARD_SPACE = "—", "\u00a0"
_HARD_SPACES = frozenset("\u00a0\u2009\u202f")
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts without spaces between words: Thai, Lao, Burmese, Khmer, kana and Han."""


def _any(words: tuple[str, ...]) -> str:
    return f"(?i:{'|'.join(words)})"


_LETTER = rf"[^\W{_UNSPACED}]"
_NUMBER = rf"(?:\d|(?<!\w){_any(NUMBERS)})"
_MAGNITUDE = rf"{_any(MAGNITUDES)}(?!\w)"
_PREFIX = rf"(?<!\w)(?:{_any(PREFIXES)}|[Uu]n)"
_SUFFIX = rf"{_any(SUFFIXES)}(?!\w)"

CUTS = {
    "within a word": rf"{_LETTER}‖{_LETTER}",
    "within a number: 2.5, 1,200, 10:30, 9/11, 10-12": r"\d[.,:/'-]‖\d|\d‖[.,:/'-]\d",
    "within a number grouped by hard spaces: 1 200": rf"\d{_HARD_SPACE}‖\d{{3}}(?!\d)|\d‖{_HARD_SPACE}\d{{3}}(?!\d)",
    "a number from the hyphen or minus before it: F-16, -5": r"-‖\d",
    "a decimal from the point that it starts with: .22": r"(?<![\w.])\.‖\d",
    "a number from its unit: 5%, $5": r"\d‖[%‰°]|[$€£¥]‖\d",
    "a number from its magnitude: 12 million": rf"{_NUMBER}[ -]‖{_MAGNITUDE}|{_NUMBER}‖[ -]{_MAGNITUDE}",
    "a word from its prefix: un-confirmed": rf"{_PREFIX}-‖\w|{_PREFIX}‖-\w",
    "a word from its suffix: attack-free": rf"\w-‖{_SUFFIX}|\w‖-{_SUFFIX}",
    "a verb from its negation: can't": r"\w‖'[Tt](?!\w)",
}
"""What an edge may not cut: each pattern matches around an edge, which stands for itself as ‖."""
_CUT = re.compile("|".join(CUTS.values()))
_WITHIN = re.compile(r"[A-Za-z0-9]{2}")
"""The usual cut: between two characters of a word or number."""
_BETWEEN = re.compile(rf"[^\W\d_](?:[.,;:!?)\"]| (?!{_MAGNITUDE}))| (?=[^\W\d_])(?!{_MAGNITUDE})|\.(?= )|\"")
"""The usual edge that cuts nothing: at the end of a clause, or between words of which the latter is no magnitude.

Both are told from the character before the edge on, without the rules, which would say the same.
"""
_PARTING = re.compile(f"[{LONG_DASHES}]|[{DASHES}].*[{DASHES}]", re.DOTALL)
"""A dash that parts words: a long one, or several."""


def cuts(folded: Folded, edge: int) -> bool:
    """Whether an edge cuts something apart.

    Args:
        folded: the text.
        edge: offset in the folded text of the character that the edge stands before; none at its ends cuts anything.
    """
    text = folded.text
    if not 0 < edge < len(text):
        return False
    if _WITHIN.match(text, edge - 1) or is_mark(text[edge]):
        return True
    if _BETWEEN.match(text, edge - 1):
        return False
    base = edge - 1
    while base > 0 and is_mark(text[base]):
        base -= 1
    before = text[max(0, base + 1 - REACH) : base] + _as_written(folded, base)
    after = _as_written(folded, edge) + text[edge + 1 : edge + REACH]
    return _CUT.search(before + _EDGE + after) is not None


def _as_written(folded: Folded, offset: int) -> str:
    """The character at this offset, but a dash that parts words as —, and a hard space as itself."""
    character = folded.text[offset]
    if character not in "- ":
        return character
    written = folded.original_slice(offset, offset + 1)
    if written in _HARD_SPACES:
        return _HARD_SPACE
    return _LONG_DASH if _PARTING.search(written) else character
