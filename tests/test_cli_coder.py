"""The command without a model: the offline coder reads, and says so."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer import BriefError, summarize
from tests.cli_runner import Command, article, command

__all__ = ["command"]

ARMED = "Gunmen of the Oru Front attacked an army post in Kardo on Monday, police said. Two soldiers were killed."
READS = "brief: no model is named: the offline coder reads, and finds less than a model; --model NAME asks one\n"


def test_where_no_model_is_named_the_coder_reads_and_one_line_says_so(command: Command) -> None:
    ran = command(article("a.txt", ARMED))
    assert ran.code == 0
    assert ran.err.startswith(READS)
    assert ran.err.count("\n") == 2
    assert "army post" in ran.out


def test_the_line_is_said_once_for_many_articles(command: Command) -> None:
    ran = command(article("a.txt", ARMED), article("b.txt", ARMED))
    assert ran.err.count("no model is named") == 1


@pytest.mark.parametrize("more", [("--coder",), ("--quiet",)])
def test_who_asks_for_the_coder_or_for_quiet_is_not_told(command: Command, more: tuple[str, ...]) -> None:
    assert "no model is named" not in command(article("a.txt", ARMED), *more).err


def test_coder_forces_it_whatever_model_is_configured(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_MODEL", "some-model")
    ran = command(article("a.txt", ARMED), "--coder", "-f", "jsonl")
    run = json.loads(ran.out)["run"]
    assert (ran.code, run["extractor"], run["model"], run["requests"]) == (0, "coder", None, 0)


@pytest.mark.parametrize(
    ("more", "flag"),
    [
        (("--model", "m"), "--model"),
        (("--cassette", "c.yaml"), "--cassette"),
        (("--record", "c.yaml"), "--record"),
        (("--second-look",), "--second-look"),
        (("--second-opinion",), "--second-opinion"),
        (("--show-prompt",), "--show-prompt"),
    ],
)
def test_coder_beside_what_asks_a_model_is_refused(command: Command, more: tuple[str, ...], flag: str) -> None:
    ran = command(article("a.txt", ARMED), "--coder", *more)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"brief: --coder reads without a model, so {flag} makes no sense beside it: give one of them\n"


@pytest.mark.parametrize("flag", ["--second-look", "--second-opinion"])
def test_what_asks_a_model_says_so_where_none_is_named(command: Command, flag: str) -> None:
    ran = command(article("a.txt", ARMED), flag)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"brief: {flag} needs a model: name one with --model")


def test_the_library_reads_with_the_coder_where_no_model_is_given() -> None:
    result = summarize(ARMED)
    assert result.run.extractor == "coder"
    assert [incident.place[0].text for incident in result.brief.incidents] == ["Kardo"]
    assert summarize(ARMED).brief == result.brief


def test_the_library_refuses_a_second_look_without_a_model() -> None:
    with pytest.raises(BriefError, match="second look needs a model"):
        summarize(ARMED, second_look=True)


def test_a_coder_brief_verifies_again(command: Command) -> None:
    source = article("a.txt", ARMED)
    Path("brief.json").write_text(command(source, "--coder", "-f", "json").out, encoding="utf-8")
    assert command("verify", "brief.json", source).code == 0


@pytest.mark.slow
def test_the_coder_does_not_wait_for_what_only_a_model_needs(tmp_path: Path) -> None:
    """No client, no event loop, no cassette and no prompt is loaded where the coder reads."""
    (tmp_path / "a.txt").write_text(ARMED, encoding="utf-8")
    heavy = (
        "openai",
        "instructor",
        "vcr",
        "yaml",
        "tenacity",
        "asyncio",
        "summarizer.model",
        "summarizer.recording.tapes",
    )
    script = (
        "import sys\n"
        "from summarizer.cli.command import run\n"
        f"run([{str(tmp_path / 'a.txt')!r}, '--coder'])\n"
        f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert ran.stderr.splitlines()[-1] == "[]"
