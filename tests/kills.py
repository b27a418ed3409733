"""The command over many articles, killed at random points and begun again, until all are done: what did that cost?

Run with: python -m tests.kills --articles 500 --kills 100
"""

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summarizer.store import Store
from tests.fault_server import FaultServer, Reply, answer_in_lines, problem, serving
from tests.many_articles import draft, files, number_in

ROOT = Path(__file__).parent.parent
JOBS = 8
REPAIRED = 10
"""Of so many articles, one is answered with other words than its own at first, and asked about again."""
EARLY = 0.2
"""Share of the kills that come at a random time of the start, before anything is asked."""
LONGEST = 3600.0
"""Seconds that a run may take."""


class Unreliable:
    """An endpoint that reads, and now and then refuses, resets, is overloaded, or takes its time; never twice in a row.

    Attributes:
        faults: whether it does.
        paid: answers given, by question.
        made: requests, whatever came of them.
    """

    def __init__(self, seed: int, *, faults: bool) -> None:
        self.faults = faults
        self.paid: Counter[str] = Counter()
        self.made: Counter[str] = Counter()
        self._chance = random.Random(seed)  # noqa: S311
        self._failed: set[str] = set()

    def __call__(self, body: dict[str, Any], _: dict[str, str]) -> Reply:
        """Answer one request."""
        question = hashlib.sha256(json.dumps(body["messages"]).encode()).hexdigest()
        self.made[question] += 1
        chance = self._chance.random() if self.faults else 1.0
        if chance < 0.12 and question not in self._failed:
            self._failed.add(question)
            return (
                problem(429, "slow down", Retry_After="0.2")
                if chance < 0.05
                else Reply(reset=True, wait=0.05)
                if chance < 0.08
                else problem(503, "overloaded")
            )
        self._failed.discard(question)
        self.paid[question] += 1
        number = number_in(body)
        first = number % REPAIRED == 0 and "to drown" not in json.dumps(body["messages"])
        wait = 1.0 if chance < 0.16 else self._chance.uniform(0.02, 0.2)
        return answer_in_lines(draft(number, "to drown Orvane" if first else ""), wait=wait if self.faults else 0.0)


@dataclass
class Measured:
    """What was found.

    Attributes:
        lost: articles without a brief at the end, or with another one than an undisturbed run's.
        doubled: rows too many or too few, by table.
        paid_again: answers to a question that had been answered before.
        in_flight: requests that may have been in flight at the kills, at most.
        left_over: processes that outlived the command that had begun them.
        wrong: whatever else is not as it should be.
    """

    articles: int
    kills: int = 0
    runs: int = 0
    requests: int = 0
    questions: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: dict[str, tuple[int, int]] = field(default_factory=dict)
    paid_again: int = 0
    left_over: int = 0
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def in_flight(self) -> int:
        """Requests that may have been in flight at the kills, at most."""
        return self.kills * JOBS

    @property
    def holds(self) -> bool:
        """Whether all is as it should be."""
        amiss = self.lost or self.doubled or self.wrong or self.left_over
        return not amiss and self.paid_again <= self.in_flight

    def __str__(self) -> str:
        return (
            f"{self.articles} articles, {self.kills} kills, {self.runs} runs, {self.seconds:.0f} s\n"
            f"lost or other: {len(self.lost)}  rows doubled or missing: {self.doubled or 0}  other: {self.wrong or 0}\n"
            f"processes left over: {self.left_over}\n"
            f"requests: {self.requests} for {self.questions} questions, refused and reset ones included\n"
            f"paid again: {self.paid_again}; in flight at the kills, at most: {self.in_flight}"
        )


def measured(articles: int, kills: int, seed: int = 1, folder: Path | None = None) -> Measured:
    """Kill the command so often over so many articles.

    Args:
        articles: how many.
        kills: how often.
        seed: of the random points, and of what the endpoint does.
        folder: to work in; emptied at the end where it is not given.
    """
    work = folder or Path(tempfile.mkdtemp())
    try:
        return _measured(work, articles, kills, seed)
    finally:
        if folder is None:
            shutil.rmtree(work, ignore_errors=True)


def _measured(work: Path, articles: int, kills: int, seed: int) -> Measured:
    began = time.monotonic()
    found = Measured(articles)
    files(work / "a", range(articles))
    chance = random.Random(seed)  # noqa: S311
    endpoint = Unreliable(seed, faults=False)
    with serving(endpoint) as server:
        calm = _run_out(work, server, "calm.db")
        questions = len(endpoint.paid)
        endpoint.faults = True
        endpoint.paid.clear()
        endpoint.made.clear()
        while found.kills < kills:
            found.runs += 1
            before = endpoint.paid.copy()
            if not _killed(work, server, endpoint, chance, found):
                break
            _count(found, before, endpoint.paid)
        before = endpoint.paid.copy()
        found.runs += 1
        disturbed = _run_out(work, server, "s.db")
        _count(found, before, endpoint.paid)
        found.requests, found.questions = endpoint.made.total(), len(endpoint.paid)
        made = endpoint.made.total()
        again = _run_out(work, server, "s.db")
    _compare(found, work, calm, disturbed, again)
    if endpoint.made.total() != made:
        found.wrong.append("a finished article was asked about")
    if found.questions != questions:
        found.wrong.append(f"{found.questions} questions, {questions} in an undisturbed run")
    found.seconds = time.monotonic() - began
    return found


def _command(work: Path, server: FaultServer, store: str, processes: int, out: Any) -> "subprocess.Popen[bytes]":
    arguments = ["a", "-f", "jsonl", "--store", store, "--jobs", str(JOBS), "--processes", str(processes)]
    return subprocess.Popen(
        [
            sys.executable,
            "-c",
            "from summarizer.cli import main; main()",
            *arguments,
            "--model",
            "m",
            "--base-url",
            server.url,
        ],
        cwd=work,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(work), "OPENAI_API_KEY": "none"},
        stdout=out,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def _run_out(work: Path, server: FaultServer, store: str) -> dict[str, dict[str, Any]]:
    """Lines of a run that nobody kills, by their source."""
    process = _command(work, server, store, 0, subprocess.PIPE)
    out, err = process.communicate(timeout=LONGEST)
    assert process.returncode == 0, err.decode()
    return {line["source"]: line for line in map(json.loads, out.splitlines())}


def _killed(work: Path, server: FaultServer, endpoint: Unreliable, chance: random.Random, found: Measured) -> bool:
    """Begin the command, and kill it at a random point; False where it was done before."""
    process = _command(work, server, "s.db", found.runs % 2 * 2, subprocess.DEVNULL)
    early = chance.random() < EARLY
    further = endpoint.made.total() + chance.randint(1, 12)
    until = time.monotonic() + (chance.uniform(0, 1.5) if early else LONGEST)
    while time.monotonic() < until and (early or endpoint.made.total() < further) and process.poll() is None:
        time.sleep(0.002)
    time.sleep(chance.uniform(0, 0.1))
    process.send_signal(signal.SIGKILL)
    assert process.stderr
    process.stderr.close()
    killed = process.wait() == -signal.SIGKILL
    found.kills += killed
    found.left_over += _left_over(process.pid)
    return killed


def _left_over(session: int) -> int:
    """Processes of a session that are still there some seconds after the first of it has ended."""
    until = time.monotonic() + 10
    while (left := _in_session(session)) and time.monotonic() < until:
        time.sleep(0.01)
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    return len(left)


def _in_session(session: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, of = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(of) == session and state != "Z":
            found.append(int(stat.parent.name))
    return found


def _count(found: Measured, before: Counter[str], after: Counter[str]) -> None:
    """What was paid in one run that had been paid before."""
    again = sum(min(after[question] - before[question], after[question] - 1) for question in after)
    found.paid_again += again


def _compare(found: Measured, work: Path, calm: Any, disturbed: Any, again: Any) -> None:
    """Hold what came out, and what is in the store, against an undisturbed run's."""
    briefs = [{source: line["brief"] for source, line in lines.items()} for lines in (calm, disturbed, again)]
    found.lost = [source for source in briefs[0] if any(other.get(source) != briefs[0][source] for other in briefs[1:])]
    tables = [_rows(work / name) for name in ("calm.db", "s.db")]
    found.doubled = {
        name: (tables[0][name], tables[1][name]) for name in tables[0] if tables[0][name] != tables[1][name]
    }
    with Store.open(work / "s.db") as store:
        if (checked := store.read("PRAGMA integrity_check")) != [("ok",)]:
            found.wrong.append(f"the store is damaged: {checked[0]}")
        if store.read("PRAGMA foreign_key_check"):
            found.wrong.append("rows of the store lead nowhere")


def _rows(path: Path) -> dict[str, int]:
    with Store.open(path) as store:
        names = store.read("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_fts_%'")
        return {name: store.read(f"SELECT count(*) FROM {name}")[0][0] for (name,) in names}


if __name__ == "__main__":
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--articles", type=int, default=500)
    wanted.add_argument("--kills", type=int, default=100)
    wanted.add_argument("--seed", type=int, default=1)
    asked = wanted.parse_args()
    result = measured(asked.articles, asked.kills, asked.seed)
    sys.stdout.write(f"{result}\n")
    sys.exit(not result.holds)
