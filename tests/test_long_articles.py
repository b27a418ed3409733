"""Long articles from end to end: an endpoint on this machine reads windows, and every planted item is counted."""

import io
import json
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from summarizer import summarize
from summarizer.asking.lines import Lines
from summarizer.asking.options import RunOptions
from summarizer.asking.prompting import estimated_tokens
from summarizer.cli import progress
from summarizer.conflict.assembled import CONFLICT
from summarizer.errors import AuthenticationFailed, CassetteError, CutOff
from summarizer.model import ModelSettings
from summarizer.pipeline import Result, render
from summarizer.prompts import prompt
from summarizer.recording import cassette
from summarizer.regression.folders import Folder, check, record
from summarizer.schemas.brief import Brief
from tests.cli_runner import Command, article, command
from tests.fault_server import FaultServer, Reply, answer, answer_in_lines, problem, serving
from tests.long_article import GROUPS, SENTENCE, LongArticle, long_article, read, read_forgetfully

__all__ = ["command"]
Script = Callable[[dict[str, Any], dict[str, str]], Reply]
SMALL = 4_000
"""Characters of a window that cuts an article of 60 kB often enough to hit the planted items."""
SHORT = long_article(12_000, quiet=20)
"""Four windows of SMALL characters, for what does not turn on the size."""
CUT_OFF = answer("{", finish="length", prompt_tokens=20_000)
REFUSED = answer(None, refusal="I cannot.")


def read_by(script: Script, text: str, **more: Any) -> tuple[Result, FaultServer]:
    with serving(script) as server:
        return summarize(text, model="m", base_url=server.url, **more), server


@dataclass(frozen=True)
class Reading:
    """An article that was read, what was sent for it, and the progress that was told."""

    planted: LongArticle
    result: Result
    server: FaultServer
    told: list[str]


@cache
def reading(script: Script, size: int, paragraphs: bool, window: int | None) -> Reading:
    """A long article as a script reads it: once for all tests that look at one side of it."""
    planted = long_article(size, paragraphs=paragraphs)
    told: list[str] = []
    return Reading(planted, *read_by(script, planted.text, window=window, progress=told.append), told)


def plainly_read() -> Reading:
    """60 kB, in windows of the usual size."""
    return reading(read, 60_000, True, None)


def failing_at(window: int, reply: Reply, script: Script = read) -> Script:
    """The script with another reply to the request for one window."""

    def replies(body: dict[str, Any], headers: dict[str, str]) -> Reply:
        asked = body["messages"][-1]["content"]
        first = window == 1 and "This is part " not in asked
        return reply if first or f"This is part {window} of " in asked else script(body, headers)

    return replies


def places(brief: Brief) -> list[str]:
    return [incident.place[0].text for incident in brief.incidents]


def assert_everything_once(brief: Brief, planted: LongArticle) -> None:
    """Each planted item in the brief exactly once, with its links, and nothing beside it."""
    assert places(brief) == planted.bombs
    assert [threat.targets[0].text[0].text for threat in brief.threats] == [
        f"the bridge at {where}" for where in planted.threats
    ]
    named = {actor.id: (actor.name[0].text, *(alias.text for alias in actor.aliases)) for actor in brief.actors}
    assert sorted(named.values()) == sorted(GROUPS.items())
    where = {incident.id: incident.place[0].text for incident in brief.incidents}
    said = Counter((one.kind, where[one.about[0].incident]) for one in brief.statements)
    assert said == Counter((kind, place) for kind in ("assert", "claim") for place in planted.bombs)
    for one in (one for one in brief.statements if one.kind == "claim"):
        assert one.speaker is not None
        assert planted.text[: one.cue[0].start].endswith(f"{named[one.speaker][1]} ")
    assert not [outcome for outcome in brief.audit.outcomes if outcome.disposition == "rejected"]
    assert brief.audit.findings == ()


# --- nothing lost, nothing doubled ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "paragraphs", "window", "script"),
    [
        (60_000, True, None, read),
        pytest.param(60_000, False, None, read_forgetfully, marks=pytest.mark.slow),
        pytest.param(60_000, True, SMALL, read, marks=pytest.mark.slow),
        pytest.param(60_000, False, SMALL, read_forgetfully, marks=pytest.mark.slow),
        pytest.param(200_000, False, None, read_forgetfully, marks=pytest.mark.slow),
    ],
)
def test_every_item_of_a_long_article_counts_once(
    size: int, paragraphs: bool, window: int | None, script: Script
) -> None:
    """Whatever stands in two windows, whether the model heeds what it is told of, wherever it is cut: exact counts."""
    once = reading(script, size, paragraphs, window)
    assert len(once.planted.text) >= size
    assert_everything_once(once.result.brief, once.planted)


@pytest.mark.slow
def test_items_in_the_overlap_were_really_proposed_twice() -> None:
    """The counts above hold because they were merged, not because no item stood in an overlap."""
    outcomes = reading(read, 60_000, True, SMALL).result.brief.audit.outcomes
    merged = Counter(o.item for o in outcomes if o.disposition == "merged_into")
    assert (merged["incident"], merged["statement"]) == (2, 4)


def test_every_sentence_is_sent_under_its_number_in_the_article() -> None:
    """The windows together hold the whole article, and no request more than its window."""
    result, server = plainly_read().result, plainly_read().server
    lines = [SENTENCE.findall(body["messages"][-1]["content"]) for body in server.bodies]
    assert len(lines) == 4
    assert {int(number): words for part in lines for number, words in part} == {
        sentence.number: result.document.words(sentence.number) for sentence in result.document.sentences
    }


def test_requests_and_tokens_are_those_of_all_windows() -> None:
    result, server = plainly_read().result, plainly_read().server
    assert (result.run.requests, len(server.bodies)) == (4, 4)
    assert (result.run.tokens.prompt, result.run.tokens.completion, result.run.tokens.cached) == (80_000, 80, 12)


def test_a_later_window_is_told_of_the_actors_before_it_between_the_delimiters() -> None:
    """As data: the list stands behind the line that opens the article, and the constant part is the same in all."""
    first, *later = (body["messages"] for body in plainly_read().server.bodies)
    assert "actor 1001" not in first[1]["content"]
    for messages in later:
        opening = messages[1]["content"].index("<<<ARTICLE-")
        assert messages[1]["content"].index("actor 1001: armed_group, “Varrow Front”, “VF” (1)") > opening
        assert messages[0] == first[0]


def test_an_article_that_fits_is_asked_for_in_one_request() -> None:
    """20 kB go as they always went; the progress names no window."""
    told: list[str] = []
    planted = long_article(19_000)
    result, server = read_by(read, planted.text, progress=told.append)
    assert (len(server.bodies), told, len(result.brief.incidents)) == (1, [""], len(planted.bombs))


def test_progress_names_each_window() -> None:
    assert plainly_read().told == ["window 1 of 4", "window 2 of 4", "window 3 of 4", "window 4 of 4"]


def test_a_repair_is_of_the_joined_draft_with_sentences_of_the_whole_article() -> None:
    """A cue that the model made up in the third window is mended under the id and sentence that it has in the whole."""
    planted = SHORT
    wrong = "took the blame for"

    def misquoting(body: dict[str, Any], headers: dict[str, str]) -> Reply:
        asked = body["messages"][-1]["content"]
        if "did not pass" in asked:
            line = asked.strip().splitlines()[-1].replace(wrong, "claimed responsibility for")
            return answer(Lines(lines=(line,)).model_dump_json(), prompt_tokens=20_000)
        reply = read(body, headers)
        if "This is part 3 of" in asked:
            content = reply.body["choices"][0]["message"]
            content["content"] = content["content"].replace("claimed responsibility for", wrong, 1)
        return reply

    result, server = read_by(misquoting, planted.text, window=SMALL)
    assert places(result.brief) == planted.bombs
    assert Counter(said.kind for said in result.brief.statements)["claim"] == len(planted.bombs)
    assert len(server.bodies) == 5


# --- a window that fails --------------------------------------------------------------------------


@pytest.mark.parametrize("reply", [CUT_OFF, REFUSED, problem(400, "no")])
def test_a_failing_window_costs_its_own_sentences_only(reply: Reply) -> None:
    """The other windows' items are there; the audit holds the sentences that nobody read, and the warning says why."""
    planted = SHORT
    result, _ = read_by(failing_at(2, reply), planted.text, window=SMALL)
    unread = [found for found in result.brief.audit.findings if found.code == "unread"]
    assert len(unread) == 1
    numbers = [quote.sentence for quote in unread[0].quotes]
    assert numbers == list(range(numbers[0], numbers[-1] + 1))
    lost = {where for where in planted.bombs for quote in unread[0].quotes if f"mill in {where} on" in quote.text}
    assert lost
    assert places(result.brief) == [where for where in planted.bombs if where not in lost]
    assert len(result.run.warnings) == 1
    assert ("--window" in result.run.warnings[0]) == (reply is CUT_OFF)
    assert result.run.warnings[0].startswith(f"sentences {numbers[0]} to {numbers[-1]} were not read: ")
    assert result.run.requests == 4


def test_what_the_next_window_repeats_is_not_called_unread() -> None:
    """The last sentences of the window that failed stand in the one after it, and were read there."""
    result, server = read_by(failing_at(1, CUT_OFF), SHORT.text, window=SMALL)
    (found,) = (one for one in result.brief.audit.findings if one.code == "unread")
    second = SENTENCE.findall(server.bodies[1]["messages"][-1]["content"])
    assert found.quotes[-1].sentence == int(second[0][0]) - 1


def test_the_page_says_at_its_head_what_was_not_read() -> None:
    result, _ = read_by(failing_at(2, CUT_OFF), SHORT.text, window=SMALL)
    (found,) = (one for one in result.brief.audit.findings if one.code == "unread")
    first, last = found.quotes[0], found.quotes[-1]
    page = " ".join(render(result.brief, result.document, "text").partition("CHECKS")[0].split())
    assert f"NOT READ: sentences {first.sentence} to {last.sentence} (¶{first.sentence} to ¶{last.sentence}" in page
    assert "This brief is of the rest." in page


def test_where_every_window_fails_so_does_the_article() -> None:
    """With the first window's reason, and the requests of all."""
    with pytest.raises(CutOff) as failed:
        read_by(lambda *_: CUT_OFF, SHORT.text, window=SMALL)
    assert (failed.value.requests, failed.value.prompt_tokens) == (4, 80_000)


def test_no_window_is_asked_about_after_the_key_was_refused() -> None:
    with serving(lambda *_: problem(401, "bad key")) as server, pytest.raises(AuthenticationFailed):
        summarize(SHORT.text, model="m", base_url=server.url, window=SMALL)
    assert len(server.bodies) == 1


def test_a_partly_read_article_ends_with_code_9(command: Command) -> None:
    """The brief is written, the line says what is missing and why."""
    article("long.txt", SHORT.text)
    with serving(failing_at(3, REFUSED)) as server:
        ran = command("long.txt", "--model", "m", "--base-url", server.url, "--window", str(SMALL))
    assert ran.code == 9
    assert "NOT READ" in ran.out
    assert "brief: long.txt: sentences " in ran.err
    assert "were not read: the model declined (I cannot.)" in ran.err


# --- cassettes, record and check ------------------------------------------------------------------


@pytest.mark.slow
def test_a_recording_holds_all_windows_and_replays_without_the_endpoint(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--record`, then `--cassette` alone: the same page, and the window as it was chosen, whatever is set elsewhere."""
    article("long.txt", SHORT.text)
    with serving(read) as server:
        first = command("long.txt", "--model", "m", "--base-url", server.url, "--record", "c.yaml", "--window", "3000")
    monkeypatch.setenv("BRIEF_WINDOW", "50000")
    again = command("long.txt", "--cassette", "c.yaml")
    assert (first.code, again.code, again.out) == (0, 0, first.out)
    assert len(server.bodies) == 5
    assert "5 requests" in again.err


@pytest.mark.slow
def test_a_window_that_failed_fails_alike_when_replayed(tmp_path: Path) -> None:
    tape = tmp_path / "c.yaml"
    text = SHORT.text
    asked, _ = read_by(failing_at(2, CUT_OFF), text, cassette=tape, record=True, window=SMALL)
    assert summarize(text, cassette=tape).brief == asked.brief


@pytest.mark.slow
def test_a_recording_that_lacks_a_window_is_stale(tmp_path: Path) -> None:
    """What is not in the recording is not passed over as unread."""
    tape, text = tmp_path / "c.yaml", SHORT.text
    read_by(read, text, cassette=tape, record=True, window=SMALL)
    content = cassette.read(tape)
    del content["interactions"][2]
    tape.write_text(cassette.dump(content | {"recorded": 3}), encoding="utf-8")
    with pytest.raises(CassetteError, match="lacks this request"):
        summarize(text, cassette=tape)


@pytest.mark.slow
def test_brief_record_takes_policy_second_look_and_window(command: Command) -> None:
    """What was chosen is asked for, kept with the recording, and held by `brief check` without being named."""
    article("long.txt", SHORT.text)
    with serving(lambda body, headers: answer_in_lines(prompt_tokens=20_000)) as server:
        ran = command(
            "record", "long.txt", "--model", "m", "--base-url", server.url,
            "--policy", "strict", "--second-look", "--window", "4000",
        )  # fmt: skip
    assert ran.code == 0
    asked = ["Look again at the sentences" in body["messages"][-1]["content"] for body in server.bodies]
    assert asked == [False] * 4 + [True] * 4
    assert json.loads(Path("seeds/accepted/long.json").read_text(encoding="utf-8"))["policy"] == "strict"
    assert command("check").out.endswith("1 article: 1 unchanged\n")


def test_a_second_look_of_a_long_article_sends_its_windows_not_the_whole() -> None:
    """Each look holds the sentences that nothing cites in its window, and the window's sentences."""
    planted = long_article(60_000)
    _, server = read_by(lambda *_: answer_in_lines(prompt_tokens=20_000), planted.text, second_look=True)
    looks = [body["messages"][-1]["content"] for body in server.bodies[4:]]
    numbers = [n for look in looks for n in look.rstrip(".\n").rpartition("sentences ")[2].split(", ")]
    assert len(looks) == 4
    assert len(numbers) == len(set(numbers)) >= len(planted.bombs)
    assert max(map(len, looks)) < 30_000


def test_what_a_second_look_added_is_checked_with_it(tmp_path: Path) -> None:
    """A first draft without the attack, a second look with it: the replay for `check` looks again, too."""
    text = "The council met in the old hall, and it did not speak of the road.\n\nA bomb went off at the mill in Dorvik on Monday.\n"
    (tmp_path / "mill.txt").write_text(text, encoding="utf-8")
    folder = Folder.at(tmp_path / "seeds", tmp_path / "tapes")

    def later(body: dict[str, Any], headers: dict[str, str]) -> Reply:
        return read(body, headers) if "Look again" in body["messages"][-1]["content"] else answer_in_lines()

    with serving(later) as server:
        settings = ModelSettings("m", server.url)
        record(tmp_path / "mill.txt", folder, RunOptions(model=settings, second_look=True), CONFLICT)
    assert "bomb went off" in folder.accepted("mill").read_text(encoding="utf-8")
    assert check(folder, "mill", CONFLICT).state == "unchanged"


@pytest.mark.slow
def test_a_partly_read_recording_is_kept_and_told_of(command: Command) -> None:
    article("long.txt", SHORT.text)
    with serving(failing_at(2, CUT_OFF)) as server:
        ran = command("record", "long.txt", "--model", "m", "--base-url", server.url, "--window", str(SMALL))
    assert ran.code == 9
    assert "were not read: the answer ended before it was whole" in ran.err
    assert command("check").code == 0


# --- before anything is sent ----------------------------------------------------------------------


def test_show_prompt_tells_how_many_windows_and_estimates_all_of_them(command: Command) -> None:
    """Nothing is sent; the sentences of all windows are shown, and what is not known yet is said."""
    planted = long_article(60_000)
    ran = command(article("long.txt", planted.text), "--show-prompt")
    assert ran.code == 0
    assert "windows     4 requests, one after the other, for the sentences 1–" in ran.out
    tokens = int(ran.out.split("about ")[1].split()[0].replace(",", ""))
    assert tokens > 4 * estimated_tokens(prompt().instructions) + len(planted.text) // 4
    assert [line for line in ran.out.splitlines() if line.startswith("--- user")] == [
        f"--- user, window {number} of 4 ---" for number in (1, 2, 3, 4)
    ]


def test_a_window_too_small_to_be_meant_is_bad_usage(command: Command) -> None:
    ran = command(article(), "--show-prompt", "--window", "10")
    assert (ran.code, ran.out) == (2, "")


def test_the_window_may_be_set_in_the_configuration(command: Command) -> None:
    Path("c.toml").write_text("window = 30000", encoding="utf-8")
    ran = command(article("long.txt", long_article(60_000).text), "--show-prompt", "--config", "c.toml")
    assert "windows     3 requests" in ran.out


class Terminal(io.StringIO):
    """Keeps what is drawn."""

    def isatty(self) -> bool:
        return True


@pytest.mark.slow
def test_a_terminal_shows_which_window_is_waited_for(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside the source and the model, on the one line that is wiped out at the end."""
    monkeypatch.setattr(progress, "SILENT_SECONDS", 0.0)
    monkeypatch.setattr(progress, "FRAME_SECONDS", 0.005)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "200")
    article("long.txt", SHORT.text)

    def drawn_before(body: dict[str, Any], headers: dict[str, str]) -> Reply:
        return Reply(body=read(body, headers).body, wait=0.2)

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with serving(drawn_before) as server:
        command("long.txt", "--model", "m", "--base-url", server.url, "--window", str(SMALL))
    for number in (1, 2, 3, 4):
        assert f" s long.txt: waiting for m, window {number} of 4" in terminal.getvalue()
    assert progress.CLEAR_LINE in terminal.getvalue()
