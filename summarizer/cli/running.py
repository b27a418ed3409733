"""The sources, one after another, to their briefs: a failure of one is told and stops no other."""

import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from summarizer import pipeline
from summarizer.asking.run import Run
from summarizer.cli import writing
from summarizer.cli.arguments import LINES, Arguments
from summarizer.cli.checking import CODER_READS, coder_reads, refuse, settings_of
from summarizer.cli.config import Price
from summarizer.cli.destinations import destination
from summarizer.cli.exits import Exit, exit_of, gravest
from summarizer.cli.logs import is_verbose
from summarizer.cli.output import prepare_stdout
from summarizer.cli.progress import Waiting, complain, report, say
from summarizer.cli.sources import expand, place, shown
from summarizer.documents.document import Document
from summarizer.errors import BriefError, NoExtractorError, UsageError
from summarizer.pipeline import Result
from summarizer.pointing.audit import UNREAD
from summarizer.reading import opening
from summarizer.reading.given import is_fetched, named
from summarizer.reading.text_files import separators_in
from summarizer.schemas.brief import Brief

if TYPE_CHECKING:
    from summarizer.model import ModelSettings


@dataclass(frozen=True)
class Ended:
    """How one source ended: its code, what it gives to the output, and the line to say where it failed.

    Attributes:
        text: None where it gives nothing; a brief may have no rows, and is among the others all the same.
    """

    code: Exit
    text: str | None = None
    complaint: str = ""
    result: Result | None = None


def run(options: Arguments) -> Exit:
    """Write a brief of every source, and give back the code to end with.

    Args:
        options: what was asked for.

    Raises:
        UsageError, NoExtractorError: what was asked for makes no sense; nothing has been sent.
    """
    sources = expand(options.sources)
    settings = settings_of(options)
    refuse(options, sources)
    options.decided  # noqa: B018  # a file of decisions that cannot be read is told of before anything is sent
    prepare_stdout(for_machines=options.for_machines)
    if coder_reads(options) and not (options.without_model or options.show_prompt or options.quiet):
        say(CODER_READS)
    codes = []
    with destination(options) as put:
        for source, document in chain.from_iterable(_documents(source, options) for source in sources):
            ended = _one(source, document, settings, options)
            if ended.text is not None:
                put(source, ended.text, ended.result)
            _tell(source, ended, options)
            codes.append(ended.code)
    return gravest(codes)


def _documents(source: str, options: Arguments) -> Iterator[tuple[str, Document | Exception]]:
    """The documents of one source, each with its name; what went wrong stands in the place of one."""
    waits = is_fetched(source) and not options.quiet
    try:
        documents = opening.read_documents(place(source), options.published, **options.wishes)
        with Waiting(f"{shown(source)}: waiting for the site", shown=waits):
            first = list(islice(documents, 1))
        yield from chain(first, documents)
    except Exception as error:  # noqa: BLE001  # told where its document would be
        yield named(source), error


def _one(source: str, document: Document | Exception, settings: "ModelSettings | None", options: Arguments) -> Ended:
    """Work on one article, whatever happens."""
    try:
        if isinstance(document, Exception):
            raise document
        if options.show_prompt:
            from summarizer.cli.estimating import preview

            return Ended(Exit.WELL, preview(shown(source), document, settings, options))
        result = _summarized(source, document, settings, options)
        return Ended(
            _code_of(result.brief), writing.written(source, result, options), _complaint_about(result.brief), result
        )
    except (UsageError, NoExtractorError):
        raise
    except BriefError as error:
        return _failed(source, exit_of(error), type(error).__name__, str(error), options)
    except Exception as error:  # noqa: BLE001  # the last resort: one source's bug must not cost the others their briefs
        return _failed(source, Exit.BUG, "Bug", bug(error), options)


def _summarized(source: str, document: Document, settings: "ModelSettings | None", options: Arguments) -> Result:
    if coder_reads(options):
        with Waiting(f"{shown(source)}: reading", shown=not options.quiet):
            return pipeline.summarized(document, replace(options, model=None, cassette=None).run_options(None))
    whom = settings.model if settings else "the cassette"
    with Waiting(f"{shown(source)}: waiting for {whom}", shown=not options.quiet) as waiting:
        result = pipeline.summarized(document, options.run_options(settings, waiting.now))
    return with_cost(result, options.prices, settings.model) if settings else result


def with_cost(result: Result, prices: Mapping[str, Price], asked: str = "") -> Result:
    """A brief with what it cost, where a price is known.

    Args:
        result: the brief, and how it came about.
        prices: of models, by name.
        asked: the model's name as it was asked for; the endpoint may have answered under another.
    """
    run = result.run
    price = prices.get(run.model or "", prices.get(asked))
    if price is None:
        return result
    cost = price.of(run.tokens.prompt, run.tokens.completion, run.tokens.cached)
    return Result(brief=result.brief, run=run.model_copy(update={"cost": cost}), document=result.document)


def _failed(source: str, code: Exit, kind: str, message: str, options: Arguments) -> Ended:
    """A source that failed; where briefs are lines, it has a line among them."""
    in_line = options.format == LINES and not options.show_prompt
    return Ended(code, writing.failure(source, kind, message, code) if in_line else None, message)


def _tell(source: str, ended: Ended, options: Arguments) -> None:
    """Say on standard error what a source took, what could not be done, and why it failed."""
    if ended.result:
        _tell_of(shown(source), ended.result.run, options)
        _tell_of_parts(shown(source), ended.result.document, options)
    if ended.complaint:
        complain(ended.complaint, shown(source))


def _tell_of(source: str, run: Run, options: Arguments) -> None:
    if not options.quiet:
        report(source, run)
    for warning in run.warnings:
        complain(warning, source)


def _tell_of_parts(source: str, document: Document, options: Arguments) -> None:
    """Say where a text may hold several articles, since it was read as one."""
    parts = {} if options.separator else separators_in(document.text)
    for separator, number in list(parts.items())[:1]:
        complain(
            f"may hold {number} articles, and was read as one: --separator '{separator}' reads each by itself", source
        )


def bug(error: Exception) -> str:
    """The line for an exception that nobody foresaw; with -v, where it happened is told first.

    Args:
        error: none of the package's own, which say themselves what to do.
    """
    if is_verbose():
        for line in traceback.format_exception(error):
            say(line.rstrip("\n").replace("\n", " | "))
    return f"a bug of this program ({type(error).__name__}: {error}): please report it; -v shows where it happened"


# --- nothing survived -----------------------------------------------------------------------------


def _dropped(brief: Brief) -> int:
    """How many items were proposed, if none of them is in the brief; 0 where one is, or none was proposed.

    An actor alone says nothing: actors count only where nothing else was proposed.
    """
    outcomes = brief.audit.outcomes
    telling = [outcome for outcome in outcomes if outcome.item != "actor"]
    ends = [outcome.disposition for outcome in telling or outcomes]
    return len(ends) if set(ends) == {"rejected"} else 0


def _code_of(brief: Brief) -> Exit:
    codes = {finding.code for finding in brief.audit.findings}
    if UNREAD in codes:
        return Exit.PARTLY_READ
    return Exit.NOTHING_KEPT if _dropped(brief) else Exit.WELL


def _complaint_about(brief: Brief) -> str:
    dropped = _dropped(brief)
    if not dropped:
        return ""
    items = "the one item that was" if dropped == 1 else f"all {dropped} items that were"
    return f"nothing survived verification ({items} proposed): see the brief's checks, or use a stronger model"
