"""Floors: what was reached is held, and nobody lowers one without saying so. The recorded seeds hold theirs."""

import re
from pathlib import Path

import pytest

from summarizer.errors import SourceError, UsageError
from summarizer.evaluation.floors import Floors, as_toml, below, gold_digest, load_floors, pinned
from tests.cli_runner import Command, command

__all__ = ["command"]

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
REACHED = {"attacks f1": 0.9, "without promotion": -1.0}


def stored(folder: Path, floors: Floors) -> Path:
    path = folder / "floors.toml"
    path.write_text(as_toml(floors), encoding="utf-8")
    return path


def test_seeds_hold_their_floors(command: Command) -> None:
    """The recorded answers, on gold answers written from the articles: no figure is below its floor.

    Better figures, or other gold answers, are pinned with
    `brief eval seeds/gold --texts seeds --cassettes cassettes/seeds --floors seeds/floors.toml --pin`;
    a floor that falls needs `--why "REASON"` as well.
    """
    ran = command(
        "eval",
        *(str(SEEDS / "gold"), "--texts", str(SEEDS), "--cassettes", str(ROOT / "cassettes" / "seeds")),
        *("--floors", str(SEEDS / "floors.toml"), "-q"),
    )
    assert (ran.code, [line for line in ran.err.splitlines() if "below the floor" in line]) == (0, [])


@pytest.mark.parametrize(
    ("texts", "floors"),
    [(".", "coder_floors.toml"), ("written/tuned", "floors.toml"), ("written/held_out", "floors.toml")],
)
def test_the_offline_coder_holds_its_floors(command: Command, texts: str, floors: str) -> None:
    """The same for the coder, without a recording: `… --coder --floors FILE --pin` pins them."""
    folder = SEEDS / texts
    ran = command(
        *("eval", str(folder / "gold"), "--texts", str(folder), "--coder"),
        *("--floors", str(folder / floors), "-q"),
    )
    assert (ran.code, [line for line in ran.err.splitlines() if "below the floor" in line]) == (0, [])


def test_floors_of_the_seeds_are_of_their_gold_answers() -> None:
    """Seal and digest fit, so that neither floors nor gold answers changed without the other; all is covered."""
    floors = load_floors(SEEDS / "floors.toml")
    paths = list((SEEDS / "gold").glob("*.json"))
    assert floors.gold_sha256 == gold_digest(paths)
    assert floors.articles == len(paths) >= 5
    assert {"attacks f1", "threats f1", "occurrence", "attribution", "without promotion"} <= floors.floors.keys()


def test_a_floor_lowered_by_hand_is_refused(tmp_path: Path) -> None:
    path = stored(tmp_path, pinned(REACHED, "gold", 3, None, None))
    assert load_floors(path).floors == REACHED
    path.write_text(path.read_text(encoding="utf-8").replace("0.9", "0.8"), encoding="utf-8")
    with pytest.raises(SourceError, match="changed by hand"):
        load_floors(path)


@pytest.mark.parametrize(("part", "value"), [("gold_sha256", '"other"'), ("articles", "4")])
def test_nothing_else_in_the_file_is_changed_by_hand(tmp_path: Path, part: str, value: str) -> None:
    path = stored(tmp_path, pinned(REACHED, "gold", 3, None, None))
    changed = re.sub(rf"(?m)^{part} = .*$", f"{part} = {value}", path.read_text(encoding="utf-8"))
    path.write_text(changed, encoding="utf-8")
    with pytest.raises(SourceError, match="changed by hand"):
        load_floors(path)


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text("floors = 3\n", encoding="utf-8")
    with pytest.raises(SourceError, match="is not a file of floors"):
        load_floors(path)


def test_a_lower_floor_needs_a_reason_which_stays(tmp_path: Path) -> None:
    before = pinned(REACHED, "gold", 3, None, None)
    with pytest.raises(UsageError, match="attacks f1"):
        pinned(REACHED | {"attacks f1": 0.8}, "gold", 3, before, "  ")
    lowered = pinned({"attacks f1": 0.8}, "gold", 3, before, "the gold was wrong")
    again = pinned({"attacks f1": 0.85}, "gold", 3, load_floors(stored(tmp_path, lowered)), None)
    told = [(each.figure, each.was, each.to, each.why) for each in load_floors(stored(tmp_path, again)).lowered]
    why = "the gold was wrong"
    assert told == [("attacks f1", 0.9, 0.8, why), ("without promotion", -1.0, None, why)]


def test_a_higher_floor_needs_none() -> None:
    before = pinned(REACHED, "gold", 3, None, None)
    assert pinned({"attacks f1": 0.95, "without promotion": 0.0}, "gold", 3, before, None).lowered == ()


@pytest.mark.parametrize(
    ("now", "digest", "told"),
    [
        (REACHED, "gold", []),
        (REACHED | {"attacks f1": 1.0}, "gold", []),
        (REACHED | {"attacks f1": 0.89}, "gold", ["attacks f1: 0.8900, below the floor of 0.9000"]),
        (REACHED | {"without promotion": -2.0}, "gold", ["without promotion: -2.0000, below the floor of -1.0000"]),
        ({"attacks f1": 0.9}, "gold", ["without promotion: nothing to judge, below the floor of -1.0000"]),
        (REACHED, "other", ["the gold answers are not those that the floors were set on: --pin sets them anew"]),
    ],
)
def test_a_figure_below_its_floor_is_told(now: dict[str, float], digest: str, told: list[str]) -> None:
    assert below(pinned(REACHED, "gold", 3, None, None), now, digest) == told


def test_the_digest_turns_on_names_and_contents(tmp_path: Path) -> None:
    """A file more, another name or another byte is another set of gold answers; the order of listing is not."""
    one, two = tmp_path / "a.json", tmp_path / "b.json"
    one.write_text("{}", encoding="utf-8")
    two.write_text("[]", encoding="utf-8")
    digest = gold_digest([one, two])
    assert gold_digest([two, one]) == digest
    assert gold_digest([one]) != digest
    two.write_text("[ ]", encoding="utf-8")
    assert gold_digest([one, two]) != digest
