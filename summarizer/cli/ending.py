"""How an article ends for the command: the code, what it gives to the output, and what is said of it. It can travel."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.asking.run import Run
from summarizer.cli import writing
from summarizer.cli.arguments import LINES, Arguments
from summarizer.cli.destinations import folder_of
from summarizer.cli.exits import Exit, exit_of
from summarizer.cli.logs import is_verbose
from summarizer.conflict.assembled import CONFLICT
from summarizer.documents.document import Document
from summarizer.errors import BriefError
from summarizer.pipeline import Result
from summarizer.pointing.audit import UNREAD
from summarizer.reading.article import Article
from summarizer.reading.text_files import separators_in
from summarizer.rendering.safety import json_escaped
from summarizer.schemas.brief import Brief

if TYPE_CHECKING:
    from summarizer.rendering.page import Page
    from summarizer.store import KeptBrief


@dataclass(frozen=True)
class Ended:
    """How one article ended.

    Attributes:
        code: the exit code that it has.
        text: what it gives to the output; None where it gives nothing. A brief may have no rows, and is among the others
            all the same.
        complaint: the line to say where it failed.
        run: how its brief came about.
        several: a separator in its text that may stand between articles, and how many these would be.
        page: its page, where an index leads to it.
    """

    code: Exit
    text: str | None = None
    complaint: str = ""
    run: Run | None = None
    several: tuple[str, int] | None = None
    page: "Page | None" = None


@dataclass(frozen=True)
class Finishing:
    """Makes of a brief what the command gives out; it travels to where the brief is made.

    Attributes:
        options: of these count those on the form of the output.
        look: how wide a page is, and whether it is coloured, as the terminal of the command has it.
    """

    options: Arguments
    look: writing.Look

    def __call__(self, source: str, result: Result) -> tuple[Ended, int]:
        """How an article ends whose brief this is, and its exit code."""
        code = code_of(result.brief)
        indexed = folder_of(self.options) is not None
        ended = Ended(
            code,
            writing.written(source, result, self.options, self.look),
            complaint_about(result.brief),
            result.run,
            _several(result.document, self.options),
            CONFLICT.compose(result.brief, result.document, source) if indexed else None,
        )
        return ended, int(code)


def kept_line(source: str, article: Article, kept: "KeptBrief") -> Ended:
    """How an article ends that is finished already, where a line of JSON is wanted: what is kept is that line nearly."""
    line = f'{{"source":{json.dumps(source, ensure_ascii=False)},"brief":{kept.brief},"run":{kept.run}}}\n'
    return Ended(Exit(kept.exit_code), json_escaped(line))


def failed(source: str, error: Exception, options: Arguments) -> Ended:
    """How an article ends that failed; where briefs are lines, it has a line among them.

    Args:
        source: what it is called.
        error: why.
        options: of these count the format.
    """
    foreseen = isinstance(error, BriefError)
    code = exit_of(error) if isinstance(error, BriefError) else Exit.BUG
    kind, message = (type(error).__name__, str(error)) if foreseen else ("Bug", bug(error))
    in_line = options.format == LINES and not options.show_prompt
    return Ended(code, writing.failure(source, kind, message, code) if in_line else None, message)


def bug(error: Exception) -> str:
    """The line for an exception that nobody foresaw; with -v, where it happened is told first.

    Args:
        error: none of the package's own, which say themselves what to do.
    """
    if is_verbose():
        import traceback

        from summarizer.cli.progress import say

        for line in traceback.format_exception(error):
            say(line.rstrip("\n").replace("\n", " | "))
    return f"a bug of this program ({type(error).__name__}: {error}): please report it; -v shows where it happened"


def _several(document: Document, options: Arguments) -> tuple[str, int] | None:
    """Where a text may hold several articles, since it was read as one."""
    parts = {} if options.separator else separators_in(document.text)
    return next(iter(parts.items()), None)


# --- nothing survived -----------------------------------------------------------------------------


def _dropped(brief: Brief) -> int:
    """How many items were proposed, if none of them is in the brief; 0 where one is, or none was proposed.

    An actor alone says nothing: actors count only where nothing else was proposed.
    """
    outcomes = brief.audit.outcomes
    telling = [outcome for outcome in outcomes if outcome.item != "actor"]
    ends = [outcome.disposition for outcome in telling or outcomes]
    return len(ends) if set(ends) == {"rejected"} else 0


def code_of(brief: Brief) -> Exit:
    """The code of an article that has a brief."""
    codes = {finding.code for finding in brief.audit.findings}
    if UNREAD in codes:
        return Exit.PARTLY_READ
    return Exit.NOTHING_KEPT if _dropped(brief) else Exit.WELL


def complaint_about(brief: Brief) -> str:
    """The line for a brief in which nothing is left of what was proposed; empty for any other."""
    dropped = _dropped(brief)
    if not dropped:
        return ""
    items = "the one item that was" if dropped == 1 else f"all {dropped} items that were"
    return f"nothing survived verification ({items} proposed): see the brief's checks, or use a stronger model"
