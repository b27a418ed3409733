"""What an operator is: a named way to make a correct draft wrong in one place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from summarizer.documents.document import Document
from summarizer.pointing.audit import ItemKind
from summarizer.schemas.draft import Draft

Group = Literal["quote", "number", "date_place", "actor", "modality", "content"]


@dataclass(frozen=True)
class Fault:
    """A draft with one planted fault, and where it sits: the item (by its id in this draft) and the field's path.

    `field` is a path such as 'content', 'targets.0.text' or 'kind'; empty where the whole item is the fault.
    """

    edited: Draft
    item: ItemKind
    id: int
    field: str = ""

    @cached_property
    def draft(self) -> Draft:
        """Operators edit with lists; a draft holds tuples. Few of the faults that they find are planted."""
        return Draft.model_validate(self.edited.model_dump(warnings=False))


@dataclass(frozen=True)
class Operator:
    """One way to go wrong. `plant` yields every draft that it can make wrong; it must really be wrong.

    `cue` says that words of the article contradict the fault within the item's own evidence, so that a
    table of words ought to catch it.
    """

    name: str
    group: Group
    says: str
    plant: Callable[[Draft, Document], Iterator[Fault]]
    cue: bool = True
