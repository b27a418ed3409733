"""Page → one HTML file beside the article: no program in it, nothing loaded, every string escaped by the template.

What is chosen, shown and marked is so by CSS alone: entries by `:checked`, passages by `:target`. So the policy of the page
allows its own style sheet, by its hash, and nothing else.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, pairwise

from summarizer.documents.document import Document
from summarizer.rendering.drawing import drawn_days, drawn_edges
from summarizer.rendering.page import Page, Row, Section
from summarizer.rendering.safety import inert, revealed
from summarizer.rendering.templating import filled, policy, style_sheet

Span = tuple[int, int]

GENERATOR = '<meta name="generator" content="summarizer">'
"""What a page of this program bears in its head."""

ROLES = {
    "deed": "what is told",
    "says-so": "who says so",
    "by-whom": "who did it",
    "toll": "harm",
    "unused": "in no item",
}
"""What the colours of passages mean: the role by which each is shown, and its words."""


@dataclass(frozen=True)
class Passage:
    """Words of the article that the page quotes.

    Attributes:
        start, end: where they stand.
        says: what has them, and for what: the label of an entry or the title of a section, and the label of the row.
    """

    start: int
    end: int
    says: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Piece:
    """A stretch of the article that is shown in one way.

    Attributes:
        text: its words, inert.
        at: where it begins.
        says: of the passages over it; empty where it is no evidence.
        ends: of the passages that end with it.
    """

    text: str
    at: int
    says: tuple[tuple[str, str], ...]
    ends: tuple[tuple[str, str], ...]


def as_report(page: Page, document: Document, made: str = "") -> str:
    """The page and its article side by side, as one file.

    Args:
        page: what is to be read.
        document: the article that it is of.
        made: who read it, when, and with which version; empty if it is not known.
    """
    entries = list(chain.from_iterable(section.entries for section in page.sections))
    tags = list(dict.fromkeys(chain.from_iterable(entry.tags for entry in entries)))
    style = style_sheet("report.css", entries=entries, tags=tags)
    passages = _passages(page)
    return filled(
        "report.html",
        page=page,
        made=inert(made),
        style=style,
        policy=policy(style),
        entries=frozenset(entry.label for entry in entries),
        tags=tags,
        roles=ROLES,
        edges=drawn_edges(page.edges()),
        days=drawn_days(page.days()),
        paragraphs=[_pieces(document, span, passages) for span in document.paragraph_spans()],
    )


def as_index(pages: Mapping[str, Page]) -> str:
    """A page that leads to several reports.

    Args:
        pages: what each of them is of, by the name of its file.
    """
    style = style_sheet("report.css", entries=(), tags=())
    return filled("index.html", pages=pages, style=style, policy=policy(style))


# --- the article --------------------------------------------------------------------------------------


def _passages(page: Page) -> list[Passage]:
    """Every stretch of the article that the page quotes, in order, with what quotes it."""
    says: dict[Span, dict[tuple[str, str], None]] = defaultdict(dict)
    for label, row in chain.from_iterable(map(_rows, page.sections)):
        for span in filter(None, (styled.at for styled in row.body)):
            says[span][label, row.label] = None
    return [Passage(*span, tuple(told)) for span, told in sorted(says.items())]


def _rows(section: Section) -> Iterator[tuple[str, Row]]:
    """Each row of a section with the label of its entry; notes stand under the section's own name."""
    for entry in section.entries:
        yield from ((entry.label, row) for row in (Row("", entry.head), *entry.rows))
    yield from ((section.title, row) for row in section.notes)


def _pieces(document: Document, paragraph: Span, passages: list[Passage]) -> list[Piece]:
    """A paragraph of the article, cut where a passage begins or ends."""
    start, end = paragraph
    within = [passage for passage in passages if passage.start < end and start < passage.end]
    cuts = chain.from_iterable((passage.start, passage.end) for passage in within)
    bounds = sorted({start, end, *(min(max(at, start), end) for at in cuts)})
    return [_piece(document, *piece, within) for piece in pairwise(bounds)]


def _piece(document: Document, start: int, end: int, passages: list[Passage]) -> Piece:
    over = [passage for passage in passages if passage.start <= start and end <= passage.end]
    says = chain.from_iterable(passage.says for passage in over)
    ends = chain.from_iterable(passage.says for passage in over if passage.end == end)
    return Piece(revealed(document.text[start:end]), start, tuple(dict.fromkeys(says)), tuple(dict.fromkeys(ends)))
