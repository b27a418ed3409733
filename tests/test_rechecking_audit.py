"""The audit of a stored brief must account for its items: what was deleted from a file leaves a gap that is told."""

from dataclasses import astuple
from typing import Any

import pytest

from summarizer.asking.second_opinion import Opinion
from summarizer.verification import differences, verify
from tests.brief_edits import edits
from tests.brief_edits import seen as edit_seen
from tests.brief_edits import stored as accepted
from tests.long_article import long_article, read_forgetfully
from tests.proposing import seeded
from tests.test_following import DOCUMENT as STORY
from tests.test_following import draft, talk
from tests.test_long_articles import read_by
from tests.test_rechecking import Edit, found, of_items


def of_audit(edit: Edit) -> list[tuple[str | None, int | None, str, str | None, str | None]]:
    """Those of the audit."""
    return [astuple(one) for one in found(edit) if one.field.startswith("audit.")]


def test_a_deleted_item_is_told_by_the_audit_that_still_calls_it_kept() -> None:
    """The threat is gone, and with it what cites its sentence; its links are told of nobody."""

    def edit(data: dict[str, Any]) -> None:
        data["threats"] = []

    assert of_audit(edit)[0] == ("threat", 1, "audit.outcomes", "kept", None)
    *links, uncovered = of_audit(edit)[1:]
    assert {(kind, number, field) for kind, number, field, *_ in links} == {("threat", 1, "audit.links")}
    assert uncovered[2] == "audit.uncovered"
    assert of_items(edit) == []


def test_a_deleted_item_is_told_by_its_sentence_where_the_audit_was_thinned_too() -> None:
    """A sentence with threat words that nothing cites has to be listed."""

    def edit(data: dict[str, Any]) -> None:
        data["threats"] = []
        data["audit"]["outcomes"] = [one for one in data["audit"]["outcomes"] if one["item"] != "threat"]

    *_, told = of_audit(edit)
    assert told[2] == "audit.uncovered"
    assert "We will burn every ship" in str(told[4])
    assert "We will burn every ship" not in str(told[3])


def test_an_emptied_audit_accounts_for_nothing() -> None:
    """Each item of the brief lacks its outcome, a link that is not shown is not told, and the unused sentence is not listed."""

    def edit(data: dict[str, Any]) -> None:
        data["audit"] = {}

    told = [(one[2], one[4]) for one in of_audit(edit)]
    assert told[:6] == [("audit.outcomes", "kept")] * 6
    assert [field for field, _ in told[6:]] == ["audit.links", "audit.uncovered"]


def test_a_link_that_is_called_shown_and_is_not_does_not_hold() -> None:
    """Whoever writes into a brief that the article shows a link is told how it stands there."""

    def edit(data: dict[str, Any]) -> None:
        for link in data["audit"]["links"]:
            link["shown"] = "in_clause" if link["shown"] == "not_shown" else link["shown"]

    stated, found = of_audit(edit)
    assert (stated[2], found[2]) == ("audit.links", "audit.links")
    assert "in_clause" in str(stated[3])
    assert "not_shown" in str(found[4])


def test_an_item_that_the_audit_calls_dropped_does_not_hold() -> None:
    """It is in the brief, and no finding says why it was dropped."""

    def edit(data: dict[str, Any]) -> None:
        data["audit"]["outcomes"][0] |= {"disposition": "rejected", "because": "absent"}

    assert of_audit(edit) == [
        ("actor", 1, "audit.outcomes", None, "kept"),
        ("actor", 1, "audit.findings", None, "absent"),
    ]


def test_an_item_that_is_merged_into_one_that_is_not_there_does_not_hold() -> None:
    """It would be lost without anybody being told."""

    def edit(data: dict[str, Any]) -> None:
        data["audit"]["outcomes"].append(
            {"item": "threat", "id": 2, "disposition": "merged_into", "into": 9, "because": "duplicate"}
        )

    assert of_audit(edit) == [("threat", 9, "audit.outcomes", "merged into 9", None)]


def test_a_finding_on_an_item_of_which_nothing_else_is_told_does_not_hold() -> None:
    """The outcome of a dropped item was taken out, and its finding forgotten."""

    def edit(data: dict[str, Any]) -> None:
        data["audit"]["findings"].append(
            {"check": "grounding", "code": "absent", "severity": "reject", "item": "threat", "id": 7, "message": "m"}
        )

    assert of_audit(edit) == [("threat", 7, "audit.outcomes", None, "how it ended")]


@pytest.mark.parametrize("seed", ["ultimatum", "embedded_instruction"])
@pytest.mark.slow
def test_of_edits_in_every_field_of_a_brief_most_are_seen(seed: str) -> None:
    """Words, offsets, sources, items and the audit without exception; which choices are not is in the documentation."""
    brief, document = next((brief, document) for name, brief, document in accepted() if name == seed)
    planted = seeded(seed).sample(list(edits(brief, seeded(seed))), 150)
    assert all(edit_seen(edit, document)[0] for edit in planted)
    unseen = [edit.sort for edit in planted if not edit_seen(edit, document)[1]]
    sure = {"text edited", "offsets moved", "sentence renumbered", "item deleted", "source", "audit emptied",
            "warn deleted", "uncovered thinned"}  # fmt: skip
    assert sure & {edit.sort for edit in planted}
    assert sure & set(unseen) == set()
    assert len(unseen) < 0.35 * len(planted)


# --- audits that are longer than their briefs -------------------------------------------------------------------


@pytest.mark.parametrize("cues", [("declared", "said"), ("declared", "announced", "proclaimed")])
def test_a_brief_that_was_repaired_holds(cues: tuple[str, ...]) -> None:
    """What was superseded, and what could not be mended, is in the audit and not in the brief."""
    brief, _, _ = talk(*map(draft, cues))
    assert "superseded" in {one.disposition for one in brief.audit.outcomes}
    assert differences(brief, verify(brief, STORY)) == ()


def test_a_brief_with_a_second_opinion_holds() -> None:
    """Marks of a second opinion, which verifying again cannot give, are no difference."""
    brief, _, _ = talk(draft(), Opinion(verdict="contradicted"), second_opinion=True)
    assert [one.severity for one in brief.audit.findings if one.check == "second_opinion"] == ["warn"]
    assert differences(brief, verify(brief, STORY)) == ()


def test_a_brief_of_many_windows_holds() -> None:
    """Items of one window that were merged into those of another are in the audit alone."""
    result, _ = read_by(read_forgetfully, long_article(20_000).text, window=4_000)
    assert "merged_into" in {one.disposition for one in result.brief.audit.outcomes}
    assert differences(result.brief, verify(result.brief, result.document)) == ()
