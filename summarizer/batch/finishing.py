"""Articles that wait for a further question, asked at once: the batches have done the most of it."""

from collections.abc import Iterator

from summarizer.batch.desk import Desk
from summarizer.batch.going_on import article_of
from summarizer.engine.corpus import JOBS, Many, opened
from summarizer.engine.feeding import Offer
from summarizer.errors import BriefError


async def finish_now(desk: Desk, jobs: int = JOBS) -> None:
    """Ask what remains through the API for single requests; what batches are answering is left to them.

    Args:
        desk: where it is done.
        jobs: requests in flight.
    """
    many = Many(jobs, store=desk.path)
    for reading in desk.batches.readings():
        options = desk.plan(reading).options
        async with opened(options, many, desk.finish, lambda *_: None) as (flow, _):
            async for outcome in flow.through(_offers(desk, reading)):
                if isinstance(outcome.error, BriefError):
                    desk.failed(outcome.error, outcome.source)
                desk.tally.counts["finished"] += outcome.error is None
                for line in outcome.product or ():
                    desk.complain(line, outcome.source)
    desk.batches.leave_finished()


def _offers(desk: Desk, reading: int) -> Iterator[Offer]:
    for some in desk.batches.idle(reading):
        for one in some:
            yield Offer(one.document.name, article_of(one.document), key=one.key)
