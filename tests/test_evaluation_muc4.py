"""What MUC-4 makes of a day and of fighting between armed parties."""

import pytest

from summarizer.conflict.mapping import muc4


@pytest.mark.parametrize(
    ("targets", "fighting"),
    [
        (["two soldiers", "a rebel camp"], True),
        (["an army convoy", "three officers"], True),
        (["four of the guerrillas", "three"], True),
        (["two soldiers", "a farmer"], False),
        (["an army convoy", "a school"], False),
        (["three officers"], False),
        (["a ninth brigade officer"], True),
        (["soldier Marko Rado"], True),
        (["a group of paratroopers", "an armored vehicle"], True),
        (["members of an army patrol", "the brigade's installations"], True),
        (["one person", "two masked men"], False),
        ([], False),
    ],
)
def test_only_armed_parties_struck_is_fighting(targets: list[str], fighting: bool) -> None:
    assert muc4.is_fighting(targets) == fighting


@pytest.mark.parametrize(
    ("text", "place"),
    [("Guatemala", True), ("the whole neighborhood", True), ("the town of Orlen", True), ("the town hall", False)],
)
def test_a_town_or_a_country_is_no_target(text: str, place: bool) -> None:
    assert muc4.is_place(text) == place


@pytest.mark.parametrize(
    ("text", "used"),
    [("rifle fire", ["rifle"]), ("a bomb", ["a bomb"]), ("several shots", [])],
)
def test_what_a_weapon_shoots_is_no_instrument(text: str, used: list[str]) -> None:
    assert muc4.instruments_of([text]) == used


def test_a_part_of_a_thing_is_the_thing() -> None:
    assert muc4.whole("a section of the pipeline") == "the pipeline"
    assert muc4.whole("a clerk of the bank") == "a clerk of the bank"


@pytest.mark.parametrize(
    ("text", "struck"),
    [("the army convoy", False), ("the government", False), ("a ninth brigade officer", False), ("a mayor", True)],
)
def test_armed_parties_and_powers_are_nothing_struck(text: str, struck: bool) -> None:
    assert muc4.is_struck(text) == struck
