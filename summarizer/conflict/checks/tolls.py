"""Who gives a count: the one whom its sentence lets say it, and the article itself only where nobody else does."""

import re
from collections.abc import Iterator
from functools import cache

from summarizer.conflict.checks.in_english import in_english
from summarizer.conflict.checks.issued import issuer
from summarizer.conflict.checks.places import before_name, is_labelled, named_near, saying_verb, speaking_place
from summarizer.conflict.checks.saying import ATTRIBUTION
from summarizer.conflict.checks.taken_up import taken_up, told_at
from summarizer.conflict.items import Items
from summarizer.conflict.named import Naming, any_related, is_shown_by
from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote
from summarizer.english.clauses import quotation_around, sentences_around
from summarizer.english.passages import leans
from summarizer.english.sought import found_in, is_told_in
from summarizer.lexicons import Phrases, pattern
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas.brief import Actor, Incident, Statement


@in_english
def _run(incident: Incident, items: Items) -> Iterator[Found]:
    for position, casualty in enumerate(incident.casualties):
        quotes = casualty.count or casualty.whom or casualty.cue
        if not quotes:
            continue
        if casualty.source is None:
            if issuer(items) is not None or _put_into_a_mouth(quotes[0], items):
                yield Found("toll_attributed", f"casualties.{position}", quotes)
        elif not _gives_it(casualty.source, quotes[0], items):
            yield Found("toll_source_not_shown", f"casualties.{position}", quotes)


def _put_into_a_mouth(quote: Quote, items: Items) -> bool:
    """Whether it stands in what somebody says, or the article would not say it itself, were it a statement."""
    speaking = (said for said in items.said_in(quote.sentence) if said.speaker is not None)
    spoken = (content for said in speaking for content in said.content)
    if any(content.holds(quote) for content in spoken):
        return True
    document = items.document
    if _BY_COUNT.search(document.text, document.sentences[quote.sentence - 1].start, quote.start):
        return True
    said = Statement(id=0, kind="assert", speaker=None, content=(quote,))
    return any(found.code == "attributed" for found in ATTRIBUTION.run(said, items))


_BY_COUNT = re.compile(
    r"\bby\s+(?!our\b)(?:[\w’'-]+\s+){1,3}?(?:register|count|reckoning|account|estimate|tally|figures|ledger|lists?),?\s+\Z",
    re.IGNORECASE,
)
"""What tells whose count it is: "by the parish register"."""


def _gives_it(source: int, quote: Quote, items: Items) -> bool:
    """Whether the source is named in the sentence, or says it there; where nobody does, whether it is named or speaks beside it."""
    verb = saying_verb(quote, items.document)
    if verb and (teller := speaking_place(verb, items)):
        return is_shown_by(items, source, teller)
    if source in items.actors and _tells(items.actors[source], quote, items):
        return True
    told = {said.speaker for said in items.said_in(quote.sentence) if said.speaker is not None}
    if speakers := told | {mention.actor for mention in _speakers(quote, items)}:
        return any_related(items, source, speakers)
    if issuer(items) in {source, *items.belongs_to(source)}:
        return True
    return _goes_on(quote, items.document) and named_near(source, (quote,), items, before=1, after=1)


def _tells(source: Actor, quote: Quote, items: Items) -> bool:
    """Whether the source is named or described in the sentence, labels it, or signs it: a dash and the name below."""
    document = items.document
    span = sentences_around(document, quote, 0, SIGNED)
    places = list(told_at(source, items, span))
    here = any(document.sentence_at(place[0]) == quote.sentence for place in places)
    signed = any(_DASH.search(before_name(place, document)) for place in places)
    return here or signed or is_labelled(source, quote, items)


SIGNED = 2
"""Sentences after a count in which the name of whoever signs them may stand."""
_DASH = re.compile(r"[—–]\s*\Z")


def _goes_on(quote: Quote, document: Document) -> bool:
    """Whether the sentence is a quotation, leans on the one before it or takes somebody up, so that who speaks may stand beside it."""
    described = pattern("titles", "groups", "bodies", "forces", "media", "singular_persons")
    return (
        quotation_around(document, quote) is not None
        or leans(quote.sentence, document)
        or is_told_in(described, (quote.sentence,), document)
    )


def _speakers(quote: Quote, items: Items) -> list[Naming]:
    """The actors who stand, by name or description, where the one stands who says something in this sentence."""
    text, (start, end) = items.document.text, sentences_around(items.document, quote, 0, 0)
    verbs = found_in(_saying(), items.document, start, end)
    described = [
        at for at in taken_up(items, (start, end)) if any(text[at.end : verb.start].isspace() for verb in verbs)
    ]
    return [*described, *(mention for verb in verbs for mention in speaking_place(verb, items))]


@cache
def _saying() -> Phrases:
    return pattern("cues", "attributing")


TOLLS = Check(
    name="toll_source",
    reason="A toll is somebody's word, and of no more weight than whoever gives it.",
    applies_to=("incident",),
    codes={
        "toll_attributed": Code("warn", "The article does not give this count itself: it says that somebody gave it."),
        "toll_source_not_shown": Code(
            "warn", "The source of this count is not named near it, or its sentence lets somebody else give it."
        ),
    },
    run=_run,
)
