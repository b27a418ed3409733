"""`brief record` and `brief check`: each source in turn, a line for whatever is to be told, and a sum at the end."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from summarizer.asking.options import RunOptions
from summarizer.cli.arguments import Arguments
from summarizer.cli.checking import NO_MODEL, settings_of
from summarizer.cli.ending import bug
from summarizer.cli.exits import Exit, exit_of, gravest
from summarizer.cli.junit import junit_xml
from summarizer.cli.output import opened, prepare_stdout
from summarizer.cli.progress import Waiting, complain, counted
from summarizer.cli.sources import STANDARD_INPUT, expand, place, shown, spare
from summarizer.conflict.assembled import CONFLICT
from summarizer.engine.workers import each, processors
from summarizer.errors import BriefError, NoExtractorError, UsageError, printable
from summarizer.pointing.briefs import Policy
from summarizer.reading.given import is_fetched
from summarizer.regression.folders import CheckedArticle, Folder, Recorded, State, check, record, tokens_of

MANY = 8
"""Articles from which on it pays to start processes."""

ENDS: dict[State, Exit] = {
    "unchanged": Exit.WELL,
    "accepted": Exit.WELL,
    "changed": Exit.CHANGED,
    "stale": Exit.SOURCE_FAILED,
    "missing": Exit.SOURCE_FAILED,
    "failed": Exit.SOURCE_FAILED,
}
"""The code for each way in which the check of a source ends."""


# --- check ----------------------------------------------------------------------------------------


def check_folder(folder: Path, cassettes: Path | None, *, accept: bool, junit: Path | None, quiet: bool) -> Exit:
    """Check every article of a folder, and give back the code to end with.

    Args:
        folder, cassettes: where the articles lie, and their recordings if not in the usual place.
        accept: keep the briefs that come out now.
        junit: the file of the report, if one is wanted.
        quiet: show no sign of life.

    Raises:
        UsageError: there is no such folder, or nothing in it; or the JUnit file cannot be written.
    """
    where = Folder.at(folder, cassettes)
    names = where.names()
    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder; 'brief record' makes one")
    if not names:
        raise UsageError(f"{folder}: holds no articles (*.txt); 'brief record SOURCE... --dir {folder}' keeps some")
    kept = [path for name in names for path in (where.source(name), where.cassette(name), where.accepted(name))]
    spare(junit, kept, "--junit")
    prepare_stdout(for_machines=False)
    checked: list[tuple[CheckedArticle, float]] = []
    with _report(junit) as write, opened(None) as say, Waiting("replaying", shown=not quiet) as waiting:
        for one, seconds in each(partial(_timed, where, accept), names, _processes(len(names))):
            checked.append((one, seconds))
            with waiting.aside():
                say("".join(f"{line}\n" for line in _told(str(where.source(one.name)), one)))
            waiting.now(f"{len(checked)} of {len(names)}")
        say(f"{_sum(Counter(one.state for one, _ in checked))}\n")
        write(junit_xml(str(folder), checked))
    return gravest(ENDS[one.state] for one, _ in checked)


def _processes(articles: int) -> int:
    """How many processes replay: a cassette stands before every connection of its process, so each has one of its own."""
    return processors() if articles >= MANY else 0


def _timed(folder: Folder, accept: bool, name: str) -> tuple[CheckedArticle, float]:
    started = time.monotonic()
    return _checked(folder, name, accept), time.monotonic() - started


def _checked(folder: Folder, name: str, accept: bool) -> CheckedArticle:
    try:
        return check(folder, name, CONFLICT, accept=accept)
    except Exception as error:  # noqa: BLE001  # the last resort: one source's bug must not hide the others' changes
        return CheckedArticle(name, "failed", (bug(error),))


def _told(source: str, one: CheckedArticle) -> Iterator[str]:
    head = "accepted: " if one.state == "accepted" else ""
    for line in one.lines:
        yield printable(f"{source}: {head}{line}")
    for note in one.notes:
        yield printable(f"{source}: ({note})")


def _sum(states: Counter[State]) -> str:
    """How many articles there were, and how they ended, in the order of the table."""
    ends = sorted(states, key=list(ENDS).index)
    parts = ", ".join(f"{states[state]} {state}" for state in ends)
    return f"{counted(states.total(), 'article')}: {parts}"


@contextmanager
def _report(path: Path | None) -> Iterator[Callable[[str], None]]:
    """Where the JUnit file goes, if one is wanted."""
    if path is None:
        yield lambda text: None
        return
    with opened(path) as write:
        yield write


# --- record ---------------------------------------------------------------------------------------


def record_sources(
    options: Arguments, folder: Path, cassettes: Path | None, max_tokens: int | None, policy: Policy | None
) -> Exit:
    """Record every source, until the tokens are spent, and give back the code to end with.

    Args:
        options: of these count the sources, the model's, `second_look` and `window`.
        folder, cassettes: where everything is kept, and the recordings if not in the usual place.
        max_tokens: how many may be spent, both ways, before another source is asked about.
        policy: how much it takes for an attack to be confirmed; None: as in the accepted brief.

    Raises:
        UsageError, NoExtractorError: what was asked for makes no sense; nothing has been sent.
    """
    sources = expand(options.sources)
    nameless = [source for source in sources if source == STANDARD_INPUT or is_fetched(source)]
    if nameless:
        raise UsageError(f"{shown(nameless[0])} has no name to be kept under: give files")
    settings = settings_of(options)
    if settings is None:
        raise NoExtractorError(f"a recording {NO_MODEL}")
    where = Folder.at(folder, cassettes)
    run = replace(options.run_options(settings), policy=policy)
    prepare_stdout(for_machines=False)
    ended: list[_Ended] = []

    def affordable() -> Iterator[str]:
        """The sources, until the tokens are spent."""
        for source in sources:
            if max_tokens is not None and sum(one.tokens for one in ended) >= max_tokens:
                return
            yield source

    with opened(None) as say, Waiting("waiting for the model", shown=True) as waiting:
        waiting.now(f"1 of {len(sources)}")
        for one in each(partial(_recorded, where, run), affordable(), options.jobs):
            ended.append(one)
            with waiting.aside():
                for line in one.complaints:
                    complain(line, shown(one.source))
                say(one.text)
            waiting.now(f"{len(ended) + 1} of {len(sources)}")
    codes, tokens = [one.code for one in ended], sum(one.tokens for one in ended)
    for source in sources[len(ended) :]:
        complain(f"not asked about: {tokens:,} tokens are spent, and --max-tokens is {max_tokens:,}", source)
        codes.append(Exit.BUDGET_SPENT)
    with opened(None) as say:
        say(_kept(codes, tokens))
    return gravest(codes)


@dataclass(frozen=True)
class _Ended:
    """How one source's recording ended: its code, the tokens that it took, and what is to be told."""

    source: str
    code: Exit
    tokens: int
    text: str = ""
    complaints: tuple[str, ...] = ()


def _recorded(folder: Folder, run: RunOptions, source: str) -> _Ended:
    """Record one source, whatever happens; what is the matter with all alike is raised."""
    try:
        one = record(Path(place(source)), folder, run, CONFLICT)
    except (UsageError, NoExtractorError):
        raise
    except BriefError as error:
        return _Ended(source, exit_of(error), tokens_of(error), complaints=(str(error),))
    except Exception as error:  # noqa: BLE001  # the last resort: one source's bug must not cost the others
        return _Ended(source, Exit.BUG, 0, complaints=(bug(error),))
    code = Exit.PARTLY_READ if one.unread else Exit.WELL
    text = "".join(f"{printable(f'{shown(source)}: {line}')}\n" for line in _lines(one))
    return _Ended(source, code, one.tokens, text, tuple(one.warnings))


def _lines(one: Recorded) -> Iterator[str]:
    yield f"kept {', '.join(map(str, one.kept))}; {one.tokens:,} tokens"
    if one.lines == ():
        yield "the brief says what the accepted one said"
    yield from one.lines or ()


def _kept(codes: list[Exit], tokens: int) -> str:
    left, kept = codes.count(Exit.BUDGET_SPENT), codes.count(Exit.WELL) + codes.count(Exit.PARTLY_READ)
    parts = (f"{kept} kept", f"{len(codes) - kept - left} failed", f"{left} not asked about", f"{tokens:,} tokens")
    return f"{counted(len(codes), 'source')}: {', '.join(parts)}\n"
