"""Many articles on a cluster of real worker processes, one of which is killed in the middle."""

import asyncio
import os
import signal
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from summarizer.engine.corpus import corpus
from summarizer.errors import UsageError
from summarizer.store import Store
from tests.fault_server import FaultServer, answer_in_lines, serving

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("default"),  # what Dask warns of is not ours
]
ARTICLE = "MORVIK (Agency) - Rebels attacked a base near Morvik on Friday, police said.\n\nArticle number {}."


@asynccontextmanager
async def cluster(workers: int) -> AsyncIterator[Any]:
    """A scheduler and so many worker processes on this machine."""
    from distributed import LocalCluster

    opened = LocalCluster(
        n_workers=workers, threads_per_worker=1, processes=True, asynchronous=True, dashboard_address=None
    )
    async with opened as found:
        yield found


async def gone_through(address: str, after_each: Callable[[int], None], articles: int, **choices: Any) -> list[Any]:
    outcomes = []
    async for outcome in corpus(map(ARTICLE.format, range(articles)), dask=address, **choices):
        outcomes.append(outcome)
        after_each(len(outcomes))
    return outcomes


def with_one_killed(server: FaultServer, store: Path, articles: int) -> tuple[list[Any], int]:
    """All articles, while one of three workers is killed after the fifth; and the process that was."""

    async def story() -> tuple[list[Any], int]:
        async with cluster(3) as found:
            victim = next(iter(found.workers.values())).pid

            def kill(done: int) -> None:
                if done == 5:
                    os.kill(victim, signal.SIGKILL)

            choices = {"model": "m", "base_url": server.url, "api_key": "k", "store": store, "jobs": 4}
            return await gone_through(found.scheduler_address, kill, articles, **choices), victim

    return asyncio.run(story())


def test_a_worker_that_is_killed_costs_neither_an_article_nor_a_request(tmp_path: Path) -> None:
    articles = 40
    with serving(lambda body, headers: answer_in_lines()) as server:
        outcomes, _ = with_one_killed(server, tmp_path / "kept.db", articles)
    assert [outcome.error for outcome in outcomes if outcome.error] == []
    asked = Counter(body["messages"][-1]["content"] for body in server.bodies)
    assert (len(outcomes), len(asked), max(asked.values())) == (articles, articles, 1)
    with Store.open(tmp_path / "kept.db") as store:
        assert len(store.keys()) == articles


def test_the_coder_reads_on_the_cluster_as_it_does_here(tmp_path: Path) -> None:
    async def story() -> tuple[list[Any], list[Any]]:
        async with cluster(2) as found:
            there = await gone_through(found.scheduler_address, lambda done: None, 6, in_order=True)
        here = [outcome async for outcome in corpus(map(ARTICLE.format, range(6)), in_order=True)]
        return there, here

    there, here = asyncio.run(story())
    assert [outcome.product.brief for outcome in there] == [outcome.product.brief for outcome in here]


def test_an_address_without_a_scheduler_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.engine.dask_workers.PATIENCE", "1s")
    with pytest.raises(UsageError, match=r"no Dask scheduler at 127\.0\.0\.1:9"):
        asyncio.run(gone_through("127.0.0.1:9", lambda done: None, 1))
