"""Articles through a batch: asked as if at once, answers taken as if at once, and nothing asked twice whatever happens."""

import asyncio
import json
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from summarizer.batch import Desk, FileLimits, Plan, collect, open_desk, settling, submit
from summarizer.batch.submitting import looked_up
from summarizer.engine.feeding import offers
from summarizer.model import transport
from summarizer.model.batches import read_line
from summarizer.store import Store
from tests import mill
from tests.batch_server import EXPIRED, Answer, BatchServer, Fault, batching
from tests.cli_runner import Command, Ran, command
from tests.fault_server import completion, in_lines

__all__ = ["command"]
STORE = "--store", "news.db"
GOOD = completion(in_lines(mill.draft()))
MISREAD = completion(in_lines(mill.draft(words=[{"sentence": 1, "text": "torched"}])))
"""An answer with an item that fails, so that a repair is asked for."""


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits between attempts, or for a batch that does not show."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test-key")
    monkeypatch.setattr(transport, "FIRST_WAIT", 0.001)
    monkeypatch.setattr(transport, "JITTER", 0.001)
    monkeypatch.setattr(settling, "GRACE", 0.0)


@pytest.fixture
def news(command: Command) -> list[Path]:
    """Three articles in the folder that the command works in."""
    return articles(3)


def articles(number: int) -> list[Path]:
    Path("news").mkdir(exist_ok=True)
    paths = [Path(f"news/{each}.txt") for each in range(number)]
    for each, path in enumerate(paths):
        path.write_text(f"{mill.ARTICLE} Word {each} came from the valley.", encoding="utf-8")
    return paths


def answering(**by_word: Any) -> Answer:
    """Answers by a word of the article; what has no row is answered well."""

    def answer(body: dict[str, Any]) -> tuple[int, Any]:
        asked = body["messages"][-1]["content"]
        told = next((told for word, told in by_word.items() if f"Word {word[1:]} " in asked), (200, GOOD))
        status, one = told(body) if callable(told) else told
        return status, one

    return answer


def submitted(command: Command, server: BatchServer, *more: str) -> Ran:
    return command("batch", "submit", "news", "--model", "m", "--base-url", server.url, *STORE, *more)


def collected(command: Command, *more: str) -> Ran:
    return command("batch", "collect", *STORE, *more)


def rows(query: str) -> list[Any]:
    with sqlite3.connect("news.db") as db:
        found = db.execute(query).fetchall()
    db.close()
    return found


def finished() -> int:
    return int(rows("SELECT count(*) FROM briefs")[0][0])


def was_paid_once(server: BatchServer) -> bool:
    return set(server.paid.values()) == {1}


# --- the whole way ------------------------------------------------------------------------------------


def test_articles_are_submitted_waited_for_and_finished(command: Command, news: list[Path]) -> None:
    with batching(ends_at_once=False) as server:
        ran = submitted(command, server)
        assert (ran.code, ran.out) == (0, "")
        assert "3 new articles; 3 questions submitted in 1 batch" in ran.err
        assert "next: brief batch collect" not in command("batch", "status", *STORE).out
        assert "0 batches collected: 0 answers kept" in collected(command).err
        server.end()
        assert "next: brief batch collect --store news.db" in command("batch", "status", *STORE).out
        ran = collected(command)
    assert ran.code == 0
    assert "1 batch collected: 3 answers kept, 3 articles finished" in ran.err
    assert ran.err.endswith("no article waits\n")
    assert finished() == 3
    assert was_paid_once(server)
    assert server.files == {}  # they held the articles


def test_a_question_is_the_same_in_a_batch_as_it_is_at_once(command: Command, news: list[Path]) -> None:
    with batching(answer=answering()) as server:
        submitted(command, server)
        collected(command)
        command(str(news[0]), "--model", "m", "--base-url", server.url)
    assert server.live[0] in server.bodies.values()
    assert server.live[0]["response_format"]["json_schema"]["strict"] is True


def test_a_brief_is_the_same_from_a_batch_as_it_is_at_once(command: Command, news: list[Path]) -> None:
    with batching(answer=answering()) as server:
        submitted(command, server)
        collected(command)
        at_once = command(str(news[0]), "--model", "m", "--base-url", server.url, "--format", "json")
    with Store.open("news.db") as store:
        kept = [store.finished(key) for key in store.keys()]  # noqa: SIM118  # no mapping
    assert [one.brief for one in kept if one and json.loads(one.brief) == json.loads(at_once.out)]


def test_what_is_finished_is_not_submitted_again_and_the_engine_finds_it(command: Command, news: list[Path]) -> None:
    from summarizer.engine.corpus import corpus
    from summarizer.model import ModelSettings

    async def kept() -> list[bool]:
        settings = ModelSettings("m", base_url=server.url)
        # the command says `standard` where nothing is said
        return [one.kept async for one in corpus(news, store="news.db", model=settings, policy="standard")]

    with batching(answer=answering()) as server:
        submitted(command, server)
        collected(command)
        assert "0 new articles, 3 finished before; 0 questions submitted" in submitted(command, server).err
        assert asyncio.run(kept()) == [True, True, True]
    assert server.live == []
    assert was_paid_once(server)


def test_what_is_in_a_batch_is_not_submitted_again(command: Command, news: list[Path]) -> None:
    with batching(ends_at_once=False) as server:
        submitted(command, server)
        assert "0 new articles; 0 questions submitted in 0 batches" in submitted(command, server).err
        articles(4)
        assert "1 new article; 1 question submitted in 1 batch" in submitted(command, server).err
        server.end()
        collected(command)
    assert finished() == 4
    assert was_paid_once(server)


def test_one_question_that_two_articles_have_is_asked_once(command: Command, news: list[Path]) -> None:
    record = {"text": news[0].read_text(), "date": "2026-03-04"}  # the same words, another source
    Path("news/same.json").write_text(json.dumps([record, record | {"title": ""}]), encoding="utf-8")
    with batching(answer=answering()) as server:
        submitted(command, server)
        collected(command)
    assert finished() >= 4
    assert was_paid_once(server)


def test_a_repair_is_asked_with_the_next_batch(command: Command, news: list[Path]) -> None:
    def misread_at_first(body: dict[str, Any]) -> tuple[int, Any]:
        return 200, GOOD if "torched" in json.dumps(body) else MISREAD

    with batching(answer=answering(w1=misread_at_first)) as server:
        submitted(command, server)
        ran = collected(command)
        assert "2 articles finished" in ran.err
        assert "1 article with a further question: brief batch submit --store news.db" in ran.err
        assert "1 question submitted in 1 batch" in command("batch", "submit", *STORE).err
        assert "no article waits" in collected(command).err
    assert finished() == 3
    assert was_paid_once(server)
    assert len(server.paid) == 4


def test_what_remains_may_be_asked_at_once(command: Command, news: list[Path]) -> None:
    with batching(answer=answering(w1=(200, MISREAD))) as server:
        submitted(command, server)
        ran = collected(command, "--finish")
    assert "no article waits" in ran.err
    assert finished() == 3
    assert len(server.live) == 1


def test_an_answer_that_was_cut_off_is_gone_on_with(command: Command, news: list[Path]) -> None:
    text = in_lines(mill.draft())
    cut = completion(text[: text.index(',"S2')], finish="length")

    def cut_at_first(body: dict[str, Any]) -> tuple[int, Any]:
        return 200, completion(in_lines()) if len(server.batches) > 1 else cut

    with batching(answer=answering(w1=cut_at_first)) as server:
        submitted(command, server)
        assert "1 article with a further question" in collected(command).err
        command("batch", "submit", *STORE)
        assert "no article waits" in collected(command).err
    assert finished() == 3
    assert rows("SELECT sum(cut_off) FROM answers") == [(1,)]


def test_second_opinions_of_another_model_have_a_batch_of_their_own(command: Command, news: list[Path]) -> None:
    def opinion(body: dict[str, Any]) -> tuple[int, Any]:
        if body["model"] == "other":
            return 200, completion('{"verdict": "supported"}')
        return 200, GOOD

    with batching(answer=opinion) as server:
        submitted(command, server, "--second-opinion", "other", "--repairs", "0")
        collected(command)
        command("batch", "submit", *STORE)
        collected(command)
    models = {name: {server.bodies[key]["model"] for key in server.bodies} for name in server.batches}
    assert len(server.batches) == 2
    assert models["batch_1"] == {"m", "other"}
    assert rows("SELECT model FROM batches ORDER BY id") == [("m",), ("other",)]


# --- limits -------------------------------------------------------------------------------------------


def at_desk(work: Any, path: str = "news.db") -> Any:
    """Work at a desk, and what it complained of."""

    async def run() -> list[str]:
        said: list[str] = []
        async with open_desk(
            Path(path), _finish, lambda message, what: said.append(f"{what}: {message}"), create=True
        ) as desk:
            await work(desk)
        return said

    return asyncio.run(run())


def _finish(source: str, result: Any) -> tuple[tuple[str, ...], int]:
    return (), 0


def plan_for(server: BatchServer) -> Plan:
    from summarizer.asking.options import RunOptions
    from summarizer.model import ModelSettings

    return Plan.of(RunOptions(model=ModelSettings("m", base_url=server.url)))


@pytest.mark.parametrize(("limits", "sizes"), [(FileLimits(requests=2), [1, 2]), (FileLimits(size=15_000), [1, 1, 1])])
def test_a_batch_holds_no_more_than_it_may(news: list[Path], limits: FileLimits, sizes: list[int]) -> None:
    async def work(desk: Desk) -> None:
        plan = plan_for(server)
        await submit(desk, plan, offers(news, looked_up(desk, plan)), limits=limits)
        for data in server.files.values():
            assert len(data) <= limits.size
            assert len(data.splitlines()) <= limits.requests
        await collect(desk)

    with batching() as server:
        assert at_desk(work) == []
    assert sorted(batch["request_counts"]["total"] for batch in server.batches.values()) == sizes
    assert finished() == 3
    assert was_paid_once(server)


def test_a_question_larger_than_a_batch_is_told_and_stops_no_other(news: list[Path]) -> None:
    news[0].write_text(f"{mill.ARTICLE} " + "Nothing else was said of it. " * 400, encoding="utf-8")

    async def work(desk: Desk) -> None:
        plan = plan_for(server)
        await submit(desk, plan, offers(news, looked_up(desk, plan)), limits=FileLimits(size=20_000))

    with batching() as server:
        (told,) = at_desk(work)
    assert re.match(r"news/0.txt: its question is larger than a batch may be \(20,000 bytes\)", told)
    assert sum(batch["request_counts"]["total"] for batch in server.batches.values()) == 2


# --- lines that fail ----------------------------------------------------------------------------------

REFUSED = {"error": {"message": "Invalid schema for response_format", "type": "invalid_request_error", "code": None}}
FAILING = {
    "refusal": ((200, completion(None, refusal="I cannot")), "the model declined (I cannot)"),
    "filter": ((200, completion("{}", finish="content_filter")), "a content filter withheld the answer"),
    "empty": ((200, completion("")), "the answer holds no text"),
    "misfit": ((200, completion('{"lines": 5}')), "the answer does not fit the schema and is not asked for again"),
    "truncated": ((200, completion(in_lines(), prompt_tokens=3)), "the endpoint read 3 tokens"),
    "rejected": ((400, REFUSED), "the endpoint rejected the request (400: Invalid schema"),
    "no completion": ((200, {"object": "list"}), "the batch holds something that is no completion"),
    "nothing whole": ((200, completion('{"li', finish="length")), "ended before it was whole"),
}


@pytest.mark.parametrize("name", FAILING)
def test_an_answer_of_no_use_is_told_in_a_line_and_asked_again_when_that_is_wished(
    command: Command, news: list[Path], name: str
) -> None:
    told, says = FAILING[name]
    with batching(answer=answering(w1=told)) as server:
        submitted(command, server)
        ran = collected(command)
        assert ran.code == 3
        assert [line for line in ran.err.splitlines() if line.startswith("brief: news/1.txt: ") and says in line]
        assert "1 article failed: brief batch submit --failed --store news.db" in ran.err
        assert finished() == 2
        assert "0 questions submitted" in submitted(command, server).err
        server.answer = answering()
        assert "1 question submitted" in command("batch", "submit", "--failed", *STORE).err
        assert "no article waits" in collected(command).err
    assert finished() == 3


def test_a_repair_that_fails_leaves_what_was_there_and_is_told(command: Command, news: list[Path]) -> None:
    def no_repair(body: dict[str, Any]) -> tuple[int, Any]:
        return 200, completion(None, refusal="no") if len(server.batches) > 1 else MISREAD

    with batching(answer=answering(w1=no_repair)) as server:
        submitted(command, server)
        collected(command)
        command("batch", "submit", *STORE)
        ran = collected(command)
    assert "news/1.txt: no repair, what came before it stands: the model declined" in ran.err
    assert "no article waits" in ran.err
    assert finished() == 3
    run = next(json.loads(run) for (run,) in rows("SELECT run FROM brief_files") if "no repair" in run)
    assert run["requests"] == 2
    assert run["tokens"]["prompt"] == 10_000


AGAIN = {
    "expired": EXPIRED,
    "cancelled": (0, {"code": "batch_cancelled", "message": "cancelled"}),
    "busy": (429, {"error": {"message": "Rate limit reached", "code": "rate_limit_exceeded"}}),
    "down": (500, {"error": {"message": "oops"}}),
}


@pytest.mark.parametrize("name", AGAIN)
def test_a_request_that_was_not_answered_is_submitted_again(command: Command, news: list[Path], name: str) -> None:
    with batching(answer=answering(w1=AGAIN[name]), final="expired") as server:
        submitted(command, server)
        ran = collected(command)
        assert "1 question came to nothing, and may be submitted again" in ran.err
        assert ran.code == 0
        server.answer = answering()
        assert "1 question submitted" in submitted(command, server).err
        assert "no article waits" in collected(command).err
    assert finished() == 3
    assert was_paid_once(server)


def test_a_batch_that_the_endpoint_does_not_take_is_told_and_its_questions_are_free(
    command: Command, news: list[Path]
) -> None:
    with batching(final="failed") as server:
        submitted(command, server)
        ran = collected(command)
        assert ran.code == 3
        assert "the endpoint did not take it (Enqueued token limit reached.)" in ran.err
        assert "failed" in command("batch", "status", *STORE).out
        server.final = "completed"
        assert "3 questions submitted" in command("batch", "submit", *STORE).err
        collected(command)
    assert finished() == 3
    assert was_paid_once(server)


def test_lines_may_come_in_any_order_and_twice(command: Command, news: list[Path]) -> None:
    articles(9)
    with batching(answer=answering(w1=(200, completion(None, refusal="no"))), twice=True) as server:
        submitted(command, server)
        ran = collected(command)
    assert finished() == 8
    assert ran.err.count("the model declined") == 1


def test_a_line_that_is_torn_at_the_endpoint_is_asked_again(command: Command, news: list[Path]) -> None:
    with batching(torn=True) as server:
        submitted(command, server)
        assert "1 question came to nothing" in collected(command).err
        server.torn = False
        submitted(command, server)
        collected(command)
    assert finished() == 3


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b'{"custom_id": null}', b"[" * 100_000, b"\xff", b"7"])
def test_what_is_no_line_says_nothing(data: bytes) -> None:
    line = read_line(data)
    assert line is None or line.status == 0


# --- calls that fail ----------------------------------------------------------------------------------

CALLS = ["POST /files", "POST /batches", "GET /batches/batch_", "GET /files/"]
FAULTS = {
    "busy": Fault(429, headers={"Retry-After": "0"}),
    "down": Fault(503),
    "reset": Fault(),
    "reset after": Fault(after=True),
    "down after": Fault(502, after=True),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("call", CALLS)
def test_a_call_that_fails_once_is_made_again_and_nothing_is_asked_twice(
    command: Command, news: list[Path], call: str, fault: str
) -> None:
    with batching(faults={call: [FAULTS[fault]]}) as server:
        assert submitted(command, server).code == 0
        assert collected(command).code == 0
    assert len(server.batches) == 1
    assert finished() == 3
    assert was_paid_once(server)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("call", CALLS)
def test_a_call_that_keeps_failing_is_told_and_a_later_command_goes_on(
    command: Command, news: list[Path], call: str, fault: str
) -> None:
    with batching(faults={call: [FAULTS[fault]] * 4, "GET /batches?": [Fault()] * 12}) as server:
        ran = submitted(command, server)
        ran = ran if ran.code else collected(command)
        assert ran.code == 3
        server.faults.clear()
        submitted(command, server)
        collected(command)
        assert "no article waits" in collected(command).err
    assert finished() == 3
    assert was_paid_once(server)
    assert [data for data in server.files.values() if data] == [] or call == "POST /files"


def test_a_batch_that_may_have_come_about_is_waited_for_and_taken_over(
    command: Command, news: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settling, "GRACE", 1000.0)
    with batching(faults={"POST /batches": [Fault()] * 9, "GET /batches?": [Fault()] * 9}) as server:
        assert submitted(command, server).code == 3
        server.faults.clear()
        assert "0 questions submitted" in submitted(command, server).err  # its fate is not known
        assert "whether it came about is not known" in command("batch", "status", *STORE).out
        ((name, file),) = rows("SELECT name, input_file FROM batches")
        asked = {
            "input_file_id": file,
            "endpoint": "/v1/chat/completions",
            "completion_window": "24h",
            "metadata": None,
        }
        server.do("POST", "/v1/batches", json.dumps(asked).encode(), "")  # late
        for _ in range(4):
            server._created(asked | {"input_file_id": next(iter(server.files))} | {"metadata": {"other": "s"}})
            server.batches[f"batch_{len(server.batches)}"]["input_file_id"] = "another's"
        ran = submitted(command, server)
        assert "1 batch of a command that was ended taken over" in ran.err
        assert rows("SELECT remote FROM batches") == [("batch_1",)]
        assert name


def test_a_batch_is_not_taken_for_refused_while_it_may_have_come_about(
    command: Command, news: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settling, "GRACE", 1000.0)
    faults = {"POST /batches": [Fault(after=True), Fault(400)], "GET /batches?": [Fault(404)]}
    with batching(faults=faults) as server:
        ran = submitted(command, server)
        assert ran.code == 3
        assert "whether the batch was created is not known yet" in ran.err
        assert "1 batch of a command that was ended taken over" in submitted(command, server).err
        collected(command)
    assert finished() == 3
    assert was_paid_once(server)


def test_an_endpoint_that_is_gone_holds_up_no_other(command: Command, news: list[Path]) -> None:
    with batching(final="expired", answer=lambda _: EXPIRED) as gone:
        submitted(command, gone)
        collected(command)
    articles(4)
    with batching() as server:
        ran = command("batch", "submit", "news/3.txt", "--model", "m", "--base-url", server.url, *STORE)
        assert ran.code == 3
        assert "nothing answers at this address" in ran.err
        assert "1 question submitted in 1 batch" in ran.err
        collected(command)
    assert finished() == 1


def test_a_refusal_leaves_nothing_behind(command: Command, news: list[Path]) -> None:
    with batching(faults={"POST /batches": [Fault(400)]}) as server:
        assert submitted(command, server).code == 3
        assert server.files == {}
        assert rows("SELECT count(*) FROM batches") == [(0,)]
        submitted(command, server)
        collected(command)
    assert finished() == 3


def test_a_download_that_is_cut_keeps_what_came_and_is_made_again(command: Command, news: list[Path]) -> None:
    with batching() as server:
        submitted(command, server)
        server.end()
        (output,) = [name for name in server.files if "output" in name]
        server.faults = {f"GET /files/{output}/content": [Fault(cut=50)]}
        ran = collected(command)
        assert ran.code == 3
        assert re.search(r"of a file of answers [\d,]+ of [\d,]+ bytes came", ran.err)
        assert "3 articles in batches" in ran.err
        assert "3 articles finished" in collected(command).err
    assert was_paid_once(server)


def test_one_batch_that_fails_stops_no_other(command: Command, news: list[Path]) -> None:
    with batching() as server:
        submitted(command, server)
        articles(5)
        submitted(command, server)
        del server.batches["batch_1"]
        ran = collected(command)
    assert ran.code == 3
    assert "does not know the batch or file" in ran.err
    assert finished() == 2


@pytest.mark.parametrize(("status", "says"), [(404, "has no Batch API"), (200, "as none does that has a Batch API")])
def test_an_endpoint_without_batches_is_told_in_a_line(
    command: Command, news: list[Path], status: int, says: str
) -> None:
    with batching(faults={"POST /files": [Fault(status)]}) as server:
        ran = submitted(command, server)
    assert ran.code == 3
    assert says in ran.err


# --- two at once, and bad usage -----------------------------------------------------------------------


def test_one_command_at_a_time_works_on_a_store(command: Command, news: list[Path]) -> None:
    with Store.open("news.db") as store:
        assert store.claim("brief batch")
        with batching() as server:
            other = submitted(command, server)
    assert "another command about batches works on the store news.db: wait until it has ended" in other.err
    assert server.calls == []


def test_a_question_is_in_one_batch_at_most(tmp_path: Path) -> None:
    from summarizer.store import Batches

    with Store.open(tmp_path / "s.db") as one, Store.open(tmp_path / "s.db") as other:
        batches, others = Batches(one), Batches(other)
        reading = batches.reading("[]")
        first, second = batches.begin(reading, "m"), others.begin(reading, "m")
        assert batches.claim(first, "q", "Lines", 5)
        assert not others.claim(second, "q", "Lines", 5)
        batches.drop(first)
        assert others.claim(second, "q", "Lines", 5)


def test_without_a_key_nothing_is_begun(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    articles(1)
    ran = command("batch", "submit", "news", "--model", "m", *STORE)
    assert ran.code == 2
    assert "set OPENAI_API_KEY" in ran.err
    assert not Path("news.db").exists()


def test_bad_usage_is_one_line(command: Command, news: list[Path]) -> None:
    assert "a batch needs a model" in command("batch", "submit", "news", *STORE).err
    assert "there is no store news.db" in collected(command).err
    assert "there is no store news.db" in command("batch", "submit", *STORE).err
    assert "--store" in command("batch", "status").err
    with batching() as server:
        ran = command("batch", "submit", "gone.txt", "news", "--model", "m", "--base-url", server.url, *STORE)
    assert ran.code == 1
    assert "brief: gone.txt: " in ran.err
    assert "3 questions submitted" in ran.err


def test_the_price_is_half(command: Command, news: list[Path]) -> None:
    Path("c.toml").write_text('[prices."m"]\nprompt = 2.0\ncompletion = 4.0\n', encoding="utf-8")
    with batching() as server:
        submitted(command, server)
        ran = collected(command, "--config", "c.toml")
    assert "model-2026-01-01: 15,000 tokens in, 60 out · $0.0151, half the price" in ran.err
