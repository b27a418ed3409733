"""The words of an item as the checks of kind read them: joined, in their sentences, and held against tables of cues."""

import re
from functools import cache

from summarizer.documents.document import Document
from summarizer.documents.quotes import Quotes
from summarizer.english.clauses import sentence_span
from summarizer.lexicons import pattern
from summarizer.schemas.brief import Statement, ThirdPartyWarning

NEGATION = re.compile(
    r"(?<!\w)(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without)(?!\w)|n[’']t(?!\w)", re.IGNORECASE
)
NOT_FIRST = re.compile(
    r"[^,;:.…]*?(?:(?<!\w)(?:not|no|never|none|nobody|nothing|neither|nor|cannot)(?!\w)|n[’']t(?!\w))", re.IGNORECASE
)
"""What matches words whose first clause is negated."""


def hits(text: str, tables: tuple[str, ...]) -> bool:
    """Whether a text holds a word of one of these tables of cues.toml."""
    return bool(tables) and pattern("cues", *tables).search(text) is not None


def joined(quotes: Quotes) -> str:
    """The words of some quotations, with a mark between them."""
    return " … ".join(quote.text for quote in quotes)


def sentences(item: Statement | ThirdPartyWarning, document: Document) -> str:
    """The sentences of the cue and of the content."""
    spans = dict.fromkeys(sentence_span(document, quote) for quote in (*item.cue, *item.content))
    return " ".join(document.text[start:end] for start, end in spans)


def is_negated(text: str) -> bool:
    """Whether a text holds a negation; "not fewer than" is none."""
    return NEGATION.search(_plain(text)) is not None


def affirmed(text: str) -> str:
    """A text without its negations and what follows each of them up to the next clause."""
    return _negated().sub("", _plain(text))


def _plain(text: str) -> str:
    """A text without phrases that hold a negation and negate nothing."""
    return pattern("negation", "no_negation").sub("", text)


@cache
def _negated() -> re.Pattern[str]:
    return re.compile(rf"(?:\w+\s+(?:nothing|none|no)\b|{NEGATION.pattern})[^,;:.…]*", re.IGNORECASE)
