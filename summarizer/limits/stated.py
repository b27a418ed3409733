"""What a caller says of limits: plain numbers."""

from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import UsageError

NUMBERS = ("requests_per_minute", "tokens_per_minute", "max_tokens", "max_cost", "patience")


@dataclass(frozen=True)
class Limits:
    """How fast, how much, and how patiently a run may ask.

    Attributes:
        requests_per_minute: HTTP requests, failed ones included; None: as many as are made.
        tokens_per_minute: of prompts and answers together; None: as many as it takes.
        max_tokens: what the run may take altogether; None: no limit.
        max_cost: what it may cost, in US dollars; None: no limit.
        patience: seconds for which an endpoint that is down is tried again.
        burst: seconds' worth of the rates that may go at once after a rest.
        shared: an SQLite file in which all processes of this machine share the rates; None: this process has its own.
        account: whose rates they are, where a file is shared: other accounts (endpoints, models) have rates of their own.

    Raises:
        UsageError: a number is not positive.
    """

    requests_per_minute: int | None = None
    tokens_per_minute: int | None = None
    max_tokens: int | None = None
    max_cost: float | None = None
    patience: float = 120.0
    burst: float = 3.0
    shared: Path | None = None
    account: str = ""

    def __post_init__(self) -> None:
        for name in NUMBERS:
            value = getattr(self, name)
            if value is not None and not value > 0:
                raise UsageError(f"--{name.replace('_', '-')} must be more than 0, not {value}")
