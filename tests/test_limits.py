"""Limits hold for all that ask: rates, budgets, pauses, a breaker, a stop. Time is fake, but for two processes and a server."""

import asyncio
import itertools
import json
import sqlite3
import subprocess
import sys
import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import (
    AuthenticationFailed,
    BudgetSpent,
    ConnectionFailed,
    EndpointFailed,
    MalformedAnswer,
    ModelNotFound,
    ProviderDown,
    QuotaExhausted,
    RateLimited,
    RequestRejected,
    Stopped,
    StoreError,
    UsageError,
)
from summarizer.exchanges import Tokens
from summarizer.limits import Limits, SharedGate, open_gate
from summarizer.model import ModelSettings, ask, forget_rungs
from summarizer.model.transport import RETRY_AFTER_CAP
from summarizer.schemas.draft import Draft
from tests.fake_time import now, run
from tests.fault_server import Reply, answer, problem, serving

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

    async def story() -> float:
        limits = Limits(requests_per_minute=60, shared=tmp_path / "rates.db")
        with open_gate(limits) as gate:
            other = sqlite3.connect(limits.shared, isolation_level=None)
            other.execute("BEGIN IMMEDIATE")
            waiting, start = asyncio.ensure_future(gate.enter(1)), time.monotonic()
            for _ in range(20):
                await asyncio.sleep(0.005)
            gate.pause(0.01)
            taken = time.monotonic() - start
            assert not waiting.done()
            other.execute("COMMIT")
            other.close()
            await waiting
        return taken

    assert asyncio.run(story()) < 2  # a loop that waits for the other does so for five seconds at a time


def test_a_file_that_is_no_database_is_one_line(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_bytes(b"This is no database at all. " * 50)
    with pytest.raises(StoreError, match=r"notes\.txt: the rates cannot be shared in this file: .*; check --store$"):
        open_gate(Limits(shared=path))


def test_a_file_that_breaks_in_the_middle_is_one_line(tmp_path):
    """Who enters is told; who only tells of a pause is not."""

    async def story() -> None:
        limits = Limits(requests_per_minute=60, shared=tmp_path / "rates.db")
        with open_gate(limits, clock=now) as gate:
            await asked(gate)
            other = sqlite3.connect(limits.shared, isolation_level=None)
            other.execute("DROP TABLE rates")
            other.close()
            gate.pause(1)
            await asked(gate)

    with pytest.raises(StoreError, match=r"rates\.db: the rates cannot be shared in this file: no such table: rates;"):
        run(story())


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
    """It grants ten a second and says Retry-After: 1 else; with 64 at a time few are refused, and none four times in a row."""
    seconds, refused, lost = run(_storm(400, 64))
    assert (seconds < 80, refused < 100, lost) == (True, True, 0)


@pytest.mark.parametrize(("one_in", "most"), [(100, 70), (20, 200), (10, 450)])
def test_refusals_that_have_nothing_to_do_with_the_rate_do_not_bring_it_down(one_in: int, most: float):
    """A thousand questions, eight at a time; each refusal asks everybody to wait a second, and costs little more."""

    async def story() -> float:
        gate, start, slots, asked = gate_of(), now(), asyncio.Semaphore(8), itertools.count(1)

        async def question() -> None:
            async with slots:
                refused = True
                while refused:
                    await gate.enter(10)
                    await asyncio.sleep(0.2)
                    refused = next(asked) % one_in == 0
                    if refused:
                        gate.pause(1)
                    gate.leave(10, None if refused else counted(10), "m")

        await asyncio.gather(*(question() for _ in range(1000)))
        return now() - start

    assert run(story()) < most


async def _storm(questions: int, at_a_time: int) -> tuple[float, int, int]:
    """Seconds for all, requests that were refused, and questions refused at each of four attempts."""
    gate, start, refused = gate_of(), now(), 0
    seen: Counter[int] = Counter()
    slots = asyncio.Semaphore(at_a_time)

    async def answered() -> bool:
        nonlocal refused
        await gate.enter(10)
        second = int(now())
        seen[second] += 1
        granted = seen[second] <= 10
        await asyncio.sleep(0.2)
        if not granted:
            refused += 1
            gate.pause(1)
        gate.leave(10, counted(10) if granted else None, "m")
        return granted

    async def question() -> bool:
        async with slots:
            for _ in range(4):
                if await answered():
                    return True
                await asyncio.sleep(1)
            return False

    ends = await asyncio.gather(*(question() for _ in range(questions)))
    return now() - start, refused, ends.count(False)


# A budget


@given(
    st.integers(1, 3000),
    st.lists(
        st.tuples(st.integers(1, 300), st.one_of(st.none(), st.integers(1, 900)), st.floats(0, 5)),
        min_size=1,
        max_size=60,
    ),
    st.integers(1, 12),
)
def test_a_budget_is_overrun_by_no_more_than_what_is_in_flight(limit, requests, at_a_time):
    """Nor by more than those in flight took beyond what was expected of them, whatever was expected."""

    async def story() -> tuple[float, float]:
        gate, slots = gate_of(max_tokens=limit), asyncio.Semaphore(at_a_time)
        in_flight: dict[int, tuple[int, int]] = {}
        spent, allowed = 0, 0

        async def one(number: int, expected: int, actual: int | None, seconds: float) -> None:
            nonlocal spent, allowed
            async with slots:
                await gate.enter(expected)
                in_flight[number] = expected, actual or 0
                allowed = sum(max(real - thought, 0) for thought, real in in_flight.values())
                await asyncio.sleep(seconds)
                del in_flight[number]
                spent += actual or 0
                gate.leave(expected, counted(actual) if actual else None, "m")

        ends = await asyncio.gather(
            *(one(number, *request) for number, request in enumerate(requests)), return_exceptions=True
        )
        assert all(end is None or isinstance(end, BudgetSpent) for end in ends)
        return spent - limit, allowed

    overrun, allowed = run(story())
    assert overrun <= allowed


def cost(model: str, tokens: Tokens) -> float:
    """A dollar a thousand tokens of a prompt, and four a thousand of an answer; twice that for the dear model."""
    return (tokens.prompt + 4 * tokens.completion) / 1000 * (2 if model == "dear" else 1)


@given(
    st.floats(0.01, 5),
    st.lists(
        st.tuples(st.integers(1, 300), st.integers(1, 900), st.floats(0, 5), st.sampled_from(["m", "dear"])),
        max_size=40,
    ),
)
def test_a_limit_on_cost_is_overrun_by_no_more_than_what_is_in_flight(limit, requests):
    """In dollars, at what each model costs."""

    async def story() -> tuple[float, float]:
        gate = open_gate(Limits(max_cost=limit), price=cost, model="m", clock=now)
        in_flight: dict[int, float] = {}
        spent = allowed = 0.0

        async def one(number: int, expected: int, actual: int, seconds: float, model: str) -> None:
            nonlocal spent, allowed
            await gate.enter(expected)
            in_flight[number] = cost(model, counted(actual))
            allowed = sum(in_flight.values())
            await asyncio.sleep(seconds)
            spent += in_flight.pop(number)
            gate.leave(expected, counted(actual), model)

        await asyncio.gather(
            *(one(number, *request) for number, request in enumerate(requests)), return_exceptions=True
        )
        return spent - limit, allowed

    overrun, allowed = run(story())
    assert overrun <= allowed + EPSILON


def test_a_budget_waits_for_those_in_flight_before_it_says_no():
    """They were expected to take more than they do."""

    async def story() -> list[float]:
        gate = gate_of(max_tokens=100)
        return await asyncio.gather(asked(gate, 60, 20, seconds=3), asked(gate, 60, 20, seconds=3))

    first, second = run(story())
    assert second - first == pytest.approx(3)


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (
            {"max_tokens": 15_000},
            "12,000 tokens of 15,000 tokens are spent, and it would take about 4,000 tokens; raise --max-tokens",
        ),
        (
            {"max_cost": 24.0},
            r"\$19\.2000 of \$24\.0000 are spent, and it would take about \$6\.4000; raise --max-cost",
        ),
    ],
)
def test_a_spent_budget_says_what_is_spent_and_how_to_go_on(limits, said):
    async def story() -> None:
        gate = open_gate(Limits(**limits), price=cost, clock=now)
        await asked(gate, 4000, 12_000)
        await asked(gate, 4000)

    with pytest.raises(BudgetSpent, match=f"{said} and run the same command again"):
        run(story())


def test_an_endpoint_that_counts_nothing_takes_what_was_expected():
    """Or its budget would never end."""

    async def story() -> None:
        gate = gate_of(max_tokens=100)
        for _ in range(3):
            await gate.enter(40)
            gate.leave(40, Tokens(), "m")

    with pytest.raises(BudgetSpent, match="80 tokens of 100 tokens are spent"):
        run(story())


@pytest.mark.parametrize("name", ["requests_per_minute", "tokens_per_minute", "max_tokens", "max_cost", "patience"])
@pytest.mark.parametrize("value", [0, -1, float("nan")])
def test_a_limit_is_more_than_nothing(name, value):
    with pytest.raises(UsageError, match=f"^--{name.replace('_', '-')} must be more than 0, not"):
        Limits(**{name: value})


def test_a_limit_on_cost_needs_prices():
    with pytest.raises(UsageError, match=r"^--max-cost needs the prices of the model"):
        open_gate(Limits(max_cost=1.0))


# A breaker


def test_an_endpoint_that_is_down_is_tried_less_and_less_often_and_then_given_up():
    """Five failures; probes after 5, 10, 20, 40 seconds and at the end of patience, one at a time; then nobody is let in."""

    async def story() -> list[float]:
        gate, entered = gate_of(patience=120), []

        async def question() -> None:
            entered.append(round(await asked(gate, actual=None, seconds=0.5) - 1000, 1))
            gate.ended(DOWN)

        ends = await asyncio.gather(*(question() for _ in range(5)))
        ends = await asyncio.gather(*(question() for _ in range(20)), return_exceptions=True)
        messages = {str(end) for end in ends if isinstance(end, ProviderDown)}
        assert messages == {
            f"{DOWN}; nothing more was asked, since 5 questions in a row had failed and every request of the next 120 s: "
            "run the same command again when the endpoint answers"
        }
        assert now() - 1000 == pytest.approx(121)
        return entered

    assert run(story()) == [0.0] * 5 + [5.5, 16.0, 36.5, 77.0, 120.5]


def test_one_probe_that_is_answered_lets_everybody_in():
    """Not before it is answered."""

    async def story() -> list[float]:
        gate = gate_of()
        for _ in range(5):
            await failed(gate)
        return await asyncio.gather(*(asked(gate, seconds=2) for _ in range(4)))

    assert [at - 1000 for at in run(story())] == pytest.approx([5, 7, 7, 7])


def test_a_probe_that_is_cancelled_is_followed_by_another():
    async def story() -> float:
        gate = gate_of()
        for _ in range(5):
            await failed(gate)
        probe = asyncio.ensure_future(asked(gate, actual=None, seconds=100))
        await asyncio.sleep(6)
        probe.cancel()
        return await asked(gate) - 1000

    assert run(story()) == pytest.approx(16)


@pytest.mark.parametrize("error", [None, RequestRejected("no"), MalformedAnswer("no JSON")])
def test_what_speaks_of_one_question_only_counts_as_a_sign_of_life(error):
    """Four failures, such an end, four failures: the endpoint is there."""

    async def story() -> float:
        gate = gate_of()
        for ends in ([DOWN] * 4, [error], [EndpointFailed("500")] * 2, [RateLimited("429")] * 2):
            for end in ends:
                await failed(gate, end)
        return await asked(gate)

    assert run(story()) == 1000


def test_an_error_that_calls_itself_an_answer_is_no_sign_of_life():
    """200 with an error inside, and no tokens counted."""

    async def story() -> float:
        gate = gate_of()
        for _ in range(5):
            await gate.enter(10)
            gate.leave(10, Tokens(), "m")
            gate.ended(EndpointFailed("no choices"))
        return await asked(gate)

    assert run(story()) == 1005


@pytest.mark.parametrize("error", [AuthenticationFailed("no key"), QuotaExhausted("no credit"), ModelNotFound("none")])
def test_what_nobody_would_fare_better_with_ends_it_at_once(error):
    """Those who wait are told, and an answer that was in flight does not change it."""

    async def story() -> tuple[list[BaseException], float]:
        gate = gate_of(requests_per_minute=1, burst=0)
        await gate.enter(10)
        waiting = asyncio.gather(*(asked(gate) for _ in range(3)), return_exceptions=True)
        await asyncio.sleep(1)
        gate.ended(error)
        gate.leave(10, counted(10), "m")
        return await waiting, now() - 1000

    ends, seconds = run(story())
    assert {(type(end), str(end)) for end in ends} == {
        (
            ProviderDown,
            f"{error}; nothing more was asked, since no other question would fare better: then run the same command again",
        )
    }
    assert seconds == 1


# A stop


def test_a_stop_ends_all_waiting_at_once_and_lets_those_inside_finish():
    async def story() -> tuple[list[object], float, object]:
        gate = gate_of(requests_per_minute=1, burst=0)
        inside = asyncio.ensure_future(asked(gate, seconds=30))
        await asyncio.sleep(0)
        waiting = asyncio.gather(*(asked(gate) for _ in range(5)), return_exceptions=True)
        await asyncio.sleep(2)
        gate.stop()
        ends = await waiting
        stopped = now() - 1000
        return ends, stopped, await inside

    ends, stopped, inside = run(story())
    assert ({type(end) for end in ends}, stopped, inside) == ({Stopped}, 2, 1000)


def test_a_stop_wakes_those_who_wait_between_two_attempts():
    """The next attempt is not sent, and says why."""

    async def story() -> float:
        gate = gate_of()
        pausing = asyncio.ensure_future(gate.sleep(60))
        other = asyncio.ensure_future(gate.sleep(3))
        await asked(gate, seconds=1)
        await other
        assert now() - 1000 == pytest.approx(3)
        gate.stop()
        await pausing
        return now() - 1000

    assert run(story()) == pytest.approx(3)


# Through the model


MESSAGES = [{"role": "system", "content": "Point."}, {"role": "user", "content": "1: ¶ Riders burned a mill."}]


@pytest.fixture
def _no_rungs():
    forget_rungs()


async def _ask(server, gate, **more):
    settings = ModelSettings("m", server.url, api_key="k", **more)
    return await ask(MESSAGES, settings, response_model=Draft, gate=gate)


@pytest.mark.usefixtures("_no_rungs")
def test_a_retry_after_of_one_question_holds_all():
    """The first is refused for 0.4 s; the others, who came in that time, are sent after it."""
    arrived: list[float] = []

    def script(*_: object) -> Reply:
        arrived.append(time.monotonic())
        return problem(429, "slow down", Retry_After="0.4") if len(arrived) == 1 else answer()

    async def story(server) -> None:
        gate = open_gate(Limits())

        async def later() -> None:
            while not arrived:
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.1)
            await _ask(server, gate)

        await asyncio.gather(_ask(server, gate), later(), later())

    with serving(script) as server:
        asyncio.run(story(server))
    assert len(arrived) == 4
    assert min(arrived[1:]) - arrived[0] >= 0.39


@pytest.mark.usefixtures("_no_rungs")
def test_a_question_that_may_not_be_sent_is_not_sent():
    """The budget's own error comes out, and no other."""

    async def story(server) -> None:
        gate = open_gate(Limits(max_tokens=8000))
        await _ask(server, gate)
        with pytest.raises(BudgetSpent, match="5,020 tokens of 8,000 tokens are spent"):
            await _ask(server, gate)
        gate.stop()
        with pytest.raises(Stopped):
            await _ask(server, gate)

    with serving([answer()]) as server:
        asyncio.run(story(server))
    assert len(server.bodies) == 1


@pytest.mark.usefixtures("_no_rungs")
def test_a_key_that_is_not_accepted_is_tried_once():
    async def story(server) -> None:
        gate = open_gate(Limits())
        with pytest.raises(AuthenticationFailed):
            await _ask(server, gate)
        with pytest.raises(ProviderDown, match="the key was not accepted"):
            await _ask(server, gate)

    with serving([problem(401, "bad key", "invalid_api_key")]) as server:
        asyncio.run(story(server))
    assert len(server.bodies) == 1
