"""`brief eval` as a user runs it: where briefs come from, what is written where, and how it ends."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli_runner import Command, command
from tests.example_brief import SEED

__all__ = ["command"]

ROOT = Path(__file__).parent.parent
TAPES = str(ROOT / "cassettes" / "seeds")
NAME = SEED.stem
AL_HARIR = {
    "type": "drone attack",
    "target": "the al-Harir airbase",
    "place": "northern Iraq",
    "occurrence": "claimed",
    "attribution": "claimed",
    "perpetrator": "Tashkil al-Waritheen",
    "evidence": [
        "Tashkil al-Waritheen, another Iranian-backed militia, claimed responsibility for a second drone attack"
    ],
}


@pytest.fixture
def gold(command: Command) -> str:
    """A folder with the seed article and gold answers for one of its attacks; the others stand in no gold."""
    folder = Path("gold")
    folder.mkdir()
    shutil.copyfile(SEED, folder / f"{NAME}.txt")
    (folder / f"{NAME}.json").write_text(json.dumps({"attacks": [AL_HARIR]}), encoding="utf-8")
    return str(folder)


def report(command: Command, *args: str) -> dict[str, object]:
    ran = command("eval", *args, "--format", "json")
    assert ran.code == 0, ran.err
    content: dict[str, object] = json.loads(ran.out)
    return content


def test_recordings_are_scored_without_network_or_key(command: Command, gold: str) -> None:
    content = report(command, gold, "--cassettes", TAPES)
    attacks, cost = content["attacks"], content["cost"]
    assert isinstance(attacks, dict)
    assert isinstance(cost, dict)
    assert (attacks["right"], attacks["missed"], attacks["extra"]) == (1, 0, 3)
    assert cost["prompt_tokens"] > 1000


def test_stored_briefs_give_the_same_figures(command: Command, gold: str) -> None:
    """What they took is not stored with them, so it is not told."""
    Path("briefs").mkdir()
    made = command(
        f"{gold}/{NAME}.txt",
        *("--cassette", f"{TAPES}/{NAME}.yaml", "--format", "json", "-o", f"briefs/{NAME}.json"),
    )
    assert made.code == 0
    stored, replayed = report(command, gold, "--briefs", "briefs"), report(command, gold, "--cassettes", TAPES)
    assert isinstance(stored["cost"], dict)
    assert stored["cost"]["articles"] == 0
    assert {**stored, "cost": None} == {**replayed, "cost": None}


def test_a_brief_of_another_text_is_refused(command: Command, gold: str) -> None:
    Path("briefs").mkdir()
    command(f"{gold}/{NAME}.txt", "--cassette", f"{TAPES}/{NAME}.yaml", "--format", "json", "-o", f"briefs/{NAME}.json")
    Path(gold, f"{NAME}.txt").write_text(SEED.read_text(encoding="utf-8") + "More.\n", encoding="utf-8")
    ran = command("eval", gold, "--briefs", "briefs")
    assert ran.code == 1
    assert "is the brief of another text than" in ran.err


def test_an_article_without_a_recording_is_told_and_counts_as_missed(command: Command, gold: str) -> None:
    ran = command("eval", gold, "--cassettes", "nowhere", "--format", "json")
    assert ran.code == 1
    content = json.loads(ran.out)
    assert content["failed"] == [NAME]
    assert content["attacks"]["missed"] == 1
    assert f"{NAME}.yaml" in ran.err


def test_mistakes_in_gold_stop_it_before_anything_is_asked(command: Command, gold: str) -> None:
    Path(gold, f"{NAME}.json").write_text('{"attacks": [{"occurrence": "sure"}]}', encoding="utf-8")
    ran = command("eval", gold, "--model", "m", "--base-url", "http://127.0.0.1:9/v1")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"brief: gold/{NAME}.json: attacks 1, occurrence: 'sure' is none of")


@pytest.mark.parametrize(
    ("args", "line"),
    [
        ((), "brief: no GOLD_DIR: name the folder of gold answers, or an article to --init"),
        (("gold", "--cassettes", "a", "--briefs", "b"), "brief: --cassettes or --briefs: give one of them"),
        (("gold", "--init", "a.txt"), "brief: --init takes an article and no GOLD_DIR: give one of them"),
        (
            ("--init", "a.txt", "--predictions", "news"),
            "brief: --init writes a skeleton, no --predictions: give one of them",
        ),
        (("gold", "--predictions", "muc4", "--floors", "f"), "brief: --floors is for figures only"),
        (("gold", "--id", "a", "--floors", "f"), "brief: --floors is for the whole of GOLD_DIR: leave out --id"),
        (("gold", "--pin"), "brief: --pin needs --floors: say which file to write"),
        (("gold", "--why", "so"), "brief: --why is the reason for lowering a floor with --pin"),
    ],
)
def test_what_makes_no_sense_is_one_line_and_code_2(command: Command, args: tuple[str, ...], line: str) -> None:
    ran = command("eval", *args)
    assert (ran.code, ran.err.strip()) == (2, line)


def test_a_skeleton_is_no_gold_until_it_is_corrected(command: Command, gold: str) -> None:
    """Otherwise a brief would be measured against itself."""
    ran = command("eval", "--init", str(SEED), "--cassettes", TAPES, "-o", f"{gold}/{NAME}.json")
    assert ran.code == 0
    assert "a skeleton, no gold yet" in ran.err
    ran = command("eval", gold, "--cassettes", TAPES)
    assert ran.code == 1
    assert "skeleton: is not corrected yet" in ran.err


def test_a_skeleton_without_its_mark_says_what_the_brief_says(command: Command, gold: str) -> None:
    """Every value and passage of it is right by the brief it was made from, so the format is whole."""
    command("eval", "--init", str(SEED), "--cassettes", TAPES, "-o", f"{gold}/{NAME}.json")
    path = Path(gold, f"{NAME}.json")
    content = json.loads(path.read_text(encoding="utf-8"))
    del content["skeleton"]
    path.write_text(json.dumps(content), encoding="utf-8")
    found = report(command, gold, "--cassettes", TAPES)
    assert found["worst"] == []
    assert isinstance(found["threats"], dict)
    assert found["threats"]["right"] == 4


def predictions(command: Command, corpus: str, *args: str) -> list[dict[str, list[dict[str, object]]]]:
    ran = command("eval", *args, "--cassettes", TAPES, "--predictions", corpus)
    assert ran.code == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


def test_news_predictions_have_the_fields_that_its_scorer_reads(command: Command, gold: str) -> None:
    (line,) = predictions(command, "news", gold)
    assert list(line) == ["id", "threats", "attacks"]
    assert list(line["threats"][0]) == ["issuer", "target", "action", "condition", "evidence"]
    (harir,) = [attack for attack in line["attacks"] if attack["target"] == "the al-Harir airbase"]
    assert {key: value for key, value in harir.items() if key != "evidence"} == {
        "type": "drone strike",
        "perpetrator": "Tashkil al-Waritheen",
        "target": "the al-Harir airbase",
        "place": "northern Iraq",
        "weapon": "drone",
        "date_text": "Wednesday",
        "occurrence": "claimed",
        "attribution": "claimed",
        "background": False,
    }
    text = SEED.read_text(encoding="utf-8")
    assert all(passage in text for attack in line["attacks"] for passage in attack["evidence"])  # type: ignore[attr-defined]


def test_muc4_predictions_have_stage_type_and_confidence(command: Command, gold: str) -> None:
    """Clashes of no single event are left out, and the threat to an enemy; threats have the stage of their own."""
    (line,) = predictions(command, "muc4", gold)
    told = [(each["type"], each["stage"], each["targets"], each["perp_orgs"]) for each in line["incidents"]]
    waritheen = [{"name": "Tashkil al-Waritheen", "confidence": "CLAIMED OR ADMITTED"}]
    assert ("ATTACK", "ACCOMPLISHED", ["the al-Harir airbase"], waritheen) in told
    assert ("BOMBING", "ACCOMPLISHED", ["a Gaza hospital"], []) in told
    assert [stage for _, stage, _, _ in told].count("THREATENED") == 3
    assert len(told) == 5


def test_predictions_need_no_gold_answers(command: Command, gold: str) -> None:
    Path(gold, f"{NAME}.json").unlink()
    assert [line["id"] for line in predictions(command, "news", gold)] == [NAME]


def test_predictions_of_articles_that_are_not_there_are_refused(command: Command, gold: str) -> None:
    ran = command("eval", gold, "--cassettes", TAPES, "--predictions", "news", "--id", "other")
    assert (ran.code, ran.err) == (1, "brief: gold: has no article other.txt\n")


def test_floors_are_pinned_and_then_held(command: Command, gold: str) -> None:
    """Pinning writes the file; gold answers that change are told, with a code of their own."""
    run = ("eval", gold, "--cassettes", TAPES, "--floors", "floors.toml")
    assert command(*run).code == 1
    assert command(*run, "--pin").code == 0
    assert command(*run).code == 0
    Path(gold, f"{NAME}.json").write_text(json.dumps({"attacks": [AL_HARIR | {"place": "Gaza"}]}), encoding="utf-8")
    ran = command(*run)
    assert ran.code == 8
    assert "brief: attack.place: 0.0000 (0 of 1), below the floor of 0.2065" in ran.err
    assert "the gold answers are not those that the floors were set on" in ran.err
    refused = command(*run, "--pin")
    assert refused.code == 2
    assert "floors would fall (attack.place)" in refused.err
    assert command(*run, "--pin", "--why", "the gold is stricter").code == 0
    assert command(*run).code == 0


def test_a_report_does_not_overwrite_what_it_is_made_of(command: Command, gold: str) -> None:
    ran = command("eval", gold, "--cassettes", TAPES, "-o", f"{gold}/{NAME}.json")
    assert ran.code == 2
    assert json.loads(Path(gold, f"{NAME}.json").read_text(encoding="utf-8"))["attacks"] == [AL_HARIR]


def test_the_configurations_form_of_a_brief_is_not_the_reports(command: Command, gold: str) -> None:
    """`format = "jsonl"` is for briefs."""
    Path("c.toml").write_text('format = "jsonl"\n', encoding="utf-8")
    ran = command("eval", gold, "--cassettes", TAPES, "--config", "c.toml")
    assert ran.code == 0
    assert ran.out.startswith("1 article, gold ")


def test_prices_of_the_configuration_give_the_cost(command: Command, gold: str) -> None:
    recorded = json.dumps(command("eval", gold, "--cassettes", TAPES, "--format", "json").out)
    assert '\\"dollars\\": null' in recorded
    model = command(f"{gold}/{NAME}.txt", "--cassette", f"{TAPES}/{NAME}.yaml", "--format", "jsonl").out
    name = json.loads(model)["run"]["model"]
    Path("c.toml").write_text(f'[prices."{name}"]\nprompt = 1000000\ncompletion = 0\n', encoding="utf-8")
    content = report(command, gold, "--cassettes", TAPES, "--config", "c.toml")
    assert isinstance(content["cost"], dict)
    assert content["cost"]["dollars"] == content["cost"]["prompt_tokens"]
