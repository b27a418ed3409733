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
    named = {actor.id: {mention.sentence for mention in (*actor.name, *actor.aliases)} for actor in draft.actors}
    stating = filter(_stands_alone, draft.incidents)
    tellings = [(incident, _telling(incident, cues, named)) for incident in stating]
    told = [(incident, telling) for incident, telling in tellings if not _is_said(incident, telling, draft)]
    first = 1 + max((one.id for one in draft.statements), default=0)
    own = (_stated(number, *both, cues, document) for number, both in enumerate(told, first))
    return draft.model_copy(update={"statements": (*draft.statements, *own)})


def _stands_alone(incident: Incident) -> bool:
    """The article states it, in words for it, and not only as the sum of others."""
    return incident.told and bool(incident.words) and not incident.summarises


def _is_said(incident: Incident, telling: Mention, draft: Draft) -> bool:
    """Whether the article asserts it without a hedge, of all whom it names; or with one, in the sentence that tells it."""
    own = [one for one in draft.statements if one.speaker is None and one.kind == "assert"]
    on_it = [one for one in own if incident.id in {link.incident for link in one.about}]
    firm = [one for one in on_it if not one.hedge]
    if firm:
        return {doer for one in firm for doer in one.whom}.issuperset(incident.doers)
    return any(telling.sentence == mention.sentence for one in on_it for mention in (*one.cue, *one.content))


def _stated(number: int, incident: Incident, telling: Mention, cues: Cues, document: Document) -> Statement:
    return Statement(
        id=number,
        kind="assert",
        cue=(telling,),
        content=(_stretch(telling, incident, cues, document),),
        whom=incident.doers,
        about=(About(incident=incident.id, relation="outlet"),),
    )


def _telling(incident: Incident, spoken: Container[int], named: Mapping[int, Container[int]]) -> Mention:
    """The words for the act or for its harm in a sentence where nobody else speaks; those for the act where there is none.

    Of several such sentences it is one that names a doer, where the article names any.
    """
    tolls = (toll.cue for toll in incident.casualties if toll.source is None)
    telling = [one for one in chain(incident.words, *tolls, incident.damage) if one.sentence not in spoken]

    def names_nobody(mention: Mention) -> bool:
        return not any(mention.sentence in named.get(doer, ()) for doer in incident.doers)

    return min(telling, key=names_nobody, default=incident.words[0])


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
