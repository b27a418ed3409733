"""Ways to go wrong, written by somebody who had read the checks, and aimed at where they look away."""

from .operator import Operator
from .seen_events import KINDS_AND_EVENTS
from .seen_words import WORDS_AND_ACTORS

SEEN: tuple[Operator, ...] = (*WORDS_AND_ACTORS, *KINDS_AND_EVENTS)
"""Each aims at a place where a table of words sees little; many survive, and the report names them."""
