"""Copies of one text among many articles: what they share of their words, and the groups that this makes.

Two articles are copies where most of the shorter one stands in the other. To join what hangs together would not do: a roundup
that holds two reports is a copy of neither, and a flash that two reports begin with makes them no copies of each other. So an
article that holds two texts which are strangers is set apart first; then groups are joined, the surest pairs first, and only
where no two of their articles are strangers. All of it is ordered by what the articles are, never by how they come.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise, product
from operator import attrgetter

from summarizer.origins.printed_articles import PrintedArticle
from summarizer.origins.shingles import Sketch, sketched

COPY = 0.6
"""The share of the shorter article's shingles from which two are copies; measured on two sets of news articles."""
PARTLY = 0.3
"""The share from which one stands in part in the other, and below which they are strangers."""
FEWEST = 8
"""Shingles that must be shared; fewer are a phrase."""
INDEXED = 4
"""Of the shingles every fourth finds candidates."""
ALL_PAIRS = 12
"""Articles of which each pair is a candidate where they share a shingle; of more, neighbours in age and each with the first."""
COMPARED = 6
"""Articles of each group that are compared before two groups are joined: the oldest of them and the longest."""


@dataclass(frozen=True)
class Likeness:
    """What two articles share: `one` is the older.

    Attributes:
        one: the key of the older article.
        other: the key of the other.
        held: the share of the shorter article's shingles that stand in the longer, 0 to 1.
        shared: the share of all their shingles that stand in both.
    """

    one: str
    other: str
    held: float
    shared: float

    @property
    def keys(self) -> tuple[str, str]:
        """Both."""
        return self.one, self.other


@dataclass(frozen=True)
class CopyGroup:
    """Articles that are one text, the oldest first; an article without copies is a group of one."""

    members: tuple[PrintedArticle, ...]

    @property
    def origin(self) -> PrintedArticle:
        """The earliest of them."""
        return self.members[0]

    @property
    def publishers(self) -> tuple[str, ...]:
        """Who printed it, each once, in the order in which they did."""
        return tuple(dict.fromkeys(member.publisher for member in self.members))


@dataclass(frozen=True)
class Origins:
    """Articles by the texts that they are.

    Attributes:
        groups: every article in one of them, by the age of their origins.
        partly: pairs of articles of different groups of which one stands in the other, in part or whole.
        candidates: how many pairs were compared.
    """

    groups: tuple[CopyGroup, ...]
    partly: tuple[Likeness, ...]
    candidates: int


def find_origins(articles: Iterable[PrintedArticle]) -> Origins:
    """Which articles are one text.

    Args:
        articles: in any order, each with a key of its own.

    Returns:
        All of them in groups, with what stands in part in others.
    """
    by_key = {article.key: article for article in sorted(articles, key=attrgetter("age"))}
    sketches = sketched(by_key.values())
    alike = _Alike(by_key, sketches)
    same = _same(by_key, sketches)
    pairs = _candidates({key: sketches[key] for key in map(_oldest, same)})
    compared = sorted((alike.of(*pair) for pair in pairs), key=lambda found: (-found.held, -found.shared, found.keys))
    close = [found for found in compared if found.held >= PARTLY]
    groups = _joined(same, [found for found in close if found.held >= COPY], alike)
    where = {key: number for number, members in enumerate(groups) for key in members}
    return Origins(
        groups=tuple(CopyGroup(tuple(by_key[key] for key in members)) for members in groups),
        partly=tuple(found for found in close if where[found.one] != where[found.other]),
        candidates=len(pairs),
    )


Keys = tuple[str, ...]


def _oldest(members: Keys) -> str:
    """The first of keys that are in order of age."""
    return members[0]


class _Alike:
    """Compares articles, each pair once."""

    def __init__(self, by_key: Mapping[str, PrintedArticle], sketches: Mapping[str, Sketch]) -> None:
        self.place = {key: number for number, key in enumerate(by_key)}
        self.sketches = sketches
        self._known: dict[tuple[str, str], Likeness] = {}

    def of(self, one: str, other: str) -> Likeness:
        """What the two share."""
        pair = (one, other) if self.place[one] < self.place[other] else (other, one)
        if pair not in self._known:
            self._known[pair] = self._compared(*pair)
        return self._known[pair]

    def strangers(self, one: str, other: str) -> bool:
        """Whether they share too little to be of one text."""
        return self.of(one, other).held < PARTLY

    def longer(self, one: str, other: str) -> bool:
        """Whether the first is the longer one; of two that are equally long, the older."""
        return (self._length(one), -self.place[one]) > (self._length(other), -self.place[other])

    def fullest(self, members: Iterable[str]) -> list[str]:
        """The longest first."""
        return sorted(members, key=lambda key: (-self._length(key), self.place[key]))

    def _length(self, key: str) -> int:
        return len(self.sketches[key].kept) * self.sketches[key].every

    def _compared(self, one: str, other: str) -> Likeness:
        every = max(self.sketches[one].every, self.sketches[other].every)
        first, second = self.sketches[one].thinned(every), self.sketches[other].thinned(every)
        both = len(first & second)
        if both * every < FEWEST:
            return Likeness(one, other, 0.0, 0.0)
        return Likeness(one, other, both / min(len(first), len(second)), both / len(first | second))


def _same(by_key: Iterable[str], sketches: Mapping[str, Sketch]) -> list[Keys]:
    """Articles that have all shingles in common, in order of age; those with too few stand alone."""
    found: dict[frozenset[int] | str, list[str]] = defaultdict(list)
    for key in by_key:
        kept = sketches[key].kept
        found[kept if len(kept) >= FEWEST else key].append(key)
    return list(map(tuple, found.values()))


def _candidates(sketches: Mapping[str, Sketch]) -> set[tuple[str, str]]:
    """Pairs that share a shingle; the work grows with the articles that have it, not with their pairs."""
    carriers: dict[int, list[str]] = defaultdict(list)
    for key, sketch in sketches.items():
        for known in sketch.thinned(max(INDEXED, sketch.every)):
            carriers[known].append(key)
    votes: dict[tuple[str, str], int] = defaultdict(int)
    for keys in carriers.values():
        for pair in _pairs(keys):
            votes[pair] += 1
    return {pair for pair, shared in votes.items() if shared >= _needed(*(sketches[key] for key in pair))}


def _needed(one: Sketch, other: Sketch) -> float:
    """How many of the shingles in the index two must share at least to be worth comparing: a third of what partly asks."""
    every = max(INDEXED, one.every, other.every)
    return PARTLY / 3 * min(len(sketch.kept) * sketch.every for sketch in (one, other)) / every


def _pairs(keys: list[str]) -> Iterator[tuple[str, str]]:
    if len(keys) <= ALL_PAIRS:
        return combinations(keys, 2)
    return iter({*pairwise(keys), *((keys[0], key) for key in keys[1:])})


def _joined(same: list[Keys], copies: list[Likeness], alike: _Alike) -> list[Keys]:
    """Groups of keys, each in order of age, and by the age of the first."""
    group = {members[0]: members for members in same}
    at = {members[0]: members[0] for members in same}
    roundups = set(_roundups(copies, alike))
    for found in copies:
        one, other = at[found.one], at[found.other]
        if one != other and roundups.isdisjoint(found.keys) and _of_one_text(group[one], group[other], alike):
            first, second = sorted((one, other), key=alike.place.__getitem__)
            for key in group[second]:
                at[key] = first
            group[first] += group.pop(second)
    ordered = (tuple(sorted(members, key=alike.place.__getitem__)) for members in group.values())
    return sorted(ordered, key=lambda members: alike.place[members[0]])


def _roundups(copies: Iterable[Likeness], alike: _Alike) -> Iterator[str]:
    """Articles that hold two texts which are strangers to each other."""
    held: dict[str, list[str]] = defaultdict(list)
    for found in copies:
        one, other = found.keys
        longer, shorter = (one, other) if alike.longer(one, other) else (other, one)
        held[longer].append(shorter)
    for key, parts in held.items():
        if _any(alike.strangers, combinations(alike.fullest(parts)[:COMPARED], 2)):
            yield key


def _of_one_text(one: Keys, other: Keys, alike: _Alike) -> bool:
    return not _any(alike.strangers, product(_looked_at(one, alike), _looked_at(other, alike)))


def _looked_at(members: Keys, alike: _Alike) -> list[str]:
    """Of many, half the oldest and half the longest."""
    if len(members) <= COMPARED:
        return list(members)
    oldest = sorted(members, key=alike.place.__getitem__)[: COMPARED // 2]
    return list(dict.fromkeys((*oldest, *alike.fullest(members)[: COMPARED // 2])))


def _any(holds: Callable[[str, str], bool], pairs: Iterable[tuple[str, str]]) -> bool:
    return any(holds(*pair) for pair in pairs)
