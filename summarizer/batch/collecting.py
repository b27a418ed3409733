"""Files of answers → answers that are kept → articles taken on. What is kept is kept, wherever it is ended."""

import asyncio
import tempfile
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.asking.second_opinion import Opinion
from summarizer.batch import failures
from summarizer.batch.desk import Desk
from summarizer.batch.going_on import taken_on
from summarizer.batch.plans import Plan
from summarizer.batch.settling import called, look
from summarizer.conflict.assembled import CONFLICT
from summarizer.errors import BriefError, EndpointFailed, ProviderError
from summarizer.model.batches import ENDED, BatchClient, BatchLine, answer_in, read_line
from summarizer.store import KeptBatch
from summarizer.store.batches import COLLECTED, FAILED, SENT

if TYPE_CHECKING:
    from summarizer.exchanges import KeptAnswer

LINES_AT_ONCE = 200
"""Lines of a file of answers that are kept in one transaction."""


async def collect(desk: Desk) -> None:
    """Keep what came of every batch that has ended, and take the articles on.

    Args:
        desk: where it is done.
    """
    await look(desk)
    for batch in desk.batches.all(SENT):
        if batch.status in ENDED:
            try:
                await _collect(desk, batch)
            except BriefError as error:
                desk.failed(error, called(batch))
    for reading in desk.batches.readings():
        plan = desk.plan(reading)
        for some in desk.batches.told(reading):
            await taken_on(desk, plan, some)


async def _collect(desk: Desk, batch: KeptBatch) -> None:
    client = await desk.client(batch.reading)
    remote = await client.look_at(batch.remote)
    for problem in remote.problems:
        desk.failed(EndpointFailed(f"the endpoint did not take it ({problem})"), called(batch))
    for file_id in remote.files:
        await _read(desk, batch, client, file_id)
    state = FAILED if remote.status == "failed" else COLLECTED
    desk.tally.counts["to ask again"] += desk.batches.close(batch, state)
    desk.tally.counts["collected"] += 1
    await client.forget((batch.input_file, *remote.files))


async def _read(desk: Desk, batch: KeptBatch, client: BatchClient, file_id: str) -> None:
    plan = desk.plan(batch.reading)
    with tempfile.TemporaryFile() as file:
        await client.download(file_id, file)
        while lines := list(islice(file, LINES_AT_ONCE)):
            read = [line for line in map(read_line, lines) if line]
            await asyncio.to_thread(_take_in, desk, batch, plan, read)


def _take_in(desk: Desk, batch: KeptBatch, plan: Plan, lines: Sequence[BatchLine]) -> None:
    """Keep what some lines hold; those of questions that were answered already, or are none of ours, say nothing."""
    known = desk.batches.questions(batch, [line.key for line in lines])
    answered: dict[str, KeptAnswer] = {}
    failed: dict[str, str] = {}
    forms = {form.__name__: form for form in (CONFLICT.form().answer, Opinion)}
    for line in lines:
        if line.key not in known or line.may_be_asked_again:
            continue
        form, words = known[line.key]
        try:
            answer = answer_in(line, plan.asking(batch.model), forms[form], words)
        except ProviderError as error:
            failed[line.key] = failures.written(error)
            continue
        if answer.cut_off:
            failed[line.key] = failures.written(answer)
        else:
            answered[line.key] = answer
    desk.batches.take_in(answered.items(), failed.items())
    desk.tally.counts["answers"] += len(answered)
    for answer in answered.values():
        desk.tally.took(batch.model, answer)
