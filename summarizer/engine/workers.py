"""Where the work for processors is done: in threads of this process, in processes beside it, or wherever else."""

import asyncio
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import asynccontextmanager
from typing import Any, Protocol, TypeVar

from summarizer import loops
from summarizer.errors import WorkerDied

Given = TypeVar("Given")
Result = TypeVar("Result")
PRELOADED = ("summarizer.engine.tasks", "summarizer.conflict.assembled", "summarizer.conflict.coder")
"""Loaded once, before the processes are made; each of them has it then."""


class Place(Protocol):
    """Does work."""

    @property
    def width(self) -> int:
        """How many pieces of it are done at once."""

    async def do(self, work: Callable[..., Result], *arguments: Any) -> Result:
        """What a function gives; both it and what it is given can travel."""


class Threads:
    """This process: simple, and only one processor's worth."""

    width = loops.THREADS

    async def do(self, work: Callable[..., Result], *arguments: Any) -> Result:
        """Do it in a thread beside the event loop."""
        return await loops.beside(work, *arguments)


class Processes:
    """As many processes; where one of them ends, what was being done is done again, each piece alone in a process of its own.

    So a piece of work that ends its process costs no other piece.
    """

    def __init__(self, number: int) -> None:
        self.width = number
        self._all, self._alone = _Renewed(number), _Renewed(1)
        self._one_by_one = asyncio.Lock()

    async def do(self, work: Callable[..., Result], *arguments: Any) -> Result:
        """Do it in one of the processes.

        Raises:
            WorkerDied: the process ended over it, and the one that it had for itself, too.
        """
        try:
            return await self._all.do(work, *arguments)
        except BrokenProcessPool:
            async with self._one_by_one:
                try:
                    return await self._alone.do(work, *arguments)
                except BrokenProcessPool as error:
                    raise WorkerDied(
                        "the process that read it ended, twice: is there enough memory? try fewer --processes"
                    ) from error

    def close(self) -> None:
        """End them."""
        self._all.close()
        self._alone.close()


class _Renewed:
    """Processes that are made when they are needed, and made anew when one of them has ended."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._pool: ProcessPoolExecutor | None = None

    async def do(self, work: Callable[..., Result], *arguments: Any) -> Result:
        """Do it in one of them. Raises BrokenProcessPool: one of them ended meanwhile."""
        pool = self._pool = self._pool or _pool(self._number)
        try:
            return await asyncio.get_running_loop().run_in_executor(pool, work, *arguments)
        except BrokenProcessPool:
            pool.shutdown(wait=False)
            if self._pool is pool:
                self._pool = None
            raise

    def close(self) -> None:
        """End them."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)


def each(work: Callable[[Given], Result], given: Iterable[Given], processes: int) -> Iterator[Result]:
    """What a function gives for each of these, in order; both it and they can travel.

    Args:
        work: the function.
        given: what it is called with; asked for no earlier than a process is free.
        processes: that do it side by side; with fewer than two, this one does.
    """
    if processes < 2:
        yield from map(work, given)
        return
    waiting: deque[Future[Result]] = deque()
    with _pool(processes) as pool:
        for one in given:
            waiting.append(pool.submit(work, one))
            if len(waiting) == processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _pool(number: int) -> ProcessPoolExecutor:
    forks = sys.platform != "win32"
    context = multiprocessing.get_context("forkserver" if forks else "spawn")
    if forks:
        context.set_forkserver_preload(list(PRELOADED))
    return ProcessPoolExecutor(number, context, initializer=_ready)


def _ready() -> None:
    """Leave Ctrl-C to the process that gives the work out, and end with it, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None, "only a process that has been begun is ended so"  # noqa: S101
    parent.join()
    os._exit(1)


@asynccontextmanager
async def opened(processes: int) -> AsyncIterator[Place]:
    """A place with so many processes; none: the threads of this one."""
    if not processes:
        yield Threads()
        return
    place = Processes(processes)
    try:
        yield place
    finally:
        await asyncio.to_thread(place.close)


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
