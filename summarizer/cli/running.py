"""The sources to their briefs, so many at once: a failure of one is told and stops no other."""

from collections.abc import Iterator
from contextlib import aclosing, contextmanager, nullcontext
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from summarizer import loops, pipeline
from summarizer.cli.arguments import LINES, Arguments
from summarizer.cli.checking import CODER_READS, coder_reads, refuse, settings_of
from summarizer.cli.config import Prices
from summarizer.cli.destinations import Put, destination
from summarizer.cli.ending import Ended, Finishing, failed, kept_line
from summarizer.cli.exits import Exit, exit_of, gravest
from summarizer.cli.logs import is_verbose
from summarizer.cli.output import prepare_stdout
from summarizer.cli.progress import Tally, Waiting, complain, report, say
from summarizer.cli.sources import expand, place, shown
from summarizer.cli.writing import Look
from summarizer.documents.document import Document
from summarizer.errors import ALL_ALIKE, NoExtractorError, NotSent, Stopped, StoreError, UsageError
from summarizer.reading import opening
from summarizer.reading.given import is_fetched, named

if TYPE_CHECKING:
    from summarizer.engine.corpus import Many
    from summarizer.engine.flow import Flow
    from summarizer.model import ModelSettings

RATES = ("requests_per_minute", "tokens_per_minute")
MANY = 50
"""Sources from which on it pays to start processes that read."""


def run(options: Arguments) -> Exit:
    """Write a brief of every source, and give back the code to end with.

    Args:
        options: what was asked for.

    Raises:
        UsageError, NoExtractorError: what was asked for makes no sense; nothing has been sent.
        StoreError: the store cannot be used.
    """
    sources = expand(options.sources, (options.output, options.store))
    settings = settings_of(options)
    refuse(options, sources)
    options.decided  # noqa: B018  # a file of decisions that cannot be read is told of before anything is sent
    prepare_stdout(for_machines=options.for_machines)
    if coder_reads(options) and not (options.without_model or options.show_prompt or options.quiet):
        say(CODER_READS)
    told = Teller(options, len(sources))
    with destination(options) as put:
        if _goes_one_by_one(options, len(sources)):
            for source, ended in _one_by_one(sources, settings, options):
                told.of(source, ended, put)
        else:
            loops.run(lambda: _side_by_side(sources, settings, options, told, put))
    return told.ended()


# --- one by one -----------------------------------------------------------------------------------


def _goes_one_by_one(options: Arguments, sources: int) -> bool:
    """Whether there is nothing to be done side by side: a cassette stands before every connection of the process, a preview
    sends nothing, and one article that is read by rules needs neither loop nor client.
    """
    if options.cassette or options.record or options.show_prompt:
        return True
    return coder_reads(options) and sources == 1 and not (options.store or options.dask)


def _one_by_one(
    sources: list[str], settings: "ModelSettings | None", options: Arguments
) -> Iterator[tuple[str, Ended]]:
    """What a cassette answers or records, since it stands before every connection; and what would be sent."""
    finish = Finishing(options, Look.of(options.output))
    for source, document in chain.from_iterable(_documents(source, options) for source in sources):
        yield source, _one(source, document, settings, options, finish)


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


def _one(
    source: str,
    document: Document | Exception,
    settings: "ModelSettings | None",
    options: Arguments,
    finish: Finishing,
) -> Ended:
    """Work on one article, whatever happens."""
    try:
        if isinstance(document, Exception):
            raise document
        if options.show_prompt:
            from summarizer.cli.estimating import preview

            return Ended(Exit.WELL, preview(shown(source), document, settings, options))
        whom = settings.model if settings else "the cassette"
        what, asked = f"waiting for {whom}", options
        if coder_reads(options):
            what, asked = "reading", replace(options, model=None, cassette=None)
        with Waiting(f"{shown(source)}: {what}", shown=not options.quiet) as waiting:
            result = pipeline.summarized(document, asked.run_options(settings, waiting.now))
        return finish(source, result)[0]
    except (UsageError, NoExtractorError):
        raise
    except Exception as error:  # noqa: BLE001  # the last resort: one source's bug must not cost the others their briefs
        return failed(source, error, options)


# --- side by side ---------------------------------------------------------------------------------


async def _side_by_side(
    sources: list[str], settings: "ModelSettings | None", options: Arguments, told: "Teller", put: Put
) -> None:
    from summarizer.engine.corpus import opened
    from summarizer.engine.feeding import offers

    asked = options if settings else replace(options, model=None)
    with told.progress:
        run_options = asked.run_options(settings, told.progress.now if len(sources) == 1 else None)
        found = kept_line if options.format == LINES else None
        finish = Finishing(options, Look.of(options.output))
        async with opened(run_options, _many(options, settings, len(sources)), finish, found) as (flow, looked_up):
            with _interrupted(flow, told) if len(sources) > 1 else nullcontext():
                articles = offers(sources, looked_up, options.published, place, **options.wishes)
                try:
                    async with aclosing(flow.through(articles)) as outcomes:
                        async for outcome in outcomes:
                            ended = failed(outcome.source, outcome.error, options) if outcome.error else outcome.product
                            tell = partial(told.of, kept=outcome.kept, error=outcome.error)
                            await loops.waiting(tell, outcome.source, ended, put)  # who reads may take their time
                except StoreError as error:
                    told.alike = error


def _many(options: Arguments, settings: "ModelSettings | None", sources: int) -> "Many":
    """How the articles are gone through."""
    from summarizer.engine.corpus import NO_LIMITS, Many
    from summarizer.engine.workers import processors
    from summarizer.limits import Limits

    several = processors() if sources >= MANY and processors() > 1 else 0
    limited = {name: getattr(options, name) for name in ("max_tokens", "max_cost", *RATES)}
    limits = NO_LIMITS
    if settings and any(value is not None for value in limited.values()):
        account = f"{settings.endpoint} {settings.model}"
        limits = Limits(**limited, shared=options.store, account=account)
    return Many(
        jobs=options.jobs,
        processes=several if options.processes is None else options.processes,
        dask=options.dask,
        in_order=options.format != LINES,
        store=options.store,
        limits=limits,
        price=_price(options, settings),
    )


def _price(options: Arguments, settings: "ModelSettings | None") -> Any:
    """What tokens of the model cost. Raises UsageError where a limit on cost needs it, and it is not known."""
    if options.max_cost is None or settings is None:
        return None
    if settings.model not in options.prices:
        raise UsageError(f"--max-cost needs the prices of {settings.model}: state them in the configuration file")
    return Prices(options.prices, settings.model)


@contextmanager
def _interrupted(flow: "Flow", told: "Teller") -> Iterator[None]:
    """Ctrl-C begins nothing more, and a second one ends at once."""
    import asyncio
    import signal

    def stop() -> None:
        if flow.stopped and this is not None:
            this.cancel()
        flow.stop()
        told.alike = Stopped("interrupted")
        say("brief: finishing what is begun; Ctrl-C again ends at once")

    loop, this = asyncio.get_running_loop(), asyncio.current_task()
    try:
        loop.add_signal_handler(signal.SIGINT, stop)
    except (NotImplementedError, RuntimeError, ValueError):  # on Windows, or beside the main thread
        yield
        return
    try:
        yield
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None
    finally:
        loop.remove_signal_handler(signal.SIGINT)


# --- what is told ---------------------------------------------------------------------------------


class Teller:
    """Takes how each article ended: what it gives goes to the output, what is to be said to standard error.

    Args:
        options: of these count `quiet` and what is said of one article.
        sources: how many there are.
    """

    def __init__(self, options: Arguments, sources: int) -> None:
        self._options, self._sources = options, sources
        self._tally = Tally(sources)
        self._codes: list[Exit] = []
        self.alike: NotSent | StoreError | None = None
        """Why the rest was not begun."""
        what = "reading" if sources > 1 else f"{shown(options.sources[0])}: reading"
        if sources == 1 and options.model and not options.without_model:
            what = f"{shown(options.sources[0])}: waiting for {options.model}"
        self.progress = Waiting(what, shown=not options.quiet)

    def of(self, source: str, ended: Ended, put: Put, *, kept: bool = False, error: Exception | None = None) -> None:
        """One article has ended."""
        begun = not isinstance(error, ALL_ALIKE)
        self._tally.add(ended.run, kept=kept, failed=ended.run is None and not kept, begun=begun)
        if isinstance(error, ALL_ALIKE):
            self.alike = self.alike or error
            return
        self._codes.append(ended.code)
        with self.progress.aside():
            if ended.text is not None:
                put(source, ended.text, ended.page)
            self._say(shown(source), ended)
        if self._sources > 1:
            self.progress.now(self._tally.now())

    def _say(self, source: str, ended: Ended) -> None:
        if ended.run is not None and (self._sources == 1 or is_verbose()) and not self._options.quiet:
            report(source, ended.run)
        for warning in ended.run.warnings if ended.run else ():
            complain(warning, source)
        if ended.several:
            separator, number = ended.several
            complain(
                f"may hold {number} articles, and was read as one: --separator '{separator}' reads each by itself",
                source,
            )
        if ended.complaint:
            complain(ended.complaint, source)

    def ended(self) -> Exit:
        """The code to end with; what was not begun, and what all took, is told."""
        if self.alike is not None and not isinstance(self.alike, Stopped):
            complain(str(self.alike))
        if self.alike is not None:
            again = "run the same command again to go on" if self._options.store else "with --store one can go on later"
            complain(f"{self._tally.left:,} of {self._sources:,} sources were not read: {again}")
            self._codes.append(exit_of(self.alike))
        if len(self._codes) > 1 and not self._options.quiet:
            say(self._tally.summary())
        return gravest(self._codes)
