"""Tables of articles: JSON, JSON Lines and CSV; and whatever else holds several: a folder, a text with separators."""

import json
from datetime import date
from pathlib import Path

import pytest

from summarizer.documents.document import Document
from summarizer.documents.quotes import Origin
from summarizer.errors import SourceError
from summarizer.reading.opening import read_document, read_documents
from tests.cli_runner import Command, article, command

__all__ = ["command"]
NEWS = "Riders burned the mill at Dolvac on Monday, the police said."
MORE = "A shell hit the ferry at Sorn, the harbour master said."


def documents(path: Path, content: str | bytes, **wishes: object) -> dict[str, Document | str]:
    """What is in a file: each document, or the line that says why it is none, by its number."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    told = ((name.removeprefix(str(path)), found) for name, found in read_documents(path, **wishes))
    return {name: found if isinstance(found, Document) else str(found).removeprefix(str(path)) for name, found in told}


def texts(found: dict[str, Document | str]) -> list[str]:
    return [one.text for one in found.values() if isinstance(one, Document)]


@pytest.mark.parametrize(
    "content",
    [
        json.dumps([{"body": NEWS}, {"body": MORE}]),
        f"{json.dumps({'body': NEWS})}\n\n{json.dumps({'body': MORE})}\n",
        json.dumps([{"body": NEWS}, {"body": MORE}], indent=2),
    ],
)
def test_each_object_of_json_is_an_article(tmp_path: Path, content: str) -> None:
    found = documents(tmp_path / "a.json", content)
    assert (list(found), texts(found)) == (["#1", "#2"], [NEWS, MORE])


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_each_row_of_a_table_is_an_article(tmp_path: Path, sign: str) -> None:
    rows = [("Date", "Text", "Publisher"), ("2034-03-09", f'"{NEWS}"', "Kel Post"), ("", f'"{MORE}"', "")]
    found = documents(tmp_path / "a.csv", "\r\n".join(map(sign.join, rows)))
    first, second = found["#1"], found["#2"]
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.text, first.published, first.origin.outlet) == (NEWS, date(2034, 3, 9), "Kel Post")
    assert (second.text, second.published, second.origin) == (MORE, None, Origin())


def test_a_title_stands_before_its_text_once(tmp_path: Path) -> None:
    """A column of its own is put before the text, unless that begins with it; the document knows it for its title."""
    rows = [{"title": "Mill burned", "text": NEWS}, {"title": "Ferry hit", "text": f"Ferry  hit\n\n{MORE}"}]
    found = documents(tmp_path / "a.json", json.dumps(rows))
    assert texts(found) == [f"Mill burned\n\n{NEWS}", f"Ferry  hit\n\n{MORE}"]
    assert [one.title and one.title.text for one in found.values() if isinstance(one, Document)] == [
        "Mill burned",
        "Ferry  hit",
    ]


def test_a_row_without_a_text_costs_the_others_nothing(tmp_path: Path) -> None:
    content = "\n".join(
        (json.dumps({"body": NEWS}), "[1, 2]", "{bad", json.dumps({"note": "x"}), json.dumps({"body": MORE}))
    )
    found = documents(tmp_path / "a.jsonl", content)
    assert texts(found) == [NEWS, MORE]
    assert found["#2"] == found["#3"].replace("#3", "#2") == "#2: is no JSON object; leave it out, or mend it"  # type: ignore[union-attr]
    assert found["#4"] == "#4: has no column that is known to hold the text; name it with --text-column, one of: note"


def test_why_a_row_has_no_text_is_said(tmp_path: Path) -> None:
    """An empty cell is no unknown column, and a brief is no article."""
    content = "\n".join(map(json.dumps, ({"body": ""}, {"source": {}, "policy": "standard", "audit": {}})))
    assert list(documents(tmp_path / "a.jsonl", content).values()) == [
        "#1: its text is empty",
        "#2: is a stored brief, and no article: brief show BRIEF.json ARTICLE shows it",
    ]


def test_the_caller_may_name_the_columns(tmp_path: Path) -> None:
    content = json.dumps([{"Wording": NEWS, "text": "no", "seen": "Thu, 9 Mar 2034 22:10:00 +0200"}])
    found = documents(tmp_path / "a.json", content, columns={"text": ("wording",), "date": ("Seen",)})
    (one,) = found.values()
    assert isinstance(one, Document)
    assert (one.text, one.published) == (NEWS, date(2034, 3, 9))


def test_what_is_said_of_an_article_holds_no_half_characters(tmp_path: Path) -> None:
    """A brief could not be written with them."""
    (one,) = documents(tmp_path / "a.json", json.dumps({"text": NEWS, "outlet": "Kel \ud800Post"})).values()
    assert isinstance(one, Document)
    assert json.loads(one.source().model_dump_json())["origin"]["outlet"] == "Kel \ufffdPost"


@pytest.mark.parametrize(
    "stated",
    ["9 March", "03/09/2034", "yesterday", "2034", "x" * 100, "999999999999", "0001-01-01T00:00:00", "9999-12-31"],
)
def test_a_day_is_not_guessed(tmp_path: Path, stated: str) -> None:
    """Which of two numbers is the month, or of which year a day is, nobody says."""
    (one,) = documents(tmp_path / "a.json", json.dumps({"text": NEWS, "date": stated})).values()
    assert isinstance(one, Document)
    assert one.published is None


def test_one_of_several_is_named_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    documents(path, f"{json.dumps({'body': NEWS})}\n{json.dumps({'body': MORE})}")
    assert read_document(f"{path}#2").text == MORE
    with pytest.raises(SourceError, match=r"a\.jsonl: holds several articles; name one of them, such as .*a\.jsonl#1"):
        read_document(path)
    with pytest.raises(SourceError, match=r"a\.jsonl#3: there is no article of this number in it; the first is 1"):
        read_document(f"{path}#3")
    (tmp_path / "b#1").write_text(MORE, encoding="utf-8")
    assert read_document(tmp_path / "b#1").text == MORE


def test_a_text_is_taken_apart_where_the_caller_says_how(tmp_path: Path) -> None:
    content = f"{NEWS}\n\n ===\n\n{MORE}\n===\n"
    assert len(texts(documents(tmp_path / "a.txt", content))) == 1
    found = documents(tmp_path / "a.txt", content, separator="===")
    assert [text.strip() for text in texts(found)] == [NEWS, MORE]


LONG = f"{NEWS} " * 5


@pytest.mark.parametrize(
    ("content", "separator"),
    [
        (f"{LONG}\n\n---\n\n{LONG}", "---"),
        (f"# Mill\n\n{LONG}\n\n# Ferry\n\n{LONG}", "#"),
        (f"{LONG}\n***\n{LONG}", "***"),
    ],
)
def test_a_text_that_may_hold_several_articles_is_told_of(command: Command, content: str, separator: str) -> None:
    article("a.txt", content)
    told = f"a.txt: may hold 2 articles, and was read as one: --separator '{separator}' reads each by itself\n"
    assert told in command("a.txt", "--coder").err
    ran = command("a.txt", "--coder", "-f", "jsonl", "--separator", separator)
    assert len(ran.out.splitlines()) == 2
    assert "may hold" not in ran.err


@pytest.mark.parametrize("content", [LONG, f"# Mill\n\n{LONG}", f"{LONG}\n\n---\n\nBy Jutta Kreel", f"{LONG}\n\n* * *"])
def test_one_article_is_one(command: Command, content: str) -> None:
    """A heading, and a line before the writer's name, part nothing."""
    article("a.txt", content)
    assert "may hold" not in command("a.txt", "--coder").err


def test_a_table_without_a_row_holds_no_article(tmp_path: Path) -> None:
    for name, content in (("a.json", "[]"), ("a.csv", "text,date\n")):
        with pytest.raises(SourceError, match="holds no article; check that it is the file that is meant"):
            documents(tmp_path / name, content)


def test_a_folder_stands_for_its_files(command: Command) -> None:
    Path("news/old").mkdir(parents=True)
    article("news/b.txt", MORE), article("news/old/a.txt", NEWS), article("news/.hidden", NEWS)
    ran = command("news", "--coder", "-f", "jsonl")
    assert sorted(json.loads(line)["source"] for line in ran.out.splitlines()) == ["news/b.txt", "news/old/a.txt"]


def test_every_article_of_a_table_gets_its_brief_or_its_line(command: Command) -> None:
    article("a.jsonl", f"{json.dumps({'body': NEWS})}\n{{}}\n{json.dumps({'body': MORE})}\n")
    ran = command("a.jsonl", "--coder", "-f", "jsonl")
    assert [(line["source"], "error" in line) for line in map(json.loads, ran.out.splitlines())] == [
        ("a.jsonl#1", False),
        ("a.jsonl#2", True),
        ("a.jsonl#3", False),
    ]
    assert ran.code == 1
    assert "brief: a.jsonl#2: has no column that is known to hold the text" in ran.err
