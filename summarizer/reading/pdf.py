"""PDF: the lines of its pages, put together to paragraphs by the gaps between them."""

import logging
import re
import time
from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from io import BytesIO
from math import hypot
from typing import Any

from summarizer.documents.quotes import Origin
from summarizer.errors import SourceError
from summarizer.reading.article import Article, Given, left_out
from summarizer.reading.decoding import is_rubbish
from summarizer.reading.extras import needed, opened_as
from summarizer.reading.printed import HYPHENS, Printed, laid_out, made_whole, without_running
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

_SAYS_NOTHING = re.compile(
    r"^Microsoft Word - .*|^\(?(?:anonymous|unknown|unspecified|untitled)\b.*|^.*\.(?:docx?|odt|pdf|indd|rtf|tex|html?)$",
    re.IGNORECASE,
)
"""A title or an author that a program put there."""

# What it remarks on a file that it reads all the same is nobody's business.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


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
        drawn = _Drawn(time.monotonic() + MOST_SECONDS, given.name)
        pages = [drawn.lines(page) for page in file.pages]
        stated = [str(getattr(file.metadata, part, None) or "").strip() for part in ("title", "author")]
    return [_article(pages, stated, given.name)]


def _article(pages: list[list[Printed]], stated: list[str], name: str) -> Article:
    lines, counts = without_running(pages)
    printed = laid_out(lines)
    text = made_whole(printed)
    if not text:
        raise SourceError(f"{name}: is a scan without text: run OCR first, e.g. with ocrmypdf")
    if is_rubbish(text):
        raise SourceError(f"{name}: does not tell which letters it shows: run OCR, e.g. with ocrmypdf --force-ocr")
    counts["line-end hyphen"] = sum(map(printed.count, HYPHENS)) - sum(map(text.count, HYPHENS))
    counts["unread page"] = pages.count([])
    title, author = map(partial(_SAYS_NOTHING.sub, ""), stated)
    return Article(text, origin=Origin(title=title, author=author, left_out=left_out(counts)))


class _Drawn:
    """Hears from pypdf what a page shows, and where.

    Args:
        until: when it must be done, as `time.monotonic` counts.
        name: what messages call the source.
    """

    def __init__(self, until: float, name: str) -> None:
        self._until = until
        self._name = name

    def lines(self, page: Any) -> list[Printed]:
        """The lines of a page that show something, in the order in which they are drawn."""
        self._number = 0
        self._words: dict[int, list[str]] = defaultdict(list)
        self._places: dict[int, tuple[float, float]] = {}
        page.extract_text(visitor_text=self._draw, visitor_operand_before=self._hurry)
        self._hurry()
        return [Printed("".join(self._words[line]).strip(), *place) for line, place in self._places.items()]

    def _draw(self, text: str, outer: list[float], inner: list[float], _: Any, size: float) -> None:
        """A line is as high and as large as the first of its letters."""
        height = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
        letters = size * hypot(inner[2], inner[3]) * hypot(outer[2], outer[3])
        for piece in text.splitlines(keepends=True):
            self._words[self._number].append(piece)
            if piece.strip():
                self._places.setdefault(self._number, (height, letters))
            self._number += piece.endswith("\n")

    def _hurry(self, *_: Any) -> None:
        if time.monotonic() > self._until:
            raise SourceError(
                f"{self._name}: takes longer than {MOST_SECONDS} seconds to read; save its text and give that"
            )
