"""Whether the endpoint is there at all: nobody asks one that is down, but for a probe now and then.

As M. Nygard's circuit breaker ("Release It!"): closed, it counts questions in a row that failed through the endpoint's
fault; open, it lets one request through after longer and longer waits; one that is answered closes it.
"""

import asyncio
import logging
import math
from typing import Any

from summarizer.errors import (
    AuthenticationFailed,
    BriefError,
    ConnectionFailed,
    EndpointFailed,
    ModelNotFound,
    ProviderDown,
    QuotaExhausted,
    RateLimited,
)

LOG = logging.getLogger(__name__)
IN_A_ROW = 5
FIRST_WAIT = 5.0
"""Seconds before the first probe; each further one waits twice as long."""
HOPELESS = (AuthenticationFailed, QuotaExhausted, ModelNotFound)
"""No other question would fare better."""
OF_THE_ENDPOINT = (ConnectionFailed, EndpointFailed, RateLimited)
"""Failures that do not speak of the question."""


class Breaker:
    """Closed, open, or given up."""

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._in_a_row = 0
        self._hopeless = self._tired = ""
        """Why nobody is let in any more."""
        self._error: BriefError | None = None
        """What opened it; None: it is closed."""
        self._opened = self._next = self._wait = 0.0
        self._probe: asyncio.Task[Any] | None = None

    @property
    def given_up(self) -> bool:
        """Whether nobody is let in any more."""
        return bool(self._hopeless or self._tired)

    def wait(self, now: float) -> float:
        """Seconds to wait before the next request; infinity: until the probe has ended.

        Raises:
            ProviderDown: the endpoint is given up.
        """
        if reason := self._hopeless or self._tired:
            raise ProviderDown(reason)
        if self._error is None:
            return 0.0
        return math.inf if self._probe else max(self._next - now, 0.0)

    def entered(self) -> None:
        """A request is made; where the breaker is open, it is the probe, known by its task."""
        if self._error:
            self._probe = asyncio.current_task()

    def left(self, answered: bool, now: float) -> None:
        """A request of the task that runs has ended: one that was answered closes the breaker, a probe that was not keeps it open."""
        if answered:
            self._close()
        elif self._probe and self._probe is asyncio.current_task():
            self._probe = None
            self._wait *= 2
            self._shut(now)

    def ended(self, error: BriefError | None, now: float) -> None:
        """A question has ended after all its attempts."""
        if isinstance(error, HOPELESS):
            self._hopeless = f"{error}; nothing more was asked, since no other question would fare better: then run the same command again"
        elif not isinstance(error, OF_THE_ENDPOINT):
            self._close()
        elif self._error is None:
            self._in_a_row += 1
            if self._in_a_row >= IN_A_ROW:
                self._error, self._opened, self._wait = error, now, FIRST_WAIT
                self._shut(now)

    def _shut(self, now: float) -> None:
        """Wait for the next probe, the last of them when patience ends; give up when that one has failed."""
        end = self._opened + self._patience
        if now >= end:
            self._tired = (
                f"{self._error}; nothing more was asked, since {IN_A_ROW} questions in a row had failed and every request "
                f"of the next {self._patience:g} s: run the same command again when the endpoint answers"
            )
            return
        self._next = min(now + self._wait, end)
        LOG.info("the endpoint seems to be down (%s); one request is tried in %.0f s", self._error, self._next - now)

    def _close(self) -> None:
        self._in_a_row, self._error, self._probe, self._tired = 0, None, None, ""
