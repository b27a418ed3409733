"""The sources, one after another, to their briefs: a failure of one is told and stops no other."""

import traceback
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer import pipeline
from summarizer.cli import writing
from summarizer.cli.arguments import LINES, Arguments
from summarizer.cli.checking import CODER_READS, coder_reads, refuse, settings_of
from summarizer.cli.exits import Exit, exit_of, gravest
from summarizer.cli.lines import Waiting, complain, report, say
from summarizer.cli.logs import is_verbose
from summarizer.cli.output import opened, prepare_stdout
from summarizer.cli.sources import expand, place, shown
from summarizer.errors import BriefError, NoExtractorError, UsageError
from summarizer.pipeline import Result
from summarizer.pointing.audit import UNREAD
from summarizer.schemas.brief import Brief

if TYPE_CHECKING:
    from summarizer.model import ModelSettings


@dataclass(frozen=True)
class Ended:
    """How one source ended: its code, what it gives to the output, and the line to say where it failed."""

    code: Exit
    text: str = ""
    complaint: str = ""
    result: Result | None = None


def run(options: Arguments) -> Exit:
    """Write a brief of every source, and give back the code to end with.

    Raises:
        UsageError, NoExtractorError: what was asked for makes no sense; nothing has been sent.
    """
    sources = expand(options.sources)
    settings = settings_of(options)
    refuse(options, sources)
    prepare_stdout(for_machines=options.for_machines)
    if coder_reads(options) and not (options.without_model or options.show_prompt or options.quiet):
        say(CODER_READS)
    codes = []
    between = False
    with opened(options.output) as write:
        for source in sources:
            ended = _one(source, settings, options)
            if ended.text:
                write(writing.separator(options) + ended.text if between else ended.text)
                between = True
            _tell(source, ended, options)
            codes.append(ended.code)
    return gravest(codes)


def _one(source: str, settings: "ModelSettings | None", options: Arguments) -> Ended:
    """Work on one source, whatever happens."""
    try:
        if options.show_prompt:
            from summarizer.cli.estimating import preview

            document = pipeline.read_document(place(source), options.published)
            return Ended(Exit.WELL, preview(shown(source), document, settings, options))
        result = _summarized(source, settings, options)
        return Ended(
            _code_of(result.brief), writing.written(source, result, options), _complaint_about(result.brief), result
        )
    except (UsageError, NoExtractorError):
        raise
    except BriefError as error:
        return _failed(source, exit_of(error), type(error).__name__, str(error), options)
    except Exception as error:  # noqa: BLE001  # the last resort: one source's bug must not cost the others their briefs
        return _failed(source, Exit.BUG, "Bug", bug(error), options)


def _summarized(source: str, settings: "ModelSettings | None", options: Arguments) -> Result:
    document = pipeline.read_document(place(source), options.published)
    if coder_reads(options):
        with Waiting(f"{shown(source)}: reading", shown=not options.quiet):
            return pipeline.summarized(document, replace(options, model=None, cassette=None).run_options(None))
    whom = settings.model if settings else "the cassette"
    with Waiting(f"{shown(source)}: waiting for {whom}", shown=not options.quiet) as waiting:
        result = pipeline.summarized(document, options.run_options(settings, waiting.now))
    return result if options.cassette else _with_cost(result, settings, options)


def _with_cost(result: Result, settings: "ModelSettings | None", options: Arguments) -> Result:
    run = result.run
    price = options.prices.get(run.model or "") or options.prices.get(settings.model if settings else "")
    if not price:
        return result
    cost = price.of(run.tokens.prompt, run.tokens.completion, run.tokens.cached)
    return Result(brief=result.brief, run=run.model_copy(update={"cost": cost}), document=result.document)


def _failed(source: str, code: Exit, kind: str, message: str, options: Arguments) -> Ended:
    text = writing.failure(source, kind, message, code) if options.format == LINES and not options.show_prompt else ""
    return Ended(code, text, message)


def _tell(source: str, ended: Ended, options: Arguments) -> None:
    if ended.result and not options.quiet:
        report(shown(source), ended.result.run)
    for warning in ended.result.run.warnings if ended.result else ():
        complain(warning, shown(source))
    if ended.complaint:
        complain(ended.complaint, shown(source))


def bug(error: Exception) -> str:
    """The line for an exception that nobody foresaw; with -v, where it happened is told first."""
    if is_verbose():
        for line in traceback.format_exception(error):
            say(line.rstrip("\n").replace("\n", " | "))
    return f"a bug of this program ({type(error).__name__}: {error}): please report it; -v shows where it happened"


# --- nothing survived -----------------------------------------------------------------------------


def _dropped(brief: Brief) -> int:
    """How many items were proposed, if none of them is in the brief; an actor alone says nothing."""
    proposed = [outcome for outcome in brief.audit.outcomes if outcome.item != "actor"] or list(brief.audit.outcomes)
    return 0 if any(outcome.disposition != "rejected" for outcome in proposed) else len(proposed)


def _code_of(brief: Brief) -> Exit:
    if any(finding.code == UNREAD for finding in brief.audit.findings):
        return Exit.PARTLY_READ
    return Exit.NOTHING_KEPT if _dropped(brief) else Exit.WELL


def _complaint_about(brief: Brief) -> str:
    dropped = _dropped(brief)
    if not dropped:
        return ""
    items = "the one item that was" if dropped == 1 else f"all {dropped} items that were"
    return f"nothing survived verification ({items} proposed): see the brief's checks, or use a stronger model"
