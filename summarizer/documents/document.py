"""Text → Document: title, dateline, paragraphs, and numbered sentences with exact offsets."""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from operator import attrgetter

from summarizer.documents.dateline import find_dateline, find_title
from summarizer.documents.paragraphs import Span, paragraphs
from summarizer.documents.quotes import Dateline, Quote, Source
from summarizer.documents.segmenting import sentences
from summarizer.lexicons import word_set

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_WORD = re.compile(r"[^\W\d_]+")
_LANGUAGE_SAMPLE = 20_000  # characters
_FEWEST_WORDS = 12
_ENGLISH_SHARE = 0.2


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
class Document:
    """One article, as text with exact places; offsets count code points of `text`."""

    text: str
    sha256: str
    sentences: tuple[Sentence, ...]
    title: Quote | None = None
    dateline: Dateline | None = None
    published: date | None = None
    language: str = "en"
    """'en' where function words tell that it is English, else 'und' (ISO 639-2, undetermined)."""

    def __hash__(self) -> int:
        return hash(self.sha256)

    @classmethod
    def from_text(cls, text: str, *, published: date | None = None) -> "Document":
        """Split text into a document.

        Any text is accepted. Half a surrogate pair, which is no character, becomes U+FFFD; nothing else
        changes, so offsets into `text` and into the document's text are the same. The sentences hold every
        character but white space and characters without width; none spans two paragraphs.
        """
        text = _SURROGATE.sub("\ufffd", text)
        blocks = paragraphs(text)
        document = cls(
            text=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            sentences=tuple(_numbered(text, blocks)),
            published=published,
            language=_language(text),
        )
        title = find_title(text, blocks)
        parts = {part: document.quote(*span) for part, span in find_dateline(text, blocks, title).items()}
        return replace(
            document,
            title=document.quote(*title) if title else None,
            dateline=Dateline(**parts) if parts else None,
        )

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
        )


def sentence_quote(document: Document, number: int) -> Quote:
    """The whole sentence with this number, as a quotation."""
    sentence = document.sentences[number - 1]
    return document.quote(sentence.start, sentence.end)


def sentences_of(quotes: Iterable[Quote], document: Document) -> tuple[int, ...]:
    """Numbers of the sentences that the quotations stand in, each once, in order; a quotation may run over several."""
    numbers: set[int] = set()
    sentences = document.sentences
    for quote in quotes:
        number = quote.sentence
        numbers.add(number)
        while number < len(sentences) and sentences[number].start < quote.end:
            number += 1
            numbers.add(number)
    return tuple(sorted(numbers))


def _numbered(text: str, blocks: list[Span]) -> Iterator[Sentence]:
    number = 0
    for paragraph, block in enumerate(blocks, start=1):
        for span in sentences(text, block):
            number += 1
            yield Sentence(number, paragraph, *span)


def _language(text: str) -> str:
    found = _WORD.findall(text[:_LANGUAGE_SAMPLE].lower())
    if len(found) < _FEWEST_WORDS:
        return "und"
    known = word_set("english", "function_words")
    share = sum(word in known for word in found) / len(found)
    return "en" if share >= _ENGLISH_SHARE else "und"
