"""What goes unsaid where a draft travels as lines: the article's own word for an incident that it tells itself."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote
from summarizer.pointing.roles import Mention, words_in
from summarizer.schemas.draft import About, Draft, Incident, Statement

Cues = Mapping[int, Sequence[Mention]]
"""Words by which somebody says something, by their sentence."""


def completed(draft: Draft, document: Document) -> Draft:
    """The draft with an assertion of the article for each incident that it states itself, unless there is one."""
    cues: dict[int, list[Mention]] = defaultdict(list)
    for cue in (cue for one in draft.statements if one.speaker is not None for cue in one.cue):
        cues[cue.sentence].append(cue)
    named = {actor.id: {mention.sentence for mention in actor.name} for actor in draft.actors}
    asserted = [one for one in draft.statements if one.speaker is None and one.kind == "assert"]
    said: dict[int, list[Statement]] = defaultdict(list)
    for incident, word in ((link.incident, one) for one in asserted for link in one.about):
        said[incident].append(word)
    tellings = [(one, _telling(one, cues, named)) for one in filter(_stands_alone, draft.incidents)]
    told = [each for each in tellings if not any(_states(one, *each) for one in said[each[0].id])]
    first = 1 + max((one.id for one in draft.statements), default=0)
    own = (_stated(number, *both, cues, document) for number, both in enumerate(told, first))
    return draft.model_copy(update={"statements": (*draft.statements, *own)})


def _stands_alone(incident: Incident) -> bool:
    """The article states it, in words for it, and not only as the sum of others."""
    return incident.told and bool(incident.words) and not incident.summarises


def _states(own: Statement, incident: Incident, telling: Mention) -> bool:
    """Whether the article's own word on an incident is that which states it: of all doers, or with a hedge where it is told."""
    if own.hedge:
        return telling.sentence in [mention.sentence for mention in (*own.cue, *own.content)]
    return set(own.whom).issuperset(incident.doers)


def _stated(number: int, incident: Incident, telling: Mention, cues: Cues, document: Document) -> Statement:
    return Statement(
        id=number,
        kind="assert",
        cue=(telling,),
        content=(_stretch(telling, incident, cues, document),),
        whom=incident.doers,
        about=(About(incident=incident.id, relation="outlet"),),
    )


def _telling(incident: Incident, spoken: Container[int], named: Mapping[int, set[int]]) -> Mention:
    """The words for the act or for its harm in a sentence where nobody else speaks; those for the act where there is none.

    Of several such sentences it is one that names a doer, where the article names any.
    """
    tolls = (toll.cue for toll in incident.casualties if toll.source is None)
    telling = [one for one in chain(incident.words, *tolls, incident.damage) if one.sentence not in spoken]

    naming = set[int]().union(*(named.get(doer, ()) for doer in incident.doers))
    return min(telling, key=lambda one: one.sentence not in naming, default=incident.words[0])


def _stretch(telling: Mention, incident: Incident, cues: Cues, document: Document) -> Mention:
    """The words of its sentence from the first to the last that the incident points to, up to where somebody else speaks."""
    at = telling.sentence
    if not 1 <= at <= len(document.sentences):
        return telling
    sentence = document.words(at)
    spans = list(_spans((mention for _, mention in words_in(incident)), at, sentence))
    if not spans:
        return telling
    first, _ = spans[0]
    edges = sorted({-1, len(sentence), *(start for start, _ in _spans(cues.get(at, ()), at, sentence))})
    before, behind = edges[bisect_left(edges, first) - 1], edges[bisect_right(edges, first)]
    own = [(start, end) for start, end in spans if before < start < end <= behind] or spans[:1]
    starts, ends = zip(*own, strict=True)
    return Mention(sentence=at, text=sentence[min(starts) : max(ends)])


def _spans(mentions: Iterable[Mention | Quote], at: int, sentence: str) -> Iterator[tuple[int, int]]:
    """Where mentions stand in their sentence as whole words, in order of the mentions."""
    for mention in mentions:
        if mention.sentence == at and mention.text:
            found = re.search(rf"(?<!\w){re.escape(mention.text)}(?!\w)", sentence)
            yield from (found.span(),) if found else ()
