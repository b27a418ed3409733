"""Limits hold for all that ask: rates, budgets, pauses, a breaker, a stop. Time is fake, but for two processes and a server."""

import asyncio
import itertools
import json
import sqlite3
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import (
    ConnectionFailed,
    StoreError,
)
from summarizer.exchanges import Tokens
from summarizer.limits import Limits, SharedGate, open_gate
from summarizer.model.transport import RETRY_AFTER_CAP
from tests.fake_time import now, run

DOWN = ConnectionFailed("nothing answers at this address, m at host: check --base-url")
EPSILON = 1e-6


def counted(number: int) -> Tokens:
    """So many tokens, some of them of the answer."""
    return Tokens(prompt=number - number // 5, completion=number // 5)


def gate_of(**limits) -> SharedGate:
    return open_gate(Limits(**limits), clock=now)


async def asked(gate: SharedGate, expected: int = 10, actual: int | None = 10, seconds: float = 0.0) -> float:
    """One request; when it entered."""
    await gate.enter(expected)
    entered = now()
    try:
        await asyncio.sleep(seconds)
    finally:
        gate.leave(expected, counted(actual) if actual else None, "m")
    return entered


async def failed(gate: SharedGate, error: Exception = DOWN) -> None:
    """One question that ends with an error."""
    await asked(gate, actual=None)
    gate.ended(error)


def busiest_minute(entered: list[tuple[float, int]]) -> int:
    """The most that entered within sixty seconds."""
    return max(sum(amount for at, amount in entered if start <= at < start + 60) for start, _ in entered)


# Rates


@given(
    st.integers(1, 300),
    st.floats(0, 10),
    st.lists(st.tuples(st.floats(0, 40), st.floats(0, 5)), min_size=1, max_size=40),
)
def test_no_minute_holds_more_requests_than_the_limit_and_a_burst(limit, burst, requests):
    """Whenever they come and however long they take."""

    async def all_of_them() -> list[float]:
        gate = gate_of(requests_per_minute=limit, burst=burst)

        async def later(start: float, seconds: float) -> float:
            await asyncio.sleep(start)
            return await asked(gate, seconds=seconds)

        return await asyncio.gather(*(later(*request) for request in requests))

    entered = run(all_of_them())
    assert busiest_minute([(at, 1) for at in entered]) <= limit * (60 + burst) / 60 + 1 + EPSILON


@given(st.lists(st.integers(1, 6000), min_size=2, max_size=30), st.floats(0, 10))
def test_no_minute_holds_more_tokens_than_the_limit_a_burst_and_one_request(sizes, burst):
    """Large and small ones pass in the order in which they came."""

    async def all_of_them() -> list[float]:
        gate = gate_of(tokens_per_minute=6000, burst=burst)
        return await asyncio.gather(*(asked(gate, size, size) for size in sizes))

    entered = run(all_of_them())
    assert entered == sorted(entered)
    most = 6000 * (60 + burst) / 60 + max(sizes)
    assert busiest_minute(list(zip(entered, sizes, strict=True))) <= most + EPSILON


@given(st.lists(st.tuples(st.integers(1, 500), st.integers(1, 500)), min_size=2, max_size=40))
def test_what_was_counted_takes_the_place_of_what_was_expected(requests):
    """One after the other, they go as fast as what they took allows, and no faster."""

    async def all_of_them() -> list[float]:
        gate = gate_of(tokens_per_minute=6000, burst=0)
        return [await asked(gate, expected, actual) for expected, actual in requests]

    entered = run(all_of_them())
    for (before, after), (_, actual) in zip(itertools.pairwise(entered), requests, strict=False):
        assert after - before == pytest.approx(actual / 100, abs=0.002)


def test_after_a_rest_only_a_burst_goes_at_once():
    """Sixty a minute and a burst of three seconds: four at once, then one a second."""

    async def ten() -> list[float]:
        gate = gate_of(requests_per_minute=60)
        return await asyncio.gather(*(asked(gate) for _ in range(10)))

    entered = run(ten())
    assert [round(at - entered[0]) for at in entered] == [0, 0, 0, 0, 1, 2, 3, 4, 5, 6]


def test_a_waiting_task_that_is_cancelled_takes_nothing():
    """The next one enters as if it had never been there."""

    async def story() -> tuple[float, float]:
        gate = gate_of(tokens_per_minute=60, burst=0)
        first = await asked(gate, 30, 30)
        waiting = asyncio.ensure_future(asked(gate, 1000, 1000))
        queued = asyncio.ensure_future(asked(gate, 1000, 1000))
        await asyncio.sleep(1)
        waiting.cancel()
        queued.cancel()
        return first, await asked(gate)

    first, last = run(story())
    assert last - first == pytest.approx(30, abs=0.01)


def test_without_limits_nobody_waits():
    async def thousand() -> list[float]:
        gate = gate_of()
        return await asyncio.gather(*(asked(gate) for _ in range(1000)))

    assert len(set(run(thousand()))) == 1


# Shared by processes


def test_gates_on_one_file_share_rates_and_pauses(tmp_path):
    """What one takes the other waits for, and a pause told to one holds both."""

    async def story() -> list[float]:
        limits = Limits(requests_per_minute=60, burst=0, shared=tmp_path / "rates.db")
        with open_gate(limits, clock=now) as one, open_gate(limits, clock=now) as other:
            times = [await asked(one), await asked(other), await asked(one)]
            one.pause(20)
            return [*times, await asked(other)]

    entered = run(story())
    assert [at - entered[0] for at in entered] == pytest.approx([0, 1, 2, 22], abs=0.01)


def test_accounts_have_rates_of_their_own(tmp_path):
    """Two models on one file do not wait for each other."""

    async def story() -> list[float]:
        gates = [
            open_gate(Limits(requests_per_minute=1, burst=0, shared=tmp_path / "r.db", account=name), clock=now)
            for name in ("a", "b")
        ]
        times = [await asked(gate) for gate in gates]
        for gate in gates:
            gate.close()
        return times

    assert len(set(run(story()))) == 1


@pytest.mark.parametrize("ahead", [500_000.0, 62.0, -500_000.0])
def test_what_was_written_before_the_machine_started_holds_nobody_up(tmp_path, ahead):
    """The clock starts anew with the machine; what no limit can mean is not waited for."""

    async def story() -> float:
        limits = Limits(requests_per_minute=60, burst=0, shared=tmp_path / "rates.db")
        open_gate(limits, clock=now).close()
        with sqlite3.connect(limits.shared) as file:
            file.executemany("INSERT INTO rates VALUES ('', ?, ?)", [(n, now() + ahead) for n in ("requests", "pause")])
        file.close()
        with open_gate(limits, clock=now) as gate:
            return await asked(gate) - 1000

    assert run(story()) == 0


def test_a_file_that_another_writes_to_holds_up_the_request_but_not_the_loop(tmp_path):
    """A long transaction of the store's is waited for between other work."""

    async def story() -> tuple[float, float]:
        limits = Limits(requests_per_minute=60, shared=tmp_path / "rates.db")
        with open_gate(limits) as gate:
            other = sqlite3.connect(limits.shared, isolation_level=None)
            other.execute("BEGIN IMMEDIATE")
            waiting = asyncio.ensure_future(gate.enter(1))
            longest, end = 0.0, time.monotonic() + 0.2
            while (before := time.monotonic()) < end:
                await asyncio.sleep(0)
                longest = max(longest, time.monotonic() - before)
            gate.pause(0.01)
            assert not waiting.done()
            other.execute("COMMIT")
            other.close()
            await waiting
        return longest, before

    longest, _ = asyncio.run(story())
    assert longest < 0.05


@pytest.mark.parametrize("content", [b"This is no database at all. " * 50])
def test_a_file_that_is_no_database_is_one_line(tmp_path, content):
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"notes\.txt: the rates cannot be shared in this file: .*; check --store$"):
        open_gate(Limits(shared=path))


ENTERING = """
import asyncio, json, sys, time
from pathlib import Path
from summarizer.limits import Limits, open_gate

async def story():
    with open_gate(Limits(requests_per_minute=1200, burst=0.2, shared=Path(sys.argv[1]))) as gate:
        async def once():
            await gate.enter(1)
            at = time.monotonic()
            gate.leave(1, None, "m")
            return at
        print(json.dumps(await asyncio.gather(*(once() for _ in range(15)))))

asyncio.run(story())
"""


def test_two_processes_share_one_file(tmp_path):
    """Twenty a second for both together; both get their share, and neither waits for nothing."""
    command = [sys.executable, "-c", ENTERING, str(tmp_path / "rates.db")]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    each = [json.loads(process.communicate(timeout=30)[0]) for process in processes]
    entered = sorted(itertools.chain(*each))
    for start, end in itertools.combinations(range(len(entered)), 2):
        assert end - start + 1 <= (entered[end] - entered[start] + 0.2) * 20 + 1.5
    assert entered[-1] - entered[0] < 4


# A pause for all


def test_a_pause_holds_everybody_and_they_do_not_all_come_back_at_once():
    """Those who wait and those who come later; then one after the other, without any stated rate."""

    async def story() -> list[float]:
        gate = gate_of()
        await gate.enter(10)
        gate.pause(7)
        gate.leave(10, None, "m")
        return await asyncio.gather(*(asked(gate, seconds=1) for _ in range(8)))

    entered = run(story())
    assert entered[0] == pytest.approx(1007)
    assert all(after - before > 0.04 for before, after in itertools.pairwise(entered))


def test_a_pause_is_no_longer_than_a_retry_after_may_be():
    async def story() -> float:
        gate = gate_of()
        gate.pause(100_000)
        return await asked(gate)

    assert run(story()) == pytest.approx(1000 + RETRY_AFTER_CAP)


def test_requests_come_to_go_as_fast_as_an_endpoint_lets_them():
    """It grants ten a second, and says Retry-After: 1 else; with 64 at a time few are refused, and none four times in a row."""

    async def story() -> tuple[float, int, int]:
        gate, granted = gate_of(), {}
        refused = lost = 0

        async def question() -> None:
            nonlocal refused, lost
            for _ in range(4):
                await gate.enter(10)
                second = int(now())
                granted[second] = granted.get(second, 0) + 1
                await asyncio.sleep(0.2)
                if granted[second] <= 10 and second == int(now() - 0.2):
                    gate.leave(10, counted(10), "m")
                    return
                refused += 1
                gate.pause(1)
                gate.leave(10, None, "m")
                await asyncio.sleep(1)
            lost += 1

        slots, start = asyncio.Semaphore(64), now()

        async def in_turn() -> None:
            async with slots:
                await question()

        await asyncio.gather(*(in_turn() for _ in range(400)))
        return now() - start, refused, lost

    seconds, refused, lost = run(story())
    print(seconds, refused, lost)
    assert (lost, refused < 200, seconds < 120) == (0, True, True)
