"""The formats in which a brief can be written: one module and one row each, or another package's entry point.

The command's help shows this table, so that a format's module is imported only when a brief is written in it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.documents.document import Document
    from summarizer.pointing.audit import Key
    from summarizer.pointing.briefs import StoredBrief
    from summarizer.rendering.page import Detail, Page

ENTRY_POINTS = "summarizer.formats"
"""The group of entry points under which another package registers a `Format`."""


@dataclass(frozen=True)
class Rendered:
    """What a format writes: the brief itself, and the page that its field makes of it.

    Attributes:
        page: makes the page; a format for machines does without.
        width: cells a line may fill.
        color: whether headings may be bold, by ANSI escapes.
        name: what the article is called, such as its file; empty if it is not called anything.
        made: who read the article, when, and with which version; empty if it is not known.
        detail: how much of the page is shown, where it is laid out as text.
        reviewed: what people decided about items, as columns, by the keys of the items; the page shows it already.
    """

    brief: "StoredBrief"
    document: "Document"
    page: "Callable[[], Page]"
    width: int
    color: bool
    name: str = ""
    made: str = ""
    detail: "Detail" = "full"
    reviewed: "Mapping[Key, Mapping[str, str]]" = field(default_factory=dict)

    def shown(self) -> "Page":
        """As much of the page as is asked for."""
        from summarizer.rendering.page import shown

        return shown(self.page(), self.detail)


@dataclass(frozen=True)
class Format:
    """One format.

    Attributes:
        name: as the caller gives it.
        says: what it is, for the help.
        write: the brief as text.
        aliases: other names that it goes by.
        for_machines: whether it is UTF-8 whatever the terminal takes, and has no colour.
        separator: what stands between the briefs of several articles, by the cells a line may fill; None where it
            holds one brief only.
        opening: what stands once, before the first of them, such as the names of columns.
        for_browsers: whether it is read in a browser; several briefs have an index then.
    """

    name: str
    says: str
    write: Callable[[Rendered], str]
    aliases: tuple[str, ...] = ()
    for_machines: bool = True
    separator: Callable[[int], str] | None = None
    opening: Callable[[], str] = lambda: ""
    for_browsers: bool = False


def in_a_row(width: int) -> str:
    """Nothing between the briefs of several articles: rows and lines go on."""
    return ""


def _text(of: Rendered) -> str:
    from summarizer.rendering.text import as_text

    return as_text(of.shown(), of.width, of.color)


def _markdown(of: Rendered) -> str:
    from summarizer.rendering.markdown import as_markdown

    return as_markdown(of.shown())


def _html(of: Rendered) -> str:
    from summarizer.rendering.html_report import as_report

    return as_report(of.page(), of.document, of.made)


def _json(of: Rendered) -> str:
    from summarizer.rendering.json import as_json

    return as_json(of.brief)


def _annotations(of: Rendered) -> str:
    from summarizer.rendering.annotations import as_annotations

    return as_annotations(of.brief, of.document, of.reviewed)


FORMATS: tuple[Format, ...] = (
    Format(
        "text",
        "a page for a terminal",
        _text,
        for_machines=False,
        separator=lambda width: f"\n{'=' * width}\n\n",
    ),
    Format("markdown", "the same page as Markdown", _markdown, ("md",), separator=lambda width: "\n---\n\n"),
    Format(
        "html",
        "a report beside the article, in one file, for a browser; of several articles into a folder, with an index",
        _html,
        for_browsers=True,
    ),
    Format("json", "everything, to be loaded and verified again", _json),
    Format("annotations", "W3C Web Annotations of the article, one for each mention", _annotations, separator=in_a_row),
)
"""The formats of this package."""


@cache
def formats(own: tuple[Format, ...] = ()) -> Mapping[str, Format]:
    """Every format by each of its names, those of other packages included; none of these replaces one of ours.

    Args:
        own: the formats that the field of use brings.

    Raises:
        PluginError: what another package registers is no `Format`.
    """
    from summarizer.plugins import names, registered

    found = [*FORMATS, *own, *(registered(ENTRY_POINTS, name, Format) for name in names(ENTRY_POINTS))]
    return {name: one for one in reversed(found) for name in (one.name, *one.aliases)}


def format_called(name: str, own: tuple[Format, ...] = ()) -> Format:
    """The format of this name, the field's own among them. Raises UsageError with the names there are if it is unknown."""
    known = formats(own)
    if name not in known:
        raise UsageError(f"there is no format called {name}: choose one of {', '.join(sorted(known))}")
    return known[name]
