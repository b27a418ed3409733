"""Typography folded away before words are compared, with a map back to the original offsets.

Folded: quotation marks, dashes, the ellipsis, white space, invisible characters, and canonical
equivalence (Unicode NFC). Never case, and never compatibility forms (NFKC): 10² is not 102.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

DOUBLE_QUOTES = "“”„‟«»⹂"
SINGLE_QUOTES = "‘’‚‛‹›`´ʼ"
"""An apostrophe is a single quotation mark: U+2019 serves as both."""
DASHES = "-‐‑‒–—―−⸺⸻"
LONG_DASHES = "—―⸺⸻"
"""Dashes that part words; the others may also join them."""
INVISIBLE = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Soft hyphen, zero-width characters, and direction marks.

Embeddings, overrides and isolates are not among them: they change the order that a reader sees.
"""
COMPOSING_LETTERS = "".join(map(chr, (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3), 0x16D63, 0x16D67)))
"""Letters that NFC composes with the letter before: Hangul vowels and finals, and two of Kirat Rai."""

TYPOGRAPHY = (
    dict.fromkeys(map(ord, DOUBLE_QUOTES), '"')
    | dict.fromkeys(map(ord, SINGLE_QUOTES), "'")
    | dict.fromkeys(map(ord, DASHES), "-")
    | {ord("…"): "..."}
)
_DROPPED = re.compile(f"[{INVISIBLE}]+")
_SPACES = re.compile(r"\s+")
_HYPHENS = re.compile(r"--+")


@dataclass(frozen=True)
class Folded:
    """Folded text, and the way back to the original.

    A piece is a stretch of the original that folding replaces by one of another length, or that must
    stay whole (a letter with its combining marks); between pieces, offsets run in step.
    """

    text: str
    original: str
    piece_starts: tuple[int, ...]
    """Where each piece starts in the original, in order; the other three go with it."""
    piece_ends: tuple[int, ...]
    folded_starts: tuple[int, ...]
    folded_ends: tuple[int, ...]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Where text[start:end] stands in the original, widened to whole pieces.

        Invisible characters at its edges stay outside. An empty span gives an empty one.

        Args:
            start: offset in the folded text.
            end: offset after the last character, in the folded text.

        Returns:
            Both offsets in the original.
        """
        first = self._original_character(start)[0]
        return (first, self._original_character(end - 1)[1]) if end > start else (first, first)

    def folded_offset(self, offset: int) -> int:
        """Where an offset in the original stands in the folded text; inside a piece, after that piece."""
        piece = bisect_right(self.piece_starts, offset) - 1
        if piece < 0:
            return offset
        if offset == self.piece_starts[piece]:
            return self.folded_starts[piece]
        return self.folded_ends[piece] + max(0, offset - self.piece_ends[piece])

    def original_slice(self, start: int, end: int) -> str:
        """The original characters that text[start:end] stands for."""
        first, last = self.original_span(start, end)
        return self.original[first:last]

    def _original_character(self, offset: int) -> tuple[int, int]:
        """Where the folded character at this offset comes from."""
        piece = bisect_right(self.folded_starts, offset) - 1
        if piece < 0:
            return offset, offset + 1
        if offset < self.folded_ends[piece]:
            return self.piece_starts[piece], self.piece_ends[piece]
        place = self.piece_ends[piece] + offset - self.folded_ends[piece]
        return place, place + 1


def fold(text: str) -> Folded:
    """Fold a text's typography, keeping the way back to its own offsets.

    Args:
        text: any; folding what is folded changes nothing.
    """
    alphabet = set(text)
    found = with_pieces_folded(text, _pieces(alphabet), _fold_piece)
    return replace(found, text=_fold_characters(found.text, alphabet))


def with_pieces_folded(text: str, pieces: re.Pattern[str], folded: Callable[[str], str]) -> Folded:
    """A text with each of its pieces replaced.

    Args:
        text: the original.
        pieces: matches them.
        folded: what a piece is replaced by.
    """
    parts: list[str] = []
    spans: list[tuple[int, int, int, int]] = []
    done = length = 0
    for match in pieces.finditer(text):
        start, end = match.span()
        piece = folded(match.group())
        length += start - done
        spans.append((start, end, length, length + len(piece)))
        length += len(piece)
        parts += (text[done:start], piece)
        done = end
    parts.append(text[done:])
    starts, ends, folded_starts, folded_ends = zip(*spans, strict=True) if spans else ((), (), (), ())
    return Folded("".join(parts), text, starts, ends, folded_starts, folded_ends)


@lru_cache(maxsize=1024)
def _fold_piece(piece: str) -> str:
    composed = unicodedata.normalize("NFC", _DROPPED.sub("", piece)).translate(TYPOGRAPHY)
    return _HYPHENS.sub("-", _SPACES.sub(" ", composed))


def _fold_characters(text: str, alphabet: Iterable[str]) -> str:
    """Fold what keeps its length: a replacement for each such character there is, as they are few."""
    for character in alphabet:
        text = text.replace(character, " " if character.isspace() else TYPOGRAPHY.get(ord(character), character))
    return text


def is_mark(character: str) -> bool:
    """Whether a character is a combining mark, which belongs to the one before it."""
    return character > "\u02ff" and unicodedata.category(character).startswith("M")


def _pieces(alphabet: set[str]) -> re.Pattern[str]:
    """An expression for the pieces of a text with these characters."""
    characters = sorted(alphabet)
    joining = "".join(one for one in characters if is_mark(one) or one in COMPOSING_LETTERS)
    unstable = "".join(one for one in characters if not unicodedata.is_normalized("NFC", one))
    return _pieces_pattern(joining, unstable)


@lru_cache(maxsize=64)
def _pieces_pattern(joining: str, unstable: str) -> re.Pattern[str]:
    """An expression for the pieces, given the characters that join the one before and those that NFC replaces."""
    invisible = f"[{INVISIBLE}]"
    spaces, dashes = rf"\s(?:{invisible}*+\s)", rf"[{DASHES}](?:{invisible}*+[{DASHES}])"
    alternatives = [rf"{spaces}++", rf"{dashes}++", rf"{invisible}++", f"[…{unstable}]"]
    if joining:
        alternatives.insert(0, rf"(?:{spaces}*|{dashes}*|.)(?:{invisible}*+[{joining}])++")
    return re.compile("|".join(alternatives), re.DOTALL)
