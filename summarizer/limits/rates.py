"""Requests and tokens a minute, and pauses for all: one point in time each, moved forward by whoever enters.

Our own, since pyrate-limiter 4.5.1 keeps a row for each token in SQLite, by the wall clock; its buckets of constant size
cannot lie in a file, and none of them takes a correction, a pause, or a request larger than the bucket.

The rule is the generic cell rate algorithm (ITU-T I.371): a rate's time is when all that entered would be through if it
went evenly. One may enter while that is at most `burst` seconds ahead, and moves it by what it takes. So in any minute there
enters no more than a minute and a burst's worth, and the last one; a large request waits no longer than a small one.
"""

import random
from collections.abc import Mapping
from contextlib import suppress

from summarizer.errors import StoreError
from summarizer.limits.shelves import Busy, Shelf, Times
from summarizer.model.transport import RETRY_AFTER_CAP

MINUTE = 60.0
"""Seconds; who has sent nothing for so long owes nothing, so no time is ever further ahead."""
SLACK = 1.0
"""Seconds that clocks read one after the other may differ. A time further ahead is from before the machine was started."""
PAUSE = "pause"


class Rates:
    """How much of what may pass in a minute."""

    def __init__(self, per_minute: Mapping[str, int], burst: float, shelf: Shelf) -> None:
        self._seconds = {name: MINUTE / number for name, number in per_minute.items()}
        self._burst = burst
        self._shelf = shelf
        self._owed = dict.fromkeys(self._seconds, 0.0)
        """Seconds by which to move a rate's time still, for what was taken beyond what was expected."""
        self._paused = 0.0

    def take(self, amounts: Mapping[str, int], now: float) -> float:
        """Take what one request needs, or nothing.

        Args:
            amounts: how much, by the name of the rate; those without a limit are passed over.
            now: the machine's monotonic clock.

        Returns:
            0 where it was taken; else seconds after which to try again.

        Raises:
            StoreError: the shared file cannot be used.
        """
        try:
            with self._shelf.changing() as times:
                self._settle(times, now)
                waits = [_ahead(times, name, now) - self._burst for name in self._seconds]
                wait = max(_ahead(times, PAUSE, now), *waits, 0.0)
                if wait <= 0:
                    for name, seconds in self._seconds.items():
                        _move(times, name, amounts[name] * seconds, now)
        except Busy:
            return random.uniform(0.005, 0.02)  # noqa: S311  # only keeps processes out of step
        return wait

    def correct(self, name: str, more: int) -> None:
        """So much more was taken than expected, or less; it counts from the next pass on."""
        if name in self._owed:
            self._owed[name] += more * self._seconds[name]

    def pause(self, seconds: float, now: float) -> None:
        """Let nobody in for so long, in any process."""
        self._paused = max(self._paused, now + min(seconds, RETRY_AFTER_CAP))
        self._write(now)

    def close(self, now: float) -> None:
        """Write down what is still to be, and let go of the file."""
        self._write(now)
        self._shelf.close()

    def _write(self, now: float) -> None:
        """What cannot be written just now is written in the next pass."""
        with suppress(Busy, StoreError), self._shelf.changing() as times:
            self._settle(times, now)

    def _settle(self, times: Times, now: float) -> None:
        for name, seconds in self._owed.items():
            if seconds:
                _move(times, name, seconds, now)
                self._owed[name] = 0.0
        if self._paused > now + _ahead(times, PAUSE, now):
            times[PAUSE] = self._paused


def _ahead(times: Times, name: str, now: float) -> float:
    """By how many seconds a time is ahead."""
    ahead = times.get(name, now) - now
    return ahead if 0 < ahead <= MINUTE + SLACK else 0.0


def _move(times: Times, name: str, seconds: float, now: float) -> None:
    times[name] = now + min(_ahead(times, name, now) + seconds, MINUTE)
