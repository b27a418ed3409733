"""The openai client: its own retries off, a key from the settings or the environment, answers of bounded size."""

from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from summarizer.errors import AuthenticationFailed, EndpointFailed, UsageError
from summarizer.model.faults import place
from summarizer.recording import tapes

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

    import httpx2
    import openai

    from summarizer.model.settings import ModelClient, ModelSettings

MOST_BYTES = 10_000_000
"""The largest answer of an endpoint that is read, in bytes, whatever it was compressed to."""
NO_KEY = "none"
"""Sent where an endpoint needs no key, since the client insists on one."""


@asynccontextmanager
async def open_client(
    settings: "ModelSettings", *, most_bytes: int = MOST_BYTES
) -> "AsyncIterator[openai.AsyncOpenAI]":
    """A client that many calls of `ask` may share within one event loop; closed at the end.

    Args:
        settings: address, key and time limit of the endpoint.
        most_bytes: the largest answer that is read.

    Raises:
        AuthenticationFailed: the endpoint needs a key and none is given, nor a cassette replayed.
        UsageError: the address holds a secret, or is none.
    """
    import openai

    _check_address(settings.address)
    profile = settings.endpoint_profile
    if profile.key_needed and not settings.key and not tapes.is_replaying():
        raise AuthenticationFailed(f"no key for {place(settings)}: set {profile.key}, or replay a cassette")
    client = openai.AsyncOpenAI(
        api_key=settings.key or NO_KEY,
        base_url=settings.address,
        timeout=settings.timeout,
        max_retries=0,
        http_client=openai.DefaultAsyncHttpxClient(
            event_hooks={"response": [partial(_bound, settings=settings, most_bytes=most_bytes)]}
        ),
    )
    async with client:
        yield client


async def _bound(response: "httpx2.Response", settings: "ModelSettings", most_bytes: int) -> None:
    """Let no more than so much of an answer be read."""
    parts = response.aiter_bytes

    async def counted(chunk_size: int | None = None) -> "AsyncGenerator[bytes, None]":
        left = most_bytes
        async for part in parts(chunk_size):
            left -= len(part)
            if left < 0:
                raise EndpointFailed(
                    f"the answer is larger than {most_bytes // 1_000_000} MB, {place(settings)}: check --base-url"
                )
            yield part

    response.aiter_bytes = counted  # type: ignore[method-assign]  # what the client reads an answer by


def _check_address(address: str) -> None:
    """An address is logged by the libraries below, so it must hold no secret."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError("the base URL must begin with http:// or https:// and name a host")
    if any((parts.username, parts.password, parts.query)):
        raise UsageError("the base URL must hold neither user name, password nor query: give the key apart")


def without_retries(client: "ModelClient") -> Any:
    """A caller's client as it is used here: retrying is done in one place, so the client must not."""
    if getattr(client, "max_retries", 0) and hasattr(client, "with_options"):
        return client.with_options(max_retries=0)
    return client
