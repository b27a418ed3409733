"""OpenAI's Batch API: a file of requests there, files of answers back, and each call made again where that is safe.

A batch is a file of requests that the endpoint answers within a day, at half the price (platform.openai.com, "Batch API").
"""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, BinaryIO, Final, TypeVar

from pydantic import BaseModel, ValidationError

from summarizer.errors import CutOff, EndpointFailed, ProviderError, QuotaExhausted, RequestRejected
from summarizer.exchanges import KeptAnswer, Message
from summarizer.model import answers, faults, transport
from summarizer.model.bodies import request_body
from summarizer.model.client import open_client
from summarizer.model.settings import ModelSettings

if TYPE_CHECKING:
    import openai
    from openai.types import Batch

LOG = logging.getLogger(__name__)
Result = TypeVar("Result")

MOST_REQUESTS = 50_000
"""In one batch (platform.openai.com, API reference, "Create batch": up to 50,000 requests)."""
MOST_FILE_BYTES = 200_000_000
"""In one file of requests (the same: up to 200 MB)."""
MOST_OUTPUT_BYTES = 2_000_000_000
"""The largest file of answers that is read."""
FILE_SECONDS = 1800.0
"""In which a file must have gone there, or come back."""
ENDPOINT: Final = "/v1/chat/completions"
WINDOW: Final = "24h"
MARK = "brief_batch"
"""Under this name a batch's metadata hold what we call it."""
LOOKED_BACK = 86_400.0
"""Seconds before a batch was begun here until which the endpoint's batches are looked through: clocks differ."""
ENDED = frozenset({"completed", "expired", "cancelled", "failed"})
"""States of a batch in which nothing more comes of it."""
AGAIN = frozenset({"batch_expired", "batch_cancelled"})
"""Codes of requests that were never made: they may be asked in another batch."""


class InDoubt(EndpointFailed):
    """A batch may have come about, or not."""


@dataclass(frozen=True)
class RemoteBatch:
    """A batch as the endpoint has it.

    Attributes:
        id: what the endpoint calls it.
        status: `validating`, `in_progress`, … ; those in `ENDED` are the last.
        completed, failed: how many requests are done.
        files: of answers, and of requests that failed, as far as there are any.
        problems: why it could not be begun.
    """

    id: str
    status: str
    completed: int
    failed: int
    files: tuple[str, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True)
class BatchLine:
    """What became of one request of a batch.

    Attributes:
        key: which request it was.
        status: of HTTP; 0: it was not made.
        body: the answer, or what was said of the failure.
    """

    key: str
    status: int
    body: Any

    @property
    def may_be_asked_again(self) -> bool:
        """Whether the same request may succeed in another batch."""
        code, message = faults.said_in(self.body)
        if code in AGAIN:
            return True
        return self.status in faults.TRANSIENT and faults.row_of(self.status, code, message).error is not QuotaExhausted


# --- lines ----------------------------------------------------------------------------------------------


def request_line(key: str, messages: list[Message], settings: ModelSettings, response_model: type[BaseModel]) -> bytes:
    """The line of a question: what would be sent if it were asked at once, and the key that its answer is known by."""
    body = request_body(messages, settings, response_model, settings.endpoint_profile.first_rung)
    line = {"custom_id": key, "method": "POST", "url": ENDPOINT, "body": body}
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace") + b"\n"


def read_line(data: bytes) -> BatchLine | None:
    """What a line of an answer file says; None where it is none."""
    try:
        line = json.loads(data)
        response = line.get("response") or {}
        status = response.get("status_code") or 0
        body = response.get("body") if status else line.get("error")
        return BatchLine(str(line["custom_id"]), int(status), body)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def answer_in(line: BatchLine, settings: ModelSettings, response_model: type[BaseModel], words: int) -> KeptAnswer:
    """The answer that a line holds, taken as one that was asked for at once.

    Args:
        line: of a file of answers.
        settings: who was asked.
        response_model: what the answer must be.
        words: how many were sent.

    Returns:
        The answer; one that was cut off is marked so.

    Raises:
        ProviderError: there is none, or it is of no use.
    """
    if line.status != 200:
        raise _told(faults.refusal(line.status, line.body, settings))
    from openai.types.chat import ChatCompletion

    try:
        completion = ChatCompletion.model_validate(line.body)
    except ValidationError as error:
        raise _told(
            EndpointFailed(f"the batch holds something that is no completion, {faults.place(settings)}")
        ) from error
    try:
        text = answers.accepted(completion, settings, words)
        response_model.model_validate_json(text)
    except CutOff as error:
        return _kept(completion, settings, error.text, is_cut_off=True)
    except ProviderError as error:
        raise _told(error, completion) from None
    except ValidationError as error:
        raise _told(answers.misfit(error, settings, "and is not asked for again"), completion) from error
    return _kept(completion, settings, text)


def _told(error: ProviderError, completion: Any = None) -> ProviderError:
    """The error with what the request took."""
    tokens = answers.tokens_of(completion)
    error.requests, error.prompt_tokens, error.completion_tokens = 1, tokens.prompt, tokens.completion
    return error


def _kept(completion: Any, settings: ModelSettings, text: str, *, is_cut_off: bool = False) -> KeptAnswer:
    profile = settings.endpoint_profile
    return KeptAnswer(
        text=text,
        model=completion.model or settings.model,
        endpoint=settings.endpoint,
        profile=profile.name,
        rung=profile.first_rung,
        requests=1,
        tokens=answers.tokens_of(completion),
        seconds=0.0,
        service_tier=completion.service_tier,
        cut_off=is_cut_off,
    )


# --- calls ----------------------------------------------------------------------------------------------


@asynccontextmanager
async def open_batches(settings: ModelSettings, sleep: transport.Sleep = asyncio.sleep) -> "AsyncIterator[BatchClient]":
    """An endpoint's batches. Raises AuthenticationFailed where there is no key, UsageError where the address is none.

    Args:
        settings: of any model of this endpoint.
        sleep: what waits between attempts.
    """
    async with open_client(settings, most_bytes=MOST_OUTPUT_BYTES) as client:
        yield BatchClient(client, settings, sleep)


@dataclass(frozen=True)
class BatchClient:
    """The calls that batches take; each raises ProviderError where it fails."""

    client: "openai.AsyncOpenAI"
    settings: ModelSettings
    sleep: transport.Sleep

    async def upload(self, file: BinaryIO, name: str) -> str:
        """Send a file of requests, and give back what the endpoint calls it; one sent twice costs nothing."""

        async def once() -> str:
            file.seek(0)
            return self._id(await self.client.files.create(file=(f"{name}.jsonl", file), purpose="batch"))

        return await self._send(once, FILE_SECONDS)

    async def create(self, name: str, input_file: str, since: float) -> RemoteBatch:
        """Have a file of requests answered. Where it may have come about, it is looked for before it is tried again.

        Args:
            name: what we call the batch.
            input_file: its requests.
            since: when it was begun, in seconds since 1970.

        Raises:
            InDoubt: it may have come about.
            ProviderError: it has not.
        """
        in_doubt = False

        async def once() -> RemoteBatch:
            nonlocal in_doubt
            found = await self._found(name, input_file, since) if in_doubt else None
            if found is not None:
                return found
            before, in_doubt = in_doubt, True
            try:
                batch = await self.client.batches.create(
                    input_file_id=input_file, endpoint=ENDPOINT, completion_window=WINDOW, metadata={MARK: name}
                )
            except openai.APIStatusError as error:
                in_doubt = before or error.status_code >= 500
                raise
            return self._remote(batch)

        import openai

        try:
            return await self._send(once)
        except ProviderError as error:
            if in_doubt:
                raise InDoubt(
                    f"whether the batch was created is not known yet, a later command will find out ({error})"
                ) from error
            raise

    async def look_for(self, name: str, input_file: str, since: float) -> RemoteBatch | None:
        """The batch that we call so, or that is of this file, if there is one; `create` says what is given."""
        return await self._send(lambda: self._found(name, input_file, since))

    async def look_at(self, remote: str) -> RemoteBatch:
        """A batch as it stands now."""

        async def once() -> RemoteBatch:
            return self._remote(await self.client.batches.retrieve(remote))

        return await self._send(once)

    async def download(self, file_id: str, into: BinaryIO) -> None:
        """Write a file of answers into another, whole. Raises EndpointFailed where less comes than there is."""

        async def once() -> int:
            import httpx2
            import openai

            expected = (await self.client.files.retrieve(file_id)).bytes or 0
            into.seek(0)
            into.truncate()
            async with self.client.files.with_streaming_response.content(file_id) as response:
                try:
                    async for part in response.iter_bytes():
                        into.write(part)
                except httpx2.TransportError as error:
                    raise openai.APIConnectionError(request=response.http_request) from error
            return expected

        expected = await self._send(once, FILE_SECONDS)
        came = into.seek(0, 2)
        if came < expected:
            raise EndpointFailed(
                f"of a file of answers {came:,} of {expected:,} bytes came, {faults.place(self.settings)}: collect again"
            )
        into.seek(0)

    async def forget(self, file_ids: tuple[str, ...]) -> None:
        """Let the endpoint delete files, as far as it does: what is kept there holds articles."""
        for file_id in file_ids:
            try:
                await self._send(lambda which=file_id: self.client.files.delete(which))  # type: ignore[misc]
            except ProviderError as error:
                LOG.info("a file could not be deleted: %s", error)

    # --- within -----------------------------------------------------------------------------------

    async def _found(self, name: str, input_file: str, since: float) -> RemoteBatch | None:
        async for batch in self.client.batches.list(limit=100):  # the newest first
            if (batch.metadata or {}).get(MARK) == name or batch.input_file_id == input_file:
                return self._remote(batch)
            if (batch.created_at or 0) < since - LOOKED_BACK:
                break
        return None

    async def _send(self, request: Callable[[], Awaitable[Result]], seconds: float | None = None) -> Result:
        import openai

        settings = replace(self.settings, timeout=max(seconds or 0.0, self.settings.timeout))
        try:
            return await transport.send(request, settings, self.sleep)
        except openai.APIStatusError as error:
            if error.status_code == 404:
                raise RequestRejected(
                    f"{self.settings.host} does not know the batch or file, or has no Batch API (404):"
                    " see that key and address are those it was submitted with"
                ) from error
            raise faults.of_status(error, self.settings) from error
        except ValueError as error:
            raise self._no_batch_api() from error

    def _no_batch_api(self) -> EndpointFailed:
        return EndpointFailed(f"{self.settings.host} answers as none does that has a Batch API: check --base-url")

    def _id(self, given: Any) -> str:
        found = getattr(given, "id", None)
        if not isinstance(found, str):
            raise self._no_batch_api()
        return found

    def _remote(self, batch: "Batch") -> RemoteBatch:
        counts = getattr(batch, "request_counts", None)
        errors = getattr(getattr(batch, "errors", None), "data", None) or ()
        return RemoteBatch(
            id=self._id(batch),
            status=str(getattr(batch, "status", "")),
            completed=getattr(counts, "completed", 0),
            failed=getattr(counts, "failed", 0),
            files=tuple(filter(None, (batch.output_file_id, batch.error_file_id))),
            problems=tuple(faults.one_line(str(one.message or one.code), self.settings) for one in errors),
        )
