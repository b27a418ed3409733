"""How actors, attacks and threats are told from window to window of a long article, and known again there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.asking.stitching import RECORDED, Continuation, Recognise, told_words
from summarizer.pointing.folding import fold
from summarizer.pointing.grounding import Index, find
from summarizer.pointing.merging import filled
from summarizer.pointing.roles import Mention
from summarizer.schemas import brief
from summarizer.schemas.draft import Actor, Incident, Statement
from summarizer.schemas.vocabulary import ActorKind

SORT: Mapping[ActorKind, str] = {
    "official": "person",
    "person": "person",
    "people": "people",
    "armed_group": "body",
    "armed_forces": "body",
    "state": "body",
    "public_body": "body",
    "organisation": "body",
    "monitor": "body",
    "outlet": "body",
}
"""Two windows may give one actor kinds of one sort; a group and a person of one name are two."""


# --- what a later window is told ------------------------------------------------------------------


def _told_actor(actor: brief.Actor) -> str:
    """Its kind and its names; nothing of somebody who is only described."""
    named = actor.identity == "named" and bool(actor.name)
    return f"{actor.kind}, {told_words((*actor.name, *actor.aliases))}" if named else ""


def _told_incident(incident: brief.Incident) -> str:
    """Its kind, and the words for it with those for what was struck, where and when."""
    targets = (quote for target in incident.targets for quote in target.text)
    words = told_words((*incident.words, *targets, *incident.place, *incident.time))
    return f"{incident.kind}, {words}" if incident.words else ""


def _told_threat(threat: brief.Threat) -> str:
    """Its issuer, and its words."""
    return f"by actor {RECORDED + threat.issuer}, {told_words(threat.content)}" if threat.content else ""


# --- known again ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Known:
    """The actors so far, by what shows that another window's actor is one of them."""

    actors: Sequence[Actor]
    index: Index

    def same_as(self, actor: Actor) -> int | None:
        """Which earlier actor another window's actor is.

        Of two that are named, one of the names of the one is the other's name; others are described by the same words
        at the same place. Where several would do, none is taken, unless a single one has the very name.

        Args:
            actor: as the other window gives it.

        Returns:
            The id of the earlier actor, or None for somebody new.
        """
        may_be = [other for other in self.actors if _same_sort(actor, other)]
        if actor.identity != "named":
            places = self._places(actor)
            return _only([other for other in may_be if places & self._places(other)])
        alike = [other for other in may_be if _are_namesakes(actor, other)]
        very = [other for other in alike if _folded(other.name) == _folded(actor.name)]
        return _only(very) or _only(alike)

    def _places(self, actor: Actor) -> set[int]:
        """Where the words for an actor start."""
        found = (find(mention, self.index).quote for mention in actor.name)
        return {quote.start for quote in found if quote}


def _same_sort(one: Actor, other: Actor) -> bool:
    """Whether both are named or both described alike, and of kinds that two windows may give one actor."""
    return one.identity == other.identity and SORT[one.kind] == SORT[other.kind]


def _are_namesakes(one: Actor, other: Actor) -> bool:
    """Whether the name of the one is a name or an alias of the other; two aliases alike are not enough."""
    return _folded(one.name) in _names(other) or _folded(other.name) in _names(one)


def _only(actors: list[Actor]) -> int | None:
    """The id of the single actor; None of several or none."""
    return actors[0].id if len(actors) == 1 else None


def _names(actor: Actor) -> set[str]:
    """The name and the aliases, folded; without what that leaves nothing of."""
    return set(map(_folded, (actor.name, *((alias,) for alias in actor.aliases)))) - {""}


def _folded(name: Sequence[Mention]) -> str:
    """A name without typography, case and article."""
    words = " ".join(fold(mention.text).text for mention in name).casefold().split()
    return f"{' '.join(words)} ".removeprefix("the ").rstrip()


def _known_actors(actors: Sequence[Actor], index: Index) -> Recognise:
    return _Known(actors, index).same_as  # type: ignore[return-value]  # an actor is what it is asked of


def _known_statements(statements: Sequence[Statement], _: Index) -> Recognise:
    """Statements of the very same words, which stand in sentences of two windows, whatever each links them to."""
    said = {_saying(statement): statement.id for statement in reversed(statements) if statement.cue + statement.content}

    def same_as(statement: Statement) -> int | None:
        return said.get(_saying(statement))

    return same_as  # type: ignore[return-value]  # a statement is what it is asked of


def _saying(statement: Statement) -> tuple[object, ...]:
    """Who says it, as what kind of statement, in which words of which sentences."""
    words = tuple((mention.sentence, mention.text) for mention in (*statement.cue, *statement.content))
    return statement.kind, statement.speaker, words


# --- what a further telling adds ------------------------------------------------------------------


def _actor(kept: Actor, more: Actor) -> Actor:
    """An actor with the names and affiliations that another window gives it.

    A description is no name, and a name that differs only in typography, case or article is no further one.
    """
    further: dict[str, Mention] = {}
    if kept.identity == more.identity == "named":
        for mention in (*more.name[:1], *more.aliases):
            further.setdefault(_folded((mention,)), mention)
    aliases = [mention for name, mention in further.items() if name not in _names(kept)]
    there = {kept.id, *(bond.actor for bond in kept.affiliations)}
    bonds = [bond for bond in more.affiliations if bond.actor not in there]
    return kept.model_copy(update={"aliases": (*kept.aliases, *aliases), "affiliations": (*kept.affiliations, *bonds)})


def _incident(kept: Incident, more: Incident) -> Incident:
    """An incident with the values that it lacked, and with further counts of harm."""
    counts = (*kept.casualties, *(count for count in more.casualties if count not in kept.casualties))
    return filled(kept, more).model_copy(update={"casualties": counts})


CONTINUATION = Continuation(
    told={"actor": _told_actor, "incident": _told_incident, "threat": _told_threat},
    same={"actor": _known_actors, "statement": _known_statements},
    added={"actor": _actor, "incident": _incident},
    throughout=frozenset({"actor"}),
)
"""Actors are known by name, and by reference; attacks and threats by the id that they were told under."""
