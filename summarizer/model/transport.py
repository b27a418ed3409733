"""One request, made again where the transport fails: tenacity with an explicit predicate, and nothing else retries.

A time-out or a connection that never came about is tried once more, since each further attempt would cost the whole
wait again; rate limits, server errors and resets up to the limit. A Retry-After is honoured up to a cap.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from email.utils import parsedate_to_datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from summarizer.errors import BriefError, QuotaExhausted
from summarizer.model.faults import TRANSIENT, causes, of_connection, refused, row_of, said, speaks_of_schema, timed_out

if TYPE_CHECKING:
    import openai
    import tenacity

    from summarizer.model.settings import ModelSettings

LOG = logging.getLogger(__name__)
Result = TypeVar("Result")
Sleep = Callable[[float], Awaitable[None]]

RETRY_AFTER_CAP = 60.0
"""Seconds; an endpoint that asks for a longer pause is not waited for."""
FIRST_WAIT, LONGEST_WAIT, JITTER = 0.5, 20.0, 0.5
"""Seconds of the pauses where the endpoint does not name one: doubling from the first, plus up to the jitter."""
TRIED_ONCE_MORE = 2


async def send(
    request: Callable[[], Awaitable[Result]],
    settings: "ModelSettings",
    sleep: Sleep,
    passing: Callable[[], AbstractAsyncContextManager[None]] = nullcontext,
    pause_all: Callable[[float], None] | None = None,
) -> Result:
    """Make a request within the time limit, again where that may help.

    Args:
        request: makes it once.
        settings: give the time limit of one attempt, and how many attempts there are at most.
        sleep: waits for so many seconds.
        passing: opened for each attempt, before its time begins; whoever is not let through waits there.
        pause_all: is told for how long the endpoint wants no request from anybody.

    Raises:
        openai.APIStatusError: the endpoint refused, at the last attempt.
        BriefError: no answer came, or a cassette lacks the request.
    """
    import openai
    import tenacity

    async def once() -> Result:
        async with passing(), asyncio.timeout(settings.timeout):
            return await request()

    retrying = tenacity.AsyncRetrying(
        sleep=sleep,
        stop=tenacity.stop_after_attempt(max(settings.transport_attempts, 1)),
        wait=_pause,
        retry=_worth_another,
        before_sleep=partial(_before_sleep, pause_all),
        reraise=True,
    )
    try:
        return await retrying(once)
    except (openai.APIConnectionError, TimeoutError) as error:
        raise of_connection(error, settings) from error


def _failure(state: "tenacity.RetryCallState") -> BaseException | None:
    """What the attempt raised, if anything."""
    return state.outcome.exception() if state.outcome else None


def _worth_another(state: "tenacity.RetryCallState") -> bool:
    """The predicate: what may succeed when it is made again."""
    import openai

    error = _failure(state)
    if isinstance(error, openai.APIStatusError):
        if error.status_code not in TRANSIENT or speaks_of_schema(error):
            return False
        hopeless = row_of(error.status_code, *said(error)).error is QuotaExhausted
        return not hopeless and (retry_after(error) or 0.0) <= RETRY_AFTER_CAP
    if not isinstance(error, openai.APIConnectionError | TimeoutError):
        return False
    if any(isinstance(cause, BriefError) for cause in causes(error)):
        return False
    if timed_out(error) or refused(error):
        return state.attempt_number < TRIED_ONCE_MORE
    return True


def _pause(state: "tenacity.RetryCallState") -> float:
    """Seconds to wait: what the endpoint asks for, else longer each time, never quite the same."""
    import openai
    import tenacity

    error = _failure(state)
    asked = retry_after(error) if isinstance(error, openai.APIStatusError) else None
    if asked is not None:
        return asked
    longer = tenacity.wait_exponential(multiplier=FIRST_WAIT, max=LONGEST_WAIT) + tenacity.wait_random(0, JITTER)
    return float(longer(state))


def retry_after(error: "openai.APIStatusError") -> float | None:
    """Seconds that a refusal asks to wait, as number or date; None where it does not say."""
    headers = error.response.headers
    value = headers.get("retry-after")
    if value is None:
        return None
    try:
        return max(float(value), 0.0)
    except ValueError:
        pass
    try:
        # Against the endpoint's own clock: ours may be off.
        wait = parsedate_to_datetime(value) - parsedate_to_datetime(headers["date"])
    except (KeyError, TypeError, ValueError):
        return None
    return max(wait.total_seconds(), 0.0)


def _before_sleep(pause_all: Callable[[float], None] | None, state: "tenacity.RetryCallState") -> None:
    """Tell of the failure, and the others of a pause that the endpoint asks for."""
    import openai

    error = _failure(state)
    if pause_all and isinstance(error, openai.APIStatusError) and retry_after(error):
        pause_all(state.upcoming_sleep)
    status = getattr(error, "status_code", type(error).__name__)
    LOG.info("attempt %d failed (%s); again in %.1f s", state.attempt_number, status, state.upcoming_sleep)
