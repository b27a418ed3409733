"""A brief, or a failure, as it goes to the output: a page, one JSON document, or one line of JSON."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from summarizer.cli.arguments import LINES, Arguments
from summarizer.cli.exits import Exit
from summarizer.cli.output import in_color, page_width
from summarizer.cli.sources import STANDARD_INPUT, shown
from summarizer.documents.document import Document
from summarizer.errors import printable
from summarizer.pipeline import Result, to_render
from summarizer.rendering.safety import json_escaped
from summarizer.schemas.brief import UnverifiedBrief


@dataclass(frozen=True)
class Look:
    """How a page looks.

    Attributes:
        width: cells that a line may fill.
        color: whether it may carry colour.
    """

    width: int
    color: bool

    @classmethod
    def of(cls, output: Path | None) -> "Look":
        """As the terminal has it, or a file.

        Args:
            output: the file that the page goes to; None for standard output.
        """
        return cls(page_width(output), in_color(output))


def written(source: str, result: Result, options: Arguments, look: Look) -> str:
    """A brief in the form that was asked for.

    Args:
        source: the article, as it was given.
        result: its brief.
        options: of these count `format` and `output`.
        look: how wide a page is, and whether it is coloured.
    """
    if options.format == LINES:
        return _line(
            {
                "source": source,
                "brief": result.brief.model_dump(mode="json"),
                "run": result.run.model_dump(mode="json"),
            }
        )
    reader = result.run.model or f"rules ({result.run.extractor})"
    made = f"Read by {reader} on {datetime.now().astimezone():%Y-%m-%d}, summarizer {result.run.version}"
    return page(result.brief, result.document, source, options, made, look)


def opening(options: Arguments) -> str:
    """What stands once, before the first brief.

    Args:
        options: of these count `format` and `show_prompt`.
    """
    return "" if options.format == LINES else options.written_as.opening()


def page(
    brief: UnverifiedBrief,
    document: Document,
    source: str,
    options: Arguments,
    made: str = "",
    look: Look | None = None,
) -> str:
    """A brief in a format, without what stands once before several: a page for a reader, JSON, rows of a table …

    Args:
        brief: one that comes from a file is headed as unverified.
        document: the article that it is of.
        source: the article, as it was given; the page is headed by the file's name, or the end of the address.
        options: of these count `format`, `detail`, `output` and `reviews`.
        made: who read the article, when, and with which version; empty if it is not known.
        look: how wide it is, and whether it is coloured; None: as the terminal has it, or the file.
    """
    look = look or Look.of(options.output)
    rendered = to_render(
        brief,
        document,
        name=called(source),
        width=look.width,
        color=look.color,
        made=made,
        detail=options.detail,
        reviews=options.decided,
    )
    return options.written_as.write(rendered)


def called(source: str) -> str:
    """What a page calls an article: the file's name, or the end of the address."""
    return source.rstrip("/").rpartition("/")[2] if source != STANDARD_INPUT else shown(source)


def failure(source: str, kind: str, message: str, code: Exit) -> str:
    """A source that gave no brief, as one line of JSON.

    Args:
        source: the article, as it was given.
        kind: name of the error's class.
        message: what failed, where, and what to do.
        code: that the command would end with for this source alone.
    """
    return _line({"source": source, "error": {"kind": kind, "message": printable(message), "exit": int(code)}})


def separator(options: Arguments) -> str | None:
    """What stands between one brief, or one preview of what would be sent, and the next.

    Args:
        options: of these count `format`, `show_prompt` and `output`.

    Returns:
        None where the format holds one brief only.
    """
    if options.format == LINES:
        return ""
    between = options.written_as.separator
    return between(page_width(options.output)) if between else None


def _line(content: dict[str, object]) -> str:
    return json_escaped(json.dumps(content, ensure_ascii=False, separators=(",", ":"))) + "\n"
