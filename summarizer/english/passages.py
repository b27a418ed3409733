"""The whole sentences that an item rests on, its clauses, and what stands in quotation marks."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote

Span = tuple[int, int]

MAX_WIDENING = 2
"""How many sentences back a chain of openers ("But … He … Otherwise …") is followed."""

_MARKS = "\"'“”‘’«»„ \t\n"

_LEANING = re.compile(
    r"(?:otherwise|but|if not|if so|however|or else|or|and|yet|still|instead|nevertheless|nonetheless|though|although"
    r"|failing that|that|this|these|those|it|its|he|his|she|her|they|their|one of them|both|neither|none of"
    r"|the (?:group|militia|movement|organi[sz]ation|militants|rebels|army|statement|same|former|latter|two|letter|message)"
    r"|such|so|then|there)\b",
    re.IGNORECASE,
)
"""First words of a sentence that leans on the one before it."""


def widened(numbers: Iterable[int], document: Document) -> tuple[int, ...]:
    """The sentences, and those that they lean on by their first words, so that no condition or negation is cut off."""
    wanted: set[int] = set()
    for number in numbers:
        wanted.add(number)
        for back in range(MAX_WIDENING):
            if number - back <= 1 or not leans(number - back, document):
                break
            wanted.add(number - back - 1)
    return tuple(sorted(wanted))


def leans(number: int, document: Document) -> bool:
    """Whether the sentence begins with words that continue the sentence before it."""
    return _LEANING.match(document.words(number).lstrip(_MARKS)) is not None


# --- clauses ---------------------------------------------------------------------------------------

_BREAK = re.compile(
    r"[;:–—“”\"()\[\]]|(?<!\d),|,(?!\d)| - "
    r"|\b(?:but|while|although|though|whereas|after|before|because|since|until|unless|hours after|said that|says that)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"[\"“]?(?:in|on|at|under|during|last|earlier|later|as part of|according|meanwhile|[a-z]+ly)\b(?:\s+[\w’'-]+){0,8}",
    re.IGNORECASE,
)
_PUNCTUATION = re.compile(r"[\s,;:–—“”\"()\[\]-]+")
_JOINED = re.compile(
    r",?\s*(?:when|where|in which|killing|wounding|injuring|leaving|destroying|and \w+ing)\b", re.IGNORECASE
)


def clause(quote: Quote, document: Document) -> Span:
    """The part of its sentence that surely goes with these words: up to the next comma, dash, quotation mark or joint.

    Rather too short than too long: a finding that rests on it must not rest on a neighbour's words.
    A short adverbial that opens the sentence ("In 2009, …") goes with what follows it; a part opened by "when", "where" or a participle of result goes with the part before it.
    """
    sentence = document.sentences[quote.sentence - 1]
    start, end = sentence.start, max(sentence.end, quote.end)
    breaks = [(start + left, start + right) for left, right in _breaks(document.text[start:end])]
    left = [at for at in breaks if at[1] <= quote.start]
    right = [at for at in breaks if at[0] >= quote.end]
    begin = left[-1][0] if left else start
    if left and _JOINED.match(document.text, begin):
        begin = left[-2][1] if len(left) > 1 else start
    if len(left) == 1 and _OPENING.fullmatch(document.text, start, left[0][0]):
        begin = start
    end = right[0][0] if right else end
    lead = _PUNCTUATION.match(document.text, begin, quote.start)
    return lead.end() if lead else begin, end


@lru_cache(maxsize=4096)
def _breaks(sentence: str) -> tuple[Span, ...]:
    """Where the clauses of a sentence part; asked for every quotation in it."""
    return tuple(found.span() for found in _BREAK.finditer(sentence))


# --- quotation marks --------------------------------------------------------------------------------

_PAIRS = {"“": "”", "«": "»", "„": "“"}


def quotation_spans(document: Document) -> tuple[Span, ...]:
    """Spans of the text inside double quotation marks, marks not included, in order.

    A quotation that runs on over paragraphs, each opened by a mark and only the last closed, gives
    one span a paragraph. A mark that is never closed gives none.
    """
    spans: list[Span] = []
    paragraphs = document.paragraph_spans()
    for position, paragraph in enumerate(paragraphs):
        following = paragraphs[position + 1] if position + 1 < len(paragraphs) else None
        spans.extend(_quoted_in(document.text, paragraph, following))
    return tuple(spans)


def is_quoted(quote: Quote, document: Document) -> bool:
    """Whether the words, but for marks at their ends, stand within quotation marks."""
    start, end = _trimmed(quote)
    return start < end and any(left <= start and end <= right for left, right in _spans_around(quote, document))


def _trimmed(quote: Quote) -> Span:
    start = quote.start + len(quote.text) - len(quote.text.lstrip(_MARKS))
    return start, start + len(quote.text.strip(_MARKS))


def _spans_around(quote: Quote, document: Document) -> Iterator[Span]:
    """The quotations in the paragraph of these words."""
    sentences, first = document.sentences, quote.sentence - 1
    last, number = first, sentences[quote.sentence - 1].paragraph
    while first > 0 and sentences[first - 1].paragraph == number:
        first -= 1
    while last + 1 < len(sentences) and sentences[last + 1].paragraph == number:
        last += 1
    following = None if last + 1 == len(sentences) else (sentences[last + 1].start, sentences[last + 1].end)
    yield from _quoted_in(document.text, (sentences[first].start, sentences[last].end), following)


def _quoted_in(text: str, paragraph: Span, following: Span | None) -> Iterator[Span]:
    """Quotations within one paragraph; one left open counts if the next paragraph opens with the same mark."""
    start, end = paragraph
    opened: int | None = None
    for at in range(start, end):
        mark = text[at]
        if opened is not None and mark == _closing(text[opened]):
            yield opened + 1, at
            opened = None
        elif mark in _PAIRS or (mark == '"' and opened is None):
            opened = at
    if opened is not None and following is not None and text[following[0]] == text[opened]:
        yield opened + 1, end


def _closing(mark: str) -> str:
    return _PAIRS.get(mark, mark)
