"""The formats in which a brief can be written: one module and one row each, or another package's entry point."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from summarizer.documents.document import Document
from summarizer.errors import UsageError
from summarizer.plugins import names, registered
from summarizer.pointing.briefs import StoredBrief
from summarizer.rendering.json import as_json
from summarizer.rendering.markdown import as_markdown
from summarizer.rendering.page import Page
from summarizer.rendering.text import as_text

ENTRY_POINTS = "summarizer.formats"
"""The group of entry points under which another package registers a `Format`."""


@dataclass(frozen=True)
class Rendered:
    """What a format writes: the brief itself, and the page that its field makes of it.

    Attributes:
        page: makes the page; a format for machines does without.
        width: cells a line may fill.
        color: whether headings may be bold, by ANSI escapes.
    """

    brief: StoredBrief
    document: Document
    page: Callable[[], Page]
    width: int
    color: bool


@dataclass(frozen=True)
class Format:
    """One format.

    Attributes:
        name: as the caller gives it.
        says: what it is, for the help.
        write: the brief as text.
        aliases: other names that it goes by.
        for_machines: whether it is UTF-8 whatever the terminal takes, and has no colour.
        separator: what stands between the briefs of several articles; None where it holds one brief only.
    """

    name: str
    says: str
    write: Callable[[Rendered], str]
    aliases: tuple[str, ...] = ()
    for_machines: bool = True
    separator: str | None = None


FORMATS: tuple[Format, ...] = (
    Format(
        "text",
        "a page for a terminal",
        lambda of: as_text(of.page(), of.width, of.color),
        for_machines=False,
        separator="\n",
    ),
    Format("markdown", "the same page as Markdown", lambda of: as_markdown(of.page()), ("md",), separator="\n---\n\n"),
    Format("json", "everything, to be loaded and verified again", lambda of: as_json(of.brief)),
)
"""The formats of this package."""


@cache
def formats() -> Mapping[str, Format]:
    """Every format by each of its names, those of other packages included; none of these replaces one of ours.

    Raises:
        PluginError: what another package registers is no `Format`.
    """
    found = [*FORMATS, *(registered(ENTRY_POINTS, name, Format) for name in names(ENTRY_POINTS))]
    return {name: one for one in reversed(found) for name in (one.name, *one.aliases)}


def format_called(name: str) -> Format:
    """The format of this name. Raises UsageError with the names there are if it is unknown."""
    if name not in formats():
        raise UsageError(f"there is no format called {name}: choose one of {', '.join(sorted(formats()))}")
    return formats()[name]
