"""The command over many sources: side by side, with a store, within limits, interrupted, and watched on a terminal."""

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from summarizer.limits import Limits
from summarizer.store import Store
from tests.cli_runner import Command, command
from tests.fault_server import FaultServer, Reply, answer_in_lines, problem, serving
from tests.many_articles import Reading, draft, files

__all__ = ["command"]
ROOT = Path(__file__).parent.parent
PROGRAM = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from summarizer.cli import main; main()"
)
PRICES = "[prices.m]\nprompt = 1\ncompletion = 1\n"
"""Dollars a million tokens: an answer of the fault server's comes to 5,020 of them."""


def at(server: FaultServer, *more: str) -> tuple[str, ...]:
    return ("--model", "m", "--base-url", server.url, "--repairs", "0", "--processes", "0", *more)


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def sources(found: list[dict[str, Any]]) -> list[int]:
    return sorted(int(Path(one["source"]).stem) for one in found)


def begun(tmp_path: Path, *arguments: str, **more: Any) -> "subprocess.Popen[str]":
    """The command in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(tmp_path), "OPENAI_API_KEY": "none"}
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=tmp_path,
        env=environment,
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True} | more,
    )


def until(happened: Callable[[], Any], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.01)


# --- side by side -----------------------------------------------------------------------------------


def test_pages_come_in_the_order_given_and_a_summary_at_the_end(command: Command) -> None:
    files(Path("a"), range(6))
    slow_first = Reading(lambda number, _: answer_in_lines(draft(0), wait=1.0) if number == 0 else None)
    with serving(slow_first) as server:
        ran = command("a", *at(server))
    assert ran.code == 0
    assert list(dict.fromkeys(re.findall(r"burn the (\d+) mills", ran.out))) == ["0", "1", "2", "3", "4", "5"]
    assert re.fullmatch(r"6 articles: 6 read · 6 requests · 30,000 tokens in, 120 out · \d+(\.\d)? s\n", ran.err), (
        ran.err
    )


def test_lines_come_as_they_are_there(command: Command) -> None:
    files(Path("a"), range(4))
    slow_first = Reading(lambda number, _: answer_in_lines(draft(0), wait=0.7) if number == 0 else None)
    with serving(slow_first) as server:
        ran = command("a", *at(server, "-f", "jsonl"))
    assert [one["source"] for one in lines(ran.out)][-1] == "a/00000.txt"
    assert sources(lines(ran.out)) == [0, 1, 2, 3]


def test_a_failure_is_a_line_and_the_rest_is_there(command: Command) -> None:
    files(Path("a"), range(20))
    with serving(Reading(lambda number, _: problem(400, "not this one") if number == 7 else None)) as server:
        ran = command("a", "gone.txt", *at(server, "--jobs", "64", "-f", "jsonl"))
    assert ran.code == 3
    assert len(lines(ran.out)) == 21
    assert sorted(one["source"] for one in lines(ran.out) if "error" in one) == ["a/00007.txt", "gone.txt"]
    complaints = [line for line in ran.err.splitlines() if line.startswith("brief: ")]
    assert sorted(line.split(":")[1].strip() for line in complaints) == ["a/00007.txt", "gone.txt"]
    assert ran.err.splitlines()[-1].startswith("21 articles: 19 read, 2 failed · ")


def test_nobody_reads_on(tmp_path: Path) -> None:
    """`brief … | head`: the command ends, and asks no further."""
    files(tmp_path / "a", range(60))
    reading = Reading(wait=0.1)
    with serving(reading) as server:
        process = begun(tmp_path, "a", *at(server, "-f", "jsonl", "--jobs", "2", "--store", "s.db"))
        assert process.stdout
        process.stdout.readline()
        process.stdout.close()
        code = process.wait(60)
        assert process.stderr
        process.stderr.close()
    assert code == 141
    assert sum(reading.asked.values()) < 50


# --- a store ----------------------------------------------------------------------------------------


def test_what_is_finished_is_found_again_and_pages_are_made_again(command: Command) -> None:
    files(Path("a"), range(5))
    reading = Reading()
    with serving(reading) as server:
        first = command("a", *at(server, "--store", "s.db"))
        page = command("a", *at(server, "--store", "s.db"))
        once, twice = (command("a", *at(server, "--store", "s.db", "-f", "jsonl")) for _ in range(2))
        fresh = command("a", *at(server, "--store", "other.db", "-f", "jsonl"))
    assert reading.asked == dict.fromkeys(range(5), 2)
    assert (page.code, page.out) == (first.code, first.out)
    assert page.err.startswith("5 articles: 5 kept from before · ")
    assert once.out == twice.out
    briefs = [{one["source"]: one["brief"] for one in lines(ran.out)} for ran in (once, fresh)]
    assert briefs[0] == briefs[1]


@pytest.mark.slow
def test_two_runs_share_the_work(tmp_path: Path) -> None:
    """Each article is paid for once, and both give all of them out."""
    files(tmp_path / "a", range(30))
    reading = Reading(wait=0.1)
    with serving(reading) as server:
        runs = [begun(tmp_path, "a", *at(server, "-f", "jsonl", "--store", "s.db")) for _ in range(2)]
        with ThreadPoolExecutor() as reading_both:
            ended = list(reading_both.map(subprocess.Popen.communicate, runs))
    assert [run.returncode for run in runs] == [0, 0]
    assert [sources(lines(out)) for out, _ in ended] == [list(range(30))] * 2
    assert set(reading.asked.values()) == {1}
    with Store.open(tmp_path / "s.db") as store:
        assert len(store.finished_keys()) == 30


def test_an_earlier_version_that_asked_otherwise_is_no_hindrance(command: Command) -> None:
    """The brief is kept, its answers are to other questions: they are asked."""
    files(Path("a"), range(3))
    reading = Reading()
    with serving(reading) as server:
        first = command("a", *at(server, "--store", "s.db"))
        with Store.open("s.db") as store, store.writing() as db:
            db.execute("UPDATE answers SET key = 'old' || key")
        again = command("a", *at(server, "--store", "s.db"))
        third = command("a", *at(server, "--store", "s.db"))
    assert (again.code, again.out) == (0, first.out)
    assert reading.asked == dict.fromkeys(range(3), 2)
    assert "3 kept from before" in third.err


# --- limits -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("limit", ["--max-tokens=30000", "--max-cost=0.03"])
def test_the_budget_ends_a_run_and_it_can_be_gone_on_with(command: Command, limit: str) -> None:
    files(Path("a"), range(20))
    Path("c.toml").write_text(PRICES, encoding="utf-8")
    reading = Reading(wait=0.02)
    with serving(reading) as server:
        options = at(server, "--store", "s.db", "--jobs", "2", "-f", "jsonl", "--config", "c.toml")
        ran = command("a", *options, limit)
        read = len(lines(ran.out))
        rest = command("a", *options)
    assert ran.code == 7
    assert 4 <= read <= 8
    spent, left, summary = ran.err.splitlines()
    assert spent.startswith("brief: the budget does not cover another request: ")
    assert left == f"brief: {20 - read} of 20 sources were not read: run the same command again to go on"
    assert summary.startswith(f"{read} articles: {read} read · ")
    assert (rest.code, sources(lines(rest.out))) == (0, list(range(20)))
    assert set(reading.asked.values()) == {1}


def test_requests_a_minute_are_held_to(command: Command) -> None:
    """Sixty a minute, and three seconds' worth at once: the last of six is made two seconds after the first, at least."""
    files(Path("a"), range(6))
    times: list[float] = []
    with serving(Reading(lambda *_: times.append(time.monotonic()))) as server:  # type: ignore[func-returns-value]
        ran = command("a", *at(server, "--requests-per-minute", "60", "--store", "s.db"))
    assert ran.code == 0
    assert max(times) - min(times) >= 1.9


def test_a_limit_on_cost_needs_prices(command: Command) -> None:
    files(Path("a"), range(2))
    with serving(Reading()) as server:
        ran = command("a", *at(server, "--max-cost", "1"))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "brief: --max-cost needs the prices of m: state them in the configuration file\n"
    assert not server.bodies


def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a second of patience with an endpoint that is down, in place of two minutes."""
    monkeypatch.setattr(Limits.__init__, "__defaults__", (None, None, None, None, 0.5, 3.0, None, ""))


@pytest.mark.parametrize("answered", [0, 12])
def test_an_endpoint_that_is_down_ends_a_run(command: Command, monkeypatch: pytest.MonkeyPatch, answered: int) -> None:
    """At the start, or in the middle: a few lines, not one an article, and what was read is there."""
    impatient(monkeypatch)
    monkeypatch.setattr("summarizer.model.transport.FIRST_WAIT", 0.01)
    monkeypatch.setattr("summarizer.model.transport.JITTER", 0.01)
    files(Path("a"), range(60))
    reading = Reading(lambda *_: problem(503, "down") if sum(reading.asked.values()) > answered else None)
    with serving(reading) as server:
        ran = command("a", *at(server, "--store", "s.db", "--jobs", "4", "-f", "jsonl"))
        read = [one for one in lines(ran.out) if "brief" in one]
        reading.character = lambda *_: None
        again = command("a", *at(server, "--store", "s.db", "-f", "jsonl"))
    assert ran.code == 3
    assert len(read) == answered
    assert len(ran.err.splitlines()) < 20
    left = ran.err.splitlines()[-2]
    assert re.fullmatch(r"brief: \d+ of 60 sources were not read: run the same command again to go on", left)
    assert (again.code, len(lines(again.out))) == (0, 60)


# --- Ctrl-C -----------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("store", [True, False])
def test_ctrl_c_finishes_what_is_begun_and_says_how_to_go_on(tmp_path: Path, store: bool) -> None:
    files(tmp_path / "a", range(200))
    reading = Reading(wait=0.2)
    kept = ("--store", "s.db") if store else ()
    with serving(reading) as server:
        arguments = ("a", *at(server, "-f", "jsonl", "--jobs", "3", *kept))
        process = begun(tmp_path, *arguments)
        until(lambda: len(reading.asked) >= 6)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        assert process.returncode == 130
        assert 6 <= len(lines(out)) < 50
        assert len(lines(out)) == sum(reading.asked.values())
        first, left, summary = err.splitlines()
        assert first == "brief: finishing what is begun; Ctrl-C again ends at once"
        again = "run the same command again to go on" if store else "with --store one can go on later"
        assert left == f"brief: {200 - len(lines(out))} of 200 sources were not read: {again}"
        assert summary.startswith(f"{len(lines(out))} articles: ")
        if store:
            out, _ = begun(tmp_path, *arguments, "--jobs", "50").communicate(timeout=60)
            assert sources(lines(out)) == list(range(200))
            assert set(reading.asked.values()) == {1}


@pytest.mark.slow
def test_ctrl_c_twice_ends_at_once(tmp_path: Path) -> None:
    files(tmp_path / "a", range(40))
    reading = Reading(lambda number, _: Reply(wait=30) if number >= 4 else None)
    with serving(reading) as server:
        process = begun(tmp_path, "a", *at(server, "-f", "jsonl", "--jobs", "4", "--store", "s.db"))
        until(lambda: len(reading.asked) >= 8)
        process.send_signal(signal.SIGINT)
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        began = time.monotonic()
        out, err = process.communicate(timeout=60)
    assert time.monotonic() - began < 10
    assert process.returncode == 130
    assert sources(lines(out)) == [0, 1, 2, 3]
    assert err.splitlines()[-1] == "brief: interrupted"
    with Store.open(tmp_path / "s.db") as store:
        assert len(store.finished_keys()) == 4
        assert store.read("SELECT count(*) FROM leases") == [(0,)]


@pytest.mark.slow
def test_ctrl_c_reaches_worker_processes_of_a_terminal_too(tmp_path: Path) -> None:
    """A terminal sends it to all of them: they finish what they do, and end with the command."""
    files(tmp_path / "a", range(100))
    reading = Reading(wait=0.2)
    with serving(reading) as server:
        process = begun(
            tmp_path, "a", *at(server, "-f", "jsonl", "--jobs", "3", "--processes", "2"), start_new_session=True
        )
        until(lambda: len(reading.asked) >= 6)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert len(lines(out)) == sum(reading.asked.values())
    assert "Traceback" not in err
    assert len(err.splitlines()) == 3


# --- progress ---------------------------------------------------------------------------------------


def on_a_terminal(tmp_path: Path, *arguments: str) -> tuple[int, str]:
    """What a terminal shows on standard error, and the exit code."""
    parent, child = pty.openpty()
    process = begun(tmp_path, *arguments, stderr=child, text=False)
    os.close(child)
    shown = b""
    while True:
        ready, _, _ = select.select([parent], [], [], 60)
        try:
            more = os.read(parent, 65536) if ready else b""
        except OSError:  # as Linux says that nobody holds the other end
            break
        if not more:
            break
        shown += more
    os.close(parent)
    process.communicate(timeout=60)
    return process.returncode, shown.decode()


@pytest.mark.slow
def test_a_terminal_shows_how_far_it_is(tmp_path: Path) -> None:
    files(tmp_path / "a", range(12))
    (tmp_path / "c.toml").write_text(PRICES, encoding="utf-8")
    with serving(Reading(wait=0.7)) as server:
        code, shown = on_a_terminal(tmp_path, "a", *at(server, "--jobs", "2", "--config", "c.toml", "-o", "out.txt"))
    assert code == 0
    steps = re.findall(r"reading, (\d+) of 12 · (\d+\.\d) a second · \$(\d\.\d\d) · (\d+(?:\.\d)? s) left", shown)
    assert len(steps) > 2
    assert int(steps[-1][0]) > int(steps[0][0])
    assert shown.rstrip().splitlines()[-1].startswith("\x1b[K12 articles: 12 read · ")


@pytest.mark.slow
def test_a_pipe_is_shown_no_progress(tmp_path: Path) -> None:
    files(tmp_path / "a", range(8))
    with serving(Reading(wait=0.7)) as server:
        _, err = begun(tmp_path, "a", *at(server, "--jobs", "2")).communicate(timeout=60)
        _, quiet = begun(tmp_path, "a", *at(server, "--jobs", "8", "-q")).communicate(timeout=60)
    assert len(err.splitlines()) == 1
    assert quiet == ""


def test_what_was_kept_does_not_make_the_rest_seem_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nine thousand were finished before, and each of the others takes a second."""
    from summarizer.cli.progress import Tally

    monkeypatch.setattr("summarizer.cli.progress.time.monotonic", lambda: 10.0)
    tally = Tally(10_000, began=0.0)
    for _ in range(9_000):
        tally.add(None, kept=True, failed=False, begun=True)
    for _ in range(10):
        tally.add(None, kept=False, failed=False, begun=True)
    assert tally.now() == "9,010 of 10,000 · 1.0 a second · 16 min left"
