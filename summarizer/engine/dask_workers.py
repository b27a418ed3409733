"""Work done on a Dask cluster. Only this process asks the model and writes: a worker that dies costs processor time alone."""

import logging
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from summarizer.errors import UsageError, WorkerDied, printable
from summarizer.version import VERSION

Result = TypeVar("Result")
PATIENCE = "30s"
"""How long a scheduler is waited for."""


class DaskWorkers:
    """A cluster as a `summarizer.engine.workers.Place`.

    Attributes:
        width: how many pieces of work the cluster does at once.
    """

    def __init__(self, client: Any, width: int) -> None:
        self._client = client
        self.width = width

    async def do(self, work: Callable[..., Result], *arguments: Any) -> Result:
        """Do it on one of the workers; where one is lost, Dask gives the work to another.

        Raises:
            WorkerDied: several workers in a row ended over it.
        """
        from distributed.scheduler import KilledWorker

        future = self._client.submit(work, *arguments, pure=False)
        try:
            result: Result = await future
        except KilledWorker as error:
            raise WorkerDied("each worker that read it ended over it: is there enough memory on them?") from error
        return result


@asynccontextmanager
async def on_cluster(address: str) -> AsyncIterator[DaskWorkers]:
    """The workers of a cluster.

    Args:
        address: of its scheduler, such as `10.0.0.5:8786`.

    Raises:
        UsageError: Dask is not installed, there is no scheduler at the address, no worker, or one with another version of
            this package.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError("--dask needs Dask: pip install 'summarizer[dask]'") from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # it reports each worker that is lost, at length
    try:
        opened: Any = Client  # it has no types
        client = await opened(address, asynchronous=True, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise UsageError(f"no Dask scheduler at {printable(address)}: check --dask, such as 10.0.0.5:8786") from error
    async with client:
        yield DaskWorkers(client, await _checked(client, address))


async def _checked(client: Any, address: str) -> int:
    """How many pieces of work are done at once."""
    threads = await client.nthreads()
    if not threads:
        raise UsageError(f"the Dask scheduler at {printable(address)} has no workers: start some with 'dask worker'")
    versions = set((await client.run(_version)).values())
    if versions != {(VERSION, sys.version_info[:2])}:
        found = ", ".join(
            sorted(f"summarizer {version}, Python {major}.{minor}" for version, (major, minor) in versions)
        )
        raise UsageError(f"the Dask workers have {found}; this is summarizer {VERSION}: install the same everywhere")
    return int(sum(threads.values()))


def _version() -> tuple[str, tuple[int, int]]:
    from summarizer.version import VERSION

    return VERSION, sys.version_info[:2]
