"""How a draft travels between the program and a model: as lines, or as the JSON of the draft itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from pydantic import BaseModel

from summarizer.asking import lines
from summarizer.asking.lines import Lines, Unread
from summarizer.asking.repairing import compact
from summarizer.documents.document import Document
from summarizer.documents.quotes import Part
from summarizer.pointing.roles import Item, Mention, items_in


class Form(Protocol):
    """A way in which drafts travel."""

    @property
    def answer(self) -> type[BaseModel]:
        """What a model is to answer."""

    def read(self, answer: Any, document: Document) -> tuple[Part, tuple[Unread, ...]]:
        """The draft that an answer is, and what of it could not be read."""

    def written(self, items: Iterable[Item[Mention]]) -> str:
        """Items as a model is shown them."""

    def whole(self, text: str) -> Any:
        """What is whole of an answer that was cut off; None where nothing is, or the rest could not be joined to it."""

    def joined(self, answer: Any, rest: Any) -> Any:
        """An answer that was cut off, with its rest."""


@dataclass(frozen=True)
class AsJson:
    """The draft itself, as JSON of its schema."""

    draft: type[Part]

    @property
    def answer(self) -> type[BaseModel]:
        """The draft."""
        return self.draft

    def read(self, answer: Any, document: Document) -> tuple[Part, tuple[Unread, ...]]:
        """The answer as it is."""
        return answer, ()

    def written(self, items: Iterable[Item[Mention]]) -> str:
        """Items without their empty values, a line each."""
        return "\n".join(f"{item.kind_of_item} {compact(item)}" for item in items)

    def whole(self, text: str) -> None:
        """Nothing: what is missing could be anywhere."""

    def joined(self, answer: Any, rest: Any) -> Any:
        """The rest alone, never asked for."""
        return rest


@dataclass(frozen=True)
class AsLines:
    """A line for each item, only what is there."""

    draft: type[Part]

    @property
    def answer(self) -> type[BaseModel]:
        """Lines."""
        return Lines

    def read(self, answer: Any, document: Document) -> tuple[Part, tuple[Unread, ...]]:
        """The draft that the lines are."""
        return lines.read(answer, self.draft, document)

    def written(self, items: Iterable[Item[Mention]]) -> str:
        """The lines of items."""
        return "\n".join(map(lines.line_of, items))

    def whole(self, text: str) -> Lines | None:
        """The lines before the one that was cut off."""
        return lines.whole(text)

    def joined(self, answer: Lines, rest: Lines) -> Lines:
        """One after the other."""
        return Lines(lines=answer.lines + rest.lines)


def all_of(draft: Part) -> Sequence[Item[Mention]]:
    """Every item of a draft, list by list."""
    return tuple(item for _, item in items_in(draft))
