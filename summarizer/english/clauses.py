"""Within a sentence: the words before and after a place, quotation marks, and which actors stand there."""

import re

from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote

Span = tuple[int, int]

# --- places in a sentence ---------------------------------------------------------------------------


def sentence_span(document: Document, quote: Quote) -> Span:
    """The sentence, or the run of sentences, that the quotation stands in."""
    first = document.sentences[quote.sentence - 1]
    return first.start, max(first.end, quote.end)


def words_before(document: Document, quote: Quote) -> str:
    """The sentence up to the quotation."""
    return document.text[document.sentences[quote.sentence - 1].start : quote.start]


def words_after(document: Document, quote: Quote) -> str:
    """What follows the quotation in its sentence."""
    return document.text[quote.end : sentence_span(document, quote)[1]]


def sentences_around(document: Document, quote: Quote, before: int, after: int) -> Span:
    """The span of the quotation's sentence with so many sentences before and after it.

    Args:
        document: the article.
        quote: of it; where it runs on into a further sentence, the span holds all of it.
        before: how many sentences, or as many as there are.
        after: the same on the other side.
    """
    first = max(quote.sentence - 1 - before, 0)
    last = min(quote.sentence - 1 + after, len(document.sentences) - 1)
    return document.sentences[first].start, max(document.sentences[last].end, quote.end)


_QUOTED = re.compile(r"“[^”“]*(?:”|$)|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]")


def quotation_around(document: Document, quote: Quote) -> Span | None:
    """The quotation marks, and all between them, that the words stand within.

    Args:
        document: the article.
        quote: of it; marks at its own beginning are looked past.

    Returns:
        From the opening mark to after the closing one, within the paragraph; None if the words stand outside.
    """
    start = quote.start + len(quote.text) - len(quote.text.lstrip("“”\"«»„' "))
    for found in _QUOTED.finditer(document.text, *document.paragraph_span(quote.sentence)):
        if found.start() <= start < found.end() - 1:
            return found.span()
    return None
