"""A gate that lets so many requests be in flight at once, before whatever else holds them up."""

import asyncio

from summarizer.errors import BriefError
from summarizer.exchanges import Tokens
from summarizer.model import Gate


class Turns:
    """So many at once.

    Args:
        number: requests that may be in flight.
        then: the gate that each has to pass beside; None: no other.
    """

    def __init__(self, number: int, then: Gate | None = None) -> None:
        self._free = asyncio.Semaphore(number)
        self._then = then

    async def enter(self, tokens: int) -> None:
        """Wait for a turn, and then for the other gate."""
        await self._free.acquire()
        try:
            if self._then:
                await self._then.enter(tokens)
        except BaseException:
            self._free.release()
            raise

    def leave(self, expected: int, tokens: Tokens | None, model: str) -> None:
        """Give the turn back."""
        self._free.release()
        if self._then:
            self._then.leave(expected, tokens, model)

    def pause(self, seconds: float) -> None:
        """The other gate's."""
        if self._then:
            self._then.pause(seconds)

    def ended(self, error: BriefError | None) -> None:
        """The other gate's."""
        if self._then:
            self._then.ended(error)
