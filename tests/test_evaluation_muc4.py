"""What MUC-4 makes of a day and of fighting between armed parties."""

import pytest

from summarizer.evaluation import mapping


@pytest.mark.parametrize(
    ("targets", "fighting"),
    [
        (["two soldiers", "a rebel camp"], True),
        (["an army convoy", "three officers"], True),
        (["four of the guerrillas", "three"], True),
        (["two soldiers", "a farmer"], False),
        (["an army convoy", "a school"], False),
        (["three officers"], False),
        ([], False),
    ],
)
def test_only_armed_parties_struck_is_fighting(targets: list[str], fighting: bool) -> None:
    assert mapping.is_fighting(targets) == fighting
