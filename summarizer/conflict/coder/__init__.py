"""The offline coder: a dictionary-based event coder that proposes a draft without a model."""

from summarizer.conflict.coder.drafting import code

__all__ = ["code"]
