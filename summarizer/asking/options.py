"""What a caller may ask for beyond a brief of the article: one object for a run's options."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.asking.windows import WINDOW
from summarizer.errors import NoExtractorError, UsageError

if TYPE_CHECKING:  # the command line's help names the sizes, and loads nothing heavy
    from summarizer.asking.prompt import Prompt
    from summarizer.exchanges import Answers, Tokens
    from summarizer.model import Clock, Gate, ModelClient, ModelSettings
    from summarizer.pointing.briefs import Policy

REPAIRS = 1
"""How often failed items are asked for again at most, unless more is asked for: a second time has seldom mended anything."""
Price = Callable[[str, "Tokens"], float | None]
"""US dollars for so many tokens of a model, by its name; None where its price is not known."""
Progress = Callable[[str], None]
"""Is told what the next request is for; nothing where it asks for the whole article at once."""


@dataclass(frozen=True)
class RunOptions:
    """The options of one run; `summarizer.summarize` says what each is.

    Attributes:
        policy: None: that of the brief which is replaced, and `standard` for a new one.
        window: how many characters are read at once; None: as the cassette was recorded, or `WINDOW`.
        second_opinion: whether one is asked for, or the name of the model that gives it.
        extractor: name of the registered extractor that reads where no model is asked; None: the field's own.
        price: what tokens cost, for the run's cost; None: it is not known.
        answers: where answers are kept and found again; None: nowhere.
        gate: what each request has to pass; None: nothing holds it up.
    """

    model: "str | ModelSettings | None" = None
    base_url: str | None = None
    api_key: str | None = None
    extractor: str | None = None
    cassette: str | Path | None = None
    record: bool = False
    policy: "Policy | None" = None
    repairs: int = REPAIRS
    second_look: bool = False
    second_opinion: bool | str = False
    window: int | None = None
    instructions: "Prompt | None" = None
    client: "ModelClient | None" = None
    clock: "Clock | None" = None
    progress: Progress | None = None
    price: "Price | None" = None
    answers: "Answers | None" = None
    gate: "Gate | None" = None

    def __post_init__(self) -> None:
        """Refuse what makes no sense together."""
        if self.record and self.cassette is None:
            raise UsageError("record needs a cassette: say which file to write")
        if self.window is not None and self.window < 1:
            raise UsageError("a window of no characters reads nothing: give at least 1")

    @property
    def tape(self) -> Path | None:
        """The cassette, replayed or recorded."""
        return None if self.cassette is None else Path(self.cassette)

    @property
    def replayed(self) -> Path | None:
        """The cassette that is replayed."""
        return None if self.record else self.tape

    @property
    def asks_a_model(self) -> bool:
        """Whether a model reads, or its recording.

        Raises:
            NoExtractorError: something is asked for that only a model can do, and there is none.
        """
        if self.model is not None or self.replayed is not None:
            return True
        for wish in ("record", "second_look", "second_opinion"):
            if getattr(self, wish):
                raise NoExtractorError(f"{wish.replace('_', ' ')} needs a model: name one")
        return False

    @property
    def window_size(self) -> int:
        """Characters that are read at once."""
        return self.window or WINDOW

    @property
    def other_model(self) -> str | None:
        """The model that gives second opinions, where it is another one."""
        return self.second_opinion if isinstance(self.second_opinion, str) else None
