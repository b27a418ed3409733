"""The words that lead from what is said to whom or what it is linked to, as a reader follows them in the article."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from summarizer.conflict.checks.descriptions import MEANT
from summarizer.conflict.checks.issued import issuer
from summarizer.conflict.items import Items
from summarizer.conflict.named import Naming, mentions, named_at
from summarizer.documents.document import sentence_quote, sentences_of
from summarizer.documents.quotes import Quote, Quotes
from summarizer.english.clauses import Span, sentences_around
from summarizer.lexicons import pattern
from summarizer.schemas.brief import Actor, Incident

REACH = 2
"""Sentences before what is said within which somebody is looked for who is not named or described in it."""


def way_to(actor: int, anchors: Quotes, items: Items, given: Quotes = ()) -> Quotes:
    """The words that lead to an actor: its name there; or what stands for it there, and its name elsewhere.

    Args:
        actor: id of the one who is linked.
        anchors: the words that it is linked to.
        items: the items of the article.
        given: the words that the extractor gives for it there, such as "he".

    Returns:
        A single quotation where the actor is named in the sentences of the anchors; none where nothing leads to it.
    """
    here = tuple(sentence_quote(items.document, number) for number in sentences_of(anchors, items.document))
    search = _Search(items.actors[actor], here, given, items)
    return next(filter(None, (way(search) for way in _WAYS)), ())


def way_to_incident(incident: Incident, anchors: Quotes, items: Items) -> Quotes:
    """The words of an incident in the sentences of what is said; else the words said, and those for the act.

    Args:
        incident: the one that is spoken of.
        anchors: what is said of it.
        items: the items of the article.
    """
    here = sentences_of(anchors, items.document)
    told = tuple(quote for _, quote in items.quotes(incident) if quote.sentence in here)
    return told[:1] or (*anchors[-1:], *words_for(incident))


def words_for(incident: Incident) -> Quotes:
    """What an incident is called: the act, else what was struck, else its harm."""
    struck = (quote for target in incident.targets for quote in target.text)
    harm = (quote for toll in incident.casualties for quote in toll.cue)
    return (*incident.words, *struck, *harm, *incident.damage)[:1]


@dataclass(frozen=True)
class _Search:
    """For whom words are looked for, in which sentences, and what stands for it there."""

    actor: Actor
    here: Quotes
    given: Quotes
    items: Items

    def quote(self, start: int, end: int) -> Quote:
        """Words of the article."""
        return self.items.document.quote(start, end)

    def namings(self, actors: Iterable[int]) -> Iterator[Naming]:
        """Where these actors are named or described in the sentences, in order."""
        found = (naming for span in self.here for naming in mentions(self.items, (span.start, span.end)))
        return filter(lambda naming: naming.actor in actors, found)

    def last_in(self, span: Span) -> Quotes:
        """Where the actor is named last in a stretch of the article."""
        found = [naming for naming in mentions(self.items, span) if naming.actor == self.actor.id]
        return tuple(self.quote(naming.start, naming.end) for naming in found[-1:])

    def before(self, quote: Quote) -> Quotes:
        """Where the actor is named last before some words; else its name wherever it stands."""
        start, _ = sentences_around(self.items.document, quote, REACH, 0)
        return self.last_in((start, quote.start)) or self.actor.name[:1]


# --- ways, the plainest first -------------------------------------------------------------------------------


def _named(search: _Search) -> Quotes:
    """By its name, an alias or its description there."""
    return tuple(search.quote(found.start, found.end) for found in search.namings((search.actor.id,)))[:1]


def _called(search: _Search) -> Quotes:
    """By an adjective made of the name of a state: "Varlish" of Varland."""
    text = search.items.document.text
    states = filter(lambda actor: actor.kind == "state", (search.actor,))
    found = (span for one in states for at in search.here for span in named_at(one, text, (at.start, at.end)))
    return tuple(search.quote(*span) for span in found)[:1]


def _stood_for(search: _Search) -> Quotes:
    """By a pronoun or a description there, and the name before it."""
    for standing in (*search.given, *_standing(search)):
        return (standing, *search.before(standing))
    return ()


def _standing(search: _Search) -> Iterator[Quote]:
    """The pronouns and descriptions in the sentences that may stand for the actor."""
    tables = (table for table, kinds in MEANT.items() if search.actor.kind in kinds)
    text, words = search.items.document.text, pattern("titles", *tables)
    return (search.quote(*found.span()) for one in search.here for found in words.finditer(text, one.start, one.end))


def _of_its_own(search: _Search) -> Quotes:
    """By one there who belongs to it, or to whom it belongs, and the words that show this."""
    kin = {one.id: one for one in search.items.kin(search.actor.id)}
    for found in search.namings(kin):
        ties = (*kin[found.actor].affiliations, *search.actor.affiliations)
        return (search.quote(found.start, found.end), *ties[0].evidence)
    return ()


def _heading(search: _Search) -> Quotes:
    """By the letterhead, where the actor or its own body puts the article out."""
    head = issuer(search.items)
    return next((one.name[:1] for one in search.items.kin(search.actor.id) if one.id == head), ())


def _beside(search: _Search) -> Quotes:
    """By its name beside those sentences, into which what is said runs on."""
    for said in search.here:
        near = search.last_in(sentences_around(search.items.document, said, REACH, 1))
        return (said, *near) if near else ()
    return ()


_WAYS: tuple[Callable[[_Search], Quotes], ...] = (_named, _called, _stood_for, _of_its_own, _heading, _beside)
