"""What speaks for and against two articles telling of one incident: a few measures, and how much each of them weighs."""

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from summarizer.conflict.linking.traits import ComparedArticles, Traits

RARE = 2.5
"""From this rarity on a shared name speaks for one incident, and …"""
TELLING = 4.0
"""… from this on two articles that share one are not of different places."""
TELLING_PLACE = 3.0
FAR = 4
"""Days between what two articles tell, from which only what came of an act can join them."""

Vector = Mapping[str, float]
_NOTHING_STATED: Vector = dict.fromkeys(("stated_alike", "stated_apart", "read_alike", "read_apart"), 0.0)


@dataclass(frozen=True)
class LinkWeights:
    """How much each measure weighs; see linking.toml.

    Attributes:
        constant: what is added to the weighed measures.
        joined: the average odds, as a logarithm, from which on two groups are one incident.
        near: the same of the four likeliest pairs between them.
        proposed: from which on they may be.
        measures: the weight of each.
    """

    constant: float
    joined: float
    near: float
    proposed: float
    measures: Mapping[str, float]


WEIGHTS = LinkWeights(**tomllib.loads(files(__package__).joinpath("linking.toml").read_text(encoding="utf-8")))


class Pairs:
    """Weighs pairs of a corpus, each once."""

    def __init__(self, corpus: ComparedArticles, weights: LinkWeights = WEIGHTS) -> None:
        self.corpus = corpus
        self.weights = weights
        self._known: dict[tuple[int, int], float] = {}

    @property
    def weighed(self) -> int:
        """How many pairs were."""
        return len(self._known)

    def score(self, one: int, other: int) -> float:
        """The logarithm of the odds that two articles, by their places in the corpus, tell of one incident."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._known:
            self._known[pair] = self.weights.constant + sum(self.weighed_measures(*pair).values())
        return self._known[pair]

    def weighed_measures(self, one: int, other: int) -> dict[str, float]:
        """What each measure adds to the odds."""
        weights = self.weights.measures
        return {name: weights.get(name, 0.0) * value for name, value in self.measures(one, other).items()}

    def measures(self, one: int, other: int) -> dict[str, float]:
        """Each measure by name; see linking.toml."""
        first, second = self.corpus.traits[one], self.corpus.traits[other]
        days = _days_between(first, second)
        killed, wounded = (
            _tolls(first.tolls.killed, second.tolls.killed),
            _tolls(first.tolls.wounded, second.tolls.wounded),
        )
        return {
            "words": math.log(_dot(first.words, second.words) + 0.02),
            "head": math.log(_dot(first.head, second.head) + 0.02),
            **self._names(first, second),
            **self._stated(first, second),
            "published_apart": math.log1p(abs(first.day - second.day)) / 4,
            "same_day": float(_first_day(first) == _first_day(second) and bool(first.days and second.days)),
            "next_day": float(days == 1 and bool(first.days and second.days)),
            "days_apart": float(days in (2, 3)),
            "far_apart": math.log1p(max(0, days - 3)) / 4,
            "no_aftermath": self._gap(first, second) * (1 - max(first.aftermath, second.aftermath)),
            "killed_alike": killed[0],
            "killed_unlike": killed[1],
            "wounded_alike": wounded[0],
            "kinds": _kinds(first, second),
            "same_publisher": float(first.publisher == second.publisher != ""),
        }

    def forbidden(self, one: int, other: int) -> bool:
        """Whether two articles contradict each other: other years, or days far apart, and neither tells of what came of an act."""
        first, second = self.corpus.traits[one], self.corpus.traits[other]
        other_years = all((first.years, second.years, first.years.isdisjoint(second.years)))
        stated = all((first.days, second.days)) and not any((first.aftermath, second.aftermath))
        return other_years or (stated and _days_between(first, second) >= FAR)

    def elsewhere(self, one: int, other: int) -> bool:
        """Whether both name places, neither names any place of the other, and they share no name but common ones."""
        first, second = self.corpus.traits[one], self.corpus.traits[other]
        named = (first.places & second.names) | (second.places & first.names)
        rarest = max(map(self.corpus.rarity.__getitem__, first.names & second.names), default=0.0)
        return all((first.places, second.places, not named, rarest <= RARE))

    def _names(self, first: Traits, second: Traits) -> dict[str, float]:
        rarity, place_rarity = self.corpus.rarity, self.corpus.places
        shared = [rarity[name] for name in first.names & second.names]
        places = [place_rarity[name] for name in first.places & second.places]
        return {
            "rare_names": sum(sorted((value for value in shared if value > RARE), reverse=True)[:6]) / 20,
            "other_names": self._other_names(first, second) if max(shared, default=0.0) <= TELLING else 0.0,
            "other_places": self._other_places(first, second) if max(places, default=0.0) <= TELLING_PLACE else 0.0,
        }

    def _other_names(self, first: Traits, second: Traits) -> float:
        return _both(first.head_names - second.names, second.head_names - first.names, self.corpus.rarity, 3)

    def _other_places(self, first: Traits, second: Traits) -> float:
        return _both(first.places - second.names, second.places - first.names, self.corpus.places, 2)

    def _stated(self, first: Traits, second: Traits) -> Vector:
        """What two briefs tell alike of where it was and whom it struck, and what each tells otherwise."""
        if not (first.stated and second.stated):
            return _NOTHING_STATED
        rarity = self.corpus.stated
        shared = sorted((rarity[word] for word in first.stated & second.stated), reverse=True)
        own = first.stated_names - second.stated, second.stated_names - first.stated
        alike = min(1.0, sum(shared[:3]) / 12)
        apart = max(0.0, _both(*own, rarity, 3) - sum(shared[:2]) / 10)
        by_model = first.by_model and second.by_model
        return {
            "stated_alike": alike,
            "stated_apart": apart,
            "read_alike": alike if by_model else 0.0,
            "read_apart": apart if by_model else 0.0,
        }

    @staticmethod
    def _gap(first: Traits, second: Traits) -> float:
        return math.log1p(max(0, abs(_first_day(first) - _first_day(second)) - 1)) / 3


def _dot(one: Vector, other: Vector) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other)


def _both(one: Iterable[str], other: Iterable[str], rarity: Vector, most: int) -> float:
    """How rare the rarest names are that only one of two has, for the one with the commoner ones; a tenth of it."""
    return min(sum(sorted([rarity[name] for name in names], reverse=True)[:most]) for names in (one, other)) / 10


def _first_day(traits: Traits) -> int:
    return traits.days[0] if traits.days else traits.day


def _days_between(first: Traits, second: Traits) -> int:
    """Between the first day that one tells and the nearest of the first three of the other; a day of publication is that or the next."""
    if first.days and second.days:
        return min(_nearest(first.days[0], second.days), _nearest(second.days[0], first.days))
    if not first.days and not second.days:
        return max(0, abs(first.day - second.day) - 1)
    told, silent = (first, second) if first.days else (second, first)
    return min(_nearest(silent.day, told.days), _nearest(silent.day - 1, told.days))


def _nearest(day: int, days: tuple[int, ...]) -> int:
    return min(abs(day - other) for other in days[:3])


def _tolls(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[float, float]:
    """How much a shared number tells, the larger the more; and how far the largest are apart where none is shared."""
    first, second = set(one[:6]) - {0}, set(other[:6]) - {0}
    if not first or not second:
        return 0.0, 0.0
    shared = first & second
    if shared:
        return min(1.0, math.log1p(max(shared)) / math.log(30)), 0.0
    return 0.0, min(abs(math.log(max(first) / max(second))), 2.5) / 2.5


def _kinds(first: Traits, second: Traits) -> float:
    """The share of kinds that they have in common; where one has none, a little."""
    if not first.kinds or not second.kinds:
        return 0.3
    return len(first.kinds & second.kinds) / len(first.kinds | second.kinds)
