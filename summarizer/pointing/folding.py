"""Typography folded away before words are compared, with a map back to the original offsets.

Folded: quotation marks, dashes, the ellipsis, white space, invisible characters, ornaments, and canonical
equivalence (Unicode NFC). Never case, never compatibility forms (NFKC): 10² is not 102. Nor embeddings and
overrides: they change the order that a reader sees.
"""

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

from summarizer.documents.characters import ASCII, REORDERING, Folded, folded_by, shown

DOUBLE_QUOTES = "“”„‟«»⹂"
SINGLE_QUOTES = "‘’‚‛‹›`´ʼ"
"""An apostrophe is a single quotation mark: U+2019 serves as both."""
DASHES = "-‐‑‒–—―−⸺⸻"
LONG_DASHES = "—―⸺⸻"
"""Dashes that part words; the others may also join them."""
COMPOSING_LETTERS = "".join(map(chr, (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3), 0x16D63, 0x16D67)))
"""Letters that NFC composes with the letter before: Hangul vowels and finals, and two of Kirat Rai."""

TYPOGRAPHY = (
    dict.fromkeys(map(ord, DOUBLE_QUOTES), '"')
    | dict.fromkeys(map(ord, SINGLE_QUOTES), "'")
    | dict.fromkeys(map(ord, DASHES), "-")
    | dict.fromkeys(map(ord, filter(str.isspace, map(chr, range(0x3001)))), " ")
    | {ord("…"): "..."}
)
_RUNS = re.compile(r"([ -])\1+")


def fold(text: str) -> Folded:
    """Fold a text's typography, keeping the way back to its own offsets.

    Args:
        text: any; folding what is folded changes nothing.
    """
    seen = shown(text, kept=REORDERING)
    folded = folded_by(_pieces(set(seen.text) - ASCII), _fold_piece, seen.text)
    before = None if seen.text == text else seen
    return replace(folded, text=folded.text.translate(TYPOGRAPHY), original=text, before=before)


@lru_cache(maxsize=8)
def fold_article(text: str) -> Folded:
    """The same for a whole article, which is verified several times over: its draft, its repairs, its brief."""
    return fold(text)


@lru_cache(maxsize=1024)
def _fold_piece(piece: str) -> str:
    composed = unicodedata.normalize("NFC", piece).translate(TYPOGRAPHY)
    return _RUNS.sub(r"\1", composed)


def is_mark(character: str) -> bool:
    """Whether a character is a combining mark, which belongs to the one before it."""
    return character > "\u02ff" and unicodedata.category(character).startswith("M")


def _pieces(alphabet: set[str]) -> re.Pattern[str]:
    """An expression for the pieces of a text with these characters beyond ASCII."""
    joining = "".join(sorted(filter(_joins, alphabet)))
    unstable = "".join(sorted(filter(_recomposes, alphabet)))
    return _pieces_pattern(joining, unstable)


def _joins(character: str) -> bool:
    return is_mark(character) or character in COMPOSING_LETTERS


def _recomposes(character: str) -> bool:
    return unicodedata.normalize("NFC", character) != character


@lru_cache(maxsize=64)
def _pieces_pattern(joining: str, unstable: str) -> re.Pattern[str]:
    """An expression for the pieces, given the characters that join the one before and those that NFC replaces."""
    alternatives = [r"\s\s++", f"[{DASHES}][{DASHES}]++", f"[…{unstable}]"]
    if joining:
        alternatives.insert(0, rf"(?:\s+|[{DASHES}]+|.)[{joining}]++")
    return re.compile("|".join(alternatives), re.DOTALL)
