"""Quotations of an article, also those that run on over sentences and paragraphs."""

import re

from summarizer.document import Document

Span = tuple[int, int]

_PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"'}
_MARK = re.compile('[“”«»„"]')


def quotations_in(document: Document) -> list[Span]:
    """Spans between double quotation marks, marks not included, in order.

    A quotation that a paragraph leaves open, and the next one opens again, reaches to the paragraph's end;
    any other open mark counts for nothing.
    """
    paragraphs = _paragraphs(document)
    found: list[Span] = []
    for place, (start, end) in enumerate(paragraphs):
        opened: int | None = None
        for mark in _MARK.finditer(document.text, start, end):
            if opened is not None and mark.group() == _PAIRS[document.text[opened]]:
                found.append((opened + 1, mark.start()))
                opened = None
            elif opened is None and mark.group() in _PAIRS:
                opened = mark.start()
        if opened is not None and _goes_on(document.text[opened], paragraphs[place + 1 :], document):
            found.append((opened + 1, end))
    return found


def _goes_on(mark: str, following: list[Span], document: Document) -> bool:
    return bool(following) and document.text[following[0][0]] == mark


def _paragraphs(document: Document) -> list[Span]:
    spans: dict[int, Span] = {}
    for sentence in document.sentences:
        start, _ = spans.get(sentence.paragraph, (sentence.start, sentence.end))
        spans[sentence.paragraph] = (start, sentence.end)
    return list(spans.values())
