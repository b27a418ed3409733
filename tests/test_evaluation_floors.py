"""Floors: what was reached is held, chance aside, and nobody lowers one without saying so. The seeds hold theirs."""

import re
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import SourceError, UsageError
from summarizer.evaluation.figures import figures_of
from summarizer.evaluation.floors import Floors, Reached, as_toml, below, gold_digest, load_floors, pinned, reached
from summarizer.evaluation.scoring import Outcome, Scored, Verdict
from tests.cli_runner import Command, command

__all__ = ["command"]

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
REACHED = Reached(
    gold_sha256="gold", articles=3, shares={"attacks recall": (36, 40), "occurrence": (27, 36)}, errors={"promotion": 1}
)


def with_(**changed: Any) -> Reached:
    """What was reached, but for some of it."""
    return Reached.model_validate(REACHED.model_dump() | changed)


def with_shares(**counts: tuple[int, int]) -> Reached:
    named = {name.replace("_", " "): count for name, count in counts.items()}
    return with_(shares=REACHED.shares | named)


def stored(folder: Path, floors: Floors) -> Path:
    path = folder / "floors.toml"
    path.write_text(as_toml(floors), encoding="utf-8")
    return path


# --- the project's own ----------------------------------------------------------------------------


@pytest.mark.slow
def test_seeds_hold_their_floors(command: Command) -> None:
    """The recorded answers, on gold answers written from the articles: no figure is below its floor.

    Better figures, or other gold answers, are pinned with
    `brief eval seeds/gold --texts seeds --cassettes cassettes/seeds --floors seeds/floors.toml --pin`;
    a figure that falls needs `--why "REASON"` as well.
    """
    ran = command(
        "eval",
        *(str(SEEDS / "gold"), "--texts", str(SEEDS), "--cassettes", str(ROOT / "cassettes" / "seeds")),
        *("--floors", str(SEEDS / "floors.toml"), "-q"),
    )
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize(("texts", "floors"), [(".", "coder_floors.toml"), ("written", "floors.toml")])
@pytest.mark.slow
def test_the_offline_coder_holds_its_floors(command: Command, texts: str, floors: str) -> None:
    """The same for the coder, without a recording: `… --coder --floors FILE --pin` pins them."""
    folder = SEEDS / texts
    ran = command(
        *("eval", str(folder / "gold"), "--texts", str(folder), "--coder"),
        *("--floors", str(folder / floors), "-q"),
    )
    assert (ran.code, ran.err) == (0, "")


def test_floors_of_the_seeds_are_of_their_gold_answers() -> None:
    """Seal and digest fit, so that neither floors nor gold answers changed without the other; all is covered."""
    floors = load_floors(SEEDS / "floors.toml")
    paths = list((SEEDS / "gold").glob("*.json"))
    assert floors.gold_sha256 == gold_digest(paths)
    assert floors.articles == len(paths) >= 5
    assert {"attacks in both", "threats in both", "occurrence", "attribution"} <= floors.shares.keys()
    assert set(floors.errors) == {"promotion", "demotion", "asserted", "background as current"}


# --- what falls, and what does not ----------------------------------------------------------------


def told(now: Reached) -> list[str]:
    return below(pinned(REACHED, None, None), now)


@pytest.mark.parametrize(
    "now",
    [
        REACHED,
        with_(errors={"promotion": 0}),
        with_shares(attacks_recall=(40, 40)),
        with_shares(attacks_recall=(35, 40)),
        with_shares(attacks_recall=(31, 40)),
    ],
)
def test_what_is_better_or_no_worse_than_chance_holds(now: Reached) -> None:
    """36 of 40 are 0.77 to 0.96, by Wilson's interval."""
    assert told(now) == []


@pytest.mark.parametrize(
    ("now", "line"),
    [
        (
            with_shares(attacks_recall=(30, 40)),
            "attacks recall: 0.7500 (30 of 40), below the floor of 0.7695, the low end of 95 % about 36 of 40",
        ),
        (
            with_(shares={"attacks recall": (36, 40)}),
            "occurrence: nothing to judge, below the floor of 0.5893, the low end of 95 % about 27 of 36",
        ),
        (with_(errors={"promotion": 2}), "promotion: 2, above the pinned 1"),
        (
            with_(gold_sha256="other"),
            "the gold answers are not those that the floors were set on: --pin sets them anew",
        ),
    ],
)
def test_a_clear_fall_is_told(now: Reached, line: str) -> None:
    assert told(now) == [line]


def attacks(found: int, right: int, *more: Verdict) -> Reached:
    """What is reached where so many of 40 attacks are found, so many of them with the right statuses."""
    verdicts = [Verdict("attack", "right" if at < found else "missing", "a blast") for at in range(40)]
    for at in range(found):
        outcome: Outcome = "right" if at < right else "wrong"
        verdicts += [Verdict(what, outcome, "a blast", "confirmed", "x") for what in ("occurrence", "attribution")]
    return reached(figures_of([Scored("a", (*verdicts, *more))]), "gold")


def test_one_more_attack_with_wrong_statuses_does_not_fail() -> None:
    """Finding more is no fall, though statuses and slots are judged among what is found."""
    assert below(pinned(attacks(30, 30), None, None), attacks(31, 30)) == []


def test_many_more_attacks_with_wrong_statuses_do() -> None:
    assert [line.split(":")[0] for line in below(pinned(attacks(20, 20), None, None), attacks(30, 20))] == [
        "attribution",
        "occurrence",
    ]


@pytest.mark.parametrize("error", ["promotion", "demotion", "asserted", "background as current"])
def test_one_more_serious_error_fails(error: str) -> None:
    """Whatever else is found."""
    made = Verdict(error, "wrong", "a blast", "claimed", "confirmed")
    floors = pinned(attacks(30, 28, made), None, None)
    assert below(floors, attacks(30, 28)) == []
    assert below(floors, attacks(40, 40, made, made)) == [f"{error}: 2, above the pinned 1"]


def test_what_gold_and_brief_have_in_common_stands_for_f1() -> None:
    """F1 is 2s / (1 + s) of the share s of items that both have."""
    extra = [Verdict("attack", "spurious", "a feast")] * 5
    found = figures_of([Scored("a", (*[Verdict("attack", "right", "a blast")] * 30, *extra))])
    share = found.shares()["attacks in both"].share
    assert share == 30 / 35
    assert found.items["attack"].f1 == pytest.approx(2 * share / (1 + share))


# --- the file -------------------------------------------------------------------------------------


def test_a_file_of_floors_holds_what_was_reached(tmp_path: Path) -> None:
    floors = load_floors(stored(tmp_path, pinned(REACHED, None, None)))
    assert (floors.shares, floors.errors, floors.articles) == (REACHED.shares, REACHED.errors, REACHED.articles)


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("gold_sha256", '"other"'),
        ("articles", "4"),
        ('"attacks recall"', "[35, 40]"),
        ('"occurrence"', "[27, 37]"),
        ('"promotion"', "2"),
    ],
)
def test_a_file_changed_by_hand_is_refused(tmp_path: Path, part: str, value: str) -> None:
    """A floor lowered by hand, an error allowed, other gold: the seal does not fit."""
    path = stored(tmp_path, pinned(REACHED, None, None))
    changed, places = re.subn(rf"(?m)^{part} = .*$", f"{part} = {value}", path.read_text(encoding="utf-8"))
    path.write_text(changed, encoding="utf-8")
    assert places == 1
    with pytest.raises(SourceError, match="changed by hand"):
        load_floors(path)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("floors = 3\n", "is not a file of floors"),
        (f"floors = {'[' * 1000}{']' * 1000}", "is not a file of floors"),
        (f"{'a.' * 50_000}a = 1", "is larger than 16 kB; check that it is the file that is meant"),
    ],
)
def test_a_file_that_is_none_is_refused(tmp_path: Path, text: str, line: str) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=line):
        load_floors(path)


def test_a_lower_floor_needs_a_reason_which_stays(tmp_path: Path) -> None:
    """However little it falls: many small steps would be a long way down."""
    before = pinned(REACHED, None, None)
    less = with_(shares={"attacks recall": (35, 40)}, errors={"promotion": 2})
    with pytest.raises(UsageError, match=r"\(attacks recall, occurrence, promotion\)"):
        pinned(less, before, "  ")
    lowered = pinned(less, before, "the gold was wrong")
    again = pinned(REACHED, load_floors(stored(tmp_path, lowered)), None)
    kept = [(each.figure, each.was, each.to, each.why) for each in load_floors(stored(tmp_path, again)).lowered]
    why = "the gold was wrong"
    assert kept == [
        ("attacks recall", "36 of 40", "35 of 40", why),
        ("occurrence", "27 of 36", None, why),
        ("promotion", "1", "2", why),
    ]


@pytest.mark.parametrize("better", [with_shares(attacks_recall=(37, 40)), with_shares(attacks_recall=(72, 80))])
def test_a_higher_floor_needs_none(better: Reached) -> None:
    assert pinned(better, pinned(REACHED, None, None), None).lowered == ()


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
