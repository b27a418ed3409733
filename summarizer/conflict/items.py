"""The items of one article on their way through verification: located, not yet trusted."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, TypeVar, cast, get_args

from pydantic import BaseModel

from summarizer.documents.document import Document
from summarizer.schemas.brief import Actor, Finding, Incident, Quote, Rejected, Statement, ThirdPartyWarning, Threat
from summarizer.schemas.vocabulary import ItemKind

Item = Actor | Incident | Statement | Threat | ThirdPartyWarning

Result = TypeVar("Result")


@dataclass(frozen=True)
class Items:
    """Every item by its id, with the document that all quotations point into."""

    document: Document
    actors: Mapping[int, Actor] = field(default_factory=dict)
    incidents: Mapping[int, Incident] = field(default_factory=dict)
    statements: Mapping[int, Statement] = field(default_factory=dict)
    threats: Mapping[int, Threat] = field(default_factory=dict)
    warnings: Mapping[int, ThirdPartyWarning] = field(default_factory=dict)

    def of(self, kind: ItemKind) -> Mapping[int, Any]:
        """The items of one kind."""
        return getattr(self, KINDS[kind])  # type: ignore[no-any-return]

    def speaker(self, actor: int | None) -> Actor | None:
        """The actor with this id; None for the outlet, and for an id that no actor has."""
        return None if actor is None else self.actors.get(actor)

    def statements_on(self, incident: int) -> tuple[Statement, ...]:
        """The statements that speak of an incident, in their order."""
        return self._statements_on.get(incident, ())

    def said_in(self, sentence: int) -> tuple[Statement, ...]:
        """The statements whose words of saying stand in this sentence."""
        return self._said_in.get(sentence, ())

    @cached_property
    def _said_in(self) -> dict[int, tuple[Statement, ...]]:
        found: dict[int, dict[int, Statement]] = defaultdict(dict)
        for number, statement in self.statements.items():
            for quote in statement.cue:
                found[quote.sentence][number] = statement
        return {sentence: tuple(statements.values()) for sentence, statements in found.items()}

    def quotes(self, item: Item) -> tuple[tuple[str, Quote], ...]:
        """`quotes_in` for one of these items, gathered once."""
        known = self._quotes.get(id(item))
        if known is None:
            # The item is kept beside its quotations, so that no other object can get its identity.
            known = self._quotes[id(item)] = (item, tuple(quotes_in(item)))
        return known[1]

    @cached_property
    def _quotes(self) -> dict[int, tuple[Item, tuple[tuple[str, Quote], ...]]]:
        return {}

    def worked_out(self, work: Callable[["Items"], Result]) -> Result:
        """What a function makes of these items, made once and kept."""
        if work not in self._worked_out:
            self._worked_out[work] = work(self)
        return cast("Result", self._worked_out[work])

    @cached_property
    def _worked_out(self) -> dict[Any, Any]:
        return {}

    @cached_property
    def told_in(self) -> dict[int, set[tuple[int, int | None]]]:
        """By sentence, the incidents told there, each with the statement on it whose words do so, or None for its own."""
        found: dict[int, set[tuple[int, int | None]]] = defaultdict(set)
        for number, incident in self.incidents.items():
            own = sentences_of((quote for _, quote in self.quotes(incident)), self.document)
            for sentence in own:
                found[sentence].add((number, None))
            for said in self.statements_on(number):
                for sentence in sentences_of((*said.cue, *said.content), self.document):
                    found[sentence].add((number, said.id))
        return found

    @property
    def linked(self) -> Iterable[int]:
        """The incidents that statements speak of."""
        return self._statements_on.keys()

    @cached_property
    def _statements_on(self) -> dict[int, tuple[Statement, ...]]:
        found: dict[int, dict[int, Statement]] = defaultdict(dict)
        for number, statement in self.statements.items():
            for link in statement.about:
                found[link.incident][number] = statement
        return {incident: tuple(statements.values()) for incident, statements in found.items()}

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


def quotes_in(part: object) -> Iterator[tuple[str, Quote]]:
    """Every quotation within an item, or a part of one, with the path of the field that it stands in.

    A quotation in `targets[0].text` has the path `targets.0.text`.
    """
    return _quotes(part, "")


def _quotes(part: object, path: str) -> Iterator[tuple[str, Quote]]:
    if isinstance(part, Quote):
        yield path, part
    elif isinstance(part, BaseModel):
        for name in _holding_quotes(type(part)):
            if inner := getattr(part, name):
                yield from _quotes(inner, f"{path}.{name}" if path else name)
    elif isinstance(part, tuple):
        for position, member in enumerate(part):
            if isinstance(member, Quote):
                yield path, member
            else:
                yield from _quotes(member, f"{path}.{position}" if path else str(position))


@cache
def _holding_quotes(kind: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a part that may hold quotations, or parts that do."""
    return tuple(name for name, field in kind.model_fields.items() if _may_hold(field.annotation))


def _may_hold(annotation: object) -> bool:
    if isinstance(annotation, type) and not get_args(annotation):
        return issubclass(annotation, BaseModel)
    return any(map(_may_hold, get_args(annotation)))
