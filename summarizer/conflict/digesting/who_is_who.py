"""Actors of several articles → who of them is one; nobody is taken for another by a guess.

Two are one by a whole name that both have, titles apart; a surname alone, and a body without its state, stand for the only one
among these articles whom they can mean.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from summarizer.conflict.continuing import SORT
from summarizer.lexicons import word_set
from summarizer.schemas.brief import Actor

Who = tuple[str, int]
"""The key of an article, and the id of an actor in its brief."""
Name = tuple[str, ...]
"""The words of a name in small letters, without titles and articles."""

STEM = 5
"""Letters that the name of a state and what is called after it begin with alike."""


def who_is_who(actors: Mapping[Who, Actor]) -> dict[Who, Who]:
    """For each actor the first of those that are the same one, itself where there is none before.

    Args:
        actors: of several articles, the oldest first; of one article, no two are joined by it.
    """
    known = _Groups({who: _Called.of(actor) for who, actor in actors.items()})
    known.join(lambda called: called.whole)
    known.join_only(_by_surname)
    known.join_only(_by_demonym)
    known.join_only(_by_body)
    return {who: known.first(who) for who in actors}


@dataclass(frozen=True)
class _Called:
    """By what an actor is called: the names of somebody named; of somebody unnamed the description."""

    sort: str
    names: frozenset[Name]
    described: Name

    @classmethod
    def of(cls, actor: Actor) -> "_Called":
        words = [folded(quote.text) for quote in (*actor.name, *actor.aliases)]
        if actor.identity == "named":
            return cls(SORT[actor.kind], frozenset(filter(None, words)), ())
        return cls(SORT[actor.kind], frozenset(), words[0] if words else ())

    @property
    def whole(self) -> Iterable[Hashable]:
        """What it shares with nobody else: a whole name; of a person not a surname alone; or a whole description."""
        names = (name for name in self.names if self.sort != "person" or len(name) > 1)
        yield from ((self.sort, name) for name in names)
        if self.described:
            yield self.sort, "described", self.described


def folded(name: str) -> Name:
    """A name as it is compared."""
    plain = name.lower().replace("’", "'").replace(".", " ").replace("-", " ")
    words = (word.removesuffix("'s").strip("'\"“”,()") for word in plain.split())
    kept = [word for word in words if word and word not in ("the", "a", "an")]
    while len(kept) > 1 and (kept[0] in word_set("titles", "titles") and not _is_body(kept)):
        kept.pop(0)
    return tuple(kept)


def _is_body(words: Iterable[str]) -> bool:
    return not _BODIES.isdisjoint(words)


_BODIES = frozenset(
    {
        "ministry",
        "office",
        "staff",
        "command",
        "department",
        "agency",
        "police",
        "army",
        "council",
        "service",
        "forces",
        "authority",
    }
)


class _Groups:
    """Groups of actors, each article having one actor at most in a group."""

    def __init__(self, called: Mapping[Who, _Called]) -> None:
        self.called = called
        self._place = {who: place for place, who in enumerate(called)}
        self._first = {who: who for who in called}
        self._members: dict[Who, list[Who]] = {who: [who] for who in called}

    def first(self, who: Who) -> Who:
        """The first of its group."""
        return self._first[who]

    def join(self, signs: "Callable[[_Called], Iterable[Hashable]]") -> None:
        """Join those that share a sign."""
        holders: dict[Hashable, Who] = {}
        for who, called in self.called.items():
            for sign in signs(called):
                self._one(holders.setdefault(sign, who), who)

    def join_only(self, may_be: "Callable[[_Called, _Called, Iterable[str]], bool]") -> None:
        """Join each with the only group that it may be of; where there are several, with none."""
        for who in self.called:
            found = {
                self.first(other)
                for other in self.called
                if self.first(other) != self.first(who) and may_be(self.called[who], self.called[other], self._states)
            }
            if len(found) == 1:
                self._one(found.pop(), who)

    @cached_property
    def _states(self) -> frozenset[str]:
        """The names of states among them."""
        return frozenset(
            name[0]
            for called in self.called.values()
            if called.sort == "body"
            for name in called.names
            if len(name) == 1
        )

    def _one(self, one: Who, other: Who) -> None:
        first, second = sorted((self.first(one), self.first(other)), key=self._place.__getitem__)
        if first == second:
            return
        articles = {article for article, _ in self._members[first]}
        if not articles.isdisjoint(article for article, _ in self._members[second]):
            return  # one article tells them apart
        for member in self._members.pop(second):
            self._first[member] = first
            self._members[first].append(member)


def _by_surname(one: _Called, other: _Called, _: Iterable[str]) -> bool:
    """Whether one is called by no more than the surname of the other."""
    if not (one.sort == other.sort == "person" and one.names):
        return False
    alone = all(len(name) == 1 for name in one.names)
    return alone and any(len(full) > 1 and (full[-1],) in one.names for full in other.names)


def _by_body(one: _Called, other: _Called, states: Iterable[str]) -> bool:
    """Whether one is called like the other, but for a state's name: "Ministry of Defence", "Velmar's Ministry of Defence"."""
    if not one.sort == other.sort == "body":
        return False
    return any(
        _is_body(name)
        and set(name) < set(fuller)
        and all(_is_of_state(word, states) for word in set(fuller) - set(name))
        for name in one.names
        for fuller in other.names
    )


def _by_demonym(one: _Called, other: _Called, _: Iterable[str]) -> bool:
    """Whether one is no more than the adjective of the other, as who says "the Velmari strike" names Velmar."""
    if not one.sort == other.sort == "body":
        return False
    pairs = (
        (adjective[0], state[0])
        for adjective in one.names
        for state in other.names
        if len(adjective) == len(state) == 1
    )
    return any(_is_demonym(*pair) for pair in pairs)


def _is_demonym(adjective: str, state: str) -> bool:
    if len(adjective) < STEM or adjective == state:
        return False
    return any(adjective == f"{state.removesuffix(cut)}{ending}" for cut in ("", "a", "e", "ia") for ending in DEMONYMS)


def is_adjective_of(one: Actor, other: Actor) -> bool:
    """Whether the first is called by the adjective of the other's name only."""
    names = [{folded(quote.text) for quote in actor.name} for actor in (one, other)]
    return any(
        len(adjective) == len(state) == 1 and _is_demonym(adjective[0], state[0])
        for adjective in names[0]
        for state in names[1]
    )


DEMONYMS = ("n", "an", "ian", "i", "ese", "ish", "ean")
"""Endings by which the adjective of a state is made."""


def _is_of_state(word: str, states: Iterable[str]) -> bool:
    return len(word) >= STEM and any(word[:STEM] == state[:STEM] for state in states)
