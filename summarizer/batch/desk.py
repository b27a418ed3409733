"""Where one command about batches works: its store, the endpoints, a place for work, and what it comes to."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from summarizer.batch.plans import Plan
from summarizer.conflict.assembled import CONFLICT
from summarizer.engine import workers
from summarizer.engine.tasks import Finish
from summarizer.errors import BriefError, StoreError, printable
from summarizer.exchanges import KeptAnswer, Tokens
from summarizer.model.batches import BatchClient, open_batches
from summarizer.store import LEASE, Batches, Store

ONE_AT_A_TIME = "brief batch"
"""The lease that a command about batches holds."""
Complain = Callable[[str, str], None]
"""Is told what failed, and of what."""


@dataclass
class Reckoning:
    """What a command has come to.

    Attributes:
        counts: of what happened, by the word for it.
        tokens: that answers took, by the model's name as it was asked for and as the endpoint had it.
        failures: what could not be done.
    """

    counts: Counter[str] = field(default_factory=Counter)
    tokens: dict[tuple[str, str], Tokens] = field(default_factory=dict)
    failures: list[BriefError] = field(default_factory=list)

    def took(self, asked: str, answer: KeptAnswer) -> None:
        """Count the tokens of an answer of the model that was asked for."""
        names = asked, answer.model
        self.tokens[names] = self.tokens.get(names, Tokens()) + answer.tokens


@dataclass
class Desk:
    """All that a command about batches works with.

    Attributes:
        path: of the store.
        finish: what is made of a brief: the lines to say about it, and its exit code.
        complain: is told of failures.
    """

    path: Path
    store: Store
    batches: Batches
    place: workers.Place
    finish: Finish
    complain: Complain
    tally: Reckoning = field(default_factory=Reckoning)
    _open: AsyncExitStack = field(default_factory=AsyncExitStack)
    _clients: dict[int, BatchClient] = field(default_factory=dict)

    def plan(self, reading: int) -> Plan:
        """The plan with this number."""
        return Plan.read(self.batches.options(reading))

    async def client(self, reading: int) -> BatchClient:
        """The endpoint of a plan. Raises AuthenticationFailed, UsageError."""
        if reading not in self._clients:
            opened = open_batches(self.plan(reading).settings)
            self._clients[reading] = await self._open.enter_async_context(opened)
        return self._clients[reading]

    def failed(self, error: BriefError, what: str) -> None:
        """Tell of something that could not be done, and go on."""
        self.tally.failures.append(error)
        self.complain(str(error), what)


@asynccontextmanager
async def open_desk(
    path: Path, finish: Finish, complain: Complain, *, create: bool = False, processes: int = 0
) -> AsyncIterator[Desk]:
    """A desk; one at a time works on a store.

    Args:
        path: of the store.
        finish: what is made of a brief: the lines to say about it, and its exit code. It travels to where briefs are made.
        complain: is told of failures.
        create: whether to make the store where there is none.
        processes: that work beside this one.

    Raises:
        StoreError: the store cannot be used, or another command about batches works on it.
    """
    with Store.open(path, CONFLICT, create=create) as store:
        if not store.claim(ONE_AT_A_TIME):
            raise StoreError(
                f"another command about batches works on the store {printable(str(path))}: wait until it has ended"
            )
        renewing = asyncio.create_task(_renew_on(store))
        try:
            async with workers.opened(processes) as place, AsyncExitStack() as opened:
                yield Desk(path, store, Batches(store), place, finish, complain, _open=opened)
        finally:
            renewing.cancel()
            await asyncio.gather(renewing, return_exceptions=True)


async def _renew_on(store: Store) -> None:
    while True:
        await asyncio.sleep(LEASE / 3)
        with suppress(StoreError):
            await asyncio.to_thread(store.renew, [ONE_AT_A_TIME])
