"""Who gives a count: the one whom its sentence lets say it, and the article itself only where nobody else does."""

from collections.abc import Iterator
from functools import cache

from summarizer.lexicons import Phrases, pattern
from summarizer.schemas.brief import Incident, Quote, Statement
from summarizer.verification.checks.attribution import ATTRIBUTION
from summarizer.verification.checks.check import Check, Code, Found
from summarizer.verification.checks.places import speaking_place
from summarizer.verification.clauses import Mention, is_named, related
from summarizer.verification.items import Items


def _run(incident: Incident, items: Items) -> Iterator[Found]:
    if items.document.language != "en":
        return
    for position, casualty in enumerate(incident.casualties):
        quotes = casualty.count or casualty.whom or casualty.cue
        if not quotes:
            continue
        if casualty.source is None:
            if _put_into_a_mouth(quotes[0], items):
                yield Found("toll_attributed", f"casualties.{position}", quotes)
        elif other := _other_source(casualty.source, quotes[0], items):
            yield Found("other_toll_source", f"casualties.{position}", (other, *quotes))


def _put_into_a_mouth(quote: Quote, items: Items) -> bool:
    """Whether it stands in what somebody says, or the article would not say it itself, were it a statement."""
    speaking = (said for said in items.said_in(quote.sentence) if said.speaker is not None)
    spoken = (content for said in speaking for content in said.content)
    if any(content.start <= quote.start and quote.end <= content.end for content in spoken):
        return True
    said = Statement(id=0, kind="assert", speaker=None, content=(quote,))
    return any(found.code == "attributed" for found in ATTRIBUTION.run(said, items))


def _other_source(source: int, quote: Quote, items: Items) -> Quote | None:
    """The words for the one who says it in the sentence of the count, where it is not the source."""
    sentence = items.document.words(quote.sentence)
    if any(is_named(actor, sentence) for actor in items.actors.values() if related(items, source, actor.id)):
        return None
    speakers = _speakers(quote, items)
    told = {said.speaker: said.cue[0] for said in items.said_in(quote.sentence)}
    if any(related(items, source, actor) for actor in (*(m.actor for m in speakers), *filter(None, told))):
        return None
    if speakers:
        return items.document.quote(speakers[0].start, speakers[0].end)
    return next((cue for actor, cue in told.items() if actor is not None), None)


def _speakers(quote: Quote, items: Items) -> list[Mention]:
    """The actors who stand where the one stands who says something in this sentence."""
    document = items.document
    sentence = document.sentences[quote.sentence - 1]
    verbs = _saying().finditer(document.text, sentence.start, sentence.end)
    return [mention for verb in verbs for mention in speaking_place(document.quote(*verb.span()), items)]


@cache
def _saying() -> Phrases:
    return pattern("cues", "attributing")


TOLLS = Check(
    name="toll_source",
    reason="A toll is somebody's word, and of no more weight than whoever gives it.",
    applies_to=("incident",),
    codes={
        "toll_attributed": Code("warn", "The article does not give this count itself: it says that somebody gave it."),
        "other_toll_source": Code("warn", "The sentence of this count lets somebody else give it."),
    },
    run=_run,
)
