"""Lines of printed pages → text: running heads cut off, paragraphs set apart, divided words made whole."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import partial
from itertools import chain, pairwise, starmap, takewhile
from math import inf
from operator import attrgetter
from statistics import mode

EDGE = 3
"""Lines at the head and at the foot of a page that may be running ones."""
WIDER = 1.2
"""A gap so much wider than the usual one, or letters so much larger than those of the line before, begin a paragraph."""
FAR = 9.0
"""A gap that is wide in any case, in heights of a letter."""

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"\A\W*(?:page\W*)?(\d+)(?:\W*(?:of\W*)?\d+)?\W*\Z", re.IGNORECASE)

HYPHENS = "-\u00ad\u2010"
_WORD = re.compile(r"\w+(?:-\w+)*")
_DIVIDED = re.compile(rf"\b(\w*[^\W\d])[{HYPHENS}]\n(?=([a-z]\w*))")
_HYPHEN_AND_BREAK = re.compile(rf"(?<=\w)[{HYPHENS}]\n(?=\w)")
_BEFORE = frozenset(("anti", "non", "self", "two", "three", "twenty", "thirty", "forty", "fifty"))
_BEHIND = frozenset(
    ("backed", "based", "called", "controlled", "fired", "held", "launched", "led", "linked", "made", "occupied", "old",
     "propelled", "range", "run", "scale", "wide", "year")
)  # fmt: skip
"""What stands before a hyphen, and behind one, that is there for its own sake."""

Sign = tuple[str, int, int]


@dataclass(frozen=True)
class Printed:
    """A line as it stands on a page.

    Attributes:
        text: its words.
        height: where it stands, in points from below.
        size: of its letters, in points.
    """

    text: str
    height: float
    size: float

    @property
    def number(self) -> str:
        """The number of a page, where it is one and nothing else."""
        return "".join(_NUMBER.findall(self.text))

    @property
    def sign(self) -> "Sign":
        """What it has in common with the same line on other pages: its words but for numbers, its height, and its size."""
        return _DIGITS.sub("0", self.text), round(self.height), round(self.size)


def without_running(pages: list[list[Printed]]) -> tuple[list[Printed], Counter[str]]:
    """The lines of all pages, without what repeats at the head or foot of most of them, and without their numbers.

    A line at another height or in letters of another size, like a headline, is no running one.

    Args:
        pages: each with its lines, in order.

    Returns:
        The lines, and how many running heads and page numbers were left out.
    """
    often = Counter(sign for page in pages for sign in {line.sign for line in (*page[:EDGE], *page[-EDGE:])})
    running = {sign for sign, count in often.items() if count >= max(2, len(pages) / 2)}
    kept: list[Printed] = []
    cut: list[Printed] = []
    for number, page in enumerate(pages, 1):
        runs = partial(_runs, running, str(number))
        first = len(list(takewhile(runs, page[:EDGE])))
        end = max(first, len(page) - len(list(takewhile(runs, page[: -EDGE - 1 : -1]))))
        kept += page[first:end]
        cut += page[:first] + page[end:]
    return kept, Counter("page number" if line.number else "running head" for line in cut)


def _runs(running: set[Sign], number: str, line: Printed) -> bool:
    return line.sign in running or line.number == number


def laid_out(lines: list[Printed]) -> str:
    """The lines as text, with a blank one before each that does not follow the one before it closely.

    Lines of a headline, which are in large letters and follow closely, are one.

    Args:
        lines: of one page after another.
    """
    gaps = list(starmap(_gap, pairwise(lines)))
    usual = mode([round(gap, 1) for gap in gaps if 0 < gap < inf] or [FAR])
    large = WIDER * mode([0.0, *map(attrgetter("size"), lines)])
    closely = [" " if line.size > large else "\n" for line in lines[1:]]
    breaks = ["\n\n" if gap > WIDER * usual else close for gap, close in zip(gaps, closely, strict=True)]
    return "".join(chain.from_iterable(zip((line.text for line in lines), (*breaks, ""), strict=False)))


def _gap(before: Printed, after: Printed) -> float:
    """From line to line, in heights of a letter: below 0 where a column ends, without end where the letters change."""
    ratio = after.size / max(1.0, before.size)
    return (before.height - after.height) / max(1.0, after.size) if 1 / WIDER < ratio < WIDER else inf


def made_whole(text: str) -> str:
    """A text in which no line break divides a word.

    A hyphen at the end of a line goes, unless the text shows the word with it elsewhere, or it stands in a name, behind a
    number, or beside a word that takes one: "Iran-/backed", "anti-/government".

    Args:
        text: with single line breaks.
    """
    elsewhere = frozenset(_WORD.findall(text.lower()))
    return _HYPHEN_AND_BREAK.sub("-", _DIVIDED.sub(partial(_joined, elsewhere), text))


def _joined(elsewhere: frozenset[str], divided: re.Match[str]) -> str:
    before, behind = divided[1].lower(), divided[2]
    linked = {f"{before}-{behind}"} & elsewhere | {before} & _BEFORE | {behind} & _BEHIND
    return divided[0] if linked and f"{before}{behind}" not in elsewhere else divided[1]
