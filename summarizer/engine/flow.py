"""Articles in, outcomes out: so many at once, in the order given or as they finish; one that fails stops no other.

One task feeds articles in, reading ahead no further than there is room for; others take them through their course; the
caller takes the outcomes. What is finished is written by one more task, many articles in one transaction.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from summarizer.asking.conversation import Conversation
from summarizer.asking.options import RunOptions
from summarizer.engine.feeding import Offer
from summarizer.engine.keeping import Keeping, OnlyKept
from summarizer.engine.tasks import Made, Task, work
from summarizer.engine.workers import Place
from summarizer.errors import NotSent, Stopped, StoreError
from summarizer.model import ModelSettings

READ_AT_ONCE = 32
"""Articles that are read before the next ones are begun."""
AHEAD = 2
"""Articles that are begun for each request that may be in flight, and each processor: while one waits, another is worked on."""
UNDELIVERED = 4
"""For each of these, articles that may be begun or finished and not yet taken, where their order is kept."""
LOOK_AGAIN = 0.2
"""Seconds after which an article is looked at again that another run has begun."""
NOT_BEGUN = "not begun: the run was ended before"
ALL_ALIKE = (NotSent, StoreError)
"""Failures after which no further article is begun: it would end the same way."""


@dataclass(frozen=True)
class Outcome:
    """What became of one article.

    Attributes:
        source: what it is called.
        product: what was made of its brief; None where it failed.
        error: why there is none.
        kept: whether it was finished in an earlier run, or in another one.
    """

    source: str
    product: Any = None
    error: Exception | None = None
    kept: bool = False


def _there(offer: Offer) -> Outcome:
    """Of what was finished before, or could not be read."""
    return Outcome(offer.source, offer.kept, offer.error, kept=offer.finished)


@dataclass
class Flow:
    """A run over many articles.

    Attributes:
        options: of each article's run; its `gate`, `client` and `answers` are shared by all.
        settings: the model that is asked; None: nobody is.
        task: from what an article is called and the article, its task.
        place: where the work is done.
        keeping: the store's part; one that keeps nothing where there is no store.
        jobs: requests that may be in flight.
        in_order: whether outcomes come in the order of the articles.
    """

    options: RunOptions
    settings: ModelSettings | None
    task: Callable[[Offer], Task]
    place: Place
    keeping: Keeping
    jobs: int
    in_order: bool = True
    stopped: bool = False
    _offers: "asyncio.Queue[tuple[int, Offer] | None]" = field(default_factory=asyncio.Queue)
    _outcomes: "asyncio.Queue[tuple[int, Outcome] | BaseException | None]" = field(default_factory=asyncio.Queue)

    def stop(self) -> None:
        """Begin no further article; those that are begun are finished."""
        self.stopped = True

    async def through(self, offers: Iterator[Offer]) -> AsyncIterator[Outcome]:
        """Take articles through, and give their outcomes.

        Args:
            offers: read lazily, in threads beside the event loop.
        """
        width = AHEAD * max(self.jobs, self.place.width)
        room = asyncio.Semaphore(UNDELIVERED * width)
        tasks = [asyncio.create_task(self._feed(offers, room, width))]
        tasks += [asyncio.create_task(self._work_on()) for _ in range(width)]
        ending = asyncio.create_task(self._end_after(tasks))
        try:
            async with self.keeping:
                async for outcome in self._delivered():
                    room.release()
                    yield outcome
        finally:
            for task in (*tasks, ending):
                task.cancel()
            await asyncio.gather(*tasks, ending, return_exceptions=True)

    # --- in ---------------------------------------------------------------------------------------

    async def _feed(self, offers: Iterator[Offer], room: asyncio.Semaphore, width: int) -> None:
        number = 0
        while not self.stopped:
            some = await asyncio.to_thread(self._read_some, offers)
            if not some:
                break
            for offer in some:
                await room.acquire()
                if offer.kept is None and offer.error is None:
                    self._offers.put_nowait((number, offer))
                else:
                    self._outcomes.put_nowait((number, _there(offer)))
                number += 1
        for _ in range(width):
            self._offers.put_nowait(None)

    def _read_some(self, offers: Iterator[Offer]) -> list[Offer]:
        return list(islice(offers, READ_AT_ONCE))

    # --- through ----------------------------------------------------------------------------------

    async def _work_on(self) -> None:
        while (taken := await self._offers.get()) is not None:
            number, offer = taken
            if self.keeping.trouble:
                self.stop()
            outcome = Outcome(offer.source, error=Stopped(NOT_BEGUN)) if self.stopped else await self._outcome(offer)
            self._outcomes.put_nowait((number, outcome))

    async def _outcome(self, offer: Offer) -> Outcome:
        """What becomes of one article, whatever happens."""
        try:
            while not (offer.finished or await self.keeping.claimed(offer)):
                await asyncio.sleep(LOOK_AGAIN)
                offer = await self.keeping.looked_up_again(offer)
            if offer.kept is not None:
                return _there(offer)
            return await (self._again(offer) if offer.finished else self._anew(offer))
        except Exception as error:  # noqa: BLE001  # one article's failure, or bug, must not cost the others their briefs
            if isinstance(error, ALL_ALIKE):
                self.stop()
            return Outcome(offer.source, error=error)

    async def _anew(self, offer: Offer) -> Outcome:
        try:
            made = await self._made(self.task(offer), self.options)
        except BaseException:
            await self.keeping.given_up(offer)
            raise
        self.keeping.done(made)
        return Outcome(offer.source, made.product)

    async def _again(self, offer: Offer) -> Outcome:
        """Of answers that are kept; nothing is asked, and nothing written."""
        kept = OnlyKept(self.options.answers) if self.options.answers else None
        made = await self._made(self.task(offer), replace(self.options, answers=kept))
        return Outcome(offer.source, made.product, kept=True)

    async def _made(self, task: Task, options: RunOptions) -> Made:
        async def step(given: Any) -> Any:
            return await self.place.do(work, task, tuple(given))

        if self.settings is None:
            made: Made = await step(())
            return made
        return await Conversation(self.settings, options).through(step)

    # --- out --------------------------------------------------------------------------------------

    async def _end_after(self, tasks: "list[asyncio.Task[None]]") -> None:
        try:
            await asyncio.gather(*tasks)
        except Exception as error:  # noqa: BLE001  # what befalls the flow itself is its caller's
            self._outcomes.put_nowait(error)
        else:
            self._outcomes.put_nowait(None)

    async def _delivered(self) -> AsyncIterator[Outcome]:
        """Outcomes as they come, or each when those before it are there."""
        early: dict[int, Outcome] = {}
        following = 0
        while (came := await self._outcomes.get()) is not None:
            if isinstance(came, BaseException):
                raise came
            number, outcome = came
            if not self.in_order:
                yield outcome
                continue
            early[number] = outcome
            while following in early:
                yield early.pop(following)
                following += 1
