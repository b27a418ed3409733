"""The whole sentences that an item rests on, its clauses, and what stands in quotation marks."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile

from summarizer.documents.document import Document
from summarizer.documents.paragraphs import BLANK
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
    """The sentences, and those that they lean on by their first words, so that no condition or negation is cut off.

    Args:
        numbers: of sentences, from 1, in any order.
        document: the article.

    Returns:
        Numbers of sentences, each once, in order.
    """
    wanted: set[int] = set()
    for number in numbers:
        back = range(number - 1, max(1, number - MAX_WIDENING) - 1, -1)
        wanted.update((number, *takewhile(lambda before: leans(before + 1, document), back)))
    return tuple(sorted(wanted))


def widened_on(numbers: Iterable[int], document: Document) -> tuple[int, ...]:
    """The sentences of `widened`, and the one after the last of them where that leans on it.

    Args:
        numbers: of sentences, from 1, in any order; of none, nothing follows.
        document: the article.

    Returns:
        Numbers of sentences, each once, in order.
    """
    found = widened(numbers, document)
    last = max(found, default=len(document.sentences))
    after = range(last + 1, min(last + 1, len(document.sentences)) + 1)
    return (*found, *takewhile(lambda number: leans(number, document), after))


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
    A short adverbial that opens the sentence ("In 2009, …") goes with what follows it; a part opened by "when", "where"
    or a participle of result goes with the part before it.

    Args:
        quote: of the document; the part holds at least its words.
        document: the article.

    Returns:
        Start and end in the document's text, without punctuation at the start.
    """
    sentence = document.sentences[quote.sentence - 1]
    start, end = sentence.start, max(sentence.end, quote.end)
    breaks = _breaks(document.text[start:end])
    left = [(0, 0), *(at for at in breaks if at[1] <= quote.start - start)]
    right = [*(at for at in breaks if at[0] >= quote.end - start), (end - start, end - start)]
    begin, end = start + left[-1][0], start + right[0][0]
    if len(left) > 1 and _JOINED.match(document.text, begin):
        begin = start + left[-2][1]
    if len(left) == 2 and _OPENING.fullmatch(document.text, start, start + left[1][0]):
        begin = start
    lead = _PUNCTUATION.match(document.text, begin, quote.start)
    return lead.end() if lead else begin, end


@lru_cache(maxsize=1024)
def _breaks(sentence: str) -> tuple[Span, ...]:
    """Where the clauses of a sentence part; asked for every quotation in it."""
    return tuple(found.span() for found in _BREAK.finditer(sentence))


# --- quotation marks --------------------------------------------------------------------------------

_PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"'}
_MARK = re.compile('[“”«»„"]')
_OPENING_ALONE = frozenset("“«„")
"""Marks that open a quotation even where one is open."""


def is_quoted(quote: Quote, document: Document) -> bool:
    """Whether the words, but for marks at their ends, stand within quotation marks.

    Args:
        quote: of the document; one that holds nothing but marks is not quoted.
        document: the article.
    """
    start, end = _trimmed(quote)
    return any(left <= start < end <= right for left, right in _quoted_around(quote.sentence, document))


def _trimmed(quote: Quote) -> Span:
    start = quote.start + len(quote.text) - len(quote.text.lstrip(_MARKS))
    return start, start + len(quote.text.strip(_MARKS))


def _quoted_around(number: int, document: Document) -> Iterator[Span]:
    """What stands within quotation marks in the paragraph of a sentence, without the marks.

    One left open counts if the next paragraph opens with the same mark: of a quotation over several paragraphs, only the
    last is closed.
    """
    text = document.text
    start, end = document.paragraph_span(number)
    opened, closing = start, ""
    for found in _MARK.finditer(text, start, end):
        mark = found.group()
        if mark == closing:
            yield opened + 1, found.start()
            closing = ""
        elif mark in _OPENING_ALONE or not closing:
            opened, closing = found.start(), _PAIRS.get(mark, "")
    if closing and text[end:].lstrip(BLANK).startswith(text[opened]):
        yield opened + 1, end
