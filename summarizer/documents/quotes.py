"""Words of an article with their place, and what is said of the article that they are from."""

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, field_validator

from summarizer.documents.characters import SURROGATE, Folded


class Part(BaseModel):
    """Anything that passes between the stages: frozen, and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """A part over mentions or over quotations is described as its declaration is."""
        declaration = cls.__pydantic_generic_metadata__["origin"]
        if declaration is not None:
            cls.__doc__ = declaration.__doc__


class Quote(Part):
    """Words of the article with their place; offsets count code points of `Document.text`."""

    sentence: int = Field(description="Number of the sentence, from 1.")
    start: int = Field(description="Offset of the first character.")
    end: int = Field(description="Offset after the last character.")
    text: str = Field(description="The article's characters from start to end.")

    def holds(self, other: "Quote") -> bool:
        """Whether all words of another stand in this one, in the article's own place."""
        return self.start <= other.start <= other.end <= self.end

    def overlaps(self, other: "Quote") -> bool:
        """Whether they share words of the text."""
        return max(self.start, other.start) < min(self.end, other.end)

    def within(self, folded: Folded) -> "Quote":
        """The same words in the article's text as folded."""
        start, end = folded.folded_offset(self.start), folded.folded_offset(self.end)
        return Quote(sentence=self.sentence, start=start, end=end, text=folded.text[start:end])


Quotes = tuple[Quote, ...]


class Dateline(Part):
    """Place, date and agency at the head of an article, each only where stated."""

    place: Quote | None = None
    date: Quote | None = None
    agency: Quote | None = None


class Origin(Part):
    """Where an article comes from, as the file or page that holds it says; these are no words of the article."""

    title: str = ""
    outlet: str = Field(default="", description="Who published it: a paper, an agency, a channel.")
    author: str = ""
    address: str = Field(default="", description="Where it is to be found, such as a page's canonical address.")
    relayed: str = Field(default="", description="Whose text the outlet passed on, as it says itself.")
    left_out: tuple[str, ...] = Field(
        default=(), description="What its reader left out of the text on purpose, such as '2 captions'."
    )

    @field_validator("title", "outlet", "author", "address", "relayed")
    @classmethod
    def _of_characters(cls, stated: str) -> str:
        """Half a surrogate pair becomes U+FFFD, as in the text."""
        return SURROGATE.sub("\ufffd", stated)


class Source(Part):
    """Which document a brief is of."""

    sha256: str = Field(description="SHA-256 of the document's text, UTF-8 encoded, in hexadecimal.")
    characters: int = Field(description="Length of the text in code points.")
    sentences: int
    paragraphs: tuple[int, ...] = Field(description="For each paragraph, the number of its first sentence.")
    title: Quote | None = None
    dateline: Dateline | None = None
    published: str | None = Field(
        default=None, description="ISO date, where the caller or what holds the article gave one."
    )
    origin: Origin = Origin()


def with_quotes(held: Any, change: Callable[[Quote], Quote]) -> Any:
    """Anything that may hold quotations, with each of them changed: a quotation, a part, or several of them."""
    if isinstance(held, Quote):
        return change(held)
    if isinstance(held, tuple):
        return tuple(with_quotes(member, change) for member in held)
    if isinstance(held, Part):
        return held.model_copy(update={name: with_quotes(value, change) for name, value in held})
    return held
