"""(Brief, Document) → text, Markdown or JSON."""

from typing import Literal

from summarizer.conflict.wording.composing import compose
from summarizer.documents.document import Document
from summarizer.rendering.markdown import as_markdown
from summarizer.rendering.safety import json_escaped
from summarizer.rendering.text import as_text
from summarizer.schemas.brief import UnverifiedBrief

Format = Literal["text", "markdown", "json"]

__all__ = ["Format", "render"]


def render(
    brief: UnverifiedBrief,
    document: Document,
    format: Format = "text",  # noqa: A002 - the reader's word for it
    *,
    name: str = "",
    width: int = 80,
    color: bool = False,
) -> str:
    """Write a brief for a reader. Pure: the same arguments give the same string.

    Args:
        brief: The brief; one that is no `Brief` is headed as unverified.
        document: The article that the brief is of.
        format: `text` for a terminal, `markdown`, or `json`, which loads back as an `UnverifiedBrief`.
        name: What the article is called in the heading, such as its file name; not for JSON.
        width: Cells a line may fill, for text; less than 60 is taken as 60.
        color: Whether headings are bold, for text, by ANSI escapes. The article's own escapes never
            reach the output: unseen characters appear as `⟨U+001B⟩`.
    """
    if format == "json":
        return json_escaped(brief.model_dump_json(indent=2)) + "\n"
    page = compose(brief, document, name)
    return as_markdown(page) if format == "markdown" else as_text(page, width, color)
