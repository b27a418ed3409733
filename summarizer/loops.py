"""Asynchronous work from synchronous code, whether or not an event loop is running; and work beside a loop."""

from collections.abc import Callable, Coroutine
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

Result = TypeVar("Result")
THREADS = 2
"""That work beside a loop: more would only keep the loop waiting for its turn, since one at a time runs Python."""


def run(work: Callable[[], Coroutine[Any, Any, Result]]) -> Result:
    """The result of the work; where a loop is running (a notebook), it is done in a thread beside it."""
    import asyncio  # who reads by rules alone does without

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work())
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(work())).result()


async def beside(work: Callable[..., Result], *arguments: Any) -> Result:
    """The result of work for the processor, done beside the event loop, which goes on meanwhile.

    Args:
        work: a function that does not wait for anything; what it raises must not be a StopIteration.
        arguments: what it is called with.
    """
    import asyncio

    return await asyncio.get_running_loop().run_in_executor(_threads(), work, *arguments)


async def waiting(work: Callable[..., Result], *arguments: Any) -> Result:
    """The result of work that waits for a disk or a network, done beside the event loop.

    Args:
        work: a function; what it raises must not be a StopIteration.
        arguments: what it is called with.
    """
    import asyncio

    return await asyncio.to_thread(work, *arguments)


@cache
def _threads() -> "ThreadPoolExecutor":
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(THREADS, thread_name_prefix="summarizer")
