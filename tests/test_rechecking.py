"""A brief from anywhere is verified against its article: whatever was changed in the file does not hold."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer.cli.exits import Exit
from summarizer.documents.document import Document
from summarizer.pointing.rechecking import of_seal
from summarizer.schemas.brief import UnverifiedBrief
from summarizer.verification import Difference, differences, verify
from tests.cli_runner import Command, command
from tests.items_factory import Article
from tests.proposing import as_draft

__all__ = ["command"]

TEXT = (
    "A bomb killed at least 14 dock workers at Tarn harbour on Sunday, the harbour police said. The Orrin Front claimed"
    " responsibility for the bombing. “We will burn every ship unless the Vellish fleet leaves by Friday,” the Front"
    " said in a letter to the mayor. The attack was unconfirmed by the army of Velland, which did not comment on it.\n\n"
    "The port was open again on Monday, and the harbour police said that nothing else was known."
)
DOCUMENT = Document.from_text(TEXT)


def stored() -> dict[str, Any]:
    """The JSON of a verified brief: a bombing told of by the police and claimed by the Front, and a threat."""
    a = Article(TEXT)
    police = a.actor("the harbour police", kind="public_body")
    front = a.actor("The Orrin Front")
    toll = a.casualty("killed", "at least 14", whom="dock workers", cue="killed", source=police.id)
    bomb = a.incident("bomb", kind="bombing", place="Tarn harbour", casualties=(toll,))
    a.statement(
        "assert",
        "said",
        speaker=police,
        about=bomb,
        relation="authority",
        content="A bomb killed at least 14 dock workers",
    )
    a.statement("claim", "claimed responsibility", speaker=front, about=bomb, content="the bombing")
    a.threat(
        front,
        "We will burn every ship unless the Vellish fleet leaves by Friday",
        cue="said in a letter",
        issuer_words="the Front",
        target="every ship",
        condition="unless the Vellish fleet leaves by Friday",
        deadline="by Friday",
    )
    brief = verify(as_draft(a.items()), DOCUMENT)
    assert {outcome.disposition for outcome in brief.audit.outcomes} == {"kept"}
    return json.loads(brief.model_dump_json())


Edit = Callable[[dict[str, Any]], object]


def edited(edit: Edit) -> UnverifiedBrief:
    """The stored brief with something changed by hand."""
    data = stored()
    edit(data)
    return UnverifiedBrief.model_validate(data)


def found(edit: Edit, document: Document = DOCUMENT) -> list[Difference]:
    """The differences without those of the seal."""
    brief = edited(edit)
    return [one for one in differences(brief, verify(brief, document)) if not of_seal(one)]


def of_items(edit: Edit) -> list[Difference]:
    """The differences without those of the audit."""
    return [one for one in found(edit) if not one.field.startswith("audit.")]


def untouched(_: dict[str, Any]) -> None:
    """Change nothing."""


def quotation(words: str, start: int | None = None) -> dict[str, Any]:
    """Words of the article as a file gives them; `start` where they are said to stand."""
    at = TEXT.index(words) if start is None else start
    return DOCUMENT.quote(at, at + len(words)).model_dump() | {"text": words}


def test_a_brief_that_nobody_touched_holds() -> None:
    """No difference."""
    assert found(untouched) == []


def test_an_edited_status_is_told_with_what_the_article_gives() -> None:
    """Somebody writes `denied` for what the police's word confirms."""

    def edit(data: dict[str, Any]) -> None:
        data["incidents"][0]["assessment"]["occurrence"] = "denied"

    assert found(edit) == [Difference("incident", 1, "assessment.occurrence", "denied", "confirmed")]


def test_an_edited_basis_is_told() -> None:
    """A status without what it rests on is derived again as well."""

    def edit(data: dict[str, Any]) -> None:
        data["incidents"][0]["assessment"]["basis"]["grounds"] = "independent"

    assert found(edit) == [Difference("incident", 1, "assessment.basis.grounds", "independent", "official_account")]


def test_an_assessment_taken_out_of_the_file_is_put_back() -> None:
    """A brief cannot hide its statuses."""

    def edit(data: dict[str, Any]) -> None:
        data["incidents"][0]["assessment"] = None

    assert [(one.field, one.stated) for one in found(edit)] == [("assessment", None)]


def test_an_edited_quotation_takes_its_item_along_and_what_rests_on_it() -> None:
    """The words for the act are others: the incident falls, and what is said of it."""

    def edit(data: dict[str, Any]) -> None:
        data["incidents"][0]["words"][0]["text"] = "raid"

    assert [(one.item, one.id, one.field, one.found) for one in of_items(edit)] == [
        ("incident", 1, "", None),
        ("statement", 1, "", None),
        ("statement", 2, "", None),
    ]


def test_an_edited_value_is_told_and_its_item_stays() -> None:
    """A place that the article does not have at these offsets is dropped."""

    def edit(data: dict[str, Any]) -> None:
        data["incidents"][0]["place"][0]["text"] = "Belm harbour"

    told = found(edit)
    assert told[0].field == "place"
    assert told[0].found is None
    assert {(one.item, one.id) for one in told[1:]} <= {("incident", 1)}


@pytest.mark.parametrize(
    ("words", "of"), [("confirmed", "unconfirmed"), ("4", "14"), ("harb", "harbour"), ("14", "at least 14 dock")]
)
def test_words_cut_out_of_longer_ones_do_not_hold(words: str, of: str) -> None:
    """They stand at their place letter by letter, but are no words of the article; a whole number is."""

    def edit(data: dict[str, Any]) -> None:
        data["incidents"][0]["damage"] = [quotation(words, TEXT.index(of) + of.index(words))]

    assert [one.field for one in found(edit)] == (["damage"] if words != "14" else ["assessment.not_stated"])


def test_a_part_whose_words_were_taken_out_does_not_hold() -> None:
    """A target without words says nothing, and is dropped as it would be of a draft."""
    edited = stored()
    edited["threats"][0]["targets"][0]["text"] = []
    brief = UnverifiedBrief.model_validate(edited)
    assert ("threat", 1, "targets") in {
        (one.item, one.id, one.field) for one in differences(brief, verify(brief, DOCUMENT))
    }


def test_a_quotation_over_paragraphs_does_not_hold() -> None:
    """Nothing that grounding could have given runs over more than two sentences of one paragraph."""
    start, end = TEXT.index("the Front said in"), TEXT.index("The port was open") + 8

    def edit(data: dict[str, Any]) -> None:
        data["threats"][0]["content"] = [DOCUMENT.quote(start, end).model_dump()]

    assert [(one.item, one.id, one.field) for one in of_items(edit)] == [("threat", 1, "")]


def test_a_quotation_under_another_sentence_s_number_does_not_hold() -> None:
    """The number is what a reader looks the words up by."""

    def edit(data: dict[str, Any]) -> None:
        data["statements"][1]["cue"][0]["sentence"] = 1

    assert ("statement", 2, "") in [(one.item, one.id, one.field) for one in found(edit)]


def test_a_removed_condition_is_marked_and_the_threat_stays_an_ultimatum() -> None:
    """The article's sentence still holds it: the mark tells, and what is read off the sentence does not change."""

    def edit(data: dict[str, Any]) -> None:
        data["threats"][0]["condition"] = []
        data["threats"][0]["conditionality"] = "none"

    assert found(edit) == [
        Difference("threat", 1, "conditionality", "none", "ultimatum"),
        Difference("threat", 1, "audit.findings", None, "condition_left_out condition"),
    ]
    marks = verify(edited(edit), DOCUMENT).audit.findings
    assert [(one.code, one.id, one.severity) for one in marks] == [("condition_left_out", 1, "warn")]


def test_a_swapped_speaker_does_not_hold() -> None:
    """The Front for the police, and the police for the Front."""

    def edit(data: dict[str, Any]) -> None:
        data["statements"][0]["speaker"], data["statements"][1]["speaker"] = 2, 1

    gone = [(one.item, one.id) for one in found(edit) if not one.field]
    assert gone == [("incident", 1), ("statement", 1), ("statement", 2)]


def test_a_relation_that_the_table_does_not_give_is_told() -> None:
    """The claimant is no independent source, whatever the file says."""

    def edit(data: dict[str, Any]) -> None:
        data["statements"][1]["about"][0]["relation"] = "independent"

    assert found(edit) == [Difference("statement", 2, "about.0.relation", "independent", "perpetrator")]


def test_a_reference_to_nobody_is_told() -> None:
    """An id that the file made up leads nowhere."""

    def edit(data: dict[str, Any]) -> None:
        data["statements"][1]["whom"] = [2, 55]

    assert of_items(edit) == [Difference("statement", 2, "whom", "2, 55", "2")]


def test_a_count_is_read_off_its_words_again() -> None:
    """At least 14 are not 140."""

    def edit(data: dict[str, Any]) -> None:
        data["incidents"][0]["casualties"][0]["at_least"] = 140

    assert found(edit) == [Difference("incident", 1, "casualties.0.at_least", "140", "14")]


def test_of_two_items_with_one_id_the_second_does_not_hold() -> None:
    """As in a draft, the first is the one."""

    def edit(data: dict[str, Any]) -> None:
        data["actors"].append(data["actors"][1] | {"id": 1})

    assert [(one.item, one.id, one.found) for one in found(edit)] == [("actor", 1, None)]
    again = verify(edited(edit), DOCUMENT)
    assert [actor.id for actor in again.actors] == [1, 2]


def test_against_another_article_nothing_holds() -> None:
    """Its hash, its length and every quotation are others."""
    other = Document.from_text(
        "The mayor of Orvale opened the fair on Monday, and the fair was full of people from the hills."
    )
    told = found(untouched, other)
    assert {one.field for one in told if one.item is None} >= {"source.sha256", "source.characters"}
    assert {(one.item, one.id) for one in told if one.item and not one.field} == {
        ("actor", 1), ("actor", 2), ("incident", 1), ("statement", 1), ("statement", 2), ("threat", 1),
    }  # fmt: skip


def test_another_policy_gives_other_statuses() -> None:
    """By its own policy a brief holds; asked for strictly, the unnamed official's word is only reported."""

    def edit(data: dict[str, Any]) -> None:
        data["actors"][0] |= {"kind": "official", "identity": "anonymous"}
        data["statements"] = data["statements"][:1]

    brief = edited(edit)
    brief = UnverifiedBrief.model_validate(verify(brief, DOCUMENT).model_dump())
    assert differences(brief, verify(brief, DOCUMENT)) == ()
    strict = verify(brief, DOCUMENT, policy="strict")
    assert [(one.field, one.stated, one.found) for one in differences(brief, strict)] == [
        ("assessment.occurrence", "confirmed", "reported"),
        ("assessment.derived", "confirmed", "reported"),
    ]


def test_the_audit_of_the_file_is_not_believed() -> None:
    """What was rejected once is not known again; the new audit tells of the brief's own items alone."""

    def edit(data: dict[str, Any]) -> None:
        data["audit"] = {"findings": [], "outcomes": [], "rejected_raw": [
            {"item": "actor", "id": 1, "field": "name", "raw": "a made-up name"}]}  # fmt: skip

    again = verify(edited(edit), DOCUMENT)
    assert again.audit.rejected_raw == ()
    assert len(again.audit.outcomes) == 6


# --- the command ------------------------------------------------------------------------------------------------


def run(command: Command, edit: Edit, text: str = TEXT) -> Any:
    data = stored()
    edit(data)
    Path("b.json").write_text(json.dumps(data), encoding="utf-8")
    Path("a.txt").write_text(text, encoding="utf-8")
    return command("verify", "b.json", "a.txt")


def test_a_brief_that_holds_ends_well(command: Command) -> None:
    ran = run(command, untouched)
    assert (ran.code, ran.err) == (Exit.WELL, "")
    assert ran.out.splitlines() == [
        "6 items verified again, 0 of them marked; policy standard: everything holds",
        "its seal fits: it is as it was verified",
    ]


def test_a_brief_that_does_not_hold_ends_with_a_code_of_its_own(command: Command) -> None:
    def edit(data: dict[str, Any]) -> None:
        data["incidents"][0]["assessment"]["occurrence"] = "denied"

    ran = run(command, edit)
    assert ran.code == Exit.DOES_NOT_HOLD == 5
    assert ran.out.splitlines() == [
        "incident 1, assessment.occurrence: the brief has denied; the article gives confirmed",
        "6 items verified again, 0 of them marked; policy standard: 1 thing does not hold",
        "this brief was changed after it was verified: incident 1",
    ]


def test_items_that_fall_are_named_first(command: Command) -> None:
    def edit(data: dict[str, Any]) -> None:
        data["statements"][0]["cue"][0]["text"] = "says"

    lines = run(command, edit).out.splitlines()
    assert lines[0] == "statement 1: does not hold, with what rests on it"
    assert "incident 1, assessment.occurrence: the brief has confirmed; the article gives claimed" in lines


def test_a_mark_that_the_brief_lacks_does_not_hold(command: Command) -> None:
    """Somebody cuts the condition off: nothing falls, and the mark that is due is not in the file."""

    def edit(data: dict[str, Any]) -> None:
        data["threats"][0]["condition"] = []

    ran = run(command, edit)
    assert ran.code == Exit.DOES_NOT_HOLD
    lines = ran.out.splitlines()
    assert lines[0] == "threat 1, audit.findings: the brief has nothing; there must be condition_left_out condition"
    assert lines[1].startswith("marked: threat 1, condition: The sentence holds a condition")


def test_marks_that_the_brief_has_leave_a_brief_that_holds(command: Command) -> None:
    """A brief may be doubtful and hold: its marks tell."""

    def edit(data: dict[str, Any]) -> None:
        data["threats"][0]["condition"] = []
        data |= json.loads(verify(UnverifiedBrief.model_validate(data), DOCUMENT).model_dump_json())

    ran = run(command, edit)
    assert ran.code == Exit.WELL
    assert ran.out.splitlines()[0].startswith("marked: threat 1, condition: The sentence holds a condition")


def test_another_article_is_told_of(command: Command) -> None:
    ran = run(command, untouched, TEXT.replace("Sunday", "Monday"))
    assert ran.code == Exit.SOURCE_FAILED
    assert "is the brief of another text" in ran.err


def test_what_a_file_holds_is_shown_inert(command: Command) -> None:
    """A file's escape sequences never reach the terminal raw."""

    def edit(data: dict[str, Any]) -> None:
        data["incidents"][0]["place"][0]["text"] = "\x1b[31mred\x1b[0m"

    ran = run(command, edit)
    assert ran.code == Exit.DOES_NOT_HOLD
    assert "\x1b" not in ran.out
    assert "⟨U+001B⟩" in ran.out


def test_without_brief_or_article_it_says_what_to_give(command: Command) -> None:
    assert command("verify", "b.json").code == Exit.USAGE


def test_a_file_that_is_no_brief_is_a_source_that_failed(command: Command) -> None:
    Path("b.json").write_text("[]", encoding="utf-8")
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    assert command("verify", "b.json", "a.txt").code == Exit.SOURCE_FAILED


def test_the_table_of_checks_names_every_check(command: Command) -> None:
    from summarizer.conflict.assembled import CONFLICT
    from summarizer.conflict.checks import CHECKS
    from summarizer.pointing import dropping, grounding

    ran = command("verify", "--list")
    assert ran.code == Exit.WELL
    assert all(f"{check.name} (" in ran.out for check in CHECKS)
    assert all(f"{code}: " in ran.out for code in (*grounding.CODES, *dropping.CODES, *CONFLICT.codes))
