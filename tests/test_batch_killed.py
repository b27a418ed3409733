"""Killed anywhere, a later command goes on: every article is finished once, and no question is paid twice."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests import mill
from tests.batch_server import BatchServer, Fault, batching
from tests.fault_server import completion, in_lines

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
ARTICLES = 40
KILLS = 20
MISREAD = completion(in_lines(mill.draft(words=[{"sentence": 1, "text": "torched"}])))
GOOD = completion(in_lines(mill.draft()))


def answer(body: dict[str, Any]) -> tuple[int, Any]:
    """Every fourth article is misread at first, so that a repair is asked for."""
    said = json.dumps(body)
    return 200, MISREAD if "Word 4" in said and "torched" not in said else GOOD


class Kit:
    """Articles in a folder, a server, and the command as a process."""

    def __init__(self, folder: Path, server: BatchServer) -> None:
        self.folder, self.server = folder, server
        (folder / "news").mkdir()
        for each in range(ARTICLES):
            text = f"{mill.ARTICLE} Word {each % 4 + 1} came from valley {each}."
            (folder / f"news/{each}.txt").write_text(text, encoding="utf-8")

    def begun(self, command: str) -> "subprocess.Popen[str]":
        sources = ["news", "--model", "m", "--base-url", self.server.url] if command == "submit" else []
        environment = os.environ | {"OPENAI_API_KEY": "sk-test-key", "PYTHONPATH": str(ROOT)}
        return subprocess.Popen(
            [sys.executable, "-m", "tests.batch_driver", command, *sources, "--store", "s.db"],
            cwd=self.folder,
            env=environment,
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
        )

    def killed(self, command: str, chance: random.Random, how: int = signal.SIGKILL) -> bool:
        """Begin a command, and end it in the middle; whether it was still at work."""
        calls = len(self.server.calls) + chance.randint(1, 6)
        until = time.monotonic() + chance.choice((2, 30))
        process = self.begun(command)
        while process.poll() is None and len(self.server.calls) < calls and time.monotonic() < until:
            time.sleep(0.002)
        time.sleep(chance.choice((0, 0.005, 0.02, 0.05, 0.1)))
        was_at_work = process.poll() is None
        process.send_signal(how)
        process.communicate()
        return was_at_work

    def finished_off(self) -> str:
        """Submit and collect until nothing waits."""
        said = ""
        for _ in range(8):
            for command in ("submit", "collect"):
                _, said = self.begun(command).communicate()
            if "no article waits" in said:
                break
            time.sleep(1.1)  # as long as it takes until a batch has certainly not come about
        return said

    def rows(self, query: str) -> list[Any]:
        db = sqlite3.connect(self.folder / "s.db")
        found = db.execute(query).fetchall()
        db.close()
        return found

    def check(self) -> None:
        assert "no article waits" in self.finished_off()
        assert self.rows("SELECT count(*), count(DISTINCT key), count(DISTINCT document) FROM briefs") == [
            (ARTICLES, ARTICLES, ARTICLES)
        ]
        assert self.rows("SELECT count(*) FROM batch_articles") == [(0,)]
        assert self.rows("SELECT count(*) FROM batches WHERE state != 'collected'") == [(0,)]
        assert set(self.server.paid.values()) == {1}
        assert len(self.server.paid) == ARTICLES * 5 // 4
        assert self.rows("PRAGMA integrity_check") == [("ok",)]


def test_nothing_is_lost_or_paid_twice_wherever_it_is_killed(tmp_path: Path) -> None:
    chance = random.Random(15)  # noqa: S311
    with batching(answer=answer, wait=0.01) as server:
        kit = Kit(tmp_path, server)
        commands = ["submit", "submit", *chance.choices(("submit", "collect"), k=KILLS - 2)]
        at_work = [kit.killed(command, chance) for command in commands]
        assert sum(at_work) >= KILLS // 3
        kit.check()


def test_nor_where_calls_fail_on_top_of_it(tmp_path: Path) -> None:
    chance = random.Random(16)  # noqa: S311
    faults = {
        "POST /batches": [Fault(after=True), Fault(429, headers={"Retry-After": "0"}), Fault(), Fault(502, after=True)],
        "GET /batches?": [Fault(), Fault(503)],
        "GET /files/": [Fault(), Fault(cut=9), Fault(500), Fault(cut=30), Fault()],
        "POST /files": [Fault(after=True), Fault(503)],
    }
    with batching(answer=answer, wait=0.01, faults=faults, twice=True) as server:
        kit = Kit(tmp_path, server)
        for _ in range(8):
            kit.killed(chance.choice(("submit", "collect")), chance)
        kit.check()


def test_of_two_submits_at_once_one_waits_its_turn_and_nothing_is_asked_twice(tmp_path: Path) -> None:
    with batching(answer=answer, wait=0.05) as server:
        kit = Kit(tmp_path, server)
        both = [kit.begun("submit") for _ in range(2)]
        said = [process.communicate()[1] for process in both]
        assert all("interrupted" not in one and "bug" not in one for one in said)
        kit.check()


def test_ctrl_c_says_so_in_one_line_and_a_later_command_goes_on(tmp_path: Path) -> None:
    with batching(answer=answer, wait=0.3) as server:
        kit = Kit(tmp_path, server)
        for command, call in (("submit", "POST /batches"), ("collect", "GET /files/")):
            process = kit.begun(command)
            while process.poll() is None and not any(one.startswith(call) for one in server.calls):
                time.sleep(0.005)
            process.send_signal(signal.SIGINT)
            _, said = process.communicate()
            assert said.splitlines()[-1] == "brief: interrupted"
            assert process.returncode == 130
        server.wait = 0.0
        kit.check()
