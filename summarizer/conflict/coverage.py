"""Sentences with words of threat, attack or claim that nothing in a brief cites."""

from collections.abc import Iterable

from summarizer.conflict.items import Items
from summarizer.documents.document import Document, sentence_quote, sentences_of
from summarizer.documents.quotes import Quotes
from summarizer.english.clauses import Span
from summarizer.lexicons import pattern

SIGNS = ("attack", "threat", "claim")
"""Entries of harm.toml whose words make a sentence worth citing."""


def uncovered(items: Items) -> Quotes:
    """The sentences that hold such words and that no incident, statement, threat or warning quotes, in order.

    The names of actors cite nothing: that somebody is named in a sentence says nothing of what it tells.

    Args:
        items: the items that are in the brief.

    Returns:
        Whole sentences; none for an article that is not in English, whose words nobody here knows.
    """
    document = items.document
    if document.language != "en":
        return ()
    citing = [item for kind, item in items.all() if kind != "actor"]
    cited = set(sentences_of((quote for item in citing for _, quote in items.quotes(item)), document))
    uncited = [sentence.number for sentence in document.sentences if sentence.number not in cited]
    return tuple(sentence_quote(document, number) for number in uncited if has_signs(document, number))


def has_signs(document: Document, number: int) -> bool:
    """Whether a sentence holds words of threat, attack or claim outside set phrases such as "heart attack".

    Args:
        document: the article.
        number: number of the sentence, from 1.
    """
    words = document.words(number)
    signs = [match.span() for match in pattern("harm", *SIGNS).finditer(words)]
    if not signs:
        return False
    figurative = [match.span() for match in pattern("harm", "figurative").finditer(words)]
    return any(not _overlaps(sign, figurative) for sign in signs)


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    start, end = span
    return any(left < end and start < right for left, right in others)
