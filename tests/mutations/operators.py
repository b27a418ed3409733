"""All operators, whoever wrote them."""

from .blind import BLIND
from .operator import Operator
from .seen import SEEN

OPERATORS: tuple[Operator, ...] = (*BLIND, *SEEN)
