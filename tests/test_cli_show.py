"""Stored briefs shown again, and the schema that they follow."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli_runner import Command, article, command
from tests.example_brief import SEED, example_brief

__all__ = ["command"]


@pytest.fixture
def stored() -> dict[str, Any]:
    """The example's brief as `--format json` writes it."""
    return dict(example_brief().model_dump(mode="json"))


def store(brief: object) -> str:
    Path("b.json").write_text(json.dumps(brief), encoding="utf-8")
    return "b.json"


def test_a_stored_brief_is_shown_with_its_article_and_says_that_it_is_unverified(
    command: Command, stored: dict[str, Any]
) -> None:
    ran = command("show", store(stored), str(SEED))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(SEED.name)
    assert "UNVERIFIED" in ran.out.upper().split("IN SHORT")[0]


def test_a_page_needs_the_article_and_json_does_not(command: Command, stored: dict[str, Any]) -> None:
    ran = command("show", store(stored))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "brief: a page quotes the article: give its file after the brief's, or use --format json\n"
    assert json.loads(command("show", "b.json", "-f", "json").out) == stored


def test_a_brief_of_another_article_is_refused(command: Command, stored: dict[str, Any]) -> None:
    Path("a.txt").write_text("Another article.", encoding="utf-8")
    ran = command("show", store(stored), "a.txt")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "brief: b.json: is the brief of another text; give the article that it was made from\n"


def test_a_quotation_that_was_changed_in_the_file_is_refused(command: Command, stored: dict[str, Any]) -> None:
    stored["actors"][1]["name"][0]["text"] = "Kataib Orvane"
    ran = command("show", store(stored), str(SEED))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "brief: b.json: actors.1.name is not what the article says there; the file was changed\n"


@pytest.mark.parametrize(
    ("brief", "line"),
    [
        ([], "is not the JSON of a brief (the whole: "),
        ({}, "is not the JSON of a brief (source: Field required); 'brief schema' says what it must be"),
    ],
)
def test_what_is_no_brief_is_one_line(command: Command, brief: object, line: str) -> None:
    ran = command("show", store(brief), str(SEED))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"brief: b.json: {line}")
    assert ran.err.count("\n") == 1


def test_a_missing_brief_is_one_line(command: Command) -> None:
    ran = command("show", "none.json", str(SEED))
    assert (ran.code, ran.err) == (1, "brief: none.json: there is no such file; check the path\n")


def test_a_brief_of_a_later_version_is_refused(command: Command, stored: dict[str, Any]) -> None:
    ran = command("show", store({**stored, "version": 2}), str(SEED))
    assert (ran.code, ran.err) == (
        1,
        "brief: b.json: is of version 2, which this program does not know; update it\n",
    )


def test_a_brief_is_not_written_over_its_own_file(command: Command, stored: dict[str, Any]) -> None:
    assert command("show", store(stored), str(SEED), "-o", "b.json").code == 2
    assert json.loads(Path("b.json").read_text(encoding="utf-8")) == stored


def test_the_schema_is_versioned_and_takes_a_brief_and_nothing_more(command: Command, stored: dict[str, Any]) -> None:
    schema = json.loads(command("schema").out)
    assert schema["$id"] == "urn:summarizer:brief:1"
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    assert list(validator.iter_errors(stored)) == []
    assert [error.message for error in validator.iter_errors({**stored, "version": 2})] == ["1 was expected"]
    assert len(list(validator.iter_errors({**stored, "more": 1}))) == 1


def test_a_brief_that_was_changed_since_is_shown_with_a_word_of_it(command: Command) -> None:
    article("a.txt", "Rebels of the Oru Front shelled Kel on Monday, police said. Two people were killed.")
    command("a.txt", "--coder", "-f", "json", "-o", "b.json")
    assert "was changed" not in command("show", "b.json", "a.txt").err
    text = Path("b.json").read_text(encoding="utf-8")
    Path("b.json").write_text(text.replace('"confirmed"', '"claimed"', 1), encoding="utf-8")
    ran = command("show", "b.json", "a.txt")
    assert "b.json: was changed after it was verified (incident 1): 'brief verify' says how" in ran.err
