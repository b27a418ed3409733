"""Articles → questions → files of requests → batches, each noted before it is sent, so that none is sent twice."""

import asyncio
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, BinaryIO

from summarizer.batch.desk import Desk
from summarizer.batch.going_on import Asks, taken_on
from summarizer.batch.plans import Plan
from summarizer.batch.settling import sent, settle
from summarizer.engine.feeding import Offer
from summarizer.engine.keeping import Keeping
from summarizer.engine.tasks import document_of
from summarizer.errors import BriefError, ProviderError, RequestRejected, UsageError
from summarizer.model.answers import words_in
from summarizer.model.batches import MOST_FILE_BYTES, MOST_REQUESTS, InDoubt, request_line
from summarizer.reading.article import Article
from summarizer.store import KeptBatch, KeptDocument, WaitingArticle
from summarizer.store.batches import CREATING
from summarizer.store.finished import kept_document

AT_ONCE = 64
"""Articles that are read before they are written."""


@dataclass(frozen=True)
class FileLimits:
    """How much one batch may hold: so many requests, in a file of so many bytes."""

    requests: int = MOST_REQUESTS
    size: int = MOST_FILE_BYTES


@dataclass
class _Parcel:
    """One batch that is being filled; its file has no name, so that nothing is left of it."""

    batch: KeptBatch
    file: BinaryIO = field(default_factory=tempfile.TemporaryFile)
    requests: int = 0
    size: int = 0

    def has_room(self, line: bytes, limits: FileLimits) -> bool:
        return self.requests < limits.requests and self.size + len(line) <= limits.size

    def add(self, line: bytes) -> None:
        self.file.write(line)
        self.requests += 1
        self.size += len(line)


async def submit(
    desk: Desk, plan: Plan | None = None, offers: Iterable[Offer] = (), *, limits: FileLimits | None = None
) -> None:
    """Submit the next question of every article that waits: of those that are offered, and of those of before.

    Args:
        desk: where it is done.
        plan: how the articles offered are read.
        offers: articles; those that are finished are left alone.
        limits: of one batch.
    """
    await settle(desk)
    if plan is not None:
        reading = desk.batches.reading(plan.written())
        await desk.client(reading)  # without a key, nothing is begun
        await _enrol(desk, reading, iter(offers))
    for reading in desk.batches.readings():
        try:
            await _submit(desk, reading, limits or FileLimits())
        except (ProviderError, UsageError) as error:  # another plan's endpoint may answer
            desk.failed(error, "")


def looked_up(desk: Desk, plan: Plan) -> Any:
    """What tells of an article whether it is finished, for `engine.feeding.offers`."""
    return Keeping(desk.store, plan.key, None).looked_up


# --- articles -------------------------------------------------------------------------------------------


async def _enrol(desk: Desk, reading: int, offers: Iterator[Offer]) -> None:
    while some := await asyncio.to_thread(lambda: list(islice(offers, AT_ONCE))):
        desk.tally.counts["finished before"] += sum(offer.finished for offer in some)
        for offer in some:
            if isinstance(offer.error, BriefError):
                desk.failed(offer.error, offer.source)
        new = [offer for offer in some if not (offer.finished or offer.article is None)]
        kept = await asyncio.gather(*(_kept(desk, offer) for offer in new))
        articles = [(offer.key, document) for offer, document in zip(new, kept, strict=True) if document]
        desk.tally.counts["new"] += await asyncio.to_thread(desk.batches.enrol, articles, reading)


async def _kept(desk: Desk, offer: Offer) -> KeptDocument | None:
    try:
        return await desk.place.do(_document, offer.source, offer.article)
    except BriefError as error:
        desk.failed(error, offer.source)
        return None


def _document(name: str, article: Article) -> KeptDocument:
    return kept_document(document_of(article), name)


# --- questions ------------------------------------------------------------------------------------------


async def _submit(desk: Desk, reading: int, limits: FileLimits) -> None:
    plan = desk.plan(reading)
    parcels: dict[str, _Parcel] = {}
    for some in desk.batches.idle(reading):
        for article, asks in await taken_on(desk, plan, some):
            line = request_line(asks.key, asks.question.messages, asks.settings, asks.question.response_model)
            if len(line) > limits.size:
                _too_large(desk, article, limits)
                continue
            model = asks.settings.model  # a batch asks one model
            if model in parcels and not parcels[model].has_room(line, limits):
                await _send(desk, parcels.pop(model))
            if model not in parcels:
                parcels[model] = _Parcel(desk.batches.begin(reading, model))
            _put(desk, parcels[model], asks, line)
    for parcel in parcels.values():
        await _send(desk, parcel)


def _too_large(desk: Desk, article: WaitingArticle, limits: FileLimits) -> None:
    error = RequestRejected(f"its question is larger than a batch may be ({limits.size:,} bytes): leave it out")
    desk.batches.give_up(article.key, str(error))
    desk.failed(error, article.document.name)


def _put(desk: Desk, parcel: _Parcel, asks: Asks, line: bytes) -> None:
    form = asks.question.response_model.__name__
    if desk.batches.claim(parcel.batch, asks.key, form, words_in(asks.question.messages)):
        parcel.add(line)


async def _send(desk: Desk, parcel: _Parcel) -> None:
    """Send a batch. What is noted before each step says what may have come about when that is the last that is heard."""
    batch = parcel.batch
    with parcel.file:
        if not parcel.requests:
            desk.batches.drop(batch)
            return
        client = await desk.client(batch.reading)
        input_file = await client.upload(parcel.file, f"brief-{batch.name}")
    desk.batches.note(batch, state=CREATING, input_file=input_file, questions=parcel.requests, begun=time.time())
    try:
        remote = await client.create(batch.name, input_file, batch.begun)
    except InDoubt:
        raise
    except ProviderError:  # it has not come about
        desk.batches.drop(batch)
        await client.forget((input_file,))
        raise
    sent(desk, batch, remote)
    desk.tally.counts["batches"] += 1
    desk.tally.counts["questions"] += parcel.requests
