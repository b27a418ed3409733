"""Text → Document: title, dateline, paragraphs, and numbered sentences with exact offsets."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from operator import attrgetter

from summarizer.documents.characters import SURROGATE, Folded, plain_text
from summarizer.documents.dateline import find_dateline, find_title
from summarizer.documents.language import is_english
from summarizer.documents.paragraphs import Span, paragraphs
from summarizer.documents.quotes import Dateline, Origin, Quote, Source, with_quotes
from summarizer.documents.remembering import Remembering
from summarizer.documents.segmenting import sentences

_NOTHING_ELSE = Origin()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `document.text[start:end]`, without surrounding white space.

    `number` counts from 1 through the document, `paragraph` from 1.
    """

    number: int
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True)
class Document(Remembering):
    """One article, as text with exact places; offsets count code points of `text`."""

    text: str
    sha256: str
    sentences: tuple[Sentence, ...]
    title: Quote | None = None
    dateline: Dateline | None = None
    published: date | None = None
    origin: Origin = field(default_factory=Origin)
    language: str = "en"
    """'en' where its words tell that it is English, else 'und' (ISO 639-2, undetermined)."""

    def __hash__(self) -> int:
        return hash(self.sha256)

    @classmethod
    def from_text(cls, text: str, *, published: date | None = None, origin: Origin = _NOTHING_ELSE) -> "Document":
        """Split text into a document.

        Any text is accepted. Half a surrogate pair, which is no character, becomes U+FFFD; nothing else
        changes, so offsets into `text` and into the document's text are the same. The sentences hold every
        character but white space and characters without width; none spans two paragraphs.

        Args:
            text: the article.
            published: day of publication.
            origin: what is known of it beside its words; where it has a title, and the text begins with that as a
                paragraph, this is the document's.
        """
        text = SURROGATE.sub("\ufffd", text)
        folded = plain_text(text)
        plain, blocks = folded.text, paragraphs(folded.text)
        document = cls(
            text=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            sentences=tuple(_numbered(folded, blocks)),
            published=published,
            origin=origin,
            language="en" if is_english(plain) else "und",
        )
        title = _stated_title(plain, blocks, origin) or find_title(plain, blocks)
        dateline = find_dateline(plain, blocks, title)
        parts = {part: document.quote(*folded.original_span(*span)) for part, span in dateline.items()}
        return replace(
            document,
            title=document.quote(*folded.original_span(*title)) if title else None,
            dateline=Dateline(**parts) if parts else None,
        )

    @cached_property
    def plain(self) -> "Document":
        """The same sentences in plain characters, to look words up in; itself, where there are no others in it."""
        folded = plain_text(self.text)
        if folded.text == self.text:
            return self
        title, dateline = with_quotes((self.title, self.dateline), lambda quote: quote.within(folded))
        at = folded.folded_offset
        numbered = tuple(replace(one, start=at(one.start), end=at(one.end)) for one in self.sentences)
        return replace(self, text=folded.text, sentences=numbered, title=title, dateline=dateline)

    @cached_property
    def paragraph_starts(self) -> tuple[int, ...]:
        """For each paragraph, the number of its first sentence."""
        firsts: dict[int, int] = {}
        for sentence in self.sentences:
            firsts.setdefault(sentence.paragraph, sentence.number)
        return tuple(firsts.values())

    def paragraph_spans(self) -> list[tuple[int, int]]:
        """Where each paragraph begins and ends, from its first sentence to its last, in order."""
        return list(self._paragraph_spans.values())

    def paragraph_span(self, sentence: int) -> tuple[int, int]:
        """Where the paragraph of the sentence with this number (from 1) begins and ends."""
        return self._paragraph_spans[self.sentences[sentence - 1].paragraph]

    @cached_property
    def _paragraph_spans(self) -> dict[int, tuple[int, int]]:
        """The same by the paragraph's number."""
        spans: dict[int, tuple[int, int]] = {}
        for sentence in self.sentences:
            start, _ = spans.get(sentence.paragraph, (sentence.start, sentence.end))
            spans[sentence.paragraph] = (start, sentence.end)
        return spans

    def words(self, sentence: int) -> str:
        """The text of the sentence with this number (from 1)."""
        found = self.sentences[sentence - 1]
        return self.text[found.start : found.end]

    def sentence_at(self, offset: int) -> int:
        """Number of the sentence that holds this offset, or the last one that starts before it.

        Before the first sentence it is 1.
        """
        return max(1, bisect_right(self.sentences, offset, key=attrgetter("start")))

    def quote(self, start: int, end: int) -> Quote:
        """The words from start to end, as a quotation of the sentence that `start` stands in."""
        return Quote(sentence=self.sentence_at(start), start=start, end=end, text=self.text[start:end])

    def source(self) -> Source:
        """What a brief says of the document that it is of."""
        return Source(
            sha256=self.sha256,
            characters=len(self.text),
            sentences=len(self.sentences),
            paragraphs=self.paragraph_starts,
            title=self.title,
            dateline=self.dateline,
            published=self.published.isoformat() if self.published else None,
            origin=self.origin,
        )


def sentence_quote(document: Document, number: int) -> Quote:
    """The whole sentence with this number, as a quotation."""
    sentence = document.sentences[number - 1]
    return document.quote(sentence.start, sentence.end)


def sentences_of(quotes: Iterable[Quote], document: Document) -> tuple[int, ...]:
    """Numbers of the sentences that the quotations stand in, each once, in order; a quotation may run over several."""
    numbers: set[int] = set()
    for number, end in {(quote.sentence, quote.end) for quote in quotes}:
        numbers.add(number)
        if document.sentences[number - 1].end < end:
            numbers.update(range(number + 1, document.sentence_at(end - 1) + 1))
    return tuple(sorted(numbers))


def _numbered(folded: Folded, blocks: list[Span]) -> Iterator[Sentence]:
    """The sentences of these paragraphs of the plain text, with their places in the original."""
    number = 0
    for paragraph, block in enumerate(blocks, start=1):
        for span in sentences(folded.text, block):
            number += 1
            yield Sentence(number, paragraph, *folded.original_span(*span))


def _stated_title(plain: str, blocks: list[Span], origin: Origin) -> Span | None:
    """The first paragraph, where it is the title that the origin states, white space apart."""
    stated = plain_text(origin.title).text.split()
    return next((first for first in blocks[:1] if plain[slice(*first)].split() == stated), None)
