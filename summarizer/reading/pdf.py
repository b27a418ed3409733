"""PDF: the lines of its pages, put together to paragraphs by the gaps between them."""

import logging
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise, takewhile
from math import hypot
from statistics import mode
from typing import Any

from summarizer.documents.quotes import Origin
from summarizer.errors import SourceError
from summarizer.reading.article import Article, Given, left_out
from summarizer.reading.decoding import is_rubbish
from summarizer.reading.extras import needed, opened_as
from summarizer.reading.reader import MAX_BYTES, Sample

MOST_PAGES = 500
MOST_SECONDS = 30
"""On all pages together; how much of one there may be is limited, too."""
_LIMITS = {
    "page_tree_maximum_entries": 10_000,
    "stream_parsing_work_maximum_count": 1_000_000,
    **dict.fromkeys(
        (
            "zlib_maximum_output_length",
            "lzw_maximum_output_length",
            "run_length_maximum_output_length",
            "array_based_stream_maximum_output_length",
        ),
        MAX_BYTES,
    ),
}
"""Of pypdf: how many branches the tree of pages may have, by how many signs one may be drawn, what it may unpack to."""

_EDGE = 3
"""Lines at the head and at the foot of a page that may be running ones."""
_WIDER = 1.2
"""A gap so much wider than the usual one, or letters so much larger than the line's before, begin a paragraph."""

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"\W*(?:page\W*)?(\d+)(?:\W*(?:of\W*)?\d+)?\W*", re.IGNORECASE)
_NO_TITLE = re.compile(r"Microsoft Word - .*|untitled.*|.*\.(?:docx?|odt|pdf|indd|rtf|tex|html?)", re.IGNORECASE)

_HYPHENS = "-\u00ad\u2010"
_DIVIDED = re.compile(rf"\b(\w+)[{_HYPHENS}]\n(?=(\w+))")
_WORD = re.compile(r"\w+(?:-\w+)*")
# What stands before a hyphen, and behind one, that is there for its own sake.
_BEFORE = frozenset(("anti", "non", "self", "two", "three", "twenty", "thirty", "forty", "fifty"))
_BEHIND = frozenset(
    ("backed", "based", "called", "controlled", "fired", "held", "launched", "led", "linked", "made", "occupied", "old",
     "propelled", "range", "run", "scale", "wide", "year")
)  # fmt: skip

# What it remarks on a file that it reads all the same is nobody's business.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


@dataclass(frozen=True)
class _Printed:
    """A line as it stands on a page: its height there, and that of its letters, in points."""

    text: str
    height: float
    size: float


_Page = list[_Printed]


def is_pdf(sample: Sample) -> bool:
    """Whether this begins as a PDF."""
    return sample.data.startswith(b"%PDF-")


def read_pdf(given: Given) -> Iterable[Article]:
    """The text of all pages, without what repeats at their heads and feet, and with divided words made whole.

    Title and author are those that the file states of itself; the day on which it was made is not one of publication.

    Raises:
        SourceError: pypdf is not installed; or the file is damaged, locked, too long, or without text.
    """
    pypdf = needed("pypdf", "pdf", given)
    with opened_as("a PDF", given.name), pypdf.apply_configuration(**_LIMITS):
        file = pypdf.PdfReader(BytesIO(given.data))
        if file.is_encrypted and not file.decrypt(""):
            raise SourceError(f"{given.name}: is a PDF locked by a password; save a copy without one")
        if len(file.pages) > MOST_PAGES:
            raise SourceError(f"{given.name}: has more than {MOST_PAGES} pages; divide it into single articles")
        until = time.monotonic() + MOST_SECONDS
        pages = [_printed(page, until, given.name) for page in file.pages]
        title, author = (str((file.metadata or {}).get(key) or "").strip() for key in ("/Title", "/Author"))
    return [_article(pages, "" if _NO_TITLE.fullmatch(title) else title, author, given.name)]


def _printed(page: Any, until: float, name: str) -> _Page:
    """The lines of a page that show something, in the order in which they are drawn."""
    pieces: list[tuple[str, float, float]] = []

    def draw(text: str, outer: list[float], inner: list[float], _: Any, size: float) -> None:
        height = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
        letters = size * hypot(inner[2], inner[3]) * hypot(outer[2], outer[3])
        pieces.extend((piece, height, letters) for piece in text.splitlines(keepends=True))

    def hurry(*_: Any) -> None:
        if time.monotonic() > until:
            raise SourceError(f"{name}: takes longer than {MOST_SECONDS} seconds to read; save its text and give that")

    hurry()
    page.extract_text(visitor_text=draw, visitor_operand_before=hurry)
    return list(_lines(pieces))


def _lines(pieces: Iterable[tuple[str, float, float]]) -> Iterator[_Printed]:
    """What stands between two line breaks, where anything shows; its first letters say how high and how large it is."""
    line: list[tuple[str, float, float]] = []
    for piece in (*pieces, ("\n", 0.0, 0.0)):
        line.append(piece)
        if not piece[0].endswith("\n"):
            continue
        words = "".join(text for text, _, _ in line).strip()
        if words:
            yield _Printed(words, *next(place for text, *place in line if text.strip()))
        line = []


def _article(pages: list[_Page], title: str, author: str, name: str) -> Article:
    running = _running(pages)
    cut = [_cut(page, running, str(number)) for number, page in enumerate(pages, 1)]
    laid_out = _laid_out([line for kept, _ in cut for line in kept])
    text = _made_whole(laid_out)
    if not text:
        raise SourceError(f"{name}: is a scan without text: run OCR first, e.g. with ocrmypdf")
    if len(text) > MAX_BYTES:
        raise SourceError(f"{name}: holds more than {MAX_BYTES:,} characters; divide it into single articles")
    if is_rubbish(text):
        raise SourceError(f"{name}: does not tell which letters it shows: run OCR, e.g. with ocrmypdf --force-ocr")
    counts = Counter(_called(line) for _, edges in cut for line in edges)
    counts["line-end hyphen"] = sum(laid_out.count(hyphen) - text.count(hyphen) for hyphen in _HYPHENS)
    counts["page without text"] = sum(not page for page in pages)
    return Article(text, origin=Origin(title=title, author=author, left_out=left_out(counts)))


def _running(pages: list[_Page]) -> set[tuple[str, int]]:
    """What stands at the head or foot of most pages, whatever its numbers, in letters of one size: no headline does."""
    often = Counter(key for page in pages for key in {_key(line) for line in (*page[:_EDGE], *page[-_EDGE:])})
    return {key for key, count in often.items() if count >= max(2, len(pages) / 2)}


def _key(line: _Printed) -> tuple[str, int]:
    return _DIGITS.sub("0", line.text), round(line.size)


def _cut(page: _Page, running: set[tuple[str, int]], number: str) -> tuple[_Page, _Page]:
    """The lines of a page between the running ones and its number, and those."""

    def runs(line: _Printed) -> bool:
        stated = _NUMBER.fullmatch(line.text)
        return _key(line) in running or (stated is not None and stated[1] == number)

    first = len(list(takewhile(runs, page[:_EDGE])))
    last = len(list(takewhile(runs, page[: first - 1 : -1][:_EDGE])))
    end = len(page) - last
    return page[first:end], page[:first] + page[end:]


def _called(line: _Printed) -> str:
    return "page number" if _NUMBER.fullmatch(line.text) else "running head"


def _laid_out(lines: list[_Printed]) -> str:
    """The lines of all pages, with a blank one before each that does not follow the one before it closely."""
    gaps = [(before.height - after.height) / max(1, after.size) for before, after in pairwise(lines)]
    usual = mode(round(gap, 1) for gap in gaps) if gaps else 0
    text = lines[0].text if lines else ""
    for gap, (before, after) in zip(gaps, pairwise(lines), strict=True):
        apart = gap > _WIDER * usual > 0 or not 1 / _WIDER < after.size / max(1, before.size) < _WIDER
        text += ("\n\n" if apart else "\n") + after.text
    return text


def _made_whole(text: str) -> str:
    """A text in which no line break divides a word.

    A hyphen at the end of a line goes, unless the text shows the word with it elsewhere, or it stands in a name, behind a
    number, or beside a word that takes one: "Iran-/backed", "anti-/government".
    """
    elsewhere = set(_WORD.findall(text.lower()))

    def whole(divided: re.Match[str]) -> str:
        before, behind = divided.groups()
        if (before + behind).lower() in elsewhere:
            return before
        lasts = f"{before}-{behind}".lower() in elsewhere or before.lower() in _BEFORE or behind in _BEHIND
        return f"{before}-" if lasts or not (before[-1].isalpha() and behind[0].islower()) else before

    return _DIVIDED.sub(whole, text)
