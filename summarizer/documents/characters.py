"""A text as it reads: nothing invisible, no ornament, one form of each letter; and the way back to its own offsets."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

SURROGATE = re.compile(r"[\ud800-\udfff]")
"""Half a pair of UTF-16, which is no character."""
REORDERING = "\u202a\u202b\u202c\u202d\u202e"
"""Embeddings and overrides: they take no width, and may change the order of the words that a reader sees."""
_FORMS = dict.fromkeys("‛ʼ´＇", "’") | dict.fromkeys("‐‑•‣⁃·∙", "-") | dict.fromkeys("\u2028\x85", "\n")
"""What apostrophes, hyphens, bullets and line breaks beyond ASCII are read as."""
_PARAGRAPH_BREAK = "\u2029"
ASCII = frozenset(map(chr, range(128)))
_WITHOUT_WIDTH = re.compile("[\u034f\u180b-\u180d\u180f\u20e3\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Joiners of marks, variation selectors and the frame of a key, beside the format characters (Cf)."""
_ORNAMENT = re.compile("[\u2190-\ufffc\U0001f000-\U0001ffff]")
"""Where emoji, boxes, arrows and dingbats stand, if they are symbols (So, Sk)."""


@dataclass(frozen=True)
class Folded:
    """Folded text, and the way back to the original.

    A piece is a stretch of the original that folding replaces by one of another length, or that must
    stay whole (a letter with its combining marks); between pieces, offsets run in step.
    """

    text: str
    original: str
    piece_starts: tuple[int, ...] = ()
    """Where each piece starts in the original, in order; the other three go with it."""
    piece_ends: tuple[int, ...] = ()
    folded_starts: tuple[int, ...] = ()
    folded_ends: tuple[int, ...] = ()
    before: "Folded | None" = None
    """A folding before this one, of the original; the pieces are then of its text."""

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
        last = self._original_character(end - 1)[1] if end > start else first
        return self.before.original_span(first, last) if self.before else (first, last)

    def folded_offset(self, offset: int) -> int:
        """Where an offset in the original stands in the folded text; inside a piece, after that piece."""
        if self.before:
            offset = self.before.folded_offset(offset)
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


def folded_by(pieces: re.Pattern[str], fold_piece: Callable[[str], str], text: str) -> Folded:
    """The text with each piece that the expression finds folded by itself."""
    parts: list[str] = []
    spans: list[tuple[int, int, int, int]] = []
    done = length = 0
    for match in pieces.finditer(text):
        start, end = match.span()
        folded = fold_piece(match.group())
        length += start - done
        spans.append((start, end, length, length + len(folded)))
        length += len(folded)
        parts += (text[done:start], folded)
        done = end
    parts.append(text[done:])
    starts, ends, folded_starts, folded_ends = zip(*spans, strict=True) if spans else ((), (), (), ())
    return Folded("".join(parts), text, starts, ends, folded_starts, folded_ends)


def shown(text: str, kept: str = "") -> Folded:
    """The text without characters that take no width, and with one space for any space and ornament beyond ASCII.

    Args:
        text: any.
        kept: characters to leave as they are, although they take no width.
    """
    alphabet = set(text) - ASCII - set(kept)
    unseen = "".join(filter(_is_without_width, alphabet))
    spaces = "".join(filter(_is_space, alphabet))
    if not unseen + spaces:
        return Folded(text, text)

    def in_short(piece: str) -> str:
        bare = piece.translate(dict.fromkeys(map(ord, unseen)))
        return "\n\n" if _PARAGRAPH_BREAK in bare else bare and " "

    return folded_by(re.compile(rf"(?:(?<![ \t])[ \t]++)?(?:[{unseen}{spaces}]++[ \t]*+)++"), in_short, text)


@lru_cache(maxsize=8)
def plain_text(text: str) -> Folded:
    """The text as `shown`, with letters, apostrophes and hyphens in one form each.

    It is for looking words up, never for showing them.
    """
    seen = shown(text)
    forms = {ord(character): _form(character) for character in set(seen.text) - ASCII}
    return replace(seen, text=seen.text.translate(forms))


def _is_without_width(character: str) -> bool:
    return unicodedata.category(character) == "Cf" or _WITHOUT_WIDTH.match(character) is not None


def _is_space(character: str) -> bool:
    """Whether this is read as a space, or as the end of a paragraph: an ornament is too."""
    if character.isspace():
        return character not in _FORMS
    return _ORNAMENT.match(character) is not None and unicodedata.category(character) in ("So", "Sk")


def _form(character: str) -> str:
    """What a character is read as: one character, mostly itself."""
    if character in _FORMS:
        return _FORMS[character]
    widest = unicodedata.normalize("NFKC", character)
    is_plain = len(widest) == 1 and widest.isascii()
    return widest if is_plain and unicodedata.category(character) in ("Lu", "Ll", "Nd") else character
