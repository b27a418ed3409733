"""Quotations of an article, also those that run on over sentences and paragraphs."""

import re

from summarizer.documents.document import Document

Span = tuple[int, int]

_PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"'}
_MARK = re.compile('[“”«»„"]')


def quotations_in(document: Document) -> list[Span]:
    """Spans between double quotation marks, marks not included, in order.

    A quotation that a paragraph leaves open, and the next one opens again, reaches to the paragraph's end;
    any other open mark counts for nothing.
    """
    paragraphs = document.paragraph_spans()
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


def without_marks(text: str) -> str:
    """The text with a blank for every quotation mark, so that words on both sides of one are found together."""
    return text.translate(_BLANKS)


_BLANKS = str.maketrans(dict.fromkeys('"“”„«»', " "))


def answers_in(document: Document) -> list[Span]:
    """The paragraphs of an interview that are answers: "A: …"; none where no question is marked."""
    starts = [(document.text[start:end], start, end) for start, end in document.paragraph_spans()]
    if not any(_QUESTION.match(text) for text, _, _ in starts):
        return []
    found = ((_ANSWER.match(text), start, end) for text, start, end in starts)
    return [(start + match.end(), end) for match, start, end in found if match is not None]


def issued_in(document: Document) -> Span | None:
    """What follows "issued the following statement:" without marks, to the end of the article or of the statement."""
    opening = next((each for each in document.sentences if _FOLLOWING.search(document.words(each.number))), None)
    if opening is None:
        return None
    after = [
        (start, end) for start, end in document.paragraph_spans() if start > opening.start and start >= opening.end
    ]
    if not after or document.text[after[0][0]] in _PAIRS:
        return None
    closing = next((start for start, end in after if _CLOSING.match(document.text[start:end])), after[-1][1])
    return (after[0][0], closing) if closing > after[0][0] else None


_QUESTION = re.compile(r"(?:Q|Question)\s*[:.]", re.IGNORECASE)
_ANSWER = re.compile(r"(?:A|Answer)\s*[:.]\s*", re.IGNORECASE)
_FOLLOWING = re.compile(
    r"\b(?:(?:the|this) following (?:\w+ )?(?:statement|communiqu[eé]|message|declaration)|(?:statement|communiqu[eé]|letter|message)\b.{0,40}"
    r"\b(?:as follows|in full|full text)|full text of\b.{0,60})[^.]*:\s*$",
    re.IGNORECASE | re.DOTALL,
)
_CLOSING = re.compile(r"\[|-0-|\*\*\*|\(?ends\)?$|editor[’']?s note|note to editors", re.IGNORECASE)


def _goes_on(mark: str, following: list[Span], document: Document) -> bool:
    return bool(following) and document.text[following[0][0]] == mark
