"""What a caller may ask for beyond a brief of the article."""

from collections.abc import Callable
from dataclasses import dataclass

from summarizer.asking.windows import WINDOW
from summarizer.schemas.vocabulary import Policy

REPAIRS = 2
"""How often failed items are asked for again at most."""
Progress = Callable[[str], None]
"""Is told what the next request is for; nothing where it asks for the whole article at once."""


@dataclass(frozen=True)
class Wishes:
    """What a caller asks for; `window` is how many characters are read at once."""

    policy: Policy = "standard"
    repairs: int = REPAIRS
    second_look: bool = False
    second_opinion: bool | str = False
    window: int = WINDOW
