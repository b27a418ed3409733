"""`brief record` keeps, `brief check` compares: what each says, writes, leaves alone, and ends with."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer.cli.junit import junit_xml
from summarizer.model import forget_rungs
from summarizer.recording import cassette
from summarizer.regression.folders import CheckedArticle, Folder
from tests.cli_runner import Command, Ran, article, command, names
from tests.fault_server import Reply, answer, answer_in_lines, completion, in_lines, problem, serving
from tests.mill import ARTICLE, draft

__all__ = ["command"]
ROOT = Path(__file__).parent.parent
CANARY = "canary-3f9a1c-canary"
TOKENS = 5020
"""What the endpoint counts for one answer."""

Edit = Callable[[dict[str, Any]], Any]


@pytest.fixture(autouse=True)
def _as_in_a_new_process() -> None:
    forget_rungs()


def recorded(command: Command, *sources: str, script: Any = None, more: tuple[str, ...] = ()) -> Ran:
    """Record sources from an endpoint that is gone afterwards."""
    with serving(script or [answer_in_lines(draft())]) as server:
        return command("record", *sources, "--model", "m", "--base-url", server.url, *more)


def kept(command: Command, name: str = "mill.txt") -> None:
    assert recorded(command, article(name, ARTICLE)).code == 0


def request_edited(edit: Edit, path: str = "cassettes/seeds/mill.yaml") -> None:
    """Change the recorded request, as if it had been recorded with something else."""
    content = cassette.read(Path(path))
    edit(content["interactions"][0]["request"]["json"])
    Path(path).write_text(cassette.dump(content), encoding="utf-8")


def accepted_edited(old: str, new: str) -> None:
    path = Path("seeds/accepted/mill.json")
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


# --- our own seeds --------------------------------------------------------------------------------


@pytest.mark.slow
def test_every_seed_gives_its_accepted_brief(command: Command) -> None:
    """No change of prompt, schema, check or table goes by unseen; `brief check --accept` takes one that is right."""
    ran = command("check", str(ROOT / "seeds"))
    number = len(list((ROOT / "seeds").glob("*.txt")))
    assert (ran.out, ran.err, ran.code) == (f"{number} articles: {number} unchanged\n", "", 0)


# --- record ---------------------------------------------------------------------------------------


def test_record_keeps_article_exchange_and_brief(command: Command) -> None:
    ran = recorded(command, article("mill.txt", ARTICLE))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "mill.txt: kept seeds/mill.txt, cassettes/seeds/mill.yaml, seeds/accepted/mill.json; 5,020 tokens",
        "1 source: 1 kept, 0 failed, 0 not asked about, 5,020 tokens",
    ]
    assert Path("seeds/mill.txt").read_text(encoding="utf-8") == ARTICLE
    checked = command("check")
    assert (checked.code, checked.out) == (0, "1 article: 1 unchanged\n")


def test_folders_can_be_named(command: Command) -> None:
    """Both commands take the same names for them."""
    recorded(command, article("mill.txt", ARTICLE), more=("--dir", "articles", "--cassettes", "tapes"))
    assert (names("articles"), names("tapes")) == (["accepted", "mill.txt"], ["mill.yaml"])
    assert command("check", "articles", "--cassettes", "tapes").code == 0


def test_recording_again_says_what_changed(command: Command) -> None:
    """Who records on a schedule reads the difference, and not two files."""
    kept(command)
    again = recorded(command, "seeds/mill.txt")
    assert "seeds/mill.txt: the brief says what the accepted one said" in again.out.splitlines()
    hedged = answer_in_lines(draft(time=[{"sentence": 1, "text": "Monday"}]))
    changed = recorded(command, "seeds/mill.txt", script=[hedged])
    assert "seeds/mill.txt: a mill, time: nothing → “Monday”" in changed.out.splitlines()
    assert command("check").code == 0


def test_a_failing_source_stops_no_other_and_loses_nothing(command: Command) -> None:
    """The one that fails keeps the recording that it had."""
    kept(command)
    before = Path("cassettes/seeds/mill.yaml").read_bytes()
    article("b.txt", "Nothing happened.")
    script = [problem(401, "bad key"), answer_in_lines()]
    ran = recorded(command, "seeds/mill.txt", "nowhere.txt", "b.txt", script=script)
    assert ran.code == 3
    assert "brief: seeds/mill.txt: the key was not accepted" in ran.err
    assert "brief: nowhere.txt: there is no such file" in ran.err
    assert ran.out.splitlines()[-1] == "3 sources: 1 kept, 2 failed, 0 not asked about, 5,020 tokens"
    assert Path("cassettes/seeds/mill.yaml").read_bytes() == before
    assert command("check").code == 0


def test_an_article_is_never_written_over(command: Command) -> None:
    """Another article of the same name is refused before anybody is asked."""
    kept(command)
    article("mill.txt", "Another story.")
    ran = recorded(command, "mill.txt", script=[problem(500, "nobody should ask")])
    assert ran.code == 1
    assert ran.err == "brief: mill.txt: seeds/mill.txt is another article of this name; rename one of them\n"
    assert Path("seeds/mill.txt").read_text(encoding="utf-8") == ARTICLE


def test_the_budget_ends_the_asking(command: Command) -> None:
    """Once the tokens are spent, the sources that are left are named, and the code says so."""
    sources = [article(f"{letter}.txt", f"Mill {letter} stands.") for letter in "abc"]
    ran = recorded(command, *sources, script=[answer_in_lines()], more=("--max-tokens", str(TOKENS + 1)))
    assert ran.code == 7
    assert ran.err == "brief: c.txt: not asked about: 10,040 tokens are spent, and --max-tokens is 5,021\n"
    assert ran.out.splitlines()[-1] == "3 sources: 2 kept, 0 failed, 1 not asked about, 10,040 tokens"


def test_tokens_of_failures_count_against_the_budget(command: Command) -> None:
    """An endpoint that answers nonsense cannot spend more than one that answers well."""
    sources = [article(f"{letter}.txt", f"Mill {letter} stands.") for letter in "ab"]
    ran = recorded(command, *sources, script=[answer("no", finish="length")], more=("--max-tokens", "1"))
    assert "b.txt: not asked about: 5,020 tokens are spent" in ran.err
    assert ran.code == 3


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("record", "-", "--model", "m"), "standard input has no name"),
        (("record", "a.txt"), "a recording needs a model"),
        (("record",), "missing argument 'SOURCE...'"),
        (("check", "nowhere"), "nowhere: there is no such folder"),
        (("check", "."), ".: holds no articles"),
    ],
)
def test_what_makes_no_sense_is_one_line_and_code_2(command: Command, args: tuple[str, ...], said: str) -> None:
    ran = command(*args)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"brief: {said}")


def test_the_policy_of_an_accepted_brief_holds_on(command: Command) -> None:
    """A brief accepted under the strict policy is checked under it."""
    kept(command)
    accepted_edited('"policy": "standard"', '"policy": "strict"')
    assert command("check").out == "1 article: 1 unchanged\n"


SECRET_HEADERS = ("Set-Cookie", "X-Request-Id", "Authorization", "OpenAI-Organization", "Retry-After")
ANSWERS_HEADERS = dict.fromkeys(SECRET_HEADERS, CANARY)


@pytest.mark.parametrize(
    "script",
    [
        [Reply(body=completion(in_lines(draft())), headers=ANSWERS_HEADERS)],
        [
            Reply(429, {"error": {"message": f"slow down, {CANARY}"}}, {"Set-Cookie": CANARY, "Retry-After": "0"}),
            Reply(body=completion(in_lines(draft())), headers=ANSWERS_HEADERS),
        ],
        [
            Reply(400, {"error": {"message": f"response_format is unknown; the key is {CANARY}"}}, ANSWERS_HEADERS),
            Reply(body=completion(in_lines(draft())), headers=ANSWERS_HEADERS),
        ],
        [Reply(401, {"error": {"message": f"Incorrect API key provided: {CANARY}"}}, ANSWERS_HEADERS)],
    ],
    ids=["answer", "cured", "stepped down", "refused"],
)
def test_no_secret_is_kept_or_told(command: Command, monkeypatch: pytest.MonkeyPatch, script: list[Reply]) -> None:
    """Keys, cookies and headers, those of the answers too, get into no file and onto no screen, even if repeated."""
    monkeypatch.setenv("OPENAI_API_KEY", CANARY)
    with serving(script) as server:
        ran = command("record", article("mill.txt", ARTICLE), "--model", "m", "--base-url", server.url)
    assert {sent["authorization"] for sent in server.headers} == {f"Bearer {CANARY}"}
    texts = {path: path.read_text(encoding="utf-8") for path in Path().rglob("*") if path.is_file()}
    assert [path for path, text in texts.items() if CANARY in text] == []
    assert CANARY not in ran.out + ran.err
    assert ran.code == (3 if script[-1].status == 401 else 0)


def test_an_address_that_may_not_be_used_ends_the_run(command: Command) -> None:
    """What is wrong for every source alike is told once, with the code for bad usage."""
    ran = command(
        "record", article(), article("b.txt"), "--model", "m", "--base-url", f"http://127.0.0.1:9/v1?key={CANARY}"
    )
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert CANARY not in ran.err


# --- check ----------------------------------------------------------------------------------------


def test_a_changed_brief_is_told_in_words_with_code_6(command: Command) -> None:
    kept(command)
    accepted_edited('"occurrence": "reported"', '"occurrence": "confirmed"')
    ran = command("check")
    assert (ran.code, ran.err) == (6, "")
    assert ran.out.splitlines() == [
        "seeds/mill.txt: a mill: confirmed → reported",
        "1 article: 1 changed",
    ]


def test_accepting_takes_the_new_state(command: Command) -> None:
    kept(command)
    whole = Path("seeds/accepted/mill.json").read_bytes()
    accepted_edited('"occurrence": "reported"', '"occurrence": "confirmed"')
    ran = command("check", "--accept")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "seeds/mill.txt: accepted: a mill: confirmed → reported")
    assert Path("seeds/accepted/mill.json").read_bytes() == whole


def another_prompt(request: dict[str, Any]) -> None:
    request["messages"][0]["content"] = "Be brief.\n" + request["messages"][0]["content"]


def another_schema(request: dict[str, Any]) -> None:
    request["response_format"]["json_schema"]["schema"]["title"] = "Other"


def another_frame(request: dict[str, Any]) -> None:
    request["messages"][1]["content"] += "\nThink first."


@pytest.mark.parametrize(
    ("edit", "part"),
    [
        (another_prompt, "the prompt"),
        (another_schema, "the schema"),
        (another_frame, "the prompt around the article"),
        (lambda request: request.update(top_p=0.5), "the parameters"),
    ],
)
def test_a_stale_recording_names_what_differs(command: Command, edit: Edit, part: str) -> None:
    """What would be sent is no longer what was recorded: that is no changed brief, and not accepted as one."""
    kept(command)
    request_edited(edit)
    ran = command("check", "--accept")
    assert ran.code == 1
    line, total = ran.out.splitlines()
    assert line.startswith(
        f"seeds/mill.txt: {part} is no longer what was recorded: cassettes/seeds/mill.yaml lacks this request: "
    )
    assert total == "1 article: 1 stale"


def test_an_edited_article_makes_its_recording_stale(command: Command) -> None:
    kept(command)
    Path("seeds/mill.txt").write_text(ARTICLE.replace("Monday", "Friday"), encoding="utf-8")
    ran = command("check")
    assert (ran.code, ran.out.partition(" is no longer")[0]) == (1, "seeds/mill.txt: the article")


def test_each_thing_that_is_missing_has_its_line(command: Command) -> None:
    kept(command)
    Path("cassettes/seeds/mill.yaml").unlink()
    Path("seeds/accepted/mill.json").unlink()
    ran = command("check")
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "seeds/mill.txt: no recording at cassettes/seeds/mill.yaml: 'brief record seeds/mill.txt' makes one",
        "seeds/mill.txt: no accepted brief at seeds/accepted/mill.json: look at what comes out, and take it with --accept",
        "1 article: 1 missing",
    ]


def test_an_article_that_went_is_missed(command: Command) -> None:
    """Removing an article does not make the check pass quietly."""
    kept(command)
    Path("seeds/mill.txt").unlink()
    ran = command("check")
    assert (ran.code, ran.out.splitlines()[-1]) == (1, "1 article: 1 missing")
    assert ran.out.startswith("seeds/mill.txt: there is no such article, but an accepted brief of it, ")


@pytest.mark.parametrize("path", ["cassettes/seeds/mill.yaml", "seeds/accepted/mill.json", "seeds/mill.txt"])
def test_a_file_that_cannot_be_used_fails_its_source_alone(command: Command, path: str) -> None:
    kept(command)
    kept(command, "other.txt")
    Path(path).write_bytes(b"\x00\x01")
    ran = command("check")
    assert (ran.code, ran.out.splitlines()[-1]) == (1, "2 articles: 1 unchanged, 1 failed")


def test_a_brief_accepted_for_the_first_time(command: Command) -> None:
    """`--accept` makes what is missing, from the recording alone."""
    kept(command)
    whole = Path("seeds/accepted/mill.json").read_bytes()
    Path("seeds/accepted/mill.json").unlink()
    assert command("check", "--accept").code == 0
    assert Path("seeds/accepted/mill.json").read_bytes() == whole


@pytest.mark.parametrize(
    ("folder", "cassettes"),
    [("seeds", "cassettes/seeds"), ("a/b/", "a/cassettes/b"), (".", None), ("/x/y", "/x/cassettes/y")],
)
def test_recordings_lie_beside_their_folder(folder: str, cassettes: str | None) -> None:
    here = Path.cwd()
    assert Folder.at(folder).cassettes == Path(cassettes or here.parent / "cassettes" / here.name)


# --- JUnit XML ------------------------------------------------------------------------------------


def test_junit_has_a_case_for_each_source(command: Command) -> None:
    """A change is a failure in words, what cannot be compared an error."""
    for name in ("mill.txt", "well.txt", "lost.txt"):
        kept(command, name)
    accepted_edited('"occurrence": "reported"', '"occurrence": "confirmed"')
    Path("cassettes/seeds/lost.yaml").unlink()
    assert command("check", "--junit", "out.xml").code == 1
    root = ET.parse("out.xml").getroot()  # noqa: S314  # our own
    assert root.tag == "testsuites"
    [cases] = root
    assert (cases.get("tests"), cases.get("failures"), cases.get("errors")) == ("3", "1", "1")
    outcome = {case.get("name"): [(part.tag, part.get("type"), part.text) for part in case] for case in cases}
    assert outcome["well"] == []
    assert outcome["mill"] == [("failure", "changed", "a mill: confirmed → reported")]
    assert [entry[:2] for entry in outcome["lost"]] == [("error", "missing")]


def test_junit_is_well_formed_whatever_an_article_holds() -> None:
    """Characters that XML forbids stand as escapes."""
    lines = ("a\x00\x1b[31m\ud800\ufffe<b>&]]>", "second")
    [cases] = ET.fromstring(junit_xml("s\x07", [(CheckedArticle("n", "changed", lines), 0.5)]).encode())  # noqa: S314
    assert cases[0][0].text == "a\\x00\\x1b[31m\\ud800\\ufffe<b>&]]>\nsecond"
    assert cases[0][0].get("message") == "a\\x00\\x1b[31m\\ud800\\ufffe<b>&]]> (and 1 more)"


def test_junit_is_not_written_over_what_is_checked(command: Command) -> None:
    kept(command)
    ran = command("check", "--junit", "seeds/mill.txt")
    assert (ran.code, Path("seeds/mill.txt").read_text(encoding="utf-8")) == (2, ARTICLE)
