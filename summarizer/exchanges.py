"""What passes between those who ask and the model: messages, and the tokens that were counted."""

from typing import TypedDict

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
