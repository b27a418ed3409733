"""Incidents of a digest that may be one → what a model is asked about two of them, and what its answer comes to.

It joins nothing. A verdict stands beside the two for an analyst, with words of both that are held against their articles.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, islice

from pydantic import Field

from summarizer.asking.prompting import numbered, tag
from summarizer.conflict.digesting.citing import cite
from summarizer.conflict.digesting.read_articles import ReadArticle
from summarizer.conflict.digesting.tellings import plain
from summarizer.conflict.digesting.uniting import Laid
from summarizer.conflict.wording.view import ELLIPSIS
from summarizer.documents.document import Document
from summarizer.documents.quotes import Part, Quote
from summarizer.errors import UsageError
from summarizer.exchanges import Message
from summarizer.pointing.grounding import MOST_MENTIONS, Index, find
from summarizer.pointing.roles import Mention
from summarizer.prompts import same_incident
from summarizer.schemas.digest import ArticleKey, Cite, Cites, Digest, DigestIncident, DigestOpinion, OpinionVerdict

MOST_CHARACTERS = 1500
"""Characters of sentences by which each of two incidents is told, but for the first sentence, which is told whole."""
MOST_SHOWN = 3
"""Words for one thing in the heading of an incident."""
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
UNCLEAR = DigestOpinion(verdict="unclear")


class Adjudication(Part):
    """Whether two incidents are one, and words of both that show it."""

    words: tuple[Mention, ...] = Field(
        default=(), description="Words of A and words of B that together show the verdict; none for unclear."
    )
    verdict: OpinionVerdict = Field(
        description="same: one act. different: the words tell them apart. unclear: they leave it open."
    )


# --- which are asked about ---------------------------------------------------------------------------


@dataclass(frozen=True)
class DoubtfulPair:
    """Two incidents of a digest that may be one, the one that is told first before the other."""

    one: DigestIncident
    other: DigestIncident

    @property
    def names(self) -> tuple[str, str]:
        """What they are called in the digest."""
        return self.one.id, self.other.id


def in_doubt(digest: Digest) -> tuple[DoubtfulPair, ...]:
    """The pairs of incidents of which nobody has judged whether they are one, each once, the likeliest first.

    Args:
        digest: with what may be the same beside each incident.
    """
    by_id = {each.id: each for each in _incidents(digest)}
    ages = {article.key: age for age, article in enumerate(digest.articles)}
    odds: dict[frozenset[str], float] = {}
    for incident in by_id.values():
        for likewise in incident.perhaps_same:
            if likewise.incident in by_id and likewise.opinion is None:
                odds.setdefault(frozenset((incident.id, likewise.incident)), likewise.odds)
    pairs = []
    for ids in sorted(odds, key=lambda ids: (-odds[ids], sorted(ids))):
        one, other = sorted((by_id[each] for each in ids), key=lambda each: (ages[each.told_in[0]], each.id))
        pairs.append(DoubtfulPair(one, other))
    return tuple(pairs)


def _incidents(digest: Digest) -> Iterator[DigestIncident]:
    return chain(digest.incidents, digest.older)


def with_opinions(digest: Digest, opinions: Mapping[frozenset[str], DigestOpinion]) -> Digest:
    """The digest with opinions beside the pairs that they are on; nothing else of it changes.

    Args:
        digest: which holds these pairs.
        opinions: by the names of two incidents.
    """

    def judged(incident: DigestIncident) -> DigestIncident:
        likewise = (
            each.model_copy(update={"opinion": opinions.get(frozenset((incident.id, each.incident)), each.opinion)})
            for each in incident.perhaps_same
        )
        return incident.model_copy(update={"perhaps_same": tuple(likewise)})

    return digest.model_copy(
        update={"incidents": tuple(map(judged, digest.incidents)), "older": tuple(map(judged, digest.older))}
    )


# --- what is asked -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class SentSentences:
    """The sentences of one article that tell an incident, by their numbers there."""

    article: ReadArticle
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class PairTold:
    """Two incidents as they are put to a model: what tells them, its sentences numbered from 1.

    Attributes:
        pair: the incidents.
        first: where the one is told.
        second: where the other is.
    """

    pair: DoubtfulPair
    first: tuple[SentSentences, ...]
    second: tuple[SentSentences, ...]

    @classmethod
    def of(cls, pair: DoubtfulPair, articles: Mapping[ArticleKey, ReadArticle]) -> "PairTold":
        """What tells the incidents of a pair.

        Args:
            pair: of a digest.
            articles: that it was made of, by their keys.

        Raises:
            UsageError: one of them is missing.
        """
        return cls(pair, _told(pair.one, articles), _told(pair.other, articles))

    @cached_property
    def messages(self) -> list[Message]:
        """The question: first what is the same for every pair, last what tells these two."""
        constant, data = same_incident()
        numbers = iter(range(1, len(self._sent) + 1))
        tellings = (
            "\n".join((_heading(letter, incident), *(self._telling(passage, numbers) for passage in passages)))
            for letter, incident, passages in (("A", self.pair.one, self.first), ("B", self.pair.other, self.second))
        )
        told = "\n\n".join(tellings)
        hashed = replace(self._document, text=told, sha256=hashlib.sha256(told.encode()).hexdigest())
        asked = data.format(tag=tag(hashed), tellings=told)
        return [{"role": "system", "content": constant}, {"role": "user", "content": asked}]

    def _telling(self, passage: SentSentences, numbers: Iterator[int]) -> str:
        """An article's sentences, which take the next numbers."""
        day = passage.article.document.published
        published = (
            f"Published {DAYS[day.weekday()]}, {day.isoformat()}" if day else "Published on a day that is not known"
        )
        return f"{published}\n{numbered(self._document, tuple(islice(numbers, len(passage.numbers))))}"

    def opinion(self, answer: Adjudication) -> DigestOpinion:
        """What an answer comes to: unclear, where its words do not all stand there, or are not of both."""
        if answer.verdict == "unclear":
            return UNCLEAR
        index = Index.of(self._document)
        placed = [find(mention, index).quote for mention in answer.words[: 2 * MOST_MENTIONS]]
        words = [self._cite(quote) for quote in placed if quote is not None]
        sides = [_of(passages, words) for passages in (self.first, self.second)]
        if len(words) < len(placed) or not all(sides):
            return UNCLEAR
        return DigestOpinion(verdict=answer.verdict, words=tuple(dict.fromkeys(chain(*sides))))

    def _cite(self, quote: Quote) -> Cite:
        """Words where they stand in their article."""
        number = self._sent[quote.sentence - 1]
        return cite(*self._laid.home(quote.model_copy(update={"sentence": number})))

    @cached_property
    def _laid(self) -> Laid:
        return Laid.of([passage.article for passage in (*self.first, *self.second)])

    @cached_property
    def _sent(self) -> tuple[int, ...]:
        """The numbers of the sentences that are sent, where the articles lie end to end."""
        passages = zip(self._laid.numbers, (*self.first, *self.second), strict=True)
        return tuple(before + number for before, passage in passages for number in passage.numbers)

    @cached_property
    def _document(self) -> Document:
        """The articles end to end, with no sentences but those that are sent: no others can be pointed to."""
        sentences = self._laid.document.sentences
        sent = (replace(sentences[number - 1], number=new) for new, number in enumerate(self._sent, 1))
        return replace(self._laid.document, sentences=tuple(sent))


def _of(passages: Iterable[SentSentences], words: Iterable[Cite]) -> Cites:
    """The words in sentences that tell one of the two, each once; a sentence may tell both."""
    sent = {(passage.article.key, number) for passage in passages for number in passage.numbers}
    held = dict.fromkeys(each for each in words if (each.article, each.sentence) in sent)
    return tuple(held)[:MOST_MENTIONS]


def _told(incident: DigestIncident, articles: Mapping[ArticleKey, ReadArticle]) -> tuple[SentSentences, ...]:
    """Where an incident is told, the oldest article first, while there is room; a sentence that several print, once."""
    cited: dict[ArticleKey, set[int]] = {key: set() for key in incident.told_in}
    for each in _cites(incident):
        cited.setdefault(each.article, set()).add(each.sentence)
    if not cited.keys() <= articles.keys():
        raise UsageError("the digest holds an article that was not given: give those that it was made of")
    room = _Room()
    passages = (
        SentSentences(articles[key], tuple(number for number in sorted(numbers) if room.takes(articles[key], number)))
        for key, numbers in cited.items()
    )
    return tuple(passage for passage in passages if passage.numbers)


@dataclass
class _Room:
    """What is left of the room for the sentences that tell an incident."""

    left: int = MOST_CHARACTERS
    taken: set[str] = field(default_factory=set)

    def takes(self, article: ReadArticle, number: int) -> bool:
        """Take a sentence in, if there is room for it and it is new."""
        words = article.document.words(number)
        fits = len(words) <= self.left or not self.taken
        if plain(words) in self.taken or not fits:
            return False
        self.taken.add(plain(words))
        self.left -= len(words)
        return True


def _cites(incident: DigestIncident) -> Iterator[Cite]:
    """The words that tell an incident."""
    said = (each.said for each in incident.statements)
    counts = (each.count for each in incident.tolls)
    return chain(incident.words, incident.days, incident.place, *incident.targets, *said, *counts)


def _heading(letter: str, incident: DigestIncident) -> str:
    """What the digest has on an incident, in the articles' words."""
    had = {
        "called": incident.words,
        "struck": tuple(chain(*incident.targets)),
        "where": incident.place,
        "when": incident.days,
    }
    parts = (f"{name}: {_shown(words)}" for name, words in had.items() if words)
    return "; ".join((f"Incident {letter}, {incident.kind.replace('_', ' ')}", *parts))


def _shown(words: Cites) -> str:
    return ELLIPSIS.join(" ".join(each.text.split()) for each in words[:MOST_SHOWN])
