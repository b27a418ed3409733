"""Finished articles, derived again from what is kept of them: nobody is asked, and what comes out is told and written."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine, Iterator
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from summarizer import loops
from summarizer.asking.conversation import Conversation
from summarizer.asking.run import Run
from summarizer.documents.quotes import Origin
from summarizer.engine import workers
from summarizer.engine.depending import read_so
from summarizer.engine.keeping import OnlyKept
from summarizer.engine.tasks import Made, Task, travelling, work
from summarizer.errors import BriefError, NoAnswerKept
from summarizer.fields import field_called
from summarizer.reading.article import Article
from summarizer.regression.changes import changes, statuses_changed
from summarizer.schemas.brief import Brief
from summarizer.store import Finished, KeptBrief, KeptDocument, Store
from summarizer.version import VERSION

if TYPE_CHECKING:
    from summarizer import pipeline

AT_ONCE = 100
"""Most briefs that are written in one transaction."""
NOT_READABLE = "the brief that was kept is none of this version's: it is made anew"
OTHER_QUESTIONS = "left as it is: this version asks something else, and nobody has answered that yet"
NOT_KNOWN_HOW = "left as it is: how it was read is not kept"

Result = TypeVar("Result")
CodeOf = Callable[[Brief], int]
"""The exit code that the command has for a brief; it travels."""


@dataclass(frozen=True)
class Rederived:
    """What became of one brief.

    Attributes:
        source: what its article is called.
        lines: what it says otherwise, in words; they may hold words of the article.
        statuses: how many of its items have another status.
        left: why it is left as it is; empty where it was derived.
    """

    source: str
    lines: tuple[str, ...] = ()
    statuses: int = 0
    left: str = ""


@dataclass(frozen=True)
class _Compared:
    """Holds a brief against the one that is kept, where it is made."""

    kept: KeptBrief
    field: str
    code_of: CodeOf

    def __call__(self, source: str, result: "pipeline.Result") -> tuple[Rederived, int]:
        code = int(self.code_of(result.brief))
        if result.brief.model_dump_json() == self.kept.brief:
            return Rederived(source), code
        field = field_called(self.field)
        try:
            before = field.stored.model_validate_json(self.kept.brief)
        except (ValidationError, BriefError):
            return Rederived(source, (NOT_READABLE,)), code
        telling = field.telling()
        lines = changes(before, result.brief, telling)
        return Rederived(source, lines, statuses_changed(before, result.brief, telling)), code


def to_derive(store: Store, *, again: bool) -> list[str]:
    """Keys of the briefs that another version made, in order; with `again` of all."""
    where = "" if again else " WHERE version != ?"
    return [key for (key,) in store.read(f"SELECT key FROM briefs{where} ORDER BY id", () if again else (VERSION,))]  # noqa: S608


async def rederived(
    store: Store, keys: list[str], *, code_of: CodeOf, processes: int = 0, write: bool = True
) -> AsyncGenerator[Rederived, None]:
    """Derive briefs again with this version: of the answers that are kept, and by whoever read without a model.

    Args:
        store: which holds them.
        keys: of the briefs.
        code_of: the exit code that a brief has.
        processes: that do the work beside this one; 0: it does it itself.
        write: whether what comes out replaces what is kept.

    Yields:
        What became of each, as it is there. What was given out is written at the latest when the iterator ends, or is
        closed; a run that is ended before goes on where it was.
    """
    made: list[Finished] = []

    async def flush() -> None:
        if made and write:
            some, made[:] = made[:], []
            await loops.waiting(store.write, some)

    async with workers.opened(processes) as place:
        tasks = (_one(store, place, key, code_of) for key in keys)
        try:
            async with aclosing(_side_by_side(tasks, 2 * max(1, processes))) as outcomes:
                async for outcome, finished in outcomes:
                    if finished is not None:
                        made.append(finished)
                    if len(made) >= AT_ONCE:
                        await flush()
                    yield outcome
        finally:
            await flush()


async def _side_by_side(work: Iterator[Coroutine[Any, Any, Result]], width: int) -> AsyncGenerator[Result, None]:
    """What coroutines come to, so many of them at once."""
    pending: set[asyncio.Future[Result]] = set()
    try:
        for coroutine in work:
            pending.add(asyncio.ensure_future(coroutine))
            if len(pending) >= width:
                done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    yield task.result()
        for task in asyncio.as_completed(pending):
            yield await task
    finally:
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)


async def _one(store: Store, place: workers.Place, key: str, code_of: CodeOf) -> tuple[Rederived, Finished | None]:
    """What becomes of one brief, and what is to be written of it."""
    kept = await loops.waiting(store.finished, key)
    document = await loops.waiting(store.article, kept.fingerprint) if kept else None
    if kept is None or document is None:
        return Rederived(key, left="left as it is: its article is not kept"), None
    if kept.reading.depends is None:
        return Rederived(document.name, left=NOT_KNOWN_HOW), None
    article = _article(document)
    field, options, settings = read_so(kept.reading.depends)
    task = Task(document.name, article, travelling(options), field, _Compared(kept, field, code_of), key)

    async def step(given: Any) -> Any:
        return await place.do(work, task, tuple(given))

    try:
        if settings is None:
            made: Made = await step(())
        else:
            asked = replace(options, answers=OnlyKept(store))
            made = await Conversation(settings, asked).through(step)
    except NoAnswerKept:
        return Rederived(document.name, left=OTHER_QUESTIONS), None
    except BriefError as error:
        return Rederived(document.name, left=f"left as it is: {error}"), None
    assert made.finished is not None  # noqa: S101
    return made.product, _as_paid_for(made.finished, kept)


def _article(kept: KeptDocument) -> Article:
    published = date.fromisoformat(kept.published) if kept.published else None
    return Article(kept.text, published, Origin.model_validate_json(kept.origin))


def _as_paid_for(finished: Finished, kept: KeptBrief) -> Finished:
    """With what it cost when it was asked for: nothing was asked now."""
    before = Run.model_validate_json(kept.run)
    now = Run.model_validate_json(finished.run)
    run = now.model_copy(update={"cost": before.cost, "seconds": before.seconds}).model_dump_json()
    return replace(finished, run=run)
