"""An event loop whose clock jumps to the next thing that is waited for: hours pass in no time, and in order."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

Result = TypeVar("Result")


class _Jumping(selectors.DefaultSelector):
    now = 1000.0

    def select(self, timeout: float | None = None) -> list[Any]:
        if timeout is None:
            raise RuntimeError("everybody waits for somebody else")
        self.now += timeout
        return super().select(0)


class FakeTime(asyncio.SelectorEventLoop):
    """`time` is the clock to give to what is tested; `asyncio.sleep` sleeps by it."""

    def __init__(self) -> None:
        self._jumping = _Jumping()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.now


def run(coroutine: Coroutine[Any, Any, Result]) -> Result:
    """Run to the end in fake time."""
    with asyncio.Runner(loop_factory=FakeTime) as runner:
        return runner.run(coroutine)


def now() -> float:
    """Seconds by the clock of the loop that runs."""
    return asyncio.get_running_loop().time()
