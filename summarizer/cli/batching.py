"""`brief batch`: what is submitted and collected, and what is said of it."""

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from summarizer.batch import Desk, Plan, Reckoning, finish_now, open_desk
from summarizer.batch.collecting import collect as collect_all
from summarizer.batch.settling import look
from summarizer.batch.submitting import looked_up
from summarizer.batch.submitting import submit as submit_all
from summarizer.cli.arguments import Arguments
from summarizer.cli.checking import settings_of
from summarizer.cli.config import Price
from summarizer.cli.ending import code_of, complaint_about
from summarizer.cli.exits import Exit, exit_of, gravest
from summarizer.cli.progress import complain, counted, say
from summarizer.cli.sources import expand, place, shown
from summarizer.engine.feeding import Offer, offers
from summarizer.errors import SourceError, printable
from summarizer.model.batches import ENDED
from summarizer.pipeline import Result
from summarizer.store import KeptBatch
from summarizer.store.batches import BEGUN, COLLECTED, CREATING, FAILED, SENT, Counts

BATCH_PRICE = 0.5
"""Of what the same tokens cost at once (platform.openai.com, "Batch API")."""
MINUTE, HOUR = 60, 3600
NEXT: Mapping[str, str] = {
    BEGUN: "submit again",
    CREATING: "look again in two minutes: whether it came about is not known yet",
    SENT: "wait",
    COLLECTED: "nothing",
    FAILED: "submit again",
}
"""What is to be done about a batch, by its state."""


def finish(source: str, result: Result) -> tuple[tuple[str, ...], int]:
    """The lines to say about an article that is finished, and its exit code; it travels to where the brief is made."""
    complaint = complaint_about(result.brief)
    return (*result.run.warnings, *([complaint] if complaint else [])), int(code_of(result.brief))


def submit(store: Path, options: Arguments, *, failed: bool) -> Exit:
    """Submit articles, and what earlier ones wait for.

    Args:
        store: the file.
        options: what was asked for.
        failed: whether what failed is asked again.
    """
    plan = Plan.of(options.run_options(settings_of(options))) if options.sources else None

    async def work(desk: Desk) -> None:
        if failed:
            desk.batches.try_again()
        await submit_all(desk, plan, _offers(desk, plan, options) if plan else ())
        if not options.quiet:
            _tell_submitted(desk)

    return _at_desk(store, work, create=plan is not None)


def collect(store: Path, prices: Mapping[str, Price], *, finish: bool, quiet: bool) -> Exit:
    """Collect what has come.

    Args:
        store: the file.
        prices: of models, by name.
        finish: whether to ask at once what is still to be asked.
        quiet: whether nothing but failures is said.
    """

    async def work(desk: Desk) -> None:
        await collect_all(desk)
        if finish:
            await finish_now(desk)
        if not quiet:
            _tell_collected(desk, prices)

    return _at_desk(store, work)


def status(store: Path) -> Exit:
    """Print how batches stand, and what to do next."""

    async def work(desk: Desk) -> None:
        await look(desk)
        for line in _table(desk.batches.all(), time.time()):
            click.echo(line)
        for line in _next(desk):
            click.echo(line)

    return _at_desk(store, work)


def _at_desk(store: Path, work: Callable[[Desk], Coroutine[Any, Any, None]], *, create: bool = False) -> Exit:
    async def run() -> Reckoning:
        async with open_desk(store, finish, complain, create=create) as desk:
            await work(desk)
            return desk.tally

    return gravest(exit_of(error) for error in asyncio.run(run()).failures)


def _offers(desk: Desk, plan: Plan, options: Arguments) -> Iterator[Offer]:
    look_up = looked_up(desk, plan)
    for source in expand(options.sources):
        try:
            yield from offers([place(source)], look_up, options.published, **options.wishes)
        except SourceError as error:
            yield Offer(shown(source), error=error)


# --- what is said ---------------------------------------------------------------------------------------


def _tell_submitted(desk: Desk) -> None:
    counts = desk.tally.counts
    _tell_of_earlier(counts)
    parts = [f"{counted(counts['new'], 'new article')}"]
    if counts["finished before"]:
        parts.append(f"{counts['finished before']:,} finished before")
    if counts["finished"]:
        parts.append(f"{counts['finished']:,} finished of answers that are kept")
    questions = counted(counts["questions"], "question")
    say(f"{', '.join(parts)}; {questions} submitted in {counts['batches']} {_batches(counts['batches'])}")
    _say_next(desk)


def _tell_collected(desk: Desk, prices: Mapping[str, Price]) -> None:
    counts = desk.tally.counts
    _tell_of_earlier(counts)
    ended = f"{counts['collected']} {_batches(counts['collected'])} collected"
    say(f"{ended}: {counted(counts['answers'], 'answer')} kept, {counted(counts['finished'], 'article')} finished")
    if counts["to ask again"]:
        say(f"{counted(counts['to ask again'], 'question')} came to nothing, and may be submitted again")
    for (asked, model), tokens in desk.tally.tokens.items():
        price = prices.get(model, prices.get(asked))
        cost = price.of(tokens.prompt, tokens.completion, tokens.cached) * BATCH_PRICE if price else None
        at_half = f" · ${cost:.4f}, half the price" if cost is not None else ""
        say(f"{printable(model)}: {tokens.prompt:,} tokens in, {tokens.completion:,} out{at_half}")
    _say_next(desk)


def _tell_of_earlier(counts: Mapping[str, int]) -> None:
    if counts["taken over"]:
        say(f"{counts['taken over']} {_batches(counts['taken over'])} of a command that was ended taken over")


def _batches(number: int) -> str:
    return "batch" if number == 1 else "batches"


def _say_next(desk: Desk) -> None:
    for line in _next(desk):
        say(line)


def _next(desk: Desk) -> Iterator[str]:
    """What waits, and which command goes on with it."""
    counts: Counts = desk.batches.counts()
    store = f"--store {printable(str(desk.path))}"
    sent = desk.batches.all(SENT)
    if any(batch.status in ENDED for batch in sent):
        yield f"next: brief batch collect {store}"
    if counts.asked:
        yield f"{counted(counts.asked, 'article')} in batches: brief batch status {store}"
    if counts.to_ask:
        yield f"{counted(counts.to_ask, 'article')} with a further question: brief batch submit {store}"
    if counts.failed:
        yield f"{counted(counts.failed, 'article')} failed: brief batch submit --failed {store}"
    if not any((counts.asked, counts.to_ask, counts.failed)):
        yield "no article waits"


def _table(batches: list[KeptBatch], now: float) -> Iterator[str]:
    """A line a batch, under a head."""
    if not batches:
        return
    head = ("batch", "model", "status", "questions", "done", "failed", "age", "next")
    rows = [head, *(_row(batch, now) for batch in batches)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _row(batch: KeptBatch, now: float) -> tuple[str, ...]:
    ended = batch.state == SENT and batch.status in ENDED
    status = batch.status if batch.state == SENT else batch.state
    numbers = (f"{number:,}" for number in (batch.questions, batch.completed, batch.failed))
    todo = "collect" if ended else NEXT[batch.state]
    return batch.name[:8], printable(batch.model), printable(status), *numbers, _age(now - batch.begun), todo


def _age(seconds: float) -> str:
    minutes = max(int(seconds) // MINUTE, 0)
    return f"{minutes} min" if minutes < 2 * MINUTE else f"{minutes * MINUTE // HOUR} h"
