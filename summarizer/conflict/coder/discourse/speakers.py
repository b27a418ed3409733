"""Whose words are whose in an article: speakers of every sentence, and of quotations that run on beyond one."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from copy import copy
from itertools import chain
from operator import itemgetter

from summarizer.conflict.coder.discourse.sayings import NOBODY, Saying, Span, is_carrier, sayings_in
from summarizer.conflict.coder.people.roster import Roster
from summarizer.documents.document import Document
from summarizer.english.grammar.frames import Parsed
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.subjects import told_of
from summarizer.english.grammar.tokens import within
from summarizer.lexicons import lemmas, word_set
from summarizer.schemas.vocabulary import ActorKind

_TERM = 4  # words up to which a quotation is a term and no speech
_AUTHORS = frozenset({"of", "from", "by", "for", "in the name of", "on behalf of"})
_BODIES: frozenset[ActorKind] = frozenset({"armed_group", "armed_forces", "organisation", "state"})
"""Kinds of what puts out a statement of its own."""
_OPENING = frozenset('“«„"')
_MARK = re.compile('[“”«»„"]')


class Speakers:
    """Every saying of an article, and who speaks at each of its words."""

    def __init__(self, sentences: list[Parsed], actors: Roster) -> None:
        self._sentences = sentences
        self._actors = actors
        self.sayings: list[Saying] = [each for parsed in sentences for each in sayings_in(parsed)]
        self._in: dict[int, list[Saying]] = {}
        for saying in self.sayings:
            self._in.setdefault(saying.parsed.sentence.number, []).append(saying)
        self._quotations = _quotations_in(sentences[0].document) if sentences else []
        self._owners = self._owned()
        self._owned_by: dict[int, list[Span]] = {}
        for quotation, owner in self._owners.items():
            self._owned_by.setdefault(id(owner), []).append(quotation)

    def entered_in(self, actors: Roster) -> "Speakers":
        """The same sayings, their speakers entered in another roster."""
        other = copy(self)
        other._actors = actors
        return other

    def at(self, parsed: Parsed, token: int) -> Saying | None:
        """The innermost saying that a token stands in, or None where it stands in none."""
        covering = [each for each in self._in.get(parsed.sentence.number, ()) if each.holds(token)]
        if covering:
            return min(covering, key=_width)
        return self._owners.get(self.quotation(parsed, token) or (-1, -1))

    def is_hearsay(self, parsed: Parsed, token: int) -> bool:
        """Whether a token stands in words of saying that nobody is known to say: "it was reported that"."""
        saying = self.at(parsed, token)
        return saying is not None and not self.speakers(saying)

    def outer(self, saying: Saying) -> list[Saying]:
        """The sayings that report this one, the nearest first."""
        here = self._in.get(saying.parsed.sentence.number, ())
        return sorted((each for each in here if each is not saying and each.holds(saying.cue[0])), key=_width)

    def relayed(self, saying: Saying, speaker: int | None) -> list[int]:
        """Who reports what a speaker says."""
        outer = (actor for each in self.outer(saying) for actor in self.speakers(each)[:1])
        return [actor for actor in dict.fromkeys(outer) if actor != speaker]

    def quotation(self, parsed: Parsed, token: int) -> Span | None:
        """The quotation, as offsets, that a token stands within; a term of a few words is none."""
        at = parsed.tokens[token].start
        before = bisect_right(self._quotations, at, key=itemgetter(0)) - 1
        if before < 0 or self._quotations[before][1] <= at:
            return None
        found = self._quotations[before]
        return found if len(parsed.document.text[slice(*found)].split(maxsplit=_TERM)) >= _TERM else None

    def continued(self, saying: Saying) -> Iterator[tuple[Parsed, Span]]:
        """Every stretch that the saying holds: its own sentence's, and further sentences of its quotations."""
        yield from ((saying.parsed, span) for span in saying.contents)
        for quotation in self._owned_by.get(id(saying), ()):
            yield from self._stretches(quotation, saying)

    # --- speakers -------------------------------------------------------------------------------------------

    def speakers(self, saying: Saying) -> list[int]:
        """The actors who speak; of a letter or a statement its author."""
        found = (self._speaker(each, saying.parsed) for each in saying.speakers)
        return list(dict.fromkeys(each for each in found if each is not None))

    def unsigned(self, saying: Saying) -> list[int]:
        """What carries the words, where nothing tells who wrote them: "an unsigned card"."""
        carriers = (self._carrier(each, saying.parsed) for each in saying.speakers)
        described = (self._actors.described(*each) for each in carriers if each is not None and _is_private(*each))
        return [actor for actor in described if actor is not None][:1]

    def is_written(self, saying: Saying) -> bool:
        """Whether a letter, a recording or the like says it."""
        return any(self._carrier(each, saying.parsed) is not None for each in saying.speakers)

    def _speaker(self, phrase: Phrase, parsed: Parsed) -> int | None:
        if parsed.tokens[phrase.first].low in NOBODY:
            return None
        carrier = self._carrier(phrase, parsed)
        if carrier is not None:
            return self._author(*carrier)
        return self._actors.of(phrase, parsed, otherwise="person") or self._actors.described(phrase, parsed)

    def _carrier(self, phrase: Phrase, parsed: Parsed) -> tuple[Phrase, Parsed] | None:
        """What carries the words: the phrase itself, or, where "it" speaks, a letter of the sentence before."""
        speaks_for = phrase.owner is not None and parsed.tokens[phrase.head].low in word_set("sayings", "mouthpieces")
        if speaks_for or is_carrier(phrase, parsed):
            return phrase, parsed
        if parsed.tokens[phrase.head].low not in ("it", "one", "another") or parsed.sentence.number < 2:
            return None
        before = self._sentences[parsed.sentence.number - 2]
        if before.sentence.paragraph != parsed.sentence.paragraph:
            return None
        return next(((each, before) for each in reversed(before.phrases) if _is_private(each, before)), None)

    def _author(self, carrier: Phrase, parsed: Parsed) -> int | None:
        """Who wrote or signed what carries the words."""
        opener = parsed.tokens[carrier.first].low
        if carrier.owner is None and opener in word_set("functions", "possessives"):
            given = Phrase(carrier.first, carrier.first, carrier.first)
            return self._body_that_spoke(parsed) or self._actors.referred(given, parsed)
        beside = carrier.owner or carrier.hanging(*_AUTHORS) or _sender(carrier, parsed)
        return self._actors.of(beside, parsed, otherwise="organisation") if beside is not None else None

    def _body_that_spoke(self, parsed: Parsed) -> int | None:
        """The one body for which somebody spoke last in the sentence before: it is its communiqué that goes on."""
        before = self._in.get(parsed.sentence.number - 1, [])[-1:]
        speakers = chain.from_iterable(map(self.speakers, before))
        party = {member for speaker in speakers for member in self._actors.party(speaker)}
        bodies = [member for member in party if self._actors[member].kind in _BODIES]
        return bodies[0] if len(bodies) == 1 else None

    # --- quotations ---------------------------------------------------------------------------------------

    def _owned(self) -> dict[Span, Saying]:
        """Each quotation with the saying that it belongs to: one that touches it, or the one before it in its paragraph."""
        owners: dict[Span, Saying] = {}
        previous: tuple[int, Saying] | None = None
        for quotation in self._quotations:
            parsed = self._sentences[self._sentences[0].document.sentence_at(quotation[0]) - 1]
            owner = self._touching(quotation) or self._near(parsed, previous)
            if owner is not None:
                owners[quotation] = owner
                previous = (parsed.sentence.paragraph, owner)
        return owners

    def _touching(self, quotation: Span) -> Saying | None:
        start, end = quotation
        at = self._sentences[0].document.sentence_at
        beside = (saying for number in range(at(start), at(end) + 1) for saying in self._in.get(number, ()))
        for saying in beside:
            tokens = saying.parsed.tokens
            within_it = start <= tokens[saying.cue[0]].start < end  # what is said within it is not who says it
            reaches = (tokens[first].start < end and start < tokens[last].end for first, last in saying.contents)
            if not within_it and any(reaches):
                return saying
        return None

    def _near(self, parsed: Parsed, previous: tuple[int, Saying] | None) -> Saying | None:
        """A quotation without words of saying goes on with who spoke before in its paragraph, or issued it before that."""
        if previous is not None and previous[0] == parsed.sentence.paragraph:
            return previous[1]
        number = parsed.sentence.number
        before = self._in.get(number - 1, [])
        if before and before[-1].parsed.sentence.paragraph == parsed.sentence.paragraph:
            return before[-1]
        return None

    def _stretches(self, quotation: Span, saying: Saying) -> Iterator[tuple[Parsed, Span]]:
        first = saying.parsed.document.sentence_at(quotation[0])
        for parsed in self._sentences[first - 1 :]:
            if parsed.sentence.start >= quotation[1]:
                break
            inside = within(parsed.tokens, *quotation)
            if inside and parsed is not saying.parsed:
                yield parsed, (inside[0], inside[-1])


def _sender(carrier: Phrase, parsed: Parsed) -> Phrase | None:
    """Who sent what carries words: "leaflets dropped by the army", "posters that the rebels put up"."""
    for verb in parsed.frames:
        preposition = _SENDERS.get(verb.base)
        if preposition is None:
            continue
        if verb.passive and carrier in verb.subjects:
            return verb.circumstance(preposition)
        if carrier in told_of(verb, parsed.tokens, parsed.phrases):
            return verb.subjects[0]
    return None


_SENDERS = {
    **dict.fromkeys(lemmas("sayings", "issuing", "spreading"), "by"),
    **dict.fromkeys(lemmas("sayings", "attributing"), "to"),
}
"""Verbs of sending words, with the preposition before who sent them: "signed by", "attributed to"."""


def _is_private(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether it is a letter or the like, which somebody sent."""
    return parsed.tokens[phrase.head].low.removesuffix("s") in word_set("sayings", "private_carriers")


def _width(saying: Saying) -> int:
    return sum(last - first for first, last in saying.contents)


def _quotations_in(document: Document) -> list[Span]:
    """Spans between double quotation marks of a paragraph, marks not included, in order."""
    found: list[Span] = []
    for start, end in document.paragraph_spans():
        opened: int | None = None
        for mark in _MARK.finditer(document.text, start, end):
            if opened is not None:
                found.append((opened + 1, mark.start()))
                opened = None
            elif mark.group() in _OPENING:
                opened = mark.start()
    return found
