"""Leases: one holder an article, for no longer than it lives; only the machine's own clock counts."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from summarizer.store import LEASE
from summarizer.store.leases import Holder, holds
from tests.storing import finished, store


class Clock:
    """A monotonic clock that a test sets."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_an_article_is_claimed_once(tmp_path: Path) -> None:
    """By the same store, too: two tasks of one run must not pay for it twice."""
    with store(tmp_path) as mine, store(tmp_path) as others:
        assert mine.claim("a")
        assert not mine.claim("a")
        assert not others.claim("a")
        assert others.claim("b")


def test_what_is_given_back_can_be_claimed(tmp_path: Path) -> None:
    with store(tmp_path) as mine, store(tmp_path) as others:
        mine.claim("a")
        others.release("a")  # not theirs to give back
        assert not others.claim("a")
        mine.release("a")
        assert others.claim("a")


def test_a_store_that_is_closed_gives_everything_back(tmp_path: Path) -> None:
    with store(tmp_path) as others:
        with store(tmp_path) as mine:
            mine.claim("a")
        assert others.claim("a")


def test_a_finished_article_is_given_back_as_it_is_written(tmp_path: Path) -> None:
    with store(tmp_path) as mine:
        mine.claim("key")
        mine.write([finished()])
        assert mine.read("SELECT * FROM leases") == []


def test_a_lease_ends_by_itself_unless_it_is_renewed(tmp_path: Path) -> None:
    clock = Clock()
    with store(tmp_path, clock=clock) as mine, store(tmp_path, clock=clock) as others:
        mine.claim("kept")
        mine.claim("lost")
        clock.now += LEASE - 1
        mine.renew(["kept", "never claimed"])
        clock.now += 2
        assert others.claim("lost")
        assert not others.claim("kept")
        assert others.claim("never claimed")


def test_who_lost_a_lease_does_not_renew_it(tmp_path: Path) -> None:
    clock = Clock()
    with store(tmp_path, clock=clock) as mine, store(tmp_path, clock=clock) as others:
        mine.claim("a")
        clock.now += LEASE + 1
        others.claim("a")
        mine.renew(["a"])
        mine.release("a")
        assert not mine.claim("a")


def test_a_lease_from_before_the_machine_was_started_again_is_void(tmp_path: Path) -> None:
    """The clock begins anew, so the end of such a lease lies further ahead than any lease reaches."""
    clock = Clock()
    with store(tmp_path, clock=clock) as mine, store(tmp_path, clock=clock) as others:
        mine.claim("a")
        clock.now = 5.0
        assert others.claim("a")


def test_the_time_of_day_plays_no_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with store(tmp_path) as mine, store(tmp_path) as others:
        mine.claim("a")
        monkeypatch.setattr(time, "time", lambda: 4e9)
        assert not others.claim("a")


@pytest.mark.parametrize(("left", "expected"), [(-1, False), (0, False), (1, True), (LEASE, True), (LEASE + 1, False)])
def test_a_lease_holds_until_its_end_and_never_longer_than_a_lease(left: float, expected: bool) -> None:
    assert holds(500 + left, 500) is expected


HOLD = """
import sys, time
from summarizer.store import Store
kept = Store.open(sys.argv[1])
print(kept.claim("a"), flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="elsewhere such a lease ends by itself")
def test_a_holder_that_was_killed_frees_its_lease_at_once(tmp_path: Path) -> None:
    with store(tmp_path) as mine:
        other = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(tmp_path / "news.store")], stdout=subprocess.PIPE, text=True
        )
        assert other.stdout
        with other.stdout:
            assert other.stdout.readline() == "True\n"
            assert not mine.claim("a")
            other.kill()
            time.sleep(0.1)
            assert mine.claim("a")  # before anybody has waited for it, too
            other.wait()
        mine.release("a")
        assert mine.claim("a")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="a process is told apart by when it began")
def test_another_process_of_the_same_number_is_another_holder() -> None:
    me = Holder.new()
    assert not me.is_gone
    assert Holder(me.space, me.pid, me.started + "1", me.token).is_gone
    assert not Holder("pid:[1]", me.pid, me.started + "1", me.token).is_gone  # of another container: nobody knows
    assert not Holder("-", me.pid, "", me.token).is_gone
    assert Holder.read(str(me)) == me
