"""The command over several sources: what is read, what each form looks like, and the code at the end."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli_runner import ARTICLE, BROKEN, DROPPED, INTERRUPTED, REFUSED, Command, article, asked, command, names

__all__ = ["asked", "command"]
LOCAL = ("--model", "m", "--base-url", "http://localhost:9/v1")
REPORT = "m-1 · 1 request · 1,000,000 tokens in, 500,000 out · 1.2 s"
Asked = list[dict[str, Any]]


def test_the_brief_goes_to_standard_output_and_one_line_to_standard_error(command: Command, asked: Asked) -> None:
    ran = command(article(), *LOCAL)
    assert ran.code == 0
    assert ran.out.startswith("a.txt · ONE ARTICLE")
    assert ran.err == f"a.txt: {REPORT}\n"


def test_quiet_says_nothing_but_failures(command: Command, asked: Asked) -> None:
    ran = command(article(), "missing.txt", *LOCAL, "--quiet")
    assert ran.err == "brief: missing.txt: there is no such file; check the path\n"


def test_standard_input_is_a_source(command: Command, asked: Asked) -> None:
    ran = command("-", *LOCAL, "-f", "jsonl", stdin=ARTICLE.encode("utf-16"))
    entry = json.loads(ran.out)
    assert (ran.code, entry["source"], entry["brief"]["source"]["characters"]) == (0, "-", len(ARTICLE))
    assert ran.err.startswith("standard input: m-1 ")


def test_standard_input_without_text_is_one_line(command: Command, asked: Asked) -> None:
    ran = command("-", *LOCAL)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "brief: standard input: is empty; give a file that holds an article\n"


def test_a_pattern_that_the_shell_left_alone_is_expanded_in_order(command: Command, asked: Asked) -> None:
    article("b.txt"), article("a.txt"), article("c.md")
    ran = command("*.txt", *LOCAL, "-f", "jsonl")
    assert [json.loads(line)["source"] for line in ran.out.splitlines()] == ["a.txt", "b.txt"]


def test_a_pattern_that_nothing_matches_is_one_failed_source(command: Command, asked: Asked) -> None:
    ran = command("*.txt", *LOCAL)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "brief: *.txt: no file matches this pattern; check it\n"


def test_a_file_whose_name_looks_like_a_pattern_is_read(command: Command, asked: Asked) -> None:
    ran = command(article("a[1].txt"), *LOCAL)
    assert (ran.code, ran.out[:8]) == (0, "a[1].txt")


def test_a_source_named_twice_is_asked_about_once(command: Command, asked: Asked) -> None:
    command(article(), "a.txt", "a.*", *LOCAL)
    assert len(asked) == 1


def test_a_directory_is_one_line(command: Command, asked: Asked) -> None:
    Path("news").mkdir()
    ran = command("news", *LOCAL)
    assert (ran.code, ran.err) == (1, "brief: news: is a folder, and there is no file in it to read: name a file\n")


def test_a_file_named_like_a_command_or_a_dash_is_reached_by_its_folder(command: Command, asked: Asked) -> None:
    article("show"), article("-")
    assert command("./show", *LOCAL).code == 0
    assert command(*LOCAL, "--", "show").code == 0  # after -- nothing is a command
    assert command("./-", *LOCAL).code == 0
    assert [Path(call["source"]).name for call in asked] == ["show", "show", "-"]


@pytest.mark.parametrize("name", ["a\x1b]0;t\x07.txt", "a\n.txt", "a\u202e.txt", os.fsdecode(b"a\xff.txt")])
def test_a_hostile_file_name_is_inert_and_keeps_its_line(command: Command, asked: Asked, name: str) -> None:
    """Escapes, line breaks, reversals and broken bytes in a name reach no terminal; the JSON gives the name back."""
    Path(name).write_text(ARTICLE, encoding="utf-8")
    shown = "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in name)
    ran = command(name, *LOCAL, "-f", "jsonl")
    assert ran.err == f"{shown}: {REPORT}\n"
    assert ran.out.isascii()
    assert json.loads(ran.out)["source"] == name
    page = command(name, *LOCAL)
    assert all(letter.isprintable() or letter == "\n" for letter in page.out)
    missing = command("no " + name, *LOCAL)
    assert missing.err == f"brief: no {shown}: there is no such file; check the path\n"


def test_a_bad_source_stops_no_other(command: Command, asked: Asked) -> None:
    """Each source ends on its own, and the gravest end gives the code."""
    article("good.txt"), article("refused.txt", REFUSED), article("broken.txt", BROKEN), article("last.txt")
    ran = command("missing.txt", "refused.txt", "good.txt", "last.txt", *LOCAL, "-f", "jsonl")
    ends = sorted(map(json.loads, ran.out.splitlines()), key=lambda end: end["source"])
    assert [(end["source"], "error" in end) for end in ends] == [
        ("good.txt", False),
        ("last.txt", False),
        ("missing.txt", True),
        ("refused.txt", True),
    ]
    assert ends[3]["error"] == {
        "kind": "Refused",
        "message": "the model declined to answer, m at localhost: use another model",
        "exit": 3,
    }
    *told, summary = ran.err.splitlines()
    assert sorted(told) == [
        "brief: missing.txt: there is no such file; check the path",
        "brief: refused.txt: the model declined to answer, m at localhost: use another model",
    ]
    assert summary.startswith("4 articles: 2 read, 2 failed · 2 requests · 2,000,000 tokens in, 1,000,000 out · ")
    assert ran.code == 3


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        ([ARTICLE], 0),
        ([DROPPED], 4),
        ([None], 1),
        ([REFUSED], 3),
        ([BROKEN], 70),
        ([ARTICLE, DROPPED], 4),
        ([DROPPED, None], 1),
        ([None, REFUSED, DROPPED], 3),
        ([REFUSED, BROKEN, ARTICLE], 70),
    ],
)
def test_the_gravest_end_gives_the_code(command: Command, asked: Asked, texts: list[str | None], code: int) -> None:
    sources = [article(f"{at}.txt", text) if text else f"{at}.txt" for at, text in enumerate(texts)]
    assert command(*sources, *LOCAL).code == code


def test_a_brief_of_which_nothing_survived_is_shown_and_told(command: Command, asked: Asked) -> None:
    ran = command(article(text=DROPPED), *LOCAL)
    assert ran.code == 4
    assert ran.out.startswith("a.txt · ONE ARTICLE")
    assert ran.err.splitlines()[1] == (
        "brief: a.txt: nothing survived verification (the one item that was proposed): see the brief's checks, or"
        " use a stronger model"
    )


def test_a_bug_in_one_source_is_one_line_and_with_v_tells_where(command: Command, asked: Asked) -> None:
    article(text=BROKEN)
    line = (
        "brief: a.txt: a bug of this program (RuntimeError: cannot\\nbe): please report it; -v shows where it happened"
    )
    assert command("a.txt", *LOCAL).err == line + "\n"
    lines = command("a.txt", *LOCAL, "-v").err.splitlines()
    assert lines[-1] == line
    assert any("in summarize" in told for told in lines)


def test_interrupting_ends_with_130_and_leaves_the_output_as_it_was(command: Command, asked: Asked) -> None:
    article("first.txt"), article("second.txt", INTERRUPTED)
    Path("out.txt").write_text("before", encoding="utf-8")
    ran = command("first.txt", "second.txt", *LOCAL, "-o", "out.txt")
    assert (ran.code, ran.out) == (130, "")
    assert ran.err.splitlines()[-1] == "brief: interrupted"
    assert Path("out.txt").read_text(encoding="utf-8") == "before"
    assert names() == ["first.txt", "out.txt", "second.txt"]


def test_one_source_as_json_is_the_brief_itself(command: Command, asked: Asked) -> None:
    ran = command(article(), *LOCAL, "--format", "json", "--policy", "strict", "--published", "2024-02-29")
    brief = json.loads(ran.out)
    assert (brief["version"], brief["policy"], brief["source"]["published"]) == (1, "strict", "2024-02-29")


def test_several_sources_as_json_are_refused_with_advice(command: Command, asked: Asked) -> None:
    ran = command(article(), article("b.txt"), *LOCAL, "--format", "json")
    assert (ran.code, ran.out, asked) == (2, "", [])
    assert (
        ran.err
        == "brief: --format json is one brief: give one source, or use --format jsonl, one object a line, or html with a folder, a name without a dot: -o FOLDER\n"
    )


def test_pages_of_several_sources_stand_apart(command: Command, asked: Asked) -> None:
    article("a.txt"), article("b.txt")
    assert command("a.txt", "b.txt", *LOCAL).out.count(f"\n\n{'=' * 80}\n\nb.txt") == 1
    assert "\n\n---\n\n" in command("a.txt", "b.txt", *LOCAL, "-f", "md").out


def test_a_line_of_json_holds_the_run(command: Command, asked: Asked) -> None:
    entry = json.loads(command(article(), *LOCAL, "-f", "jsonl").out)
    assert sorted(entry) == ["brief", "run", "source"]
    assert (entry["run"]["model"], entry["run"]["cost"]) == ("m-1", None)


def test_a_name_too_long_for_a_file_is_one_line(command: Command, asked: Asked) -> None:
    """Somebody gives the article in place of its file."""
    ran = command("words " * 1000, *LOCAL)
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)


def test_a_folder_does_not_mean_what_the_command_writes_into_it(command: Command, asked: Asked) -> None:
    article("a.txt"), article("outlook.txt", "Another article.")
    for _ in range(2):
        ran = command(".", *LOCAL, "--store", "out.db", "-f", "jsonl", "-o", "out.jsonl")
        lines = Path("out.jsonl").read_text(encoding="utf-8").splitlines()
        assert (ran.code, {json.loads(line)["source"] for line in lines}) == (0, {"a.txt", "outlook.txt"})
    assert command(".", "out.jsonl", *LOCAL, "-o", "out.jsonl").code == 2
