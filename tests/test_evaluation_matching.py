"""Which predicted item is taken for which gold item."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.conflict.mapping.predictions import PredictedAttack, PredictedThreat
from summarizer.documents.document import Document
from summarizer.evaluation.assignment import assign
from summarizer.evaluation.gold import GoldAttack, GoldThreat
from summarizer.evaluation.likeness import ALIKE, likeness
from summarizer.evaluation.matching import pair_up

LOCK = "Police confirmed that a bomb had damaged the lock at Ostrel on Monday."
MILL = "A shell hit the mill at Ostrel on Friday, the mayor said."
DOCUMENT = Document.from_text(f"{LOCK} {MILL}")


def gold(**fields: Any) -> GoldAttack:
    return GoldAttack(**{"occurrence": "confirmed", "target": "the lock", "place": "Ostrel"} | fields)


def found(**fields: Any) -> PredictedAttack:
    slots = ("perpetrator", "target", "place", "weapon", "date_text")
    defaults = {
        "type": "bombing",
        "occurrence": "confirmed",
        "attribution": "none",
        "background": False,
        "evidence": (),
    }
    return PredictedAttack(**dict.fromkeys(slots) | defaults | fields)


def weight(matrix: list[list[float]], pairs: list[tuple[int, int]]) -> float:
    return sum(matrix[row][column] for row, column in pairs)


SIZES = st.tuples(st.integers(1, 5), st.integers(1, 5))


@given(
    SIZES.flatmap(
        lambda size: st.lists(
            st.lists(st.sampled_from([0.0, 0.0, 0.25, 0.3, 0.5, 0.7, 1.0]), min_size=size[1], max_size=size[1]),
            min_size=size[0],
            max_size=size[0],
        )
    )
)
def test_pairs_have_the_largest_sum_there_is(matrix: list[list[float]]) -> None:
    """The same as trying every way, and never two pairs with one item."""
    pairs = assign(matrix)
    rows, columns = len(matrix), len(matrix[0])
    side = matrix if rows <= columns else [list(column) for column in zip(*matrix, strict=True)]
    ways = permutations(range(max(rows, columns)), min(rows, columns))
    largest = max(sum(row[column] for row, column in zip(side, way, strict=True)) for way in ways)
    assert weight(matrix, pairs) == pytest.approx(largest)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(matrix[row][column] > 0 for row, column in pairs)


@pytest.mark.parametrize("matrix", [[], [[]], [[], []], [[0.0]]])
def test_nothing_pairs_with_nothing(matrix: list[list[float]]) -> None:
    assert assign(matrix) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("FLA", "the Front for the Liberation of Ambrel", True),
        ("FLA", "the Front of Ambrel", False),
        ("FLA", "Free League of Ambrel", True),
        ("U.S. warplanes", "United States warplanes", True),
        ("Kızıl Vadi cell", "Kizil Vadi", True),
        ("air strikes", "airstrike", True),
        ("a military convoy", "army convoy", True),
        ("the lock at Ostrel", "Ostrel", True),
        ("Ostrel crossing", "Dunmar crossing", False),
        ("Orvane Guard", "Ostrel Guard", False),
        ("northern Orvane", "western Orvane", False),
        ("Kilometre 88", "Kilometre 91", False),
        ("the ferry", "the mill", False),
        ("Three men", "two men", True),
    ],
)
def test_likeness_folds_wording_and_tells_names_apart(one: str, other: str, same: bool) -> None:
    assert (likeness(one, other) >= ALIKE) is same
    assert likeness(one, other) == likeness(other, one)


def test_shared_evidence_pairs_items_that_are_named_differently() -> None:
    pairing = pair_up([gold(evidence=[LOCK])], [found(target="a gate", place="Ostrel", evidence=(LOCK,))], DOCUMENT)
    assert len(pairing.pairs) == 1


def test_one_place_alone_makes_no_pair() -> None:
    """Two attacks in one town are two attacks."""
    pairing = pair_up([gold(evidence=[LOCK])], [found(target="the mill", place="Ostrel", evidence=(MILL,))], DOCUMENT)
    assert (len(pairing.pairs), len(pairing.missed), len(pairing.extra)) == (0, 1, 1)


def test_slots_that_agree_pair_items_whose_evidence_lies_apart() -> None:
    """A headline and the body tell of one event; three slots agree."""
    one = gold(date_text="Monday", evidence=[LOCK])
    pairing = pair_up(
        [one], [found(target="the lock", place="Ostrel", date_text="on Monday", evidence=(MILL,))], DOCUMENT
    )
    assert len(pairing.pairs) == 1


def test_another_day_keeps_items_apart_whose_evidence_lies_apart() -> None:
    one = gold(weapon="a bomb", date_text="Monday", evidence=[LOCK])
    other = found(target="the lock", place="Ostrel", weapon="bomb", date_text="Friday", evidence=(MILL,))
    assert pair_up([one], [other], DOCUMENT).pairs == ()


def test_gold_without_evidence_pairs_by_its_slots() -> None:
    """Evidence is asked for, not forced."""
    threat = GoldThreat(issuer="Oskar Venn", target="the ferry", action="sink the ferry")
    said = PredictedThreat("Venn", "the ferry", "sink the ferry", None, "current", (LOCK,))
    assert len(pair_up([threat], [said], DOCUMENT).pairs) == 1


def test_each_gold_item_takes_one_prediction_unless_it_may_be_split() -> None:
    twice = [found(target="the lock", evidence=(LOCK,)), found(target="the lock gate", evidence=(LOCK,))]
    whole = pair_up([gold(evidence=[LOCK])], twice, DOCUMENT)
    split = pair_up([gold(evidence=[LOCK], split_ok=2)], twice, DOCUMENT)
    assert (len(whole.pairs), len(whole.extra)) == (1, 1)
    assert [pair.best for pair in split.pairs].count(True) == 1
    assert (len(split.pairs), len(split.extra)) == (2, 0)


def test_a_required_item_is_found_before_an_optional_one_like_it() -> None:
    optional, required = gold(evidence=[LOCK], optional=True), gold(evidence=[LOCK])
    pairing = pair_up([optional, required], [found(target="the lock", evidence=(LOCK,))], DOCUMENT)
    assert [pair.gold.optional for pair in pairing.pairs] == [False]
    assert pairing.missed == ()


def test_statuses_play_no_part_in_pairing() -> None:
    """Otherwise a wrong status would look like a missed item."""
    wrong = found(target="the lock", place="Ostrel", occurrence="denied", attribution="claimed", evidence=(LOCK,))
    assert len(pair_up([gold(evidence=[LOCK])], [wrong], DOCUMENT).pairs) == 1
