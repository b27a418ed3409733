"""A sentence as its words, phrases and frames: each verb with its subject, objects and circumstances."""

from dataclasses import dataclass, field
from functools import cached_property

from summarizer.documents.document import Document, Sentence
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.times import Time, times_in
from summarizer.english.grammar.tokens import Tag, Token

_MARKS = ('"', "“", "”")
_SETS_OFF = frozenset({Tag.BREAK, Tag.COMMA, Tag.CLOSE})
"""What stands between a dateline and what the article tells."""
_CLOSING = frozenset({'"', "”"})


@dataclass(slots=True)
class Frame:
    """A verb and what belongs to it; `first` to `verb` are the tokens of the verb group.

    `subjects` are who does it (of a passive: whom it is done to; the doer is then in `circumstances`
    by `by`); `circumstances` the phrases with prepositions behind the verb.
    """

    first: int
    verb: int
    base: str
    passive: bool = False
    reduced: bool = False  # a participle without auxiliary: "the man killed in …"
    infinitive: bool = False
    modal: str = ""
    negated: bool = False
    subjects: list[Phrase] = field(default_factory=list)
    objects: list[Phrase] = field(default_factory=list)
    circumstances: list[Phrase] = field(default_factory=list)
    opener: str = ""  # the subordinator, relative or preposition that opens its clause

    @property
    def doers(self) -> list[Phrase]:
        """Who does it, active or passive."""
        return [each for each in self.circumstances if each.preposition == "by"] if self.passive else self.subjects

    @property
    def undergoers(self) -> list[Phrase]:
        """To whom or what it is done."""
        return self.subjects if self.passive else self.objects

    def circumstance(self, *prepositions: str) -> Phrase | None:
        """The first phrase behind the verb with one of the prepositions."""
        return next((each for each in self.circumstances if each.preposition in prepositions), None)


@dataclass
class Parsed:
    """One sentence, parsed: its words and marks, tagged, its noun phrases and its verbs, each from left to right."""

    document: Document
    sentence: Sentence
    shouted: bool
    tokens: list[Token]
    phrases: list[Phrase]
    frames: list[Frame]

    @cached_property
    def times(self) -> list[Time]:
        """Its expressions of time from left to right."""
        return times_in(self.document, self.sentence, self.tokens)

    @property
    def in_title(self) -> bool:
        """Whether it stands in the headline."""
        title = self.document.title
        return title is not None and title.start <= self.sentence.start < title.end

    @cached_property
    def opening(self) -> int:
        """Its first token behind place, day and agency at the head of the article."""
        head = self.document.dateline
        parts = (head.place, head.date, head.agency) if head is not None else ()
        end = max((part.end for part in parts if part is not None and part.start >= self.sentence.start), default=0)
        behind = (at for at, token in enumerate(self.tokens) if token.start >= end and token.tag not in _SETS_OFF)
        return next(behind, 0) if end else 0

    def verbs_in(self, first: int, last: int) -> list[Frame]:
        """The verbs that stand from one token to another."""
        return [each for each in self.frames if first <= each.verb <= last]

    def verbs_of(self, inside: range) -> list[Frame]:
        """The verbs among some tokens."""
        return [each for each in self.frames if each.verb in inside]

    def verb_before(self, token: int) -> Frame | None:
        """The last verb before a token."""
        return next((each for each in reversed(self.frames) if each.verb < token), None)

    def verb_at(self, token: int) -> Frame | None:
        """The verb in whose group a token stands, or else the last one before it."""
        return next((each for each in self.frames if each.first <= token <= each.verb), None) or self.verb_before(token)

    def phrases_at(self, token: int) -> list[Phrase]:
        """The phrase that holds a token, if any does."""
        return [each for each in self.phrases if each.first <= token <= each.last]

    def phrases_of(self, inside: range) -> list[Phrase]:
        """The phrases whose heads are among some tokens."""
        return [each for each in self.phrases if each.head in inside]

    def text(self, first: int, last: int) -> str:
        """The article's words from token `first` to token `last`, with the mark that closes a term which they open."""
        start, end = self.tokens[first].start, self.tokens[last].end
        words = self.document.text[start:end]
        opened = sum(words.count(mark) for mark in _MARKS) % 2 == 1
        return words + self.document.text[end] if opened and self.document.text[end : end + 1] in _CLOSING else words

    def words(self, phrase: Phrase) -> str:
        """The article's words of a phrase."""
        return self.text(phrase.first, phrase.last)

    def place(self, run: Phrase | Time) -> tuple[int, int]:
        """Where a phrase or a time stands in the article: first offset, and the one after the last."""
        return self.tokens[run.first].start, self.tokens[run.last].end

    def low(self, first: int, last: int) -> str:
        """The same in lower case, folded, one blank between words."""
        return " ".join([token.low for token in self.tokens[first : last + 1]])
