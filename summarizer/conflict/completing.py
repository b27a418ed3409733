"""What goes unsaid where a draft travels as lines: the article's own word for an incident that it tells itself."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote
from summarizer.english.sought import whole_places_of
from summarizer.pointing.roles import Mention, words_in
from summarizer.schemas.draft import About, Draft, Incident, Statement

Cues = Mapping[int, Sequence[Mention]]
"""Words by which somebody says something, by their sentence."""


def completed(draft: Draft, document: Document) -> Draft:
    """The draft with an assertion of the article for each incident that it states itself, unless there is one."""
    own: dict[int, list[Statement]] = defaultdict(list)
    asserted = (one for one in draft.statements if one.speaker is None and one.kind == "assert")
    for incident, word in ((link.incident, one) for one in asserted for link in one.about):
        own[incident].append(word)
    telling = _Telling.of(draft, document)
    stated = ((one, telling.words(one)) for one in filter(_stands_alone, draft.incidents))
    added = [each for each in stated if not any(_states(word, *each) for word in own[each[0].id])]
    first = 1 + max((one.id for one in draft.statements), default=0)
    new = (telling.statement(number, *each) for number, each in enumerate(added, first))
    return draft.model_copy(update={"statements": (*draft.statements, *new)})


def _stands_alone(incident: Incident) -> bool:
    """The article states it, in words for it, and not only as the sum of others."""
    return incident.told and bool(incident.words) and not incident.summarises


def _states(own: Statement, incident: Incident, telling: Mention) -> bool:
    """Whether the article's own word on an incident is that which states it: of all doers, or with a hedge where it is told."""
    if own.hedge:
        return telling.sentence in [mention.sentence for mention in (*own.cue, *own.content)]
    return set(own.whom).issuperset(incident.doers)


@dataclass(frozen=True)
class _Telling:
    """How the article tells incidents: where others speak in it, and where it names actors."""

    document: Document
    cues: Cues
    names: Mapping[int, Sequence[Mention]]

    @classmethod
    def of(cls, draft: Draft, document: Document) -> "_Telling":
        """What a draft says of it."""
        cues: dict[int, list[Mention]] = defaultdict(list)
        for cue in (cue for one in draft.statements if one.speaker is not None for cue in one.cue):
            cues[cue.sentence].append(cue)
        return cls(document, cues, {actor.id: actor.name for actor in draft.actors})

    def words(self, incident: Incident) -> Mention:
        """Those for the act or for its harm in a sentence where nobody else speaks; those for the act where there is none.

        Of several such sentences for the act it is the first that names a doer, if one does.
        """
        tolls = (toll.cue for toll in incident.casualties if toll.source is None)
        acts, harm = map(self._unspoken, (incident.words, [*chain(*tolls, incident.damage)]))
        naming = [name.sentence for name in self._doers(incident)]
        return min(acts, key=lambda one: one.sentence not in naming, default=next(iter(harm), incident.words[0]))

    def _unspoken(self, mentions: Iterable[Mention]) -> list[Mention]:
        """Those of sentences where nobody else speaks."""
        return [mention for mention in mentions if mention.sentence not in self.cues]

    def statement(self, number: int, incident: Incident, telling: Mention) -> Statement:
        """The article's own word for it."""
        return Statement(
            id=number,
            kind="assert",
            cue=(telling,),
            content=(self._stretch(telling, incident),),
            whom=incident.doers,
            about=(About(incident=incident.id, relation="outlet"),),
        )

    def _doers(self, incident: Incident) -> Sequence[Mention]:
        """The names of those whom the article names in telling it."""
        return [*chain.from_iterable(self.names.get(doer, ()) for doer in incident.doers)]

    def _stretch(self, telling: Mention, incident: Incident) -> Mention:
        """The words of its sentence from the first to the last that the incident points to, its doers among them.

        They go no further than to where somebody else speaks.
        """
        at = telling.sentence
        if not 1 <= at <= len(self.document.sentences):
            return telling
        sentence = self.document.words(at)
        pointed = (mention for _, mention in words_in(incident))
        spans = list(_spans((*pointed, *self._doers(incident)), at, sentence))
        if not spans:
            return telling
        first, _ = spans[0]
        edges = sorted({-1, len(sentence), *(start for start, _ in _spans(self.cues.get(at, ()), at, sentence))})
        before, behind = edges[bisect_left(edges, first) - 1], edges[bisect_right(edges, first)]
        own = [(start, end) for start, end in spans if before < start < end <= behind] or spans[:1]
        starts, ends = zip(*own, strict=True)
        return Mention(sentence=at, text=sentence[min(starts) : max(ends)])


def _spans(mentions: Iterable[Mention | Quote], at: int, sentence: str) -> Iterator[tuple[int, int]]:
    """Where mentions stand in their sentence as whole words, in order of the mentions."""
    for mention in mentions:
        if mention.sentence == at and mention.text:
            yield from islice(whole_places_of(mention.text, sentence), 1)
