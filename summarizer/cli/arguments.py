"""What was asked for: the values of the command line, the environment and the configuration, settled."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.asking.options import Progress, RunOptions
from summarizer.cli.config import Price, Prices
from summarizer.conflict.exporting import EXPORTS
from summarizer.reading.columns import COLUMNS
from summarizer.rendering.formats import Format, format_called

if TYPE_CHECKING:  # the offline coder does without, and starts in half the time
    from summarizer.model import ModelSettings
    from summarizer.pointing.briefs import Policy
    from summarizer.rendering.page import Detail
    from summarizer.reviewing import Reviews

LINES = "jsonl"
"""The command's own format: an object a line for each source. The others are `summarizer.rendering.formats`."""


@dataclass(frozen=True)
class Arguments:
    """The options of one command.

    Attributes:
        sources: paths, patterns or `-`, as they were given.
        coder: let no model read, whatever one is configured.
        extractor: who reads then: the offline coder, or another package's; given on the command line, it implies `coder`.
        by_flag: names of the options that were given on the command line.
        second_opinion: another model's name, or nothing for the same model; None: not asked for.
        window: characters that are read at once; None: as recorded, or the default.
        columns: names of the columns or keys of a table that may hold each part of an article, by the part.
        separator: the line that stands between two articles of a text.
        reviews: the file of what people decided about items of the brief.
        prices: of models, by name, where the configuration states them.
        jobs: requests in flight at once.
        processes: that read beside this one; None: as many as there are processors, where there are many sources.
        dask: address of the scheduler of a Dask cluster that reads instead.
        store: the file in which finished articles and answers are kept.
        max_tokens, max_cost: what the run may take, in tokens both ways and in US dollars.
        requests_per_minute, tokens_per_minute: how fast may be asked, by all runs that share the store.
    """

    sources: tuple[str, ...]
    model: str | None = None
    base_url: str | None = None
    profile: str | None = None
    timeout: float = 120.0
    coder: bool = False
    extractor: str = "coder"
    cassette: Path | None = None
    record: Path | None = None
    policy: "Policy" = "standard"
    repairs: int = 2
    second_look: bool = False
    second_opinion: str | None = None
    window: int | None = None
    published: date | None = None
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: COLUMNS)
    separator: str = ""
    format: str = "text"
    detail: "Detail" = "page"
    output: Path | None = None
    reviews: Path | None = None
    show_prompt: bool = False
    quiet: bool = False
    by_flag: frozenset[str] = frozenset()
    prices: Mapping[str, Price] = field(default_factory=dict)
    jobs: int = 8
    processes: int | None = None
    dask: str | None = None
    store: Path | None = None
    max_tokens: int | None = None
    max_cost: float | None = None
    requests_per_minute: int | None = None
    tokens_per_minute: int | None = None

    @cached_property
    def decided(self) -> "Reviews":
        """What people decided. Raises SourceError where the file cannot be read."""
        from summarizer.reviewing import NOTHING_DECIDED, load_reviews

        return load_reviews(self.reviews) if self.reviews else NOTHING_DECIDED

    @property
    def for_machines(self) -> bool:
        """Whether standard output is UTF-8 whatever the terminal takes: in every format but those for a terminal."""
        return self.format == LINES or format_called(self.format, EXPORTS).for_machines

    @property
    def written_as(self) -> Format:
        """The format that briefs are written in, unless they are lines; what would be sent is a text."""
        return format_called("text" if self.show_prompt else self.format, EXPORTS)

    @property
    def for_browsers(self) -> bool:
        """Whether the format is read in a browser, and several briefs have an index."""
        return self.format != LINES and self.written_as.for_browsers

    @property
    def wishes(self) -> dict[str, Any]:
        """How a table or a text of several articles is to be taken apart."""
        return {"columns": self.columns, "separator": self.separator}

    @property
    def without_model(self) -> bool:
        """Whether no model is to read, whatever one is configured."""
        return self.coder or "extractor" in self.by_flag

    def run_options(self, settings: "ModelSettings | None", progress: Progress | None = None) -> RunOptions:
        """What is asked for of one run.

        A cassette names model, address and window; only what stands on the command line is set against it.

        Args:
            settings: the model to ask; None where a cassette names it, or no model reads.
            progress: is told what the next request is for.
        """
        return RunOptions(
            model=settings or (self.model if "model" in self.by_flag else None),
            base_url=self.base_url if "base_url" in self.by_flag else None,
            extractor=self.extractor,
            cassette=self.record or self.cassette,
            record=self.record is not None,
            policy=self.policy,
            repairs=self.repairs,
            second_look=self.second_look,
            second_opinion=self.second_opinion is not None and (self.second_opinion or True),
            window=self.window if settings or "window" in self.by_flag else None,
            progress=progress,
            price=Prices(self.prices, settings.model) if settings and self.prices else None,
        )
