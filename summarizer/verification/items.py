"""The items of one article on their way through verification: located, not yet trusted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from summarizer.document import Document
from summarizer.schemas.brief import Actor, Finding, Incident, Quote, Rejected, Statement, ThirdPartyWarning, Threat
from summarizer.schemas.vocabulary import ItemKind

Item = Actor | Incident | Statement | Threat | ThirdPartyWarning


@dataclass(frozen=True)
class Items:
    """Every item by its id, with the document that all quotations point into."""

    document: Document
    actors: Mapping[int, Actor] = field(default_factory=dict)
    incidents: Mapping[int, Incident] = field(default_factory=dict)
    statements: Mapping[int, Statement] = field(default_factory=dict)
    threats: Mapping[int, Threat] = field(default_factory=dict)
    warnings: Mapping[int, ThirdPartyWarning] = field(default_factory=dict)
    memo: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was looked up in the document for these items; several checks ask for the same."""

    def of(self, kind: ItemKind) -> Mapping[int, Any]:
        """The items of one kind."""
        return getattr(self, KINDS[kind])  # type: ignore[no-any-return]

    def speaker(self, actor: int | None) -> Actor | None:
        """The actor with this id; None for the outlet, and for an id that no actor has."""
        return None if actor is None else self.actors.get(actor)

    def all(self) -> Iterator[tuple[ItemKind, Item]]:
        """Every item with its kind, in the order actors, incidents, statements, threats, warnings."""
        for kind in KINDS:
            for item in self.of(kind).values():
                yield kind, item


KINDS: dict[ItemKind, str] = {
    "actor": "actors",
    "incident": "incidents",
    "statement": "statements",
    "threat": "threats",
    "warning": "warnings",
}
"""Each kind of item, and the name of its list in a draft and in a brief."""


@dataclass(frozen=True)
class Grounded:
    """A draft whose every mention was looked up: what was found, what was said of it, what was not there."""

    items: Items
    findings: tuple[Finding, ...] = ()
    rejected: tuple[Rejected, ...] = ()


def quotes_in(part: object) -> Iterator[tuple[str, Quote]]:
    """Every quotation within an item, or a part of one, with the path of the field that it stands in.

    A quotation in `targets[0].text` has the path `targets.0.text`.
    """
    yield from _quotes(part, ())


def _quotes(part: object, path: tuple[str, ...]) -> Iterator[tuple[str, Quote]]:
    if isinstance(part, Quote):
        yield ".".join(path), part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            inner = getattr(part, name)
            if inner and isinstance(inner, (tuple, BaseModel)):
                yield from _quotes(inner, (*path, name))
    elif isinstance(part, tuple):
        for position, member in enumerate(part):
            yield from _quotes(member, path if isinstance(member, Quote) else (*path, str(position)))
