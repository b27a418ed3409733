"""The gate that all requests of a run pass, in the order in which they came to it."""

import asyncio
import math
import time
from collections.abc import Awaitable, Callable
from typing import Any, Self

from summarizer.errors import BriefError, Stopped, UsageError
from summarizer.exchanges import Tokens
from summarizer.limits.breaker import Breaker
from summarizer.limits.budget import Budget, Price, of_dollars, of_tokens
from summarizer.limits.rates import Rates
from summarizer.limits.shelves import InFile, InMemory
from summarizer.limits.spacing import Spacing
from summarizer.limits.stated import Limits
from summarizer.model.transport import RETRY_AFTER_CAP

Clock = Callable[[], float]
Sleep = Callable[[float], Awaitable[None]]
REQUESTS, TOKENS = "requests", "tokens"
SHORTEST_WAIT = 0.001
"""Seconds; what is left to wait may be less than a clock can tell."""


def open_gate(
    limits: Limits,
    *,
    price: Price | None = None,
    model: str = "",
    clock: Clock = time.monotonic,
    sleep: Sleep = asyncio.sleep,
) -> "SharedGate":
    """Open a gate for one run; close it at the end, or use it in a `with`.

    Args:
        limits: what holds for it.
        price: what tokens cost; needed for a limit on cost.
        model: the model that is asked first; its price is expected before anything was paid.
        clock: the machine's monotonic clock, in seconds.
        sleep: waits for so many seconds.

    Raises:
        UsageError: cost is limited, and no price is given.
        StoreError: the shared file cannot be used.
    """
    budgets = []
    if limits.max_tokens is not None:
        budgets.append(of_tokens(limits.max_tokens))
    if limits.max_cost is not None:
        if price is None:
            raise UsageError("--max-cost needs the prices of the model: state them in the configuration file")
        budgets.append(of_dollars(limits.max_cost, price, model))
    stated = {REQUESTS: limits.requests_per_minute, TOKENS: limits.tokens_per_minute}
    per_minute = {name: number for name, number in stated.items() if number is not None}
    shelf = InFile(limits.shared, limits.account) if limits.shared else InMemory()
    return SharedGate(Rates(per_minute, limits.burst, shelf), budgets, Breaker(limits.patience), clock, sleep)


class SharedGate:
    """A `summarizer.model.gate.Gate` for all tasks of one event loop; its rates may be shared with other processes."""

    def __init__(self, rates: Rates, budgets: list[Budget], breaker: Breaker, clock: Clock, sleep: Sleep) -> None:
        self._rates, self._budgets, self._breaker = rates, budgets, breaker
        self._spacing = Spacing()
        self._clock, self._sleep = clock, sleep
        self._turn = asyncio.Lock()
        self._changed = asyncio.Event()
        self._stopped = False

    async def enter(self, tokens: int) -> None:
        """Wait until one more request may be made; who came first goes first.

        Args:
            tokens: about how many it will take, prompt and answer.

        Raises:
            BudgetSpent: what is left of the budget does not cover it.
            ProviderDown: the endpoint is given up.
            Stopped: `stop` was called.
            StoreError: the shared file cannot be used.
        """
        async with self._turn:
            while wait := self._take(tokens):
                await self._wait(max(wait, SHORTEST_WAIT))

    def leave(self, expected: int, tokens: Tokens | None, model: str) -> None:
        """A request that entered has ended, in the task in which it entered: with these tokens counted, or without an answer."""
        for budget in self._budgets:
            budget.left(expected, tokens, model)
        taken = tokens.prompt + tokens.completion if tokens else 0
        if taken:
            self._rates.correct(TOKENS, taken - expected)
        if tokens:
            self._spacing.answered()
        # What counts nothing may be an error that calls itself an answer: whether it was one, the question's end says.
        self._breaker.left(taken > 0, self._clock())
        self._wake()

    def pause(self, seconds: float) -> None:
        """Let nobody in for so long, in all processes that share the rates; at most as long as a Retry-After is waited for."""
        now = self._clock()
        self._rates.pause(seconds, now)
        self._spacing.paused(min(seconds, RETRY_AFTER_CAP), now)

    def ended(self, error: BriefError | None) -> None:
        """A question came to its end after all attempts: with an error, or well."""
        self._breaker.ended(error, self._clock())
        self._wake()

    async def sleep(self, seconds: float) -> None:
        """Wait between two attempts of a question; no longer once nobody is let in any more: the next attempt is told why."""
        end = self._clock() + seconds
        while not self._shut and (left := end - self._clock()) > 0:
            await self._wait(max(left, SHORTEST_WAIT))

    def stop(self) -> None:
        """Let nobody in any more, those who wait included; who is inside finishes. To be called in the loop's thread."""
        self._stopped = True
        self._wake()

    def close(self) -> None:
        """Write down what is still to be, and let go of the shared file."""
        self._rates.close(self._clock())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _take(self, tokens: int) -> float:
        """Enter and give 0, or give the seconds after which to try again."""
        if self._stopped:
            raise Stopped("the run is being ended; run the same command again to go on where it ended")
        now = self._clock()
        budgets = [budget.wait(tokens) for budget in self._budgets]
        wait = max([self._breaker.wait(now), self._spacing.wait(now), *budgets])
        wait = wait or self._rates.take({REQUESTS: 1, TOKENS: tokens}, now)
        if not wait:
            self._breaker.entered()
            self._spacing.entered(now)
            for budget in self._budgets:
                budget.entered(tokens)
        return wait

    @property
    def _shut(self) -> bool:
        return self._stopped or self._breaker.given_up

    async def _wait(self, seconds: float) -> None:
        """Wait so long, or until something has changed."""
        waits: list[asyncio.Future[Any]] = [asyncio.ensure_future(self._changed.wait())]
        if math.isfinite(seconds):
            waits.append(asyncio.ensure_future(self._sleep(seconds)))
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()

    def _wake(self) -> None:
        """Everybody who waits looks again; whoever comes to wait later waits for the next change."""
        self._changed.set()
        self._changed = asyncio.Event()
