"""The windows of a long article: what a later one is told of the earlier ones, and their drafts as one.

Joined here are actors, by name and by reference, and statements of the very same words, since what a window links one
to depends on where it begins. Whatever else two windows propose alike stays two proposals until the checks are through:
then `duplicates` merges them by the article's words, as within one draft.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from summarizer.conflict.items import KINDS
from summarizer.documents.document import Document
from summarizer.pointing.dropping import Key
from summarizer.pointing.folding import fold
from summarizer.pointing.grounding import Index, find, ground
from summarizer.pointing.merging import filled, redirected
from summarizer.schemas import brief
from summarizer.schemas.brief import ItemOutcome, Quotes
from summarizer.schemas.draft import Actor, Draft, Incident, Mention, Statement
from summarizer.schemas.vocabulary import ActorKind, ItemKind

RECORDED = 1000
"""What is added to the ids of recorded items where a later window is told of them: its own count from 1."""
NOBODY = 0
"""Where a reference leads that no item answers: to an id that none has."""
TOLD: tuple[ItemKind, ...] = ("actor", "incident", "threat")
"""Kinds of items that a later window is told of."""
SORTS: tuple[frozenset[ActorKind], ...] = (
    frozenset(("official", "person")),
    frozenset(("people",)),
    frozenset(("armed_group", "armed_forces", "state", "public_body", "organisation", "monitor", "outlet")),
)
"""Kinds that two windows may give one actor; a group and a person of one name are two."""


@dataclass(frozen=True)
class Joined:
    """The drafts of the windows so far as one; `outcomes` tells of actors that were joined to an earlier one."""

    draft: Draft = field(default_factory=Draft)
    outcomes: tuple[ItemOutcome, ...] = ()


# --- what a later window is told ------------------------------------------------------------------


def recorded(draft: Draft, document: Document) -> str:
    """Named actors, incidents and threats of a draft, a line each, in the order of their ids.

    Every word is the article's own, looked up there; what was not found is left out, and so is a line that says what
    one before it says.
    """
    lines: dict[str, str] = {}
    for kind, item in ground(draft, document).items.all():
        if told := _told(item):
            lines.setdefault(f"{kind} {told}", f"{kind} {RECORDED + item.id}: {told}")
    return "\n".join(lines.values()) or "(nothing)"


def _told(item: Any) -> str:
    """The words that tell an item from others of its kind; nothing where it has none, or need not be known."""
    if isinstance(item, brief.Actor) and item.identity == "named" and item.name:
        return f"{item.kind}, {_words((*item.name, *item.aliases))}"
    if isinstance(item, brief.Incident) and item.words:
        targets = (quote for target in item.targets for quote in target.text)
        return f"{item.kind}, {_words((*item.words, *targets, *item.place, *item.time))}"
    if isinstance(item, brief.Threat) and item.content:
        return f"by actor {RECORDED + item.issuer}, {_words(item.content)}"
    return ""


def _words(quotes: Quotes) -> str:
    """The article's words, each stretch of one sentence with its number; on one line, so that none imitates another."""
    stretches = []
    for sentence, group in groupby(quotes, key=lambda quote: quote.sentence):
        words = ", ".join(f"“{' '.join(quote.text.split())}”" for quote in group)
        stretches.append(f"{words} ({sentence})")
    return ", ".join(stretches)


# --- one draft of several -------------------------------------------------------------------------


def joined(before: Joined, answer: Draft, document: Document) -> Joined:
    """The drafts so far with what a further window proposes, under ids that go on from theirs.

    Args:
        before: what the windows before it gave.
        answer: of this window: its own items under its own ids, those it was told of under theirs.
        document: the article, in which descriptions are looked up.
    """
    way = _Way.of(before, answer, document)
    lists: dict[str, list[Any]] = {}
    outcomes = list(before.outcomes)
    for kind, name in KINDS.items():
        items = list(getattr(before.draft, name))
        earlier = {item.id: place for place, item in reversed(list(enumerate(items)))}
        for proposed in getattr(answer, name):
            item = redirected(proposed, way.follow).model_copy(update={"id": way.follow(kind, proposed.id)})
            if item.id in earlier:
                place = earlier[item.id]
                items[place] = _ADDED.get(kind, filled)(items[place], item)
                outcomes.append(_merged(kind, way.own[kind, proposed.id], item.id))
            else:
                items.append(item)
        lists[name] = items
    return Joined(Draft(**lists), tuple(outcomes))


def _merged(kind: ItemKind, number: int, into: int) -> ItemOutcome:
    return ItemOutcome(item=kind, id=number, disposition="merged_into", into=into, because="duplicate")


@dataclass(frozen=True)
class _Way:
    """Where each id of a window's answer leads: to an earlier item, or to a new id."""

    told: frozenset[Key]
    """The earlier items that the window was told of, whether or not they had words to show."""
    own: dict[Key, int]
    into: dict[Key, int]

    @classmethod
    def of(cls, before: Joined, answer: Draft, document: Document) -> "_Way":
        """Number what the answer lists, and find which of it is an earlier item."""
        own: dict[Key, int] = {}
        for kind, name in KINDS.items():
            taken = [item.id for item in getattr(before.draft, name)]
            taken += [outcome.id for outcome in before.outcomes if outcome.item == kind]
            listed = dict.fromkeys(item.id for item in getattr(answer, name))
            own |= {(kind, number): new for new, number in enumerate(listed, max(taken, default=0) + 1)}
        told = frozenset((kind, item.id) for kind in TOLD for item in getattr(before.draft, KINDS[kind]))
        into = {key: key[1] - RECORDED for key in own if (key[0], key[1] - RECORDED) in told}
        known = _Known(before.draft.actors, Index.of(document))
        for actor in answer.actors:
            same = known.same_as(actor)
            if same is not None:
                into.setdefault(("actor", actor.id), same)
        way = cls(told, own, into)
        said = {_saying(item): item.id for item in reversed(before.draft.statements)}
        for statement in answer.statements:
            again = said.get(_saying(redirected(statement, way.follow)))
            if again is not None and (statement.cue or statement.content):
                into["statement", statement.id] = again
        return way

    def follow(self, kind: ItemKind, number: int) -> int:
        """The id in the joined draft of what the answer calls by this one."""
        key = kind, number
        if key in self.into or key in self.own:
            return self.into.get(key, self.own[key])
        return number - RECORDED if (kind, number - RECORDED) in self.told else NOBODY


def _saying(statement: Statement) -> tuple[object, ...]:
    """What makes two proposals one statement that stands in sentences of two windows, whatever each links it to."""
    words = tuple((mention.sentence, mention.text) for mention in (*statement.cue, *statement.content))
    return statement.kind, statement.speaker, words


# --- actors ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Known:
    """The actors so far, by what shows that another window's actor is one of them."""

    actors: list[Actor]
    index: Index

    def same_as(self, actor: Actor) -> int | None:
        """Id of the earlier actor that this is: one of its names is the other's name; or the same words describe it.

        Where several would do, none is taken, unless a single one has the very name.
        """
        may_be = [other for other in self.actors if _same_sort(actor, other)]
        if actor.identity != "named":
            places = self._places(actor)
            return _only([other for other in may_be if places & self._places(other)])
        name, names = _folded(actor.name), _names(actor)
        very = [other for other in may_be if name and _folded(other.name) == name]
        return _only(very) or _only(
            [other for other in may_be if name in _names(other) or _folded(other.name) in names - {""}]
        )

    def _places(self, actor: Actor) -> set[int]:
        """Where the words for an actor start."""
        found = (find(mention, self.index).quote for mention in actor.name)
        return {quote.start for quote in found if quote}


def _same_sort(one: Actor, other: Actor) -> bool:
    return one.identity == other.identity and any({one.kind, other.kind} <= kinds for kinds in SORTS)


def _only(actors: list[Actor]) -> int | None:
    return actors[0].id if len(actors) == 1 else None


def _names(actor: Actor) -> set[str]:
    return {_folded(actor.name), *(_folded([alias]) for alias in actor.aliases)} - {""}


def _folded(name: list[Mention]) -> str:
    """A name without typography, case and article."""
    words = " ".join(fold(mention.text).text for mention in name).casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


# --- what a further telling adds ------------------------------------------------------------------


def _actor(kept: Actor, more: Actor) -> Actor:
    """An actor with the names and affiliations that another window gives it; a description is no name."""
    aliases, bonds = list(kept.aliases), list(kept.affiliations)
    given = [*more.name[:1], *more.aliases] if kept.identity == more.identity == "named" else []
    for mention in given:
        if _folded([mention]) not in {_folded(kept.name), *(_folded([alias]) for alias in aliases)}:
            aliases.append(mention)
    there = {kept.id, *(bond.actor for bond in bonds)}
    bonds += [bond for bond in more.affiliations if bond.actor not in there]
    return kept.model_copy(update={"aliases": aliases, "affiliations": bonds})


def _incident(kept: Incident, more: Incident) -> Incident:
    """An incident with the values that it lacked, and with further counts of harm."""
    counts = [*kept.casualties, *(count for count in more.casualties if count not in kept.casualties)]
    result: Incident = filled(kept, more).model_copy(update={"casualties": counts})
    return result


_ADDED: dict[ItemKind, Callable[[Any, Any], Any]] = {"actor": _actor, "incident": _incident}
