"""What holds requests up, for all that ask in one run or on one machine: rates, a budget, a breaker, and a way to stop."""

from summarizer.limits.budget import Price
from summarizer.limits.shared_gate import SharedGate, open_gate
from summarizer.limits.stated import Limits

__all__ = ["Limits", "Price", "SharedGate", "open_gate"]
