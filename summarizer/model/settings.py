"""What a caller says of the model, and what comes back."""

import os
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar
from urllib.parse import urlsplit, urlunsplit

from pydantic import BaseModel

from summarizer.exchanges import KeptAnswer, Tokens
from summarizer.model.profiles import Profile, Rung, profile_of

Parsed = TypeVar("Parsed", bound=BaseModel)
DEFAULT_BASE_URL = "https://api.openai.com/v1"


class ModelClient(Protocol):
    """What is used of an `openai.AsyncOpenAI`, so that naming the type imports nothing."""

    @property
    def chat(self) -> Any:
        """The client's chat completions."""


@dataclass(frozen=True)
class ModelSettings:
    """Which model to ask, where, and how patiently.

    Attributes:
        model: the model's name, as the endpoint knows it.
        base_url: address of the endpoint; None: OPENAI_BASE_URL, or OpenAI's own.
        api_key: None: the environment variable that the endpoint's profile names.
        profile: name of the endpoint's profile; None: guessed from the address.
        timeout: seconds in which a whole answer must have come.
        max_output_tokens: limit of the answer's length; None: the endpoint's own.
        temperature: None: the profile's, or none sent.
        transport_attempts: how often one request is made where the transport fails, the first included.
        reasks: how often an answer that does not fit is asked for again.
    """

    model: str
    base_url: str | None = field(default=None, repr=False)
    api_key: str | None = field(default=None, repr=False)
    profile: str | None = None
    timeout: float = 120.0
    max_output_tokens: int | None = None
    temperature: float | None = None
    transport_attempts: int = 4
    reasks: int = 2

    @property
    def address(self) -> str:
        """The base URL that is used, as given."""
        return self.base_url or os.environ.get("OPENAI_BASE_URL") or DEFAULT_BASE_URL

    @property
    def endpoint(self) -> str:
        """The base URL without user name, password or query: safe to show."""
        parts = urlsplit(self.address)
        return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))

    @property
    def host(self) -> str:
        """Host and port of the endpoint, as messages name it."""
        return urlsplit(self.endpoint).netloc or self.endpoint

    @property
    def endpoint_profile(self) -> Profile:
        """The endpoint's profile, named or guessed."""
        return profile_of(self.endpoint, self.profile)

    @property
    def key(self) -> str | None:
        """The key given, or the one in the environment."""
        return self.api_key or os.environ.get(self.endpoint_profile.key)


@dataclass(frozen=True)
class Answer(Generic[Parsed]):
    """A model's answer, of the schema, and what it took to get it.

    Attributes:
        draft: the answer as an object of the response model.
        text: the same as the JSON text that came.
        model: the model as the provider named it.
        endpoint: the base URL without user name, password or query.
        profile: name of the endpoint's profile.
        rung: how the schema was asked for.
        requests: HTTP requests made, failed ones included.
        tokens: tokens over all of them, where the endpoint counted.
        seconds: from the first request to the last answer.
        service_tier: as the provider named it, or None.
    """

    draft: Parsed
    text: str
    model: str
    endpoint: str
    profile: str
    rung: Rung
    requests: int
    tokens: Tokens
    seconds: float
    service_tier: str | None = None

    @property
    def kept(self) -> KeptAnswer:
        """The same as it is kept."""
        return KeptAnswer(
            text=self.text,
            model=self.model,
            endpoint=self.endpoint,
            profile=self.profile,
            rung=self.rung,
            requests=self.requests,
            tokens=self.tokens,
            seconds=self.seconds,
            service_tier=self.service_tier,
        )
