"""Draft + Document → Brief: grounding, checks, derivation, coverage."""

from summarizer.verification.verifier import verify

__all__ = ["verify"]
