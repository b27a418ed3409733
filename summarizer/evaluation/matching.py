"""Which predicted item is which gold item: likeness of values, overlap of evidence, and the best pairing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from summarizer.conflict.mapping.predictions import PredictedAttack, PredictedThreat
from summarizer.documents.document import Document
from summarizer.evaluation.assignment import assign
from summarizer.evaluation.gold import GoldAttack, GoldThreat
from summarizer.evaluation.likeness import ALIKE, best
from summarizer.pointing.folding import fold

ENOUGH = 0.25
"""Overlap of evidence, and agreement of slots, that a pair needs."""
AGREE_ALONE = 0.7
"""Agreement of slots that makes a pair whose evidence lies apart, with ALIKE_ALONE slots alike."""
ALIKE_ALONE = 2
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
    """
    text = fold(document.text).text
    places = [_places(gold.evidence, text) for gold in golds]
    columns = [(at, copy) for at, gold in enumerate(golds) for copy in range(gold.split_ok)]
    scores = []
    for item in given:
        cited = _places(item.evidence, text)
        scores.append(
            [pair_score(gold, item, overlap(place, cited)) for gold, place in zip(golds, places, strict=True)]
        )
    weights = [
        [
            row[at] - (OPTIONAL_MALUS if golds[at].optional else 0) - (SPLIT_MALUS if copy else 0) if row[at] else 0.0
            for at, copy in columns
        ]
        for row in scores
    ]
    found: dict[int, list[int]] = {}
    for row, column in assign(weights) if columns else []:
        found.setdefault(columns[column][0], []).append(row)
    pairs = []
    for at, rows in sorted(found.items()):
        fittest = max(rows, key=[row[at] for row in scores].__getitem__)
        pairs += [Pair(golds[at], given[row], best=row == fittest) for row in rows]
    paired = {row for rows in found.values() for row in rows}
    return Pairing(
        pairs=tuple(pairs),
        missed=tuple(gold for at, gold in enumerate(golds) if at not in found and not gold.optional),
        extra=tuple(item for row, item in enumerate(given) if row not in paired),
    )


def pair_score(gold: GoldAttack | GoldThreat, given: object, shared: float) -> float:
    """How well two items fit, 0 to 1; 0 where they may not be paired.

    Args:
        gold: an item of the gold answers.
        given: the predicted item of that kind.
        shared: overlap of their evidence.
    """
    total, weight, alike, dates_differ = ALIKE, 1.0, 0, False  # one neutral vote, so that one slot alone decides little
    for slot, counts in WEIGHTS[type(gold)].items():
        right, value = _values(gold, slot), getattr(given, slot)
        if not right or not value:
            continue
        likeness = best(value, right)
        total, weight = total + counts * likeness, weight + counts
        alike += likeness >= ALIKE and slot != "type"
        dates_differ |= slot == "date_text" and likeness < ALIKE
    agreement = total / weight
    by_evidence = shared >= ENOUGH and agreement >= ENOUGH
    alone = ALIKE_ALONE + isinstance(gold, GoldAttack)  # attacks have more slots, and more of them are everyday words
    by_slots = agreement >= AGREE_ALONE and alike >= alone and not dates_differ
    return (shared + agreement) / 2 if by_evidence or by_slots else 0.0


def _values(gold: GoldAttack | GoldThreat, slot: str) -> list[str]:
    more = gold.perpetrator_alternatives if isinstance(gold, GoldAttack) and slot == "perpetrator" else []
    return gold.accepted(slot) + more


# --- evidence ---------------------------------------------------------------------------------------


def _places(passages: Iterable[str], text: str) -> frozenset[int]:
    """Offsets of the folded text that the passages cover, wherever they stand."""
    covered: set[int] = set()
    for passage in passages:
        words = fold(passage).text.strip()
        at = text.find(words) if words else -1
        while at >= 0:
            covered.update(range(at, at + len(words)))
            at = text.find(words, at + 1)
    return frozenset(covered)


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Overlap of two sets of offsets, 0 to 1: three quarters of the shorter, one quarter of both together."""
    shared = len(one & other)
    return 0.75 * shared / min(len(one), len(other)) + 0.25 * shared / len(one | other) if shared else 0.0
