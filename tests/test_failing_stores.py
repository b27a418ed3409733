"""A store that fails, in whatever way, is told of in one line; what was read is given out, and a later run goes on."""

import itertools
import json
import os
import random
import resource
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import StoreError
from summarizer.store import Store
from summarizer.store.troubles import told
from tests.cli_runner import Command, Ran, command
from tests.fault_server import FaultServer, serving
from tests.many_articles import Reading, files

__all__ = ["command"]
ROOT = Path(__file__).parent.parent


def at(server: FaultServer, *more: str) -> tuple[str, ...]:
    stated = ("--model", "m", "--base-url", server.url, "--repairs", "0", "--processes", "0", "--store", "s.db")
    return (*stated, "-f", "jsonl", *more)


def briefs(ran: Ran) -> dict[str, Any]:
    """The briefs that were given out, by their source."""
    found = map(json.loads, ran.out.splitlines())
    return {line["source"]: line["brief"] for line in found if "brief" in line}


def all_there(ran: Ran, number: int) -> bool:
    return ran.code == 0 and sorted(briefs(ran)) == [f"a/{one:05}.txt" for one in range(number)]


@pytest.fixture
def reading() -> Reading:
    return Reading()


@pytest.fixture
def server(reading: Reading) -> Iterator[FaultServer]:
    with serving(reading) as running:
        yield running


def on_a_small_disk(folder: Path, bytes_left: int, *arguments: str) -> Ran:
    """The command where no file may grow beyond a size."""
    ran = subprocess.run(
        [sys.executable, "-c", "from summarizer.cli import main; main()", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(folder), "OPENAI_API_KEY": "none"},
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_left, bytes_left)),
        check=False,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)


@pytest.mark.slow
def test_a_disk_that_becomes_full_ends_a_run_that_can_be_gone_on_with(
    command: Command, server: FaultServer, reading: Reading
) -> None:
    files(Path("a"), range(150))
    ran = on_a_small_disk(Path.cwd(), 700_000, "a", *at(server))
    given = briefs(ran)
    assert ran.code == 2
    assert 0 < len(given) < 150
    full, left, summary = ran.err.splitlines()
    assert full.startswith("brief: the store s.db cannot ")
    assert "full" in full
    assert left == f"brief: {150 - len(given)} of 150 sources were not read: run the same command again to go on"
    assert summary.startswith(f"{len(given)} articles: {len(given)} read · ")
    paid = sum(reading.asked.values())
    assert paid == len(given)
    rest = command("a", *at(server))
    assert all_there(rest, 150)
    assert given.items() <= briefs(rest).items()
    assert sum(reading.asked.values()) <= 150 + 3 * 8  # of those in flight, and not yet written
    with Store.open("s.db") as store:
        assert store.read("PRAGMA integrity_check") == [("ok",)]
        assert len(store.finished_keys()) == 150


@pytest.mark.slow
def test_a_disk_that_is_full_from_the_beginning_is_told_before_anything_is_asked(
    command: Command, server: FaultServer
) -> None:
    files(Path("a"), range(3))
    ran = on_a_small_disk(Path.cwd(), 8_000, "a", *at(server))
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith("brief: the store s.db cannot ")
    assert not server.bodies


@pytest.mark.parametrize("place", ["missing/s.db", "a", "/proc/s.db"])
def test_a_store_that_cannot_be_made_is_told_before_anything_is_asked(
    command: Command, server: FaultServer, place: str
) -> None:
    files(Path("a"), range(3))
    ran = command("a", *at(server, "--store", place))
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith(f"brief: the store {place} cannot be opened: ")
    assert not server.bodies


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
@pytest.mark.parametrize("place", [".", "s.db"])
def test_a_store_that_may_not_be_written_is_told_before_anything_is_asked(
    command: Command, server: FaultServer, place: str
) -> None:
    files(Path("a"), range(3))
    command("a", *at(server))
    asked = len(server.bodies)
    Path(place).chmod(0o500)
    ran = command("a", *at(server, "--policy", "strict"))
    Path(place).chmod(0o700)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert len(server.bodies) == asked


def test_a_file_that_is_no_store_is_left_alone(command: Command, server: FaultServer) -> None:
    files(Path("a"), range(3))
    Path("s.db").write_bytes(b"minutes of the council\n" * 400)
    before = Path("s.db").read_bytes()
    ran = command("a", *at(server))
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "is no store" in ran.err
    assert Path("s.db").read_bytes() == before
    assert not server.bodies


def test_a_store_of_a_later_version_is_left_alone(command: Command, server: FaultServer) -> None:
    files(Path("a"), range(3))
    command("a", *at(server))
    with sqlite3.connect("s.db") as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    ran = command("a", *at(server))
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "was written by a later version of this program" in ran.err
    assert len(server.bodies) == 3


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE briefs SET exit_code = 77, version = '99'",
        "UPDATE brief_files SET packed = x'789c4b4cc4060000b1a3072d'",
        """UPDATE brief_files SET run = '{"told_by": "a later version"}'""",
    ],
)
def test_what_another_version_kept_and_this_one_cannot_read_is_made_again(
    command: Command, server: FaultServer, reading: Reading, change: str
) -> None:
    """Of the answers that are kept: nothing is asked."""
    files(Path("a"), range(4))
    first = command("a", *at(server))
    with Store.open("s.db") as store, store.writing() as db:
        db.execute(change)
    again = command("a", *at(server))
    assert all_there(again, 4)
    assert briefs(again) == briefs(first)
    assert set(reading.asked.values()) == {1}


@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_store_is_told_of_and_what_was_read_is_given_out(command: Command, seed: int) -> None:
    """Pages of it overwritten at random: never a traceback, never a brief that is not the article's."""
    files(Path("a"), range(40))
    chance = random.Random(seed)  # noqa: S311
    reading = Reading()
    with serving(reading) as server:
        first = command("a", *at(server))
        with sqlite3.connect("s.db") as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.close()
        with Path("s.db").open("r+b") as file:
            pages = Path("s.db").stat().st_size // 4096
            for page in chance.sample(range(1, pages), pages // 4):
                file.seek(page * 4096 + chance.randrange(2000))
                file.write(chance.randbytes(1500))
        again = command("a", *at(server))
        other = command("a", *at(server, "--policy", "strict"))
    for ran in (again, other):
        assert ran.code in (0, 2)
        assert len(ran.err.splitlines()) <= 3
        assert ran.code == 0 or "`brief store check` says what can be saved" in ran.err
        assert "a bug of this program" not in ran.err
    assert briefs(again).items() <= briefs(first).items()


def test_another_process_that_writes_for_a_while_is_waited_for(
    command: Command, server: FaultServer, reading: Reading
) -> None:
    files(Path("a"), range(6))
    command("a/00000.txt", *at(server))
    db = sqlite3.connect("s.db", isolation_level=None, check_same_thread=False)
    db.execute("BEGIN IMMEDIATE")
    threading.Timer(1.0, db.execute, ("ROLLBACK",)).start()
    ran = command("a", *at(server))
    db.close()
    assert all_there(ran, 6)
    assert set(reading.asked.values()) == {1}


def test_another_process_that_writes_for_long_is_told_of(
    command: Command, server: FaultServer, reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(Store.open.__func__.__kwdefaults__, "patience", 0.3)  # type: ignore[attr-defined]
    files(Path("a"), range(30))
    command("a/00000.txt", *at(server))
    db = sqlite3.connect("s.db", isolation_level=None)
    db.execute("BEGIN IMMEDIATE")
    ran = command("a", *at(server))
    db.execute("ROLLBACK")
    db.close()
    assert ran.code == 2
    assert list(briefs(ran)) == ["a/00000.txt"]
    held, left, _ = ran.err.splitlines()
    assert held.startswith("brief: the store s.db is held by another process: ")
    assert left == "brief: 29 of 30 sources were not read: run the same command again to go on"
    assert all_there(command("a", *at(server)), 30)
    assert set(reading.asked.values()) == {1}


def test_a_clock_that_jumps_changes_nothing(
    command: Command, server: FaultServer, reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time of day goes back by days, and on by years: no lease, limit or wait goes by it."""
    reading.wait = 0.02
    files(Path("a"), range(20))
    now = time.time
    jumps = itertools.cycle([0.0, -3e5, 9e7, -1e8, 2e8])
    monkeypatch.setattr(time, "time", lambda: now() + next(jumps))
    first = command("a", *at(server, "--requests-per-minute", "6000", "--max-tokens", "1000000"))
    again = command("a", *at(server))
    assert all_there(first, 20)
    assert again.out.splitlines() == sorted(first.out.splitlines())
    assert set(reading.asked.values()) == {1}


def test_rows_that_refer_to_nothing_are_damage() -> None:
    """Pages that were overwritten may hold rows of which SQLite only notices that they do not fit each other."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(
            "PRAGMA foreign_keys = ON; CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a REFERENCES a)"
        )
        with (
            pytest.raises(StoreError, match=r"the store s\.db is damaged: `brief store check` says"),
            told(Path("s.db")),
        ):
            db.execute("INSERT INTO b VALUES (7)")
