"""What a store's briefs say is found by who, whom, where, what, how it stands, when, and words."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.conflict.storing.answered import answers
from summarizer.conflict.storing.querying import CHOICES, NAMES, TOPICS, Asked
from summarizer.errors import UsageError
from tests import storing
from tests.asking_stores import ARTICLES, filled, text_of
from tests.cli_runner import Command, command

__all__ = ["command"]

pytestmark = pytest.mark.usefixtures("asked_by_default")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("asked"))


@pytest.fixture
def asked_by_default(store: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_STORE", str(store))


def found(command: Command, *args: str) -> list[dict[str, Any]]:
    """What a query finds, as JSON has it."""
    ran = command("query", *args, "--format", "json")
    assert ran.code == 0, ran.err
    objects: list[dict[str, Any]] = json.loads(ran.out)
    return objects


def files(command: Command, *args: str) -> list[str]:
    return [one["article"]["article"] for one in found(command, *args)]


@pytest.mark.parametrize(
    ("asked", "articles"),
    [
        ("threats", ["velsk.txt", "borstad.txt", "hostile.txt"]),
        ("threats --since 2031-09", ["velsk.txt", "borstad.txt"]),
        ("threats --since 2031-09 --until 2031-09", ["borstad.txt"]),
        ("threats --until 2031-09-02 --since 2031-09-02", ["borstad.txt"]),
        ("threats --oldest", ["hostile.txt", "borstad.txt", "velsk.txt"]),
        ("threats --issuer karsk", ["borstad.txt"]),
        ("threats --issuer KARSK --target lunden", ["borstad.txt"]),
        ("threats --issuer karsk --target velsk", []),
        ("threats --target ochre", ["velsk.txt"]),
        ("threats --actor brigade", ["velsk.txt"]),
        ("threats --status current --conditionality ultimatum", ["velsk.txt", "hostile.txt"]),
        ("threats blockade", ["borstad.txt"]),
        ("threats block*", ["borstad.txt"]),
        ("threats block", []),
        ("attacks", ["lunden.txt", "morvik.txt", "velsk.txt", "undated.txt"]),
        ("attacks --perpetrator ochre", ["morvik.txt", "velsk.txt"]),
        ("attacks --place Morvik", ["morvik.txt"]),
        ("attacks --occurrence disputed", ["morvik.txt"]),
        ("attacks --occurrence disputed --occurrence Confirmed", ["morvik.txt", "velsk.txt", "undated.txt"]),
        ("attacks --kind kidnapping", ["undated.txt"]),
        ("attacks --attribution claimed --kind Bombing", ["lunden.txt", "morvik.txt"]),
        ("attacks --speaker police", ["undated.txt"]),
        ("attacks --target guards", ["velsk.txt"]),
        ("claimed", ["lunden.txt"]),
        ("claimed --place morvik", []),
        ("statements --kind deny-occurrence", ["morvik.txt"]),
        ("statements --speaker army", ["morvik.txt"]),
        ("attacks --read-by coder --place velsk", ["velsk.txt"]),
        ("attacks --read-by model", []),
    ],
)
def test_it_is_found_by(command: Command, asked: str, articles: list[str]) -> None:
    assert files(command, *asked.split()) == articles


def test_a_name_is_found_by_the_body_that_its_bearer_belongs_to(command: Command) -> None:
    (threat,) = found(command, "threats", "--issuer", "the army")
    assert (threat["issuer"], threat["other_names"]) == ("Ada Wren", "army")


def test_an_attack_is_found_under_its_own_day_and_not_that_of_its_article(command: Command) -> None:
    assert files(command, "attacks", "--since", "2031-10-11", "--until", "2031-10-11") == ["morvik.txt"]
    assert files(command, "attacks", "--since", "2031-10-12", "--until", "2031-10-31") == ["lunden.txt"]


def test_what_has_no_day_is_left_out_where_days_are_asked_for_and_that_is_said(command: Command) -> None:
    ran = command("query", "attacks", "--since", "2031-11")
    assert "undated.txt" not in ran.out
    assert "brief: 1 attack left out: neither a day of its own nor its article's is known" in ran.err


def test_the_evidence_stands_where_it_says(command: Command) -> None:
    for topic in TOPICS:
        for one in found(command, topic, "--all"):
            text = text_of(one["article"]["article"])
            assert one["evidence"]
            for words in (*one["evidence"], *one["mentions"]):
                assert text[words["start"] : words["end"]] == words["text"]
                document = ARTICLES[one["article"]["article"]]
                assert document.sentences[words["sentence"] - 1].paragraph == words["paragraph"]


def test_the_words_of_statements_on_an_attack_are_evidence_of_it(command: Command) -> None:
    (attack,) = found(command, "attacks", "--place", "morvik")
    assert [one["text"] for one in attack["evidence"]] == [
        "said on Sunday that it had bombed a bridge",
        "denied that any bridge was bombed",
    ]


def test_a_page_shows_each_with_who_says_so_its_words_and_its_article(command: Command) -> None:
    ran = command("query", "attacks", "--place", "morvik")
    assert ran.err == ""
    assert ran.out == (
        """\
ATTACKS · place “morvik”
IN SHORT  1 attack in 1 article.

2031-10-11
1. DISPUTED by army; stated by Ochre Brigade · bombing · “a bridge” · “Morvik” ·
   “Saturday”
   Says so   Ochre Brigade
   Against   army
   By whom   CLAIMED; Ochre Brigade: claimed
   “said on Sunday that it had bombed a bridge” 74–116                        ¶2
   “denied that any bridge was bombed” 150–183                                ¶3
   Article   A1 in “Blasts in Morvik”, Tarn News, 2031-10-12; read by coder,
             brief 2
   At        morvik.txt
"""
    )


def test_a_threat_says_whose_it_is_against_whom_and_on_what_condition(command: Command) -> None:
    out = command("query", "threats", "--issuer", "wren").out
    assert "1. Ada Wren → “the Ochre Brigade”\n   Known by  army\n" in out
    assert "   If        “unless it left Velsk”\n" in out


def test_markdown_is_the_same_page(command: Command) -> None:
    out = command("query", "claimed", "-f", "markdown").out
    assert out.startswith("# **CLAIMED**\n\n**In short:** 1 attack in 1 article.\n")
    assert "> “said on Friday that it had bombed a bridge” " in out


def test_nothing_of_an_article_moves_a_terminal_or_a_spreadsheet(command: Command) -> None:
    for form in ("text", "markdown", "csv", "json", "jsonl"):
        ran = command("query", "threats", "--issuer", "vorn", "-f", form)
        assert "vorn" in ran.out.lower()
        assert "\x1b" not in ran.out + ran.err
    (row,) = csv.DictReader(io.StringIO(command("query", "threats", "--issuer", "vorn", "-f", "csv").out))
    assert row["outlet"] == "'=cmd()"


def test_a_table_has_a_row_each_with_places_beside_the_words(command: Command) -> None:
    (row,) = csv.DictReader(io.StringIO(command("query", "attacks", "ochre", "bridge", "-f", "csv").out))
    assert (row["occurrence"], row["first_day"], row["address"]) == ("disputed", "2031-10-11", "")
    assert row["evidence"] == "said on Sunday that it had bombed a bridge | denied that any bridge was bombed"
    assert (row["paragraphs"], row["offsets"]) == ("2 | 3", "74-116 | 150-183")


def test_lines_are_the_objects_of_the_list(command: Command) -> None:
    lines = command("query", "attacks", "-f", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == found(command, "attacks")


def test_a_limit_is_said_where_there_is_more(command: Command) -> None:
    ran = command("query", "attacks", "--limit", "2")
    assert "IN SHORT  2 attacks in 2 articles; there are more." in ran.out
    assert ran.err == "brief: 2 are shown, and there are more: --limit N shows more\n"
    assert command("query", "attacks", "--limit", "4").err == ""


@pytest.mark.parametrize(("form", "out"), [("text", ""), ("json", "[\n]\n"), ("jsonl", "")])
def test_where_nothing_is_found_that_is_said_and_is_no_failure(command: Command, form: str, out: str) -> None:
    ran = command("query", "threats", "zeppelin", "-f", form)
    assert (ran.code, ran.out, ran.err) == (0, out, "brief: nothing found\n")


def test_a_file_holds_what_is_found(command: Command, tmp_path: Path) -> None:
    command("query", "threats", "-f", "csv", "-o", str(tmp_path / "threats.csv"))
    assert len((tmp_path / "threats.csv").read_text(encoding="utf-8").splitlines()) == 4


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["nonsense"], "there is no 'nonsense' to ask for: choose of threats, attacks, claimed, statements, warnings"),
        (["attacks", "--issuer", "x"], "--issuer is of threats; attacks are asked for by --actor, --perpetrator"),
        (["threats", "--place", "x"], "--place is of attacks and claimed and warnings; threats are asked for by"),
        (["attacks", "--kind", "tickle"], "--kind tickle: there is no such value; choose of bombing, "),
        (["attacks", "--since", "October"], "'October' is no day: write 2026-10-01, or 2026-10, or 2026."),
        (["attacks", "--since", "2031-02-30"], "'2031-02-30' is no day"),
        (["attacks", "--since", "2031-1-1-1"], "'2031-1-1-1' is no day"),
        (["attacks", "--limit", "0"], "--limit"),
        (["attacks", "…", "!"], "'… !' holds no word to look for: give letters or figures"),
        (["attacks", "--place", ""], "'' holds no word to look for"),
        (["attacks", "--store", "nowhere.store"], "there is no store nowhere.store: see that its name is right"),
    ],
)
def test_what_makes_no_sense_is_one_line(command: Command, args: list[str], says: str) -> None:
    ran = command("query", *args)
    assert ran.code in {1, 2}
    assert ran.out == ""
    assert ran.err.startswith("brief: ")
    assert says in ran.err
    assert ran.err.count("\n") == 1


def test_a_store_is_needed(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BRIEF_STORE")
    ran = command("query", "threats")
    assert (ran.code, "--store" in ran.err) == (2, True)


SYNTAX = [
    "'; DROP TABLE threats; --",
    'zeppelin" OR "bomb',
    "NEAR(zeppelin, 2)",
    "issuer:karsk",
    "(zeppelin",
    "zeppelin) OR (bomb",
    "*zeppelin",
    "^zeppelin",
    "-zeppelin",
    "a:b*c*",
]
"""What would be a query of the full text, or of the store, if it were put into one."""


@pytest.mark.parametrize("words", SYNTAX)
def test_no_word_is_taken_for_a_query(command: Command, words: str) -> None:
    for way in (["--issuer", words], ["--target", words], ["--", words], ["--read-by", words]):
        ran = command("query", "threats", *way)
        assert (ran.code, ran.err) == (0, "brief: nothing found\n")
    assert len(found(command, "threats")) == 3


@given(st.text(min_size=1))
def test_any_words_are_looked_for_or_refused(store: Path, words: str) -> None:
    with storing.store(store.parent) as kept:
        for topic in TOPICS.values():
            for asked in (Asked(topic, words=(words,)), Asked(topic, names={"actor": words})):
                try:
                    list(answers(kept.select, kept.read, asked))
                except UsageError as error:
                    assert "holds no word" in str(error)  # noqa: PT017


def test_every_way_to_ask_is_an_option_and_every_value_is_known(store: Path) -> None:
    with storing.store(store.parent) as kept:
        for topic in TOPICS.values():
            columns = {column.name for column in topic.table.columns}
            for way, looked_at in topic.names.items():
                assert way in NAMES
                assert set(looked_at) <= set(topic.table.searched)
            for way, (column, values) in topic.choices.items():
                assert way in CHOICES
                assert column in columns
                list(answers(kept.select, kept.read, Asked(topic, choices={way: values}, everything=True)))


def test_help_says_what_may_be_asked_for_with_examples(command: Command) -> None:
    out = command("query", "--help").out
    assert all(f"  {topic} " in out for topic in TOPICS)
    assert "brief query threats --since 2026-10 --issuer Ardania" in out
