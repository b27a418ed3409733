"""The openai client: its own retries off, a key from the settings or the environment."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from summarizer import recording
from summarizer.errors import AuthenticationFailed
from summarizer.model.faults import place

if TYPE_CHECKING:
    import openai

    from summarizer.model.settings import ModelSettings

NO_KEY = "none"
"""Sent where an endpoint needs no key, since the client insists on one."""


@asynccontextmanager
async def open_client(settings: "ModelSettings") -> "AsyncIterator[openai.AsyncOpenAI]":
    """A client that many calls of `ask` may share within one event loop; closed at the end.

    Raises:
        AuthenticationFailed: the endpoint needs a key and none is given, nor a cassette replayed.
    """
    import openai

    profile = settings.endpoint_profile
    if profile.key_needed and not settings.key and not recording.is_replaying():
        raise AuthenticationFailed(f"no key for {place(settings)}: set {profile.key}, or replay a cassette")
    client = openai.AsyncOpenAI(
        api_key=settings.key or NO_KEY,
        base_url=settings.address,
        timeout=settings.timeout,
        max_retries=0,
    )
    async with client:
        yield client
