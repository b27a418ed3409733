"""Articles → incidents: which of them tell of one, and which may; joined only where words show it.

Works on the articles' text alone; where briefs are to hand, what their incidents state of days, places, kinds and tolls goes before
what is read from the text. Copies are joined as one article. Two groups become one incident where the odds, averaged over their
articles, are for it, and no two of them contradict each other in their days.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from summarizer.conflict.linking.blocking import candidates
from summarizer.conflict.linking.grouping import contradicting, grouped
from summarizer.conflict.linking.stated_acts import StatedAct, with_acts
from summarizer.conflict.linking.traits import corpus_of
from summarizer.conflict.linking.weighing import WEIGHTS, LinkWeights, Pairs
from summarizer.origins import PrintedArticle, find_origins

CLEARLY = 1.0
"""By so much likelier another act of the same article must be, in odds, to be the one that is told."""
BESIDES = 2
"""Of the pairs between two groups so many, the likeliest, decide whether what an article tells besides is of one of them."""
NEAREST = 4
"""So many decide whether two groups are one of which some articles have too little in common."""


@dataclass(frozen=True)
class ToldArticle:
    """An article, with what a brief of it states of its main incident."""

    article: PrintedArticle
    act: StatedAct | None = None


@dataclass(frozen=True)
class IncidentTelling:
    """What one article tells of one incident.

    Attributes:
        told: the words that tell it, as an article with a key of its own, and what a brief states of it.
        within: the key of the article; no two tellings of one article are joined.
        main: the article is mainly about it: these are compared first, and the others with what comes of that.
    """

    told: ToldArticle
    within: str
    main: bool = True

    @property
    def key(self) -> str:
        """Its own key."""
        return self.told.article.key


@dataclass(frozen=True)
class LinkProposal:
    """Two incidents that may be one, by an article of each.

    Attributes:
        one, other: the articles' keys.
        odds: the logarithm of the odds that they tell of one incident.
        evidence: what each measure adds to these odds: above 0 it speaks for one incident, below against; the weightiest first.
    """

    one: str
    other: str
    odds: float
    evidence: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Linked:
    """Articles by the incidents that they mainly tell of.

    Attributes:
        incidents: the keys of each one's articles, the oldest first; by the age of the first.
        proposals: which of them may be one, the likeliest first.
        compared: how many pairs of articles were weighed.
    """

    incidents: tuple[tuple[str, ...], ...]
    proposals: tuple[LinkProposal, ...]
    compared: int


@dataclass(frozen=True)
class Decided:
    """What somebody decided of pairs of tellings, by their keys; it stands whatever the words weigh.

    Attributes:
        same: pairs that tell of one incident.
        different: pairs that do not.
    """

    same: frozenset[tuple[str, str]] = frozenset()
    different: frozenset[tuple[str, str]] = frozenset()


NOTHING_DECIDED = Decided()


def link(told: Iterable[ToldArticle], weights: LinkWeights = WEIGHTS) -> Linked:
    """Which articles tell of one incident.

    Args:
        told: articles with keys of their own, in any order.
        weights: how much each piece of evidence weighs.
    """
    given = sorted(told, key=lambda each: each.article.age)
    copies = find_origins(each.article for each in given).groups
    by_key = {each.article.key: each for each in given}
    linked = link_tellings(
        (IncidentTelling(by_key[group.origin.key], group.origin.key) for group in copies), weights=weights
    )
    texts = {group.origin.key: tuple(member.key for member in group.members) for group in copies}
    age = {each.article.key: number for number, each in enumerate(given)}
    incidents = [
        sorted((key for item in items for key in texts[item]), key=age.__getitem__) for items in linked.incidents
    ]
    return Linked(
        incidents=tuple(sorted(map(tuple, incidents), key=lambda keys: age[keys[0]])),
        proposals=linked.proposals,
        compared=linked.compared,
    )


def link_tellings(
    tellings: Iterable[IncidentTelling], decided: Decided = NOTHING_DECIDED, *, weights: LinkWeights = WEIGHTS
) -> Linked:
    """Which tellings are of one incident; the keys are the tellings'.

    Args:
        tellings: of articles without copies, in any order.
        decided: what was decided before.
        weights: how much each piece of evidence weighs.
    """
    by_key = {telling.key: telling for telling in sorted(tellings, key=lambda each: each.told.article.age)}
    acts = {key: telling.told.act for key, telling in by_key.items() if telling.told.act}
    corpus = with_acts(corpus_of(telling.told.article for telling in by_key.values()), acts)
    pairs = Pairs(corpus, weights)
    ordered = list(by_key.values())
    apart = _Apart(ordered, decided, pairs)
    near = [pair for pair in candidates(corpus) if not apart.kept(pair[:1], pair[1:])]
    joined = _joined(ordered, decided)
    mains = [pair for pair in near if all(ordered[place].main for place in pair)]
    joined = grouped(joined, mains, pairs.score, apart, weights.joined)
    likely = [pair for pair in mains if pairs.score(*pair) >= weights.near]
    joined = grouped(joined, likely, pairs.score, apart, weights.near, nearest=NEAREST)
    besides = [pair for pair in near if not all(ordered[place].main for place in pair)]
    joined = grouped(joined, besides, pairs.score, apart.beside, weights.joined, nearest=BESIDES)
    return Linked(
        incidents=tuple(tuple(ordered[place].key for place in group) for group in joined),
        proposals=_proposals(joined, near, pairs),
        compared=pairs.weighed,
    )


class _Apart:
    """Which tellings are not of one incident, whatever their words weigh."""

    def __init__(self, ordered: Sequence[IncidentTelling], decided: Decided, pairs: Pairs) -> None:
        place = {telling.key: number for number, telling in enumerate(ordered)}
        self._main = [telling.main for telling in ordered]
        self._within = [telling.within for telling in ordered]
        self._pairs = pairs
        self._read_by_model: dict[str, list[int]] = defaultdict(list)
        for number, telling in enumerate(ordered):
            if getattr(telling.told.act, "by_model", False):
                self._read_by_model[telling.within].append(number)
        self._contradict = contradicting(lambda one, other: pairs.forbidden(one, other) or self._outdone(one, other))
        self._elsewhere = contradicting(pairs.elsewhere)
        self._different = {
            frozenset((place[one], place[other])) for one, other in decided.different if {one, other} <= place.keys()
        }

    def kept(self, one: Sequence[int], other: Sequence[int]) -> bool:
        """Whether an article keeps them apart, or somebody does."""
        articles = {self._within[place] for place in one}
        if not articles.isdisjoint(self._within[place] for place in other):
            return True
        return any(pair.intersection(one) and pair.intersection(other) for pair in self._different)

    def __call__(self, one: Sequence[int], other: Sequence[int]) -> bool:
        """Whether they are kept apart, or contradict each other in their days or places."""
        return self.kept(one, other) or self._contradict(one, other) or self._elsewhere(one, other)

    def _outdone(self, one: int, other: int) -> bool:
        """Whether the article of one of them, which a model read, tells another act that is clearly likelier to be what the other tells."""
        rivals = *product((one,), self._acts_beside(other)), *product(self._acts_beside(one), (other,))
        likeliest = max((self._pairs.score(*pair) for pair in rivals), default=-math.inf)
        return likeliest > self._pairs.score(one, other) + CLEARLY

    def _acts_beside(self, place: int) -> Sequence[int]:
        return self._read_by_model[self._within[place]]

    def beside(self, one: Sequence[int], other: Sequence[int]) -> bool:
        """The same, where one of them must be what articles tell besides only: a few sentences name few places."""
        is_main = all(any(self._main[place] for place in places) for places in (one, other))
        return is_main or self.kept(one, other) or self._contradict(one, other)


def _joined(ordered: Sequence[IncidentTelling], decided: Decided) -> list[list[int]]:
    """Every telling alone, but for those that somebody joined."""
    place = {telling.key: number for number, telling in enumerate(ordered)}
    group = {number: [number] for number in range(len(ordered))}
    for keys in sorted(decided.same):
        one, other = (group.get(place.get(key, -1)) for key in keys)
        if one and other and one is not other:
            one.extend(other)
            group |= dict.fromkeys(other, one)
    return sorted(map(sorted, {id(members): members for members in group.values()}.values()))


def _proposals(
    groups: Sequence[Sequence[int]], near: Iterable[tuple[int, int]], pairs: Pairs
) -> tuple[LinkProposal, ...]:
    """For two groups, the likeliest pair of articles between them."""
    group = {item: number for number, items in enumerate(groups) for item in items}
    likeliest: dict[tuple[int, int], tuple[float, int, int]] = {}
    for one, other in near:
        odds = pairs.score(one, other)
        between = (min(group[one], group[other]), max(group[one], group[other]))
        if group[one] != group[other] and odds >= pairs.weights.proposed:
            likeliest[between] = max(likeliest.get(between, (odds, one, other)), (odds, one, other))
    found = (_proposal(odds, one, other, pairs) for odds, one, other in likeliest.values())
    return tuple(sorted(found, key=lambda proposal: (-proposal.odds, proposal.one, proposal.other)))


def _proposal(odds: float, one: int, other: int, pairs: Pairs) -> LinkProposal:
    weighed = pairs.weighed_measures(one, other)
    strongest = sorted(weighed.items(), key=lambda item: (-abs(item[1]), item[0]))
    first, second = (pairs.corpus.traits[place].key for place in (one, other))
    return LinkProposal(first, second, odds, tuple((name, value) for name, value in strongest if value))
