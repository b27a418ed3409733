"""Draft + Document → Brief: grounding, checks, derivation, coverage."""

from summarizer.verification.rechecking import Difference, differences
from summarizer.verification.verifier import verify

__all__ = ["Difference", "differences", "verify"]
