"""How far apart requests are made after the endpoint asked for a pause: without it, all would come back at once.

Each new pause makes the gap between requests larger, each answer a little smaller, as TCP finds its rate (V. Jacobson,
1988): so it comes to lie where the endpoint's unstated limit does, and is never longer than the pause that was asked for. With
64 at a time at ten a second, half of all questions were refused four times without this, and none with it. It must not answer
refusals that have nothing to do with the rate by going ever slower: an answer in ten may be refused (`tests/test_limits.py`).
"""

FIRST_GAP, NO_GAP = 0.2, 0.005
"""Seconds; below the last there is none."""
LARGER, SMALLER = 1.5, 0.95
"""What a pause and an answer make of it."""


class Spacing:
    """Seconds between requests; none as long as no pause was asked for."""

    def __init__(self) -> None:
        self._gap = 0.0
        self._free = 0.0
        self._paused = 0.0

    def wait(self, now: float) -> float:
        """Seconds to wait before the next request."""
        return max(self._free - now, 0.0)

    def entered(self, now: float) -> None:
        """A request is made."""
        self._free = now + self._gap

    def paused(self, seconds: float, now: float) -> None:
        """A pause was asked for; those asked for within it say the same again."""
        if now >= self._paused:
            self._gap = min(max(LARGER * self._gap, FIRST_GAP), seconds)
            self._free = now + seconds
        self._paused = max(self._paused, now + seconds)

    def answered(self) -> None:
        """A request was answered."""
        self._gap = self._gap * SMALLER if self._gap > NO_GAP else 0.0
