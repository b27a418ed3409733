"""What an earlier command left open, as it stands at the endpoint: a batch that came about is taken over, another forgotten."""

import time

from summarizer.batch.desk import Desk
from summarizer.errors import BriefError
from summarizer.model.batches import ENDED, RemoteBatch
from summarizer.store import KeptBatch
from summarizer.store.batches import BEGUN, CREATING, SENT

GRACE = 120.0
"""Seconds after which a batch that the endpoint does not show has not come about: its request may have been under way."""


def called(batch: KeptBatch) -> str:
    """What messages call a batch."""
    return f"batch {batch.name[:8]}"


async def settle(desk: Desk) -> None:
    """Find out what became of what was under way when a command was ended."""
    desk.batches.leave_finished()
    for batch in desk.batches.all(BEGUN):  # nothing was sent of them
        desk.batches.drop(batch)
    for batch in desk.batches.all(CREATING):
        try:
            await _settled(desk, batch)
        except BriefError as error:
            desk.failed(error, called(batch))


async def _settled(desk: Desk, batch: KeptBatch) -> None:
    client = await desk.client(batch.reading)
    found = await client.look_for(batch.name, batch.input_file, batch.begun)
    if found is not None:
        sent(desk, batch, found)
        desk.tally.counts["taken over"] += 1
    elif abs(time.time() - batch.begun) > GRACE:
        await client.forget((batch.input_file,))
        desk.batches.drop(batch)


def sent(desk: Desk, batch: KeptBatch, remote: RemoteBatch) -> None:
    """Note how a batch stands at the endpoint."""
    desk.batches.note(
        batch, state=SENT, remote=remote.id, status=remote.status, completed=remote.completed, failed=remote.failed
    )


async def look(desk: Desk) -> None:
    """Ask the endpoints how the batches stand that are being answered."""
    await settle(desk)
    for batch in desk.batches.all(SENT):
        try:
            if batch.status not in ENDED:
                client = await desk.client(batch.reading)
                sent(desk, batch, await client.look_at(batch.remote))
        except BriefError as error:
            desk.failed(error, called(batch))
