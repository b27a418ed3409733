"""Draft + Document → Brief: grounding, checks, derivation, coverage."""

from summarizer.verify.verifier import verify

__all__ = ["verify"]
