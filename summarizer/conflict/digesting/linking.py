"""Articles → incidents: which of them tell of one, and which may; joined only where words show it.

Works on the articles' text alone; where briefs are to hand, what their incidents state of days, places, kinds and tolls goes before
what is read from the text. Copies are joined as one article. Two groups become one incident where the odds, averaged over their
articles, are for it, and no two of them contradict each other in their days.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.conflict.digesting.blocking import candidates
from summarizer.conflict.digesting.grouping import grouped
from summarizer.conflict.digesting.stated_acts import StatedAct, with_acts
from summarizer.conflict.digesting.traits import corpus_of
from summarizer.conflict.digesting.weighing import WEIGHTS, LinkWeights, Pairs
from summarizer.origins import PrintedArticle, find_origins


@dataclass(frozen=True)
class ToldArticle:
    """An article, with what a brief of it states of its main incident."""

    article: PrintedArticle
    act: StatedAct | None = None


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


def link(told: Iterable[ToldArticle], weights: LinkWeights = WEIGHTS) -> Linked:
    """Which articles tell of one incident.

    Args:
        told: articles with keys of their own, in any order.
        weights: how much each piece of evidence weighs.
    """
    given = sorted(told, key=lambda each: each.article.age)
    copies = find_origins(each.article for each in given).groups
    first = [group.origin for group in copies]
    acts = {each.article.key: each.act for each in given if each.act}
    corpus = with_acts(corpus_of(first), acts)
    pairs = Pairs(corpus, weights)
    near = list(candidates(corpus))
    groups = grouped(len(first), near, pairs.score, pairs.forbidden, weights.joined)
    place = {traits.key: number for number, traits in enumerate(corpus.traits)}
    texts = {place[group.origin.key]: tuple(member.key for member in group.members) for group in copies}
    age = {each.article.key: number for number, each in enumerate(given)}
    incidents = [sorted((key for item in items for key in texts[item]), key=age.__getitem__) for items in groups]
    return Linked(
        incidents=tuple(sorted(map(tuple, incidents), key=lambda keys: age[keys[0]])),
        proposals=_proposals(groups, near, pairs),
        compared=pairs.weighed,
    )


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
