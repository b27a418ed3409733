"""The seal of a brief: a brief that somebody changed by hand is told from one that is as the verifier wrote it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer.cli.exits import Exit
from summarizer.pointing.rechecking import of_seal
from summarizer.pointing.sealing import broken, sealed
from summarizer.schemas.brief import UnverifiedBrief
from summarizer.verification import differences, verify
from tests.brief_edits import edits
from tests.cli_runner import Command, command
from tests.proposing import seeded
from tests.test_rechecking import DOCUMENT, TEXT, Edit, edited, quotation, run, stored, untouched

__all__ = ["command"]


def other_choice(data: dict[str, Any]) -> None:
    """A choice that no word of the article decides."""
    data["statements"][1]["knowledge"] = "own"


def other_words(data: dict[str, Any]) -> None:
    """Shorter words, which the article has at this place."""
    data["threats"][0]["content"] = [quotation("We will burn every ship")]


def other_reader(data: dict[str, Any]) -> None:
    data["read_by"] = "coder"


def taken_out(data: dict[str, Any]) -> None:
    """An item, with all that its audit says of it."""
    del data["threats"][0]
    data["audit"]["outcomes"] = [one for one in data["audit"]["outcomes"] if one["item"] != "threat"]


def put_in(data: dict[str, Any]) -> None:
    data["actors"].append(data["actors"][0] | {"id": 9})


@pytest.mark.parametrize(
    ("edit", "parts"),
    [
        (untouched, []),
        (other_choice, ["statement 2"]),
        (other_words, ["threat 1"]),
        (other_reader, ["read_by"]),
        (put_in, ["actor 9"]),
        (taken_out, ["audit", "threat 1"]),
    ],
)
def test_what_was_changed_is_named(edit: Edit, parts: list[str]) -> None:
    """Whether the article supports it as well or not."""
    brief = edited(edit)
    assert list(broken(brief)) == parts
    told = [one.field for one in differences(brief, verify(brief, DOCUMENT)) if of_seal(one)]
    assert told == [f"audit.seal.{part}" for part in parts]


def test_every_edit_of_every_field_is_seen() -> None:
    """Of items, of the source, of the policy and of the audit; an emptied audit has no seal, which is said."""
    brief = UnverifiedBrief.model_validate(stored())
    assert [edit.sort for edit in edits(brief, seeded("seal")) if not broken(edit.brief)] == ["audit emptied"]


def test_what_is_no_change_breaks_no_seal() -> None:
    """Another layout, another order of keys and of items, defaults left out."""
    data = stored()
    data["actors"].reverse()
    bare = UnverifiedBrief.model_validate(data).model_dump(mode="json", exclude_defaults=True)
    text = json.dumps(bare, sort_keys=True, indent=7)
    assert broken(UnverifiedBrief.model_validate_json(text)) == {}


def test_a_seal_outlives_a_field_that_a_later_version_adds() -> None:
    """A brief from the archive was not changed because the program was."""

    class Later(UnverifiedBrief):
        checked_by: str | None = None

    assert broken(Later.model_validate(stored())) == {}
    assert list(broken(Later.model_validate(stored() | {"checked_by": "me"}))) == ["checked_by"]


def test_whoever_seals_a_brief_anew_is_not_seen_by_the_seal() -> None:
    """It is no signature: what is left are the checks."""
    assert broken(sealed(edited(other_choice))) == {}


def test_a_brief_of_nothing_is_sealed_too() -> None:
    """Its policy and its source."""
    brief = verify(UnverifiedBrief(source=DOCUMENT.source()), DOCUMENT)
    assert broken(brief) == {}
    assert list(broken(brief.model_copy(update={"policy": "strict"}))) == ["policy"]


# --- the command ------------------------------------------------------------------------------------------------


def last_line(command: Command, edit: Callable[[dict[str, Any]], object]) -> tuple[int, str]:
    ran = run(command, edit)
    return ran.code, ran.out.splitlines()[-1]


def test_a_changed_brief_is_said_to_be_changed_though_the_article_supports_it(command: Command) -> None:
    """With the parts that were changed, and the exit code of a brief that does not hold."""
    told = "this brief was changed after it was verified: statement 2"
    assert last_line(command, other_choice) == (Exit.DOES_NOT_HOLD, told)


def test_parts_that_were_put_in_or_taken_out_are_named(command: Command) -> None:
    """A reader sees that they were never verified, or are gone."""

    def edit(data: dict[str, Any]) -> None:
        put_in(data)
        taken_out(data)

    told = "this brief was changed after it was verified: actor 9, audit, threat 1"
    assert last_line(command, edit) == (Exit.DOES_NOT_HOLD, told)


def test_a_brief_without_a_seal_is_said_to_have_none(command: Command) -> None:
    """An older brief, or another program's: it is judged by the checks alone."""

    def edit(data: dict[str, Any]) -> None:
        del data["audit"]["seal"]

    told = "this brief has no seal: whether it was changed after it was verified cannot be told"
    assert last_line(command, edit) == (Exit.WELL, told)


def test_a_seal_that_fits_what_does_not_hold_is_told_of(command: Command) -> None:
    """Another version wrote it, or it was sealed anew."""

    def edit(data: dict[str, Any]) -> None:
        data["incidents"][0]["assessment"]["occurrence"] = "denied"
        data["audit"]["seal"] = dict(sealed(UnverifiedBrief.model_validate(data)).audit.seal or {})

    told = "its seal fits: another version verified it, or it was sealed anew after it was changed"
    assert last_line(command, edit) == (Exit.DOES_NOT_HOLD, told)


def test_a_name_in_a_seal_is_shown_inert(command: Command) -> None:
    """It is the file's own words."""

    def edit(data: dict[str, Any]) -> None:
        data["audit"]["seal"]["\x1b[31m"] = "0"

    code, line = last_line(command, edit)
    assert code == Exit.DOES_NOT_HOLD
    assert "\x1b" not in line
    assert "⟨U+001B⟩[31m" in line


def test_a_brief_as_the_command_writes_it_is_sealed(command: Command) -> None:
    """Written, loaded and checked, escapes included."""
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    assert command("a.txt", "--coder", "--format", "json", "-o", "b.json").code == Exit.WELL
    assert command("verify", "b.json", "a.txt").out.splitlines()[-1] == "its seal fits: it is as it was verified"
