"""Which predicted item is which gold item: likeness of values, overlap of evidence, and the best pairing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar

from summarizer.conflict.mapping.predictions import PredictedAttack, PredictedThreat
from summarizer.documents.document import Document
from summarizer.evaluation.assignment import assign
from summarizer.evaluation.gold import GoldAttack, GoldThreat, places_of
from summarizer.evaluation.likeness import ALIKE, best
from summarizer.pointing.folding import fold

ENOUGH = 0.25
"""Overlap of evidence, and agreement of slots, that a pair needs."""
AGREE_ALONE = 0.7
"""Agreement of slots that makes a pair whose evidence lies apart, with ALIKE_ALONE slots alike."""
ALIKE_ALONE: dict[type[object], int] = {GoldThreat: 2, GoldAttack: 3}
"""Attacks have more slots, and more of them are everyday words."""
OPTIONAL_MALUS = 0.02
"""What an optional gold item is worth less than a required one, so that the required one is found first."""
SPLIT_MALUS = 0.1

WEIGHTS: dict[type[object], Mapping[str, float]] = {
    GoldAttack: {"target": 2, "place": 2, "perpetrator": 1, "weapon": 1, "date_text": 1, "type": 0.5},
    GoldThreat: {"issuer": 2, "target": 2, "action": 2, "condition": 1},
}
"""How much each slot counts in telling items apart."""

G = TypeVar("G", GoldAttack, GoldThreat)
P = TypeVar("P", PredictedAttack, PredictedThreat)


@dataclass(frozen=True)
class Pair(Generic[G, P]):
    """A gold item and what was predicted for it; `best` for the best of several predictions for one item."""

    gold: G
    given: P
    best: bool

    @property
    def counts(self) -> bool:
        """Whether it is scored: an optional item, or a further part of one that was split, is neutral."""
        return self.best and not self.gold.optional


@dataclass(frozen=True)
class Pairing(Generic[G, P]):
    """How the items of one kind pair up; an optional gold item that nothing pairs with is not `missed`."""

    pairs: tuple[Pair[G, P], ...]
    missed: tuple[G, ...]
    extra: tuple[P, ...]


def pair_up(golds: Sequence[G], given: Sequence[P], document: Document) -> Pairing[G, P]:
    """Pair the items of one article one to one, with the largest total score.

    A pair's score is half overlap of evidence, half agreement of slots; statuses play no part. A gold item with
    `split_ok` may take several predictions, of which the best counts and the others are neutral.

    Args:
        golds: the gold items of one kind.
        given: the predicted items of that kind.
        document: the article that both are of.
    """
    scores = _scores(golds, given, fold(document.text).text)
    found = _taken(golds, scores)
    pairs = []
    for at, rows in sorted(found.items()):
        fittest = max(rows, key=[row[at] for row in scores].__getitem__)
        pairs += [Pair(golds[at], given[row], best=row == fittest) for row in rows]
    paired = set(chain.from_iterable(found.values()))
    return Pairing(
        pairs=tuple(pairs),
        missed=tuple(gold for at, gold in enumerate(golds) if at not in found and not gold.optional),
        extra=tuple(item for row, item in enumerate(given) if row not in paired),
    )


def _scores(golds: Sequence[G], given: Sequence[P], text: str) -> list[list[float]]:
    """How well each predicted item, a row, fits each gold item, a column; `text` is the folded article."""
    places = [places_of(gold.evidence, text) for gold in golds]
    scores = []
    for item in given:
        cited = places_of(item.evidence, text)
        row = [pair_score(gold, item, overlap(place, cited)) for gold, place in zip(golds, places, strict=True)]
        scores.append(row)
    return scores


def _taken(golds: Sequence[G], scores: Sequence[Sequence[float]]) -> dict[int, list[int]]:
    """The predictions that each gold item takes, by number; a score of 0 makes no pair."""
    columns = [(at, copy > 0) for at, gold in enumerate(golds) for copy in range(gold.split_ok)]
    weights = [
        [row[at] - OPTIONAL_MALUS * golds[at].optional - SPLIT_MALUS * split for at, split in columns] for row in scores
    ]
    found: dict[int, list[int]] = {}
    for row, column in assign(weights):
        at, _ = columns[column]
        found.setdefault(at, []).append(row)
    return found


def pair_score(gold: GoldAttack | GoldThreat, given: object, shared: float) -> float:
    """How well two items fit, 0 to 1; 0 where they may not be paired.

    Args:
        gold: an item of the gold answers.
        given: the predicted item of that kind.
        shared: overlap of their evidence.
    """
    total, weight = ALIKE, 1.0  # one neutral vote, so that one slot alone decides little
    compared: dict[str, float] = {}
    for slot, counts in WEIGHTS[type(gold)].items():
        right, value = gold.naming(slot), getattr(given, slot)
        if right and value:
            compared[slot] = best(value, right)
            total += counts * compared[slot]
            weight += counts
    agreement = total / weight
    alike = {slot for slot, likeness in compared.items() if likeness >= ALIKE}
    distinct = len(alike - {"type"}) >= ALIKE_ALONE[type(gold)]
    same_day = "date_text" not in compared.keys() - alike
    by_evidence = shared >= ENOUGH and agreement >= ENOUGH
    by_slots = agreement >= AGREE_ALONE and distinct and same_day
    return (shared + agreement) / 2 if by_evidence or by_slots else 0.0


# --- evidence ---------------------------------------------------------------------------------------


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Overlap of two pieces of evidence, 0 to 1: three quarters of the shorter, one quarter of both together.

    Args:
        one, other: offsets that they cover, as `places_of` gives them.
    """
    shared = len(one & other)
    if not shared:
        return 0.0
    return 0.75 * shared / min(len(one), len(other)) + 0.25 * shared / len(one | other)
