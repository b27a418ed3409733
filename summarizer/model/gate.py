"""What stands before each request: rate limits, a budget, a breaker. Who has none of them asks at once."""

from typing import Protocol

from summarizer.errors import BriefError
from summarizer.exchanges import Tokens


class Gate(Protocol):
    """Lets requests through, one at a time or many; shared by all that ask in one run, and perhaps by several runs."""

    async def enter(self, tokens: int) -> None:
        """Wait until one more request may be made.

        Args:
            tokens: about how many it will take, prompt and answer.

        Raises:
            NotSent: it may not be made at all; the class says why.
        """

    def leave(self, expected: int, tokens: Tokens | None, model: str) -> None:
        """A request that entered has ended.

        Args:
            expected: what `enter` was told.
            tokens: what the endpoint counted; None where no answer came.
            model: the model that was asked.
        """

    def pause(self, seconds: float) -> None:
        """Let nobody in for so long: the endpoint said so to one of them (Retry-After)."""

    def ended(self, error: BriefError | None) -> None:
        """A question came to its end after all attempts: with an error, or well."""
