"""Text → Document: title, dateline, paragraphs, and numbered sentences with exact offsets."""

from dataclasses import dataclass
from datetime import date

from summarizer.schemas.brief import Dateline, Quote


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
    """ISO 639-1 code, as far as function words tell; the checks read English."""

    @classmethod
    def from_text(cls, text: str, *, published: date | None = None) -> "Document":
        """Split text into a document."""
        raise NotImplementedError

    def words(self, sentence: int) -> str:
        """The text of the sentence with this number (from 1)."""
        found = self.sentences[sentence - 1]
        return self.text[found.start : found.end]

    def sentence_at(self, offset: int) -> int:
        """Number of the sentence that holds this offset, or the last one that starts before it."""
        raise NotImplementedError

    def quote(self, start: int, end: int) -> Quote:
        """The words from start to end, as a quotation of the sentence that `start` stands in."""
        return Quote(sentence=self.sentence_at(start), start=start, end=end, text=self.text[start:end])
