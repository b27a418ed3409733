"""Ways to go wrong, written by somebody who had not read the checks: what the suite is honest by."""

from .blind_content import CONTENT
from .blind_modality import MODALITY
from .blind_roles import ACTORS
from .blind_words import DATES_AND_PLACES, NUMBERS, QUOTES
from .operator import Operator

BLIND: tuple[Operator, ...] = (*QUOTES, *NUMBERS, *DATES_AND_PLACES, *ACTORS, *MODALITY, *CONTENT)
