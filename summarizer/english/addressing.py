"""Where a text turns to its reader: with a question, an order, an appeal, or something to imagine."""

import re
from functools import cache, lru_cache

from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote
from summarizer.english.clauses import Span, quotation_around, words_before
from summarizer.lexicons import pattern


def is_addressed(quote: Quote, document: Document) -> bool:
    """Whether the words stand in what asks or bids the reader something, and so tell nothing.

    Within quotation marks somebody addresses others, and what is asked or bidden there may be a threat or a claim; only
    what one is to imagine tells nothing there either.

    Args:
        quote: of the document.
        document: the article, in plain characters.
    """
    around = quotation_around(document, quote)
    if around is not None:
        supposing = _opening(pattern("addressing", "supposing").pattern)
        return supposing.match(document.text, around[0] + 1, quote.start) is not None
    begin, end = _addressed(document.words(quote.sentence))
    return begin <= len(words_before(document, quote)) < end


@lru_cache(maxsize=1024)
def _addressed(sentence: str) -> Span:
    """The part of a sentence that addresses its reader; every item asks it of its sentences."""
    if _ASKS.search(sentence):
        return _question(sentence), len(sentence)
    tail = _TAIL.search(sentence)
    spoken = pattern("cues", "speech").search(tail.group() if tail else "")
    opened = _bidding().match(sentence, 0, 0 if spoken else len(sentence))
    return opened.span() if opened else (0, 0)


def _question(sentence: str) -> int:
    """Where the question begins: with the sentence, or behind the last joint that a word that asks follows."""
    parts = (0, *(joint.end() for joint in _JOINT.finditer(sentence)))
    asking = _opening(pattern("addressing", "asking").pattern)
    asked = [at for at in parts if asking.match(sentence, at)]
    return 0 if 0 in asked else max(asked, default=0)


_ASKS = re.compile(r"\?[!?]*\s*$")
_JOINT = re.compile(r"[—–;:,(]\s*(?:(?:and|but|so|or|yet)\s+)?|\s-\s|\b(?:and|but|so)\s+")
_TAIL = re.compile(r",\s+(?:[\w’'.-]+\s+){1,8}?[\w’'-]+\.?\s*$")
"""A short tail, which may name the one who says what stands before it."""
_BULLET = r"[\s(>*•–—-]*"


@cache
def _opening(words: str) -> re.Pattern[str]:
    """What matches a sentence, or a part of one, up to these words at its head."""
    lead = pattern("addressing", "lead").pattern
    return re.compile(rf"{_BULLET}(?:{lead},?\s*){{0,3}}{words}", re.IGNORECASE | re.DOTALL)


@cache
def _bidding() -> re.Pattern[str]:
    """What matches all of a sentence that bids its reader to do or imagine something; of one that opens "if … you", the condition."""
    behind = rf"\s+{pattern('addressing', 'behind').pattern}"
    behind_verb = rf"\s+{pattern('addressing', 'behind_verb').pattern}"
    verbs = rf"{pattern('addressing', 'bidding').pattern}(?:{behind}|{behind_verb}|,|:)"
    nounlike = rf"{pattern('addressing', 'bidding_nounlike').pattern}{behind}"
    turning = pattern("addressing", "supposing", "turning").pattern
    condition = rf"{pattern('modality', 'conditional').pattern}[^,:]*?\b(?:you|your|yours)\b[^,:]*"
    return _opening(rf"(?:(?:{verbs}|{nounlike}|{turning}).*|{condition})")
