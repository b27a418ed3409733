"""Draft + Document → Brief: grounding, checks, derivation, coverage."""

from summarizer.pointing.rechecking import Difference, differences
from summarizer.pointing.verifying import verify

__all__ = ["Difference", "differences", "verify"]
