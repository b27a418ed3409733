"""The items of one article of conflict news, located: who is who, what happened, who says what of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar, TypeVar

from summarizer.documents.document import Document, sentences_of
from summarizer.pointing.audit import ItemKind
from summarizer.pointing.located import AnItem, Located
from summarizer.pointing.roles import lists_of
from summarizer.schemas.brief import Actor, Incident, Statement, ThirdPartyWarning, Threat, UnverifiedBrief
from summarizer.schemas.draft import Draft

KINDS: Mapping[ItemKind, str] = lists_of(Draft)
"""Each kind of item, and the name of its list in a draft and in a brief."""

Item = Actor | Incident | Statement | Threat | ThirdPartyWarning
OneKind = TypeVar("OneKind", Actor, Incident, Statement, Threat, ThirdPartyWarning)

FAR = 300
"""Sentences apart at which two tellings are no longer held against each other by whoever reads by rules."""


@dataclass(frozen=True)
class Items(Located):
    """Every item by its id."""

    lists: ClassVar[Mapping[ItemKind, str]] = KINDS

    actors: Mapping[int, Actor] = field(default_factory=dict)
    incidents: Mapping[int, Incident] = field(default_factory=dict)
    statements: Mapping[int, Statement] = field(default_factory=dict)
    threats: Mapping[int, Threat] = field(default_factory=dict)
    warnings: Mapping[int, ThirdPartyWarning] = field(default_factory=dict)

    @classmethod
    def of_brief(cls, brief: UnverifiedBrief, document: Document) -> "Items":
        """The items that a brief holds."""
        lists = {name: {item.id: item for item in getattr(brief, name)} for name in KINDS.values()}
        return cls(document, **lists)

    def sentences(self, item: AnItem) -> tuple[int, ...]:
        """Numbers of the sentences that an item quotes, each once and in order."""
        return sentences_of((quote for _, quote in self.quotes(item)), self.document)

    def speaker(self, actor: int | None) -> Actor | None:
        """The actor with this id; None for the outlet, and for an id that no actor has."""
        return None if actor is None else self.actors.get(actor)

    def others(self, item: OneKind) -> list[OneKind]:
        """The items of its kind, in their order, but for itself."""
        alike: Mapping[int, Any] = self.of(item.kind_of_item)
        return [other for other in alike.values() if other.id != item.id]

    def belongs_to(self, actor: int) -> frozenset[int]:
        """Ids of those that the article's words show an actor to belong to, directly; none for an id that no actor has."""
        return self._belongs_to.get(actor, frozenset())

    @cached_property
    def _belongs_to(self) -> dict[int, frozenset[int]]:
        return {
            number: frozenset(link.actor for link in actor.affiliations if link.evidence)
            for number, actor in self.actors.items()
        }

    def kin(self, actor: int) -> tuple[Actor, ...]:
        """The actors that are this one, that belong to it or it to them, or that belong to one with it; in their order."""
        bodies = self.belongs_to(actor) | {actor}
        members = {member for body in bodies for member in self._members.get(body, ())}
        return tuple(map(self.actors.__getitem__, sorted(members, key=self._order.__getitem__)))

    @cached_property
    def _members(self) -> dict[int, list[int]]:
        """By actor, itself and those that belong to it, directly."""
        found: dict[int, list[int]] = defaultdict(list)
        for number, bodies in self._belongs_to.items():
            for body in bodies | {number}:
                found[body].append(number)
        return found

    @cached_property
    def _order(self) -> dict[int, int]:
        return {number: place for place, number in enumerate(self.actors)}

    def statements_on(self, incident: int) -> tuple[Statement, ...]:
        """The statements that speak of the incident with this id, each once and in their order."""
        return self._statements_on.get(incident, ())

    def joined(self, incident: int) -> frozenset[int]:
        """Ids of the incident, of those that it sums up, and of those that sum it up.

        Args:
            incident: its id; of one that no incident has, only this.
        """
        return self._joined.get(incident, frozenset({incident}))

    @cached_property
    def _joined(self) -> dict[int, frozenset[int]]:
        parts = {
            number: self.incidents.keys() & set(incident.summarises) for number, incident in self.incidents.items()
        }
        found = {number: {number, *summed} for number, summed in parts.items()}
        for number, summed in parts.items():
            for part in summed:
                found[part].add(number)
        return {number: frozenset(joined) for number, joined in found.items()}

    @property
    def linked(self) -> Iterable[int]:
        """The incidents that statements speak of."""
        return self._statements_on.keys()

    @cached_property
    def _statements_on(self) -> dict[int, tuple[Statement, ...]]:
        return _each_once((link.incident, said) for said in self.statements.values() for link in said.about)

    def said_in(self, sentence: int) -> tuple[Statement, ...]:
        """The statements whose words of saying stand in this sentence."""
        return self._said_in.get(sentence, ())

    @cached_property
    def _said_in(self) -> dict[int, tuple[Statement, ...]]:
        return _each_once((quote.sentence, said) for said in self.statements.values() for quote in said.cue)

    @cached_property
    def told_in(self) -> dict[int, set[tuple[int, int | None]]]:
        """By sentence, the incidents told there, each with the statement on it whose words do so, or None for its own."""
        found: dict[int, set[tuple[int, int | None]]] = defaultdict(set)
        for number, incident in self.incidents.items():
            for sentence in self.sentences(incident):
                found[sentence].add((number, None))
            for said in self.statements_on(number):
                for sentence in sentences_of((*said.cue, *said.content), self.document):
                    found[sentence].add((number, said.id))
        return found


def _each_once(told: Iterable[tuple[int, Statement]]) -> dict[int, tuple[Statement, ...]]:
    """By number, the statements that were told with it, each once and in order."""
    found: dict[int, dict[int, Statement]] = defaultdict(dict)
    for number, said in told:
        found[number][said.id] = said
    return {number: tuple(statements.values()) for number, statements in found.items()}
