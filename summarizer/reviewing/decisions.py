"""Decisions on items of a brief, and the file that they are kept in."""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, ValidationError, field_validator, model_validator
from pydantic_core import PydanticCustomError

from summarizer.documents.characters import SURROGATE
from summarizer.documents.quotes import Part, Quotes
from summarizer.errors import SourceError, printable
from summarizer.pointing.audit import ItemKind
from summarizer.reading.files import read_text
from summarizer.rendering.safety import json_escaped

MOST_BYTES = 1_000_000
"""The largest file of decisions that is read."""

MOST_WORDS = 10
"""Quotations of what an item is called that are kept; the first ones."""

Verdict = Literal["accepted", "rejected", "corrected", "annotated"]
Digest = Annotated[str, StringConstraints(max_length=64)]
Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]

Content = tuple[str, ItemKind, frozenset[tuple[str, str]]]
"""A text's SHA-256, the kind of an item, and the digests of what its fields say."""


class Decision(Part):
    """What somebody decided about one item."""

    article: Digest = Field(description="SHA-256 of the text that the brief is of: its `source.sha256`.")
    item: ItemKind = Field(description="Kind of the item.")
    words: Quotes = Field(
        max_length=MOST_WORDS, description="What the item was called, by which one that has changed since is found."
    )
    fields: dict[Line, Fingerprint] = Field(
        description="What was decided on: of each field of the item the beginning of a digest of what it says."
    )
    verdict: Verdict
    corrections: dict[Line, Line] = Field(
        default_factory=dict, description="Paths of fields, and the value of its closed list that each should have."
    )
    note: str = Field(default="", max_length=2000, description="In free words.")
    by: Line = Field(description="Who decided.")
    on: date

    @field_validator("note", "by", mode="before")
    @classmethod
    def _of_characters(cls, given: object) -> object:
        """Half a surrogate pair becomes U+FFFD, as in an article's text."""
        return SURROGATE.sub("\ufffd", given) if isinstance(given, str) else given

    @model_validator(mode="after")
    def _says_what(self) -> Self:
        """A correction says what should be otherwise, and nothing else does; an annotation is nothing but words."""
        if bool(self.corrections) != (self.verdict == "corrected"):
            raise PydanticCustomError(
                "decision", "a correction says which value a field should have, and no other decision does"
            )
        if self.verdict == "annotated" and not self.note.strip():
            raise PydanticCustomError("decision", "an annotation needs words")
        return self

    @property
    def says(self) -> str:
        """What should be otherwise, and the note."""
        corrected = (f"{path} should be {value}" for path, value in self.corrections.items())
        return "; ".join(filter(None, (*corrected, self.note)))

    @property
    def made_on(self) -> Content:
        """What it was made of."""
        return self.article, self.item, frozenset(self.fields.items())

    @property
    def place(self) -> tuple[str, str, int]:
        """Where it stands in a file."""
        return self.article, self.item, min((quote.start for quote in self.words), default=0)


class Reviews(Part):
    """Every decision of one file; of those on one item, in the order in which they were made."""

    version: Literal[1] = 1
    decisions: tuple[Decision, ...] = ()

    def followed_by(self, decision: Decision) -> "Reviews":
        """The same with one more, which counts as the last on its item."""
        return Reviews(decisions=(*self.without([decision]).decisions, decision))

    def without(self, decisions: Collection[Decision]) -> "Reviews":
        """The same without some of them."""
        return Reviews(decisions=tuple(kept for kept in self.decisions if kept not in decisions))


NOTHING_DECIDED = Reviews()


def load_reviews(path: str | Path) -> Reviews:
    """The decisions in a file.

    Args:
        path: a file that `as_json` wrote.

    Raises:
        SourceError: it cannot be read, is too large, or holds something else.
    """
    try:
        return Reviews.model_validate_json(read_text(path, most=MOST_BYTES))
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"])) or "the whole"
        said = printable(f"{path}: is no file of decisions ({place}: {first['msg']})")
        raise SourceError(f"{said}; 'brief review' writes one") from error


def as_json(reviews: Reviews) -> str:
    """The text of a file of decisions: by article, kind of item and place."""
    in_order = Reviews(decisions=tuple(sorted(reviews.decisions, key=lambda decision: decision.place)))
    return json_escaped(in_order.model_dump_json(indent=2)) + "\n"
