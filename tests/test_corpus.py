"""Many articles go through at once: each is read, kept and found again by itself, whatever befalls the others."""

import asyncio
import json
import os
import signal
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

import summarizer
from summarizer.asking.options import RunOptions
from summarizer.engine import flow
from summarizer.engine.corpus import KeptResult, Many, opened
from summarizer.engine.feeding import offers
from summarizer.engine.flow import Outcome
from summarizer.engine.tasks import as_it_is
from summarizer.errors import (
    BudgetSpent,
    ProviderDown,
    RequestRejected,
    SourceError,
    StoreError,
    UsageError,
    WorkerDied,
)
from summarizer.limits import Limits
from summarizer.pipeline import Result
from summarizer.store import Store
from tests.fault_server import Reply, answer, answer_in_lines, in_lines, problem, serving
from tests.many_articles import Reading, draft, files, the_model, told

QUICK = 0.05


def gone_through(sources: Iterable[Any], **choices: Any) -> list[Outcome]:
    """All outcomes, as they come."""

    async def collected() -> list[Outcome]:
        return [outcome async for outcome in summarizer.corpus(sources, **choices)]

    return asyncio.run(collected())


def numbers(outcomes: Iterable[Outcome]) -> list[int]:
    return [int(Path(outcome.source).stem) for outcome in outcomes]


def threats(outcomes: Iterable[Outcome]) -> list[int]:
    return [len(outcome.product.brief.threats) for outcome in outcomes]


# --- in, through, out -------------------------------------------------------------------------------


def first_is_slow(number: int, _: int) -> Reply | None:
    return answer_in_lines(draft(number), wait=1.0) if number == 1 else None


def test_outcomes_come_in_the_order_of_the_sources_where_that_is_wanted(tmp_path: Path) -> None:
    with serving(Reading(first_is_slow)) as server:
        outcomes = gone_through(files(tmp_path, range(1, 13)), model=the_model(server), in_order=True, jobs=4)
    assert numbers(outcomes) == list(range(1, 13))
    assert threats(outcomes) == [1] * 12


def test_outcomes_come_as_they_are_there_otherwise(tmp_path: Path) -> None:
    with serving(Reading(first_is_slow)) as server:
        outcomes = gone_through(files(tmp_path, range(1, 6)), model=the_model(server))
    assert numbers(outcomes)[-1] == 1
    assert sorted(numbers(outcomes)) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("processes", [0, 2])
def test_one_article_that_always_fails_costs_no_other(tmp_path: Path, processes: int) -> None:
    """The endpoint refuses it each time, while 64 requests may be in flight."""
    reading = Reading(lambda number, _: problem(400, "not this one") if number == 7 else None, wait=QUICK)
    with serving(reading) as server:
        outcomes = gone_through(files(tmp_path, range(20)), model=the_model(server), jobs=64, processes=processes)
    failed = [outcome for outcome in outcomes if outcome.error]
    assert numbers(failed) == [7]
    assert isinstance(failed[0].error, RequestRejected)
    assert failed[0].product is None
    assert threats(outcome for outcome in outcomes if not outcome.error) == [1] * 19


def test_a_source_may_hold_several_articles(tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_text("".join(json.dumps({"text": told(n)}) + "\n" for n in range(1, 4)))
    with serving(Reading()) as server:
        outcomes = gone_through([tmp_path / "many.jsonl"], model=the_model(server), in_order=True)
    assert [outcome.source for outcome in outcomes] == [f"{tmp_path}/many.jsonl#{n}" for n in (1, 2, 3)]
    assert threats(outcomes) == [1, 1, 1]


def test_a_source_that_cannot_be_read_stands_among_the_others(tmp_path: Path) -> None:
    one, two = files(tmp_path, [1, 2])
    with serving(Reading()) as server:
        outcomes = gone_through([one, tmp_path / "gone.txt", two], model=the_model(server), in_order=True)
    assert [type(outcome.error) for outcome in outcomes] == [type(None), SourceError, type(None)]


def test_a_bug_in_one_article_stands_among_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = flow.work

    def broken(task: Any, given: Any) -> Any:
        if "burn the 3 mills" in task.article.text:
            raise ZeroDivisionError
        return work(task, given)

    monkeypatch.setattr(flow, "work", broken)
    outcomes = gone_through(files(tmp_path, range(6)), in_order=True)
    assert [type(outcome.error).__name__ for outcome in outcomes] == ["NoneType"] * 3 + ["ZeroDivisionError"] + [
        "NoneType"
    ] * 2


def test_sources_are_read_no_further_ahead_than_there_is_room_for(tmp_path: Path) -> None:
    """Ten thousand articles are never in memory at once."""
    read = []

    def endless() -> Iterable[str]:
        for number in range(10_000):
            read.append(number)
            yield told(number)

    async def some() -> int:
        through = summarizer.corpus(endless(), jobs=2)
        taken = 0
        async for _ in through:
            taken += 1
            if taken == 5:
                break
            await asyncio.sleep(0.05)
        await through.aclose()
        return len(read)

    assert asyncio.run(some()) < 200


@pytest.mark.parametrize("jobs", [1, 5])
def test_no_more_requests_are_in_flight_than_are_allowed(tmp_path: Path, jobs: int) -> None:
    reading = Reading(wait=0.1)
    with serving(reading) as server:
        outcomes = gone_through(files(tmp_path, range(15)), model=the_model(server), jobs=jobs)
    assert threats(outcomes) == [1] * 15
    assert reading.most <= jobs
    assert jobs == 1 or reading.most > 1


def test_a_cassette_is_for_one_article() -> None:
    with pytest.raises(UsageError, match="a cassette holds the answers for one article"):
        gone_through([told(1)], cassette="c.yaml")


# --- kept -------------------------------------------------------------------------------------------


def test_finished_articles_are_found_again_without_a_request(tmp_path: Path) -> None:
    reading = Reading()
    with serving(reading) as server:
        choices = {"model": the_model(server), "store": tmp_path / "s.db", "in_order": True}
        first = gone_through(files(tmp_path / "a", range(10)), **choices)
        again = gone_through(files(tmp_path / "a", range(12)), **choices)
    assert set(reading.asked.values()) == {1}
    assert [outcome.kept for outcome in first] == [False] * 10
    assert [outcome.kept for outcome in again] == [True] * 10 + [False] * 2
    for before, after in zip(first, again, strict=False):
        assert isinstance(after.product, KeptResult)
        assert after.product.brief.model_dump() == before.product.brief.model_dump()
        assert after.product.run == before.product.run
        assert after.product.document == before.product.document


def test_another_question_is_another_reading(tmp_path: Path) -> None:
    """What was read without repairs says nothing of what would be read with them; answers that are kept are kept for both."""
    reading = Reading()
    with serving(reading) as server:
        choices = {"model": the_model(server), "store": tmp_path / "s.db"}
        gone_through([told(1)], **choices, repairs=1)
        outcomes = gone_through([told(1)], **choices, repairs=0)
        others = gone_through([told(1)], **choices | {"model": the_model(server, model="another")})
    assert not outcomes[0].kept
    assert not others[0].kept
    assert reading.asked[1] == 2


@pytest.mark.parametrize("in_order", [True, False])
def test_an_article_that_comes_twice_is_paid_for_once(tmp_path: Path, in_order: bool) -> None:
    reading = Reading(wait=QUICK)
    sources = [told(1), told(2), told(1), told(1), told(2)]
    with serving(reading) as server:
        outcomes = gone_through(sources, model=the_model(server), store=tmp_path / "s.db", in_order=in_order)
    assert dict(reading.asked) == {1: 1, 2: 1}
    assert threats(outcomes) == [1] * 5
    assert sorted(outcome.kept for outcome in outcomes) == [False, False, True, True, True]


def test_an_article_that_comes_twice_and_fails_fails_twice(tmp_path: Path) -> None:
    reading = Reading(lambda *_: problem(400, "never"), wait=QUICK)
    with serving(reading) as server:
        outcomes = gone_through([told(1), told(1)], model=the_model(server), store=tmp_path / "s.db")
    assert [type(outcome.error) for outcome in outcomes] == [RequestRejected] * 2


def test_what_was_given_out_is_in_the_store_when_the_consumer_has_had_enough(tmp_path: Path) -> None:
    reading = Reading(wait=QUICK)

    async def three(server: Any) -> list[str]:
        taken = []
        through = summarizer.corpus(
            files(tmp_path / "a", range(40)), model=the_model(server), store=tmp_path / "s.db", jobs=2
        )
        async for outcome in through:
            taken.append(outcome.source)
            if len(taken) == 3:
                break
        await through.aclose()
        return taken

    with serving(reading) as server:
        taken = asyncio.run(three(server))
        assert len(reading.asked) < 20
        again = gone_through(map(Path, taken), model=the_model(server), store=tmp_path / "s.db")
    assert [outcome.kept for outcome in again] == [True] * 3
    assert set(reading.asked.values()) == {1}


def dropped_first(number: int, time_of_it: int) -> Reply | None:
    """The model's own words at first, which are dropped and asked for again; those requests fail."""
    return answer_in_lines(draft(number, "to drown Orvane")) if time_of_it == 1 else problem(400, "no more")


def test_a_repair_that_failed_is_not_paid_for_when_the_page_is_made_again(tmp_path: Path) -> None:
    reading = Reading(dropped_first)

    async def made_again(server: Any) -> list[Outcome]:
        """Without `found`, as for a page: of the answers that are kept."""
        options = RunOptions(model=the_model(server))
        async with opened(options, Many(store=tmp_path / "s.db"), as_it_is, None) as (through, looked_up):
            return [outcome async for outcome in through.through(offers([told(1)], looked_up))]

    with serving(reading) as server:
        (first,) = gone_through([told(1)], model=the_model(server), store=tmp_path / "s.db")
        asked = reading.asked[1]
        (again,) = asyncio.run(made_again(server))
    assert asked > 1
    assert (reading.asked[1], again.kept, again.error) == (asked, True, None)
    assert again.product.brief.threats == first.product.brief.threats == ()
    assert len(first.product.run.warnings) == len(again.product.run.warnings) == 1


def test_a_run_that_ended_after_the_draft_is_gone_on_with(tmp_path: Path) -> None:
    """Only what was not answered yet is asked for."""
    repairing = asyncio.Event()

    def character(number: int, time_of_it: int) -> Reply | None:
        if time_of_it == 1:
            return answer_in_lines(draft(number, "to drown Orvane"))
        if time_of_it == 2:
            loop.call_soon_threadsafe(repairing.set)
            return Reply(wait=2)
        return None

    async def interrupted(server: Any) -> None:
        nonlocal loop
        loop = asyncio.get_running_loop()
        going = asyncio.create_task(
            anext(aiter(summarizer.corpus([told(1)], model=the_model(server), store=tmp_path / "s.db")))
        )
        await repairing.wait()
        going.cancel()
        await asyncio.gather(going, return_exceptions=True)

    loop: Any = None
    reading = Reading(character)
    with serving(reading) as server:
        asyncio.run(interrupted(server))
        (outcome,) = gone_through([told(1)], model=the_model(server), store=tmp_path / "s.db")
    assert reading.asked[1] == 3
    assert threats([outcome]) == [1]
    assert outcome.product.run.requests == 2


def cut(number: int, time_of_it: int) -> Reply | None:
    """The answer ends in the middle; its rest comes when it is asked for."""
    lines = json.loads(in_lines(draft(number)))
    first, rest = json.dumps({"lines": lines["lines"][:1]}), json.dumps({"lines": lines["lines"][1:]})
    if time_of_it == 1:
        return answer(first[:-2] + ', "T1 by', finish="length")
    return answer(rest)


def test_an_answer_that_was_cut_off_is_kept_with_its_rest(tmp_path: Path) -> None:
    reading = Reading(cut)
    with serving(reading) as server:
        choices = {"model": the_model(server), "store": tmp_path / "s.db"}
        (first,) = gone_through([told(1)], **choices)
        (other,) = gone_through([told(1)], **choices, policy="strict")
    assert threats([first]) == [1]
    assert reading.asked[1] == 2
    assert not other.kept
    assert other.product.brief.threats == first.product.brief.threats


@pytest.mark.slow
def test_a_consumer_that_holds_the_loop_loses_no_article_to_another_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Leases are renewed all the same; another run may have its articles only when they are finished."""
    for module in ("summarizer.store.leases", "summarizer.store.store", "summarizer.engine.keeping"):
        monkeypatch.setattr(f"{module}.LEASE", 2.0)
    reading = Reading(lambda number, _: answer_in_lines(draft(number), wait=4) if number else None)

    async def held(server: Any) -> int:
        sources = files(tmp_path / "a", range(6))
        taken = 0
        async for _ in summarizer.corpus(sources, model=the_model(server), store=tmp_path / "s.db", jobs=3):
            taken += 1
            if taken == 1:
                while sum(reading.asked.values()) < 3:
                    await asyncio.sleep(0.01)
                time.sleep(3)
                with Store.open(tmp_path / "s.db") as other:
                    held = other.read("SELECT key FROM leases")
                    assert len(held) >= 3
                    assert not any(other.claim(key) for (key,) in held)
        return taken

    with serving(reading) as server:
        assert asyncio.run(held(server)) == 6


# --- where the work is done -------------------------------------------------------------------------


def killing(source: str, result: Result) -> tuple[Any, int]:
    """What makes a brief, and ends the process that does."""
    mark = Path(source).with_suffix(".killed")
    if source.endswith("00003.txt") and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return as_it_is(source, result)


def always_killing(source: str, result: Result) -> tuple[Any, int]:
    if source.endswith("00003.txt"):
        os.kill(os.getpid(), signal.SIGKILL)
    return as_it_is(source, result)


def in_processes(
    sources: Iterable[Path], finish: Callable[..., Any], options: RunOptions, **many: Any
) -> list[Outcome]:
    async def collected() -> list[Outcome]:
        async with opened(options, Many(processes=2, in_order=True, **many), finish, None) as (through, looked_up):
            return [outcome async for outcome in through.through(offers(sources, looked_up))]

    return asyncio.run(collected())


def test_a_worker_that_is_killed_costs_no_article_and_no_request(tmp_path: Path) -> None:
    reading = Reading(wait=QUICK)
    with serving(reading) as server:
        outcomes = in_processes(files(tmp_path, range(12)), killing, RunOptions(model=the_model(server)))
    assert [outcome.error for outcome in outcomes] == [None] * 12
    assert numbers(outcomes) == list(range(12))
    assert set(reading.asked.values()) == {1}


def test_an_article_that_kills_its_worker_each_time_costs_no_other(tmp_path: Path) -> None:
    outcomes = in_processes(files(tmp_path, range(24)), always_killing, RunOptions(), jobs=8)
    assert [number for number, outcome in enumerate(outcomes) if outcome.error] == [3]
    assert isinstance(outcomes[3].error, WorkerDied)


# --- limits -----------------------------------------------------------------------------------------


def test_where_the_budget_ends_the_rest_is_not_begun(tmp_path: Path) -> None:
    """An answer counts 5,020 tokens here."""
    reading = Reading(wait=QUICK)
    with serving(reading) as server:
        outcomes = gone_through(
            files(tmp_path, range(30)), model=the_model(server), jobs=2, limits=Limits(max_tokens=40_000)
        )
    read = [outcome for outcome in outcomes if not outcome.error]
    assert 4 <= len(read) <= 9  # no further beyond than what is in flight
    assert len(read) == sum(reading.asked.values())
    assert any(isinstance(outcome.error, BudgetSpent) for outcome in outcomes)


def test_an_endpoint_that_is_down_is_given_up(tmp_path: Path) -> None:
    """Nobody waits for each of a thousand articles."""
    reading = Reading(lambda *_: problem(503, "down"))
    with serving(reading) as server:
        outcomes = gone_through(
            files(tmp_path, range(300)),
            model=the_model(server, transport_attempts=1),
            jobs=4,
            limits=Limits(patience=0.5),
        )
    assert sum(reading.asked.values()) < 30
    assert any(isinstance(outcome.error, ProviderDown) for outcome in outcomes)
    assert all(outcome.error for outcome in outcomes)


def test_an_endpoint_that_goes_down_in_the_middle_costs_nothing_that_came_before(tmp_path: Path) -> None:
    reading = Reading(lambda number, _: problem(503, "down") if sum(reading.asked.values()) > 20 else None)
    with serving(reading) as server:
        choices = {"store": tmp_path / "s.db", "limits": Limits(patience=0.5), "jobs": 4}
        model = the_model(server, transport_attempts=1)
        gone_through(files(tmp_path / "a", range(60)), model=model, **choices)
        reading.character = lambda *_: None
        paid = {number for number in reading.asked if reading.asked[number]}
        again = gone_through(files(tmp_path / "a", range(60)), model=model, **choices)
    assert threats(again) == [1] * 60
    assert sum(outcome.kept for outcome in again) == 20
    assert len(paid) < 40


# --- stores that fail -------------------------------------------------------------------------------


def test_a_store_that_cannot_be_opened_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    (tmp_path / "s.db").write_text("no store at all, but a text of some length" * 40)
    reading = Reading()
    with serving(reading) as server, pytest.raises(StoreError, match="is no store"):
        gone_through([told(1)], model=the_model(server), store=tmp_path / "s.db")
    assert not reading.asked


def test_a_brief_that_is_damaged_in_the_store_is_made_again_without_a_request(tmp_path: Path) -> None:
    reading = Reading()
    with serving(reading) as server:
        choices = {"model": the_model(server), "store": tmp_path / "s.db", "in_order": True}
        first = gone_through(files(tmp_path / "a", range(3)), **choices)
        with Store.open(tmp_path / "s.db") as store, store.writing() as db:
            db.execute("UPDATE brief_files SET packed = x'00' WHERE brief = (SELECT max(brief) FROM brief_files)")
        again = gone_through(files(tmp_path / "a", range(3)), **choices)
        third = gone_through(files(tmp_path / "a", range(3)), **choices)
    assert [outcome.error for outcome in again] == [None] * 3
    assert [outcome.product.brief.model_dump() for outcome in again] == [
        outcome.product.brief.model_dump() for outcome in first
    ]
    assert [outcome.kept for outcome in third] == [True] * 3
    assert set(reading.asked.values()) == {1}


def test_what_was_read_is_given_out_where_the_store_fails_in_the_middle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a disk that becomes full: nothing more is begun, what is begun is given out, and the error is raised."""
    written = []
    keep = Store.keep

    def failing(self: Store, key: str, answer: Any) -> None:
        written.append(key)
        if len(written) > 5:
            raise StoreError("the store s.db cannot grow, since the disk is full: make room and go on")
        keep(self, key, answer)

    monkeypatch.setattr(Store, "keep", failing)
    reading = Reading(wait=QUICK)
    outcomes = []

    async def collected(server: Any) -> None:
        sources = files(tmp_path / "a", range(60))
        async for outcome in summarizer.corpus(sources, model=the_model(server), store=tmp_path / "s.db", jobs=2):
            outcomes.append(outcome)  # noqa: PERF401  # it ends with an error

    with serving(reading) as server, pytest.raises(StoreError, match="disk is full"):
        asyncio.run(collected(server))
    read = [outcome for outcome in outcomes if not outcome.error]
    assert len(read) == sum(reading.asked.values())
    assert len(read) < 30


def test_closing_waits_for_what_is_being_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow disk loses nothing that is finished."""
    write = Store.write

    def slowly(self: Store, finished: Any) -> None:
        time.sleep(0.4)
        write(self, finished)

    monkeypatch.setattr(Store, "write", slowly)
    reading = Reading(wait=0.25)
    with serving(reading) as server:
        for run in range(3):
            gone_through(
                files(tmp_path / str(run), range(4)), model=the_model(server), store=tmp_path / f"{run}.db", jobs=1
            )
            with Store.open(tmp_path / f"{run}.db") as store:
                assert len(store.finished_keys()) == 4
