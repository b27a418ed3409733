"""What kinds of endpoint expect: one table, `profiles.toml`, and how a base URL is recognised."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal
from urllib.parse import urlsplit

from summarizer.errors import UsageError

Rung = Literal["strict", "plain", "prompt"]
LADDER: tuple[Rung, ...] = ("strict", "plain", "prompt")
"""How the schema is asked for, from the firmest: each is tried where the one before was rejected."""


@dataclass(frozen=True)
class Profile:
    """One row of the table; `profiles.toml` says what each column means."""

    name: str
    output_limit: str
    first_rung: Rung
    key: str
    key_needed: bool
    context_hint: str
    hosts: tuple[str, ...] = ()
    ports: tuple[int, ...] = ()
    temperature: float | None = None
    store: bool | None = None

    def serves(self, base_url: str) -> bool:
        """Whether the row recognises an address; one that names neither hosts nor ports takes any."""
        if not (self.hosts or self.ports):
            return True
        parts = urlsplit(base_url)
        if parts.port in self.ports:
            return True
        host = f".{parts.hostname or ''}"
        return host.endswith(tuple(f".{name}" for name in self.hosts))


@cache
def table() -> tuple[Profile, ...]:
    """Every profile, in the order in which they are tried."""
    text = (resources.files("summarizer.model") / "profiles.toml").read_text(encoding="utf-8")
    return tuple(_row(row) for row in tomllib.loads(text)["profile"])


def _row(row: dict[str, Any]) -> Profile:
    lists = {"hosts": tuple(row.get("hosts", ())), "ports": tuple(row.get("ports", ()))}
    return Profile(**{**row, **lists})


def profile_of(base_url: str, name: str | None = None) -> Profile:
    """The profile of a name, or where none is given, of an address.

    Args:
        base_url: address of the endpoint; the last row of the table serves any.
        name: of a row of the table.

    Raises:
        UsageError: no profile has that name.
    """
    for profile in table():
        fits = profile.serves(base_url) if name is None else profile.name == name
        if fits:
            return profile
    raise UsageError(f"no profile is called {name!r}: choose one of {', '.join(row.name for row in table())}")
