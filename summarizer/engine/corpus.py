"""Many articles to their briefs, as an async iterator: what `brief SOURCE...` does, for programs."""

from collections.abc import AsyncGenerator, AsyncIterator, Iterable
from contextlib import AsyncExitStack, aclosing, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from summarizer.asking.conversation import model_settings
from summarizer.asking.options import RunOptions
from summarizer.asking.run import Run
from summarizer.conflict.assembled import CONFLICT
from summarizer.documents.document import Document
from summarizer.engine import workers
from summarizer.engine.dask_workers import on_cluster
from summarizer.engine.feeding import LookUp, Offer, Source, offers
from summarizer.engine.flow import Flow, Outcome
from summarizer.engine.keeping import Found, Keeping, reading_key
from summarizer.engine.tasks import Finish, Task, as_it_is, document_of, travelling
from summarizer.engine.turns import Turns
from summarizer.errors import UsageError
from summarizer.limits import Limits, Price, open_gate
from summarizer.model import ModelSettings, open_client
from summarizer.reading.article import Article
from summarizer.schemas.brief import UnverifiedBrief
from summarizer.store import KeptBrief, Store

JOBS = 8
"""Requests in flight, unless another number is asked for."""
NO_LIMITS = Limits()
"""But that an endpoint that is down is given up after a while."""


@dataclass(frozen=True)
class KeptResult:
    """What a store holds of one article: the brief, how it came about, and the document that it is of.

    The brief comes from a file, so it is unverified until `verify` has held it against the document. That is cut when it is
    first asked for: going through what is finished takes no time for it where nobody looks.
    """

    brief: UnverifiedBrief
    run: Run
    article: Article

    @cached_property
    def document(self) -> Document:
        """The document that it is of."""
        return document_of(self.article)


@dataclass(frozen=True)
class Many:
    """How many articles are gone through.

    Attributes:
        jobs: requests in flight.
        processes: that do the work beside this one; 0: it does it itself.
        dask: address of the scheduler of a Dask cluster that does the work; None: this machine does.
        in_order: whether outcomes come in the order of the sources, or as they are there.
        store: file of the store; None: nothing is kept.
        limits: how fast and how much may be asked, and for how long an endpoint that is down is tried again.
        price: what tokens cost; needed for a limit on cost.
    """

    jobs: int = JOBS
    processes: int = 0
    dask: str | None = None
    in_order: bool = False
    store: Path | None = None
    limits: Limits = NO_LIMITS
    price: Price | None = None


@asynccontextmanager
async def side_by_side(options: RunOptions, settings: ModelSettings, many: Many) -> AsyncIterator[RunOptions]:
    """The options with a client and a gate that all share who ask in a run.

    Args:
        options: a client that stands in them is taken.
        settings: the model that is asked.
        many: how many may ask at once, and what limits them.
    """
    async with AsyncExitStack() as stack:
        gate = stack.enter_context(open_gate(many.limits, price=many.price, model=settings.model))
        client = options.client or await stack.enter_async_context(open_client(settings))
        yield replace(options, client=client, gate=Turns(many.jobs, gate))


@asynccontextmanager
async def opened(
    options: RunOptions, many: Many, finish: Finish, found: Found | None
) -> AsyncIterator[tuple[Flow, LookUp]]:
    """A flow of articles, and what looks up what is kept of one; everything that it needs is opened, and closed at the end.

    Args:
        options: of each article's run.
        many: how they are gone through.
        finish: what is made of a brief; it travels to where the brief is made.
        found: what is made of a brief that is kept; None: it is made again of the answers that are kept.

    Raises:
        UsageError: a cassette holds one article.
        NoExtractorError: something is asked for that only a model can do, and there is none.
        StoreError: the store cannot be used.
    """
    if options.cassette is not None:
        raise UsageError("a cassette holds the answers for one article: leave it out, or give one article to summarize")
    settings = model_settings(options) if options.asks_a_model else None
    async with AsyncExitStack() as stack:
        store = stack.enter_context(Store.open(many.store, CONFLICT)) if many.store else None
        keeping = Keeping(store, reading_key(options, settings, CONFLICT), found)
        if settings is not None:
            options = replace(options, answers=keeping.answers)
            options = await stack.enter_async_context(side_by_side(options, settings, many))
        travels = travelling(options)

        def task(offer: Offer) -> Task:
            assert offer.article is not None  # noqa: S101
            return Task(offer.source, offer.article, travels, CONFLICT.name, finish, offer.key)

        place = await stack.enter_async_context(on_cluster(many.dask) if many.dask else workers.opened(many.processes))
        yield Flow(options, settings, task, place, keeping, many.jobs, many.in_order), keeping.looked_up


async def corpus(
    sources: Iterable[Source],
    *,
    jobs: int = JOBS,
    processes: int = 0,
    dask: str | None = None,
    in_order: bool = False,
    store: str | Path | None = None,
    limits: Limits = NO_LIMITS,
    price: Price | None = None,
    published: date | None = None,
    **choices: Any,
) -> AsyncGenerator[Outcome, None]:
    """Summarise many articles, so many at once; one that fails stops no other.

    Args:
        sources: as `summarize` takes each of them; read lazily, and each may hold several articles.
        jobs: requests that may be in flight at once.
        processes: processes that cut, verify and read by rules beside this one; 0: threads of this one do. Since they
            are started afresh, the program's main module must be importable (`if __name__ == "__main__":`).
        dask: address of the scheduler of a Dask cluster whose workers do that instead.
        in_order: give the outcomes in the order of the articles; otherwise each as soon as it is there.
        store: a file in which finished articles and answers are kept and found again, so that none is paid for twice.
        limits: how fast and how much may be asked (`summarizer.limits.Limits`).
        price: what tokens cost, for a limit on cost: (model, tokens) → US dollars.
        published: day of publication of all.
        choices: what else `summarize` takes, but for `cassette`, `record` and `progress`.

    Yields:
        An `Outcome` an article: `product` is its `Result` (a `KeptResult` where it was finished already), or `error` says
        why there is none.

    Raises:
        UsageError, NoExtractorError, StoreError, AuthenticationFailed: nothing can be asked at all; or the store failed,
            once what was begun has been given out.
    """
    options = RunOptions(**choices)
    many = Many(jobs, processes, dask, in_order, Path(store) if store else None, limits, price)
    async with (
        opened(options, many, as_it_is, kept_result) as (flow, looked_up),
        aclosing(flow.through(offers(sources, looked_up, published))) as outcomes,
    ):
        async for outcome in outcomes:
            yield outcome


def kept_result(source: str, article: Article, kept: KeptBrief) -> KeptResult:
    """What a store holds of an article."""
    return KeptResult(UnverifiedBrief.model_validate_json(kept.brief), Run.model_validate_json(kept.run), article)
