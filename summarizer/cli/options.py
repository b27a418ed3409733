"""What was asked for: the values of the command line, the environment and the configuration, settled."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from summarizer.cli.config import Price
from summarizer.schemas.vocabulary import Policy

OutputFormat = Literal["text", "md", "json", "jsonl"]


@dataclass(frozen=True)
class Options:
    """The options of one run.

    Attributes:
        sources: paths, patterns or `-`, as they were given.
        coder: let the offline coder read, whatever model is configured.
        by_flag: names of the options that were given on the command line.
        second_opinion: another model's name, or nothing for the same model; None: not asked for.
        window: characters that are read at once; None: as recorded, or the default.
        prices: of models, by name, where the configuration states them.
    """

    sources: tuple[str, ...]
    model: str | None = None
    base_url: str | None = None
    profile: str | None = None
    timeout: float = 120.0
    coder: bool = False
    cassette: Path | None = None
    record: Path | None = None
    policy: Policy = "standard"
    repairs: int = 2
    second_look: bool = False
    second_opinion: str | None = None
    window: int | None = None
    published: date | None = None
    format: OutputFormat = "text"
    output: Path | None = None
    show_prompt: bool = False
    quiet: bool = False
    by_flag: frozenset[str] = frozenset()
    prices: Mapping[str, Price] = field(default_factory=dict)
