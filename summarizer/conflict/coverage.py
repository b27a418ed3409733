"""Sentences with words of threat, attack or claim that nothing in a brief cites."""

from summarizer.conflict.items import Items
from summarizer.documents.document import Document, sentence_quote
from summarizer.documents.quotes import Quotes
from summarizer.lexicons import pattern

SIGNS = ("attack", "threat", "claim")
"""Entries of harm.toml whose words make a sentence worth citing."""

FAR = 300
"""Sentences apart at which two tellings are no longer held against each other by whoever reads by rules."""


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
    cited = {number for kind, item in items.all() if kind != "actor" for number in items.sentences(item)}
    uncited = [sentence.number for sentence in document.sentences if sentence.number not in cited]
    return tuple(sentence_quote(document, number) for number in uncited if has_signs(document, number))


def has_signs(document: Document, number: int) -> bool:
    """Whether a sentence holds words of threat, attack or claim outside set phrases such as "heart attack".

    Args:
        document: the article.
        number: number of the sentence, from 1.
    """
    plain = pattern("harm", "figurative").sub("|", document.words(number))
    return pattern("harm", *SIGNS).search(plain) is not None
