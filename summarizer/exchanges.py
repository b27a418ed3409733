"""What passes between those who ask and the model: messages, the tokens that were counted, and answers that are kept."""

from dataclasses import dataclass
from typing import Protocol, TypedDict

from pydantic import BaseModel, ConfigDict, Field


class Message(TypedDict):
    """One chat message."""

    role: str
    content: str


class Tokens(BaseModel):
    """Tokens as the endpoint counted them, summed over every attempt."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    prompt: int = 0
    completion: int = 0
    cached: int = Field(default=0, description="Part of the prompt tokens that the endpoint had cached.")

    def __add__(self, more: "Tokens") -> "Tokens":
        """Both together."""
        return Tokens(
            prompt=self.prompt + more.prompt,
            completion=self.completion + more.completion,
            cached=self.cached + more.cached,
        )


@dataclass(frozen=True)
class KeptAnswer:
    """What came back to one question, as it is kept.

    Attributes:
        text: the answer as it was accepted: JSON, or the beginning of JSON where it was cut off.
        model: the model as the provider named it.
        endpoint: the base URL without user name, password or query.
        profile: name of the endpoint's profile.
        rung: how the schema was asked for.
        requests: HTTP requests made for it, failed ones included.
        tokens: tokens over all of them, where the endpoint counted.
        seconds: from the first request to the last answer.
        service_tier: as the provider named it, or None.
        cut_off: whether it ended before it was whole; such an answer is kept only where the course went on with it.
    """

    text: str
    model: str
    endpoint: str
    profile: str
    rung: str
    requests: int
    tokens: Tokens
    seconds: float
    service_tier: str | None = None
    cut_off: bool = False


class Answers(Protocol):
    """Where answers are kept, so that no question is paid for twice; it may be asked from any thread."""

    def find(self, key: str) -> KeptAnswer | None:
        """The answer to the question with this key, if it was kept."""

    def keep(self, key: str, answer: KeptAnswer) -> None:
        """Keep an answer; one that is kept already stays."""
