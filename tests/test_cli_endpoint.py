"""The command against an endpoint on this machine: asking, recording, replaying, failing, waiting."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli_runner import Command, article, command, names
from tests.fault_server import Reply, answer_in_lines, problem, serving

__all__ = ["command"]
KEY = "sk-" + "very-secret-0123456789"


def test_an_article_is_asked_about_and_its_brief_written(command: Command) -> None:
    """An answer without items is an article with nothing relevant: all well."""
    with serving([answer_in_lines()]) as server:
        ran = command(article(), "--model", "m", "--base-url", server.url)
    assert ran.code == 0
    assert ran.out.startswith("a.txt · ONE ARTICLE")
    assert ran.err.startswith("a.txt: model-2026-01-01 · 1 request · 5,000 tokens in, 20 out · ")
    assert len(server.bodies) == 1


def test_a_recording_is_replayed_without_model_key_or_network(command: Command) -> None:
    with serving([answer_in_lines()]) as server:
        first = command(article(), "--model", "m", "--base-url", server.url, "--record", "c.yaml")
    again = command("a.txt", "--cassette", "c.yaml")
    assert (first.code, again.code, again.out) == (0, 0, first.out)
    assert again.err.endswith(" · cassette c.yaml\n")
    assert len(server.bodies) == 1


def test_a_cassette_of_another_article_is_one_line_and_code_1(command: Command) -> None:
    with serving([answer_in_lines()]) as server:
        command(article(), "--model", "m", "--base-url", server.url, "--record", "c.yaml")
    ran = command(article("b.txt", "Another article."), "--cassette", "c.yaml")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("brief: b.txt: c.yaml lacks this request: ")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (problem(401, "bad key"), "the key was not accepted"),
        (Reply(body="<html>", content_type="text/html"), "endpoint"),
    ],
)
def test_a_failing_endpoint_is_one_line_and_code_3(command: Command, reply: Reply, said: str) -> None:
    with serving([reply]) as server:
        ran = command(article(), "--model", "m", "--base-url", server.url)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("brief: a.txt: ")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_a_failed_recording_leaves_no_cassette(command: Command) -> None:
    with serving([problem(401, "bad key")]) as server:
        ran = command(article(), "--model", "m", "--base-url", server.url, "--record", "c.yaml")
    assert ran.code == 3
    assert names() == ["a.txt"]


def test_verbose_tells_what_is_done_and_never_the_key(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with serving([problem(400, f"response_format is unknown; your key is {KEY}"), answer_in_lines()]) as server:
        ran = command(article(), "--model", "m", "--base-url", server.url, "-vv")
    assert ran.code == 0
    assert "model.asking: request 2 to " in ran.err
    assert KEY not in ran.err + ran.out


def test_nothing_is_logged_without_v(command: Command) -> None:
    with serving([problem(400, "response_format is unknown"), answer_in_lines()]) as server:
        ran = command(article(), "--model", "m", "--base-url", server.url)
    assert ran.err.count("\n") == 1


def test_show_prompt_shows_what_is_sent_and_sends_nothing(command: Command) -> None:
    """What it shows is, message by message, what the endpoint then gets."""
    with serving([answer_in_lines()]) as server:
        shown = command(article(), "--model", "m", "--base-url", server.url, "--show-prompt")
        assert (shown.code, shown.err, server.bodies) == (0, "", [])
        command("a.txt", "--model", "m", "--base-url", server.url)
    for message in server.bodies[0]["messages"]:
        assert f"--- {message['role']} ---\n{message['content']}\n" in shown.out


def test_show_prompt_needs_neither_key_nor_model(command: Command) -> None:
    ran = command(article(), "--show-prompt")
    assert (ran.code, ran.err) == (0, "")
    assert "Nobody was hurt." in ran.out
    assert command("a.txt", "--show-prompt", "--model", "gpt-x").code == 0


def test_show_prompt_tells_a_cost_only_where_the_price_is_known(command: Command) -> None:
    Path("c.toml").write_text("[prices.known]\nprompt = 1000000\ncompletion = 1", encoding="utf-8")
    known = command(article(), "--show-prompt", "--config", "c.toml", "--model", "known").out
    tokens = known.split("about ")[1].split()[0]
    assert f"cost        about ${tokens.replace(',', '')}.0000 for what is sent" in known
    assert "no price is known" in command("a.txt", "--show-prompt", "--config", "c.toml", "--model", "other").out


def test_show_prompt_makes_the_articles_escapes_inert(command: Command) -> None:
    ran = command(article(text="The council \x1b[2Jmet\u202e on Monday."), "--show-prompt")
    assert "The council \\x1b[2Jmet\\u202e on Monday." in ran.out


INTERRUPTIBLE = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from summarizer.cli import main; main()"
)
"""The command, with Ctrl-C as on a terminal even where the suite itself runs in the background."""


@pytest.mark.slow
def test_interrupting_a_wait_ends_with_130_and_one_line(tmp_path: Path) -> None:
    """Ctrl-C while the endpoint is slow: no traceback, no half-written file."""
    (tmp_path / "a.txt").write_text("The Orvane council met.", encoding="utf-8")
    arguments = ("a.txt", "--model", "m", "-o", "out.txt")
    with serving([Reply(wait=30)]) as server:
        process = subprocess.Popen(
            [sys.executable, "-c", INTERRUPTIBLE, *arguments, "--base-url", server.url],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), "XDG_CONFIG_HOME": str(tmp_path)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        while not server.bodies and process.poll() is None:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, "", "brief: interrupted\n")
    assert names(tmp_path) == ["a.txt"]


def test_an_answer_of_which_nothing_stands_in_the_article_is_code_4(command: Command) -> None:
    """The threat's words are the model's own: it is dropped, the brief is shown, and the line says why."""
    invented = [{"sentence": 1, "text": "will burn Orvane down"}]
    draft = {
        "actors": [{"id": 1, "name": [{"sentence": 1, "text": "council"}], "kind": "public_body", "identity": "named"}],
        "threats": [
            {"id": 1, "issuer": 1, "content": invented, "cue": invented, "form": "explicit", "status": "current"}
        ],
    }
    with serving([answer_in_lines(json.dumps(draft))]) as server:
        ran = command(article(), "--model", "m", "--base-url", server.url)
    assert (ran.code, "burn" in ran.out) == (4, False)
    assert ran.err.splitlines()[1].startswith("brief: a.txt: nothing survived verification (the one item that")
