"""Verified briefs of conflict news: who threatened whom, which attacks are confirmed or claimed, and on whose word.

The public names are imported when they are first used, so that `brief --help` stays quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.asking.run import Run
    from summarizer.documents.document import Document
    from summarizer.engine.corpus import corpus
    from summarizer.errors import BriefError
    from summarizer.model import ModelSettings
    from summarizer.pipeline import Result, asummarize, render, summarize
    from summarizer.schemas.brief import Brief, UnverifiedBrief
    from summarizer.schemas.draft import Draft
    from summarizer.verification import verify

_HOME = {
    "Brief": "summarizer.schemas.brief",
    "BriefError": "summarizer.errors",
    "Document": "summarizer.documents.document",
    "Draft": "summarizer.schemas.draft",
    "ModelSettings": "summarizer.model",
    "Result": "summarizer.pipeline",
    "Run": "summarizer.asking.run",
    "UnverifiedBrief": "summarizer.schemas.brief",
    "asummarize": "summarizer.pipeline",
    "corpus": "summarizer.engine.corpus",
    "render": "summarizer.pipeline",
    "summarize": "summarizer.pipeline",
    "verify": "summarizer.verification",
}

__all__ = [
    "Brief",
    "BriefError",
    "Document",
    "Draft",
    "ModelSettings",
    "Result",
    "Run",
    "UnverifiedBrief",
    "asummarize",
    "corpus",
    "render",
    "summarize",
    "verify",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_HOME[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
