"""Text → paragraphs: where a line break ends one, and where it only wraps a long line."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from summarizer.lexicons import words

ZERO_WIDTH = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
BLANK = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000" + ZERO_WIDTH
)
"""Characters that show nothing: white space, and characters without width. No paragraph begins or ends with one."""

WIDEST_COLUMN = 120
"""Lines beyond this many characters were not wrapped by hand or by a mail program: each is a paragraph."""

_LINE = re.compile(r"[^\n\r\v\f]+|\r\n|[\n\r\v\f]")
_NEAR = 12  # characters in which the last word of a line is looked for
_BREAKS = frozenset(("\r\n", "\n", "\r", "\v", "\f"))
_TERMINAL = re.compile(r"[.!?:;…][”’\"'»)\]]*$")


class Span(NamedTuple):
    """A stretch of the text, from `start` up to `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    words: str
    after_gap: bool
    """A blank line, a paragraph separator, or nothing at all stands before it."""


def paragraphs(text: str) -> list[Span]:
    """The paragraphs in order, without blank characters around them.

    A blank line ends a paragraph. A single line break does too, unless the text is wrapped to a
    column and the next word had no room left, the line ends in a word that nothing ends in, or the next one goes on in
    lower case.

    Args:
        text: in plain characters.
    """
    lines = _lines(text)
    column = _column(lines)
    found: list[Span] = []
    for position, line in enumerate(lines):
        if line.after_gap or not _goes_on(lines[position - 1].words, line.words, column):
            found.append(Span(line.start, line.end))
        else:
            found[-1] = Span(found[-1].start, line.end)
    return found


def stripped(text: str, start: int, end: int) -> Span:
    """The stretch without blank characters at its ends."""
    raw = text[start:end]
    return Span(end - len(raw.lstrip(BLANK)), start + len(raw.rstrip(BLANK)))


def _lines(text: str) -> list[_Line]:
    """Every line that shows something, without the blanks around it."""
    lines: list[_Line] = []
    breaks = 2  # the first line begins a paragraph
    for match in _LINE.finditer(text):
        bare = stripped(text, *match.span())
        if bare.start < bare.end:
            lines.append(_Line(*bare, text[slice(*bare)], after_gap=breaks > 1))
            breaks = 0
        else:
            breaks += match.group() in _BREAKS
    return lines


def _column(lines: list[_Line]) -> int:
    """The column that the text is wrapped to; 0 if it is not.

    The ninth decile of the lengths stands for the column, since a single line may stick out. It needs a
    second line about as long, and most of the line breaks must fall inside sentences.
    """
    inner = [before for before, after in pairwise(lines) if not after.after_gap]
    ended = sum(_TERMINAL.search(line.words[-8:]) is not None for line in inner)
    if ended >= 0.6 * len(inner):  # so too where there is no line break
        return 0
    lengths = sorted(len(line.words) for line in lines)
    column, second = lengths[(len(lengths) * 9 - 1) // 10], lengths[-2]
    return column if column <= WIDEST_COLUMN and second >= column - 12 else 0


def _goes_on(line: str, following: str, column: int) -> bool:
    """Whether the line break between two lines stands inside a paragraph."""
    if following[0].islower() or _unfinished().search(line[-_NEAR:]):
        return True
    first_word = following[: WIDEST_COLUMN + 1].split(maxsplit=1)[0]
    return len(line) + 1 + len(first_word) > column > 0


@cache
def _unfinished() -> re.Pattern[str]:
    """The end of a line that cannot end a paragraph: a comma, "the", "Maj."."""
    inside, titles = (map(re.escape, words("abbreviations", entry)) for entry in ("inside_a_line", "titles"))
    return re.compile(rf",$|(?<!\w)(?:(?i:{'|'.join(inside)})|(?:{'|'.join(titles)})\.)$")
