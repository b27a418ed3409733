"""Page → one HTML file beside the article: no program in it, nothing loaded, every string escaped by the template.

What is chosen, shown and marked is so by CSS alone: entries by `:checked`, passages by `:target`. So the policy of the page
allows its own style sheet, by its hash, and nothing else.
"""

from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

from summarizer.documents.document import Document
from summarizer.rendering.drawing import drawn_days, drawn_edges
from summarizer.rendering.page import Page, Row, Section, Tag
from summarizer.rendering.safety import revealed

if TYPE_CHECKING:
    from jinja2 import Template

Span = tuple[int, int]


@dataclass(frozen=True)
class Passage:
    """Words of the article that items of the page rest on.

    Attributes:
        start, end: where they stand.
        says: what each item has them for: its label, and the label of the row.
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
        entries: labels of the entries that rest on it; none where it is no evidence.
        title: what each of them has it for.
        role: what the first of them has it for, as a word for the style sheet.
        ends: labels of the further entries, where the passage ends here: they are linked after it.
    """

    text: str
    at: int
    entries: tuple[str, ...] = ()
    title: str = ""
    role: str = ""
    ends: tuple[str, ...] = ()


def as_report(page: Page, document: Document, name: str = "") -> str:
    """The page and its article side by side, as one file.

    Args:
        page: what is to be read.
        document: the article that it is of.
        name: what the article is called, for the window's title.
    """
    passages = _passages(page)
    groups = _groups(page.sections)
    labels = frozenset(entry.label for section in page.sections for entry in section.entries)
    style = _style() + _chosen(groups) + _targeted(labels)
    return _template().render(
        roles=ROLES,
        page=page,
        title=name or "Brief",
        style=style,
        policy=f"default-src 'none'; style-src 'sha256-{_hash(style)}'; base-uri 'none'; form-action 'none'",
        groups=groups,
        classes=_classes(groups),
        role=_role,
        edges=drawn_edges(page.edges),
        days=drawn_days(page.days),
        paragraphs=[_pieces(document, span, passages, labels) for span in document.paragraph_spans()],
    )


# --- the article --------------------------------------------------------------------------------------


def _passages(page: Page) -> list[Passage]:
    """Every stretch of the article that the page quotes, in order, with what quotes it."""
    says: dict[Span, dict[tuple[str, str], None]] = defaultdict(dict)
    for section in page.sections:
        for label, row in _rows(section):
            for span in filter(None, (styled.at for styled in row.body)):
                says[span][label, row.label] = None
    return [Passage(*span, tuple(told)) for span, told in sorted(says.items())]


def _rows(section: Section) -> Iterator[tuple[str, Row]]:
    """Each row of a section with the label of its entry; notes stand under the section's own name."""
    for entry in section.entries:
        yield entry.label, Row("", entry.head)
        yield from ((entry.label, row) for row in entry.rows)
    yield from ((anchor(section.title), row) for row in section.notes)


def _pieces(document: Document, paragraph: Span, passages: list[Passage], labels: frozenset[str]) -> list[Piece]:
    """A paragraph of the article, cut where a passage begins or ends."""
    start, end = paragraph
    within = [passage for passage in passages if passage.start < end and start < passage.end]
    bounds = sorted({start, end, *(min(max(at, start), end) for one in within for at in (one.start, one.end))})
    return [_piece(document, piece, within, labels) for piece in pairwise(bounds)]


def _piece(document: Document, piece: Span, passages: list[Passage], labels: frozenset[str]) -> Piece:
    start, end = piece
    over = [passage for passage in passages if passage.start <= start and end <= passage.end]
    says = dict.fromkeys(chain.from_iterable(passage.says for passage in over))
    entries = tuple(dict.fromkeys(label for label, _ in says))
    ending = dict.fromkeys(label for passage in over if passage.end == end for label, _ in passage.says)
    return Piece(
        text=revealed(document.text[start:end]),
        at=start,
        entries=entries,
        title="; ".join(f"{label} {role}".strip() for label, role in says),
        role=next((_role(role) for _, role in says if role), "deed"),
        ends=tuple(label for label in ending if label in labels and label != entries[0]),
    )


ROLES = {
    "deed": "what is told",
    "says-so": "who says so",
    "author": "who did it",
    "toll": "harm",
    "unused": "in no item",
}
"""What the colours of passages mean: the role by which each is shown, and its words."""


# --- choosing and marking, by CSS -----------------------------------------------------------------------


def _groups(sections: Iterable[Section]) -> dict[str, dict[str, str]]:
    """For each group of tags, its values, each with the class of the entries that have it."""
    values: dict[str, dict[str, None]] = defaultdict(dict)
    for tag in _tags(sections):
        values[tag.group][tag.value] = None
    return {
        group: {value: f"v{at}-{position}" for position, value in enumerate(found)}
        for at, (group, found) in enumerate(values.items())
    }


def _tags(sections: Iterable[Section]) -> Iterator[Tag]:
    return chain.from_iterable(entry.tags for section in sections for entry in section.entries)


def _classes(groups: Mapping[str, Mapping[str, str]]) -> Any:
    """A function from the tags of an entry to its classes."""
    return lambda tags: " ".join(groups[tag.group][tag.value] for tag in tags)


def _chosen(groups: Mapping[str, Mapping[str, str]]) -> str:
    """A rule for each value: where it is chosen, entries without it are not shown."""
    names = chain.from_iterable(values.values() for values in groups.values())
    return "".join(f":root:has(#{name}:checked) .entry:not(.{name}){{display:none}}" for name in names)


def _targeted(labels: Iterable[str]) -> str:
    """A rule for each entry: where one has followed a link to it, its passages stand out."""
    names = map(anchor, sorted(labels))
    return "".join(f':root:has(#{name}:target) [data-items~="{name}"]{{{_STANDS_OUT}}}' for name in names)


_STANDS_OUT = "outline:2px solid currentColor;outline-offset:1px"


def anchor(label: str) -> str:
    """What an entry or a section is linked by: letters and figures alone."""
    return "".join(filter(str.isalnum, label)) or "none"


def _role(label: str) -> str:
    return "-".join("".join(filter(_is_plain, label.lower())).split()) or "deed"


def _is_plain(character: str) -> bool:
    return character.isalpha() or character == " "


# --- files ----------------------------------------------------------------------------------------------


@cache
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("summarizer.rendering", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["anchor"] = anchor
    template: Template = environment.get_template("report.html")
    return template


@cache
def _style() -> str:
    return (files("summarizer.rendering") / "templates" / "report.css").read_text(encoding="utf-8")


def _hash(style: str) -> str:
    return b64encode(sha256(style.encode()).digest()).decode()
