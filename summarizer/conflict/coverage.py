"""Sentences with words of threat, attack or claim that nothing in a brief cites."""

from summarizer.conflict.items import Items
from summarizer.documents.document import Document, sentence_quote, sentences_of
from summarizer.documents.quotes import Quotes
from summarizer.lexicons import pattern

SIGNS = ("attack", "threat", "claim")
"""Entries of harm.toml whose words make a sentence worth citing."""


def uncovered(items: Items) -> Quotes:
    """The sentences that hold such words and that no incident, statement, threat or warning quotes, in order.

    The names of actors cite nothing: that somebody is named in a sentence says nothing of what it tells.
    """
    document = items.document
    if document.language != "en":
        return ()
    quotes = [quote for kind, item in items.all() if kind != "actor" for _, quote in items.quotes(item)]
    cited = set(sentences_of(quotes, document))
    return tuple(
        sentence_quote(document, sentence.number)
        for sentence in document.sentences
        if sentence.number not in cited and has_signs(document, sentence.number)
    )


def has_signs(document: Document, number: int) -> bool:
    """Whether a sentence holds words of threat, attack or claim outside set phrases such as "heart attack"."""
    words = document.words(number)
    signs = [match.span() for match in pattern("harm", *SIGNS).finditer(words)]
    if not signs:
        return False
    figurative = [match.span() for match in pattern("harm", "figurative").finditer(words)]
    return any(not any(left < end and start < right for left, right in figurative) for start, end in signs)
