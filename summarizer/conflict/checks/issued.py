"""What a body puts out itself: its letterhead stands over the article, which says "we" and "our"."""

import re

from summarizer.conflict.checks.descriptions import PERSONS
from summarizer.conflict.items import Items
from summarizer.conflict.named import bare, names, related
from summarizer.documents.quotes import Quote
from summarizer.english.passages import is_quoted
from summarizer.lexicons import word_set
from summarizer.schemas.brief import Actor

HEAD = 2
"""Sentences at the top of an article among which its letterhead stands."""
_FIRST_PERSON = re.compile(r"\b(?:we|us|our|ours)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def issuer(items: Items) -> int | None:
    """The actor who puts the article out, so that its own voice is that actor's; None for an article of an outlet."""
    return items.worked_out(_issuer)


def issues(speaker: int, quote: Quote, items: Items) -> bool:
    """Whether these words stand, outside of quotation marks, in what the speaker or its own body puts out.

    Args:
        speaker: id of an actor.
        quote: words of the article.
        items: the items of the article.
    """
    number = issuer(items)
    return number is not None and related(items, speaker, number) and not is_quoted(quote, items.document)


def _issuer(items: Items) -> int | None:
    bodies = (actor for actor in items.actors.values() if actor.kind not in PERSONS | {"outlet", "people"})
    return next((actor.id for actor in bodies if _heads_it(actor, items) and _speaks(items)), None)


def _heads_it(actor: Actor, items: Items) -> bool:
    """Whether one of the first lines holds the actor's name and nothing else but words of a letterhead."""
    document = items.document
    heads = (bare(document.words(one.number)).casefold() for one in document.sentences[:HEAD])
    called = [name.casefold() for name in names(actor)]
    rest = (head.replace(name, " ") for head in heads for name in called if name in head)
    return any(word_set("links", "letterhead").issuperset(_WORD.findall(left)) for left in rest)


def _speaks(items: Items) -> bool:
    """Whether the article says "we" or "our" outside of quotation marks."""
    document = items.document
    said = (document.quote(*found.span()) for found in _FIRST_PERSON.finditer(document.text))
    return any(not is_quoted(quote, document) for quote in said)
