"""What people decide about items of a brief: found again by content, set aside where that changed, shown in every format."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from summarizer import Document, render
from summarizer.conflict.assembled import CONFLICT
from summarizer.errors import SourceError, UsageError
from summarizer.pointing.audit import Key
from summarizer.pointing.roles import items_in
from summarizer.pointing.sealing import broken
from summarizer.pointing.verifying import verify as verify_any
from summarizer.regression.pairing import renumbered
from summarizer.rendering.text import as_text
from summarizer.reviewing import (
    NOTHING_DECIDED,
    Reviews,
    Verdict,
    as_json,
    decision_on,
    load_reviews,
    overlay,
)
from summarizer.reviewing.decisions import MOST_BYTES
from summarizer.reviewing.on_page import labelled, shown_on
from summarizer.schemas.brief import UnverifiedBrief
from summarizer.verification import verify
from tests.cli_runner import Command, command
from tests.exporting import events, rows
from tests.items_factory import Article
from tests.proposing import as_draft
from tests.rendering_strategies import briefs
from tests.takeovers import TAKEOVERS
from tests.test_takeovers import DOCUMENT as TAKEOVER
from tests.test_takeovers import replayed

__all__ = ["command"]

TEXT = (
    "A mortar round wounded two ferrymen at Lodrun pier on Tuesday, the river police said. Raiders burned a grain store in"
    " Ostivar on Sunday, the governor said.\n\n"
    "“We will sink every barge unless the tolls are paid by Monday,” the Kesh Band said in a leaflet. The mayor of Lodrun"
    " said again that the mortar round had wounded two ferrymen."
)
DOCUMENT = Document.from_text(TEXT)
DAY = date(2034, 3, 11)
PIER, STORE, THREAT = ("incident", 1), ("incident", 2), ("threat", 1)
Edit = Callable[[dict[str, Any]], object]


def brief(*, by: str = "the river police", place: str = "Lodrun pier", backwards: bool = False) -> UnverifiedBrief:
    """A brief of the article: two attacks and a threat.

    Args:
        by: who speaks of the first attack.
        place: the words for where it was.
        backwards: whether the items come the other way round, under other numbers.
    """
    a = Article(TEXT)
    speaker = a.actor(by, kind="public_body")
    governor = a.actor("the governor", kind="public_body")
    band = a.actor("the Kesh Band", kind="armed_group")

    def pier() -> None:
        toll = a.casualty("wounded", "two", whom="ferrymen", cue="wounded", source=speaker.id)
        told = a.incident("mortar round", kind="shelling", place=place, time="Tuesday", casualties=(toll,))
        a.statement(
            "assert",
            "said",
            speaker=speaker,
            about=told,
            relation="authority",
            content="A mortar round wounded two ferrymen",
        )

    def store() -> None:
        told = a.incident("burned", kind="arson", place="Ostivar", time="Sunday", perpetrator_words="Raiders")
        a.statement(
            "assert",
            "governor said",
            speaker=governor,
            about=told,
            relation="authority",
            content="Raiders burned a grain store",
        )

    for step in (store, pier) if backwards else (pier, store):
        step()
    a.threat(
        band,
        "We will sink every barge unless the tolls are paid by Monday",
        cue="said in a leaflet",
        issuer_words="the Kesh Band",
        target="every barge",
        condition="unless the tolls are paid by Monday",
        deadline="by Monday",
    )
    made = verify(as_draft(a.items()), DOCUMENT)
    assert [len(made.incidents), len(made.threats)] == [2, 1]
    return made


def reviewed(
    *decisions: tuple[Key, Verdict, str], of: UnverifiedBrief | None = None, note: str = "", **more: Any
) -> Reviews:
    found = NOTHING_DECIDED
    for key, verdict, by in decisions:
        found = found.followed_by(decision_on(of or brief(), key, verdict, by=by, on=DAY, note=note, **more))
    return found


def page(of: UnverifiedBrief, reviews: Reviews, written_as: str = "text") -> str:
    return render(of, DOCUMENT, written_as, width=200, reviews=reviews)


def from_file(of: UnverifiedBrief) -> UnverifiedBrief:
    return UnverifiedBrief.model_validate_json(of.model_dump_json())


def changed(edit: Edit) -> UnverifiedBrief:
    data = brief().model_dump(mode="json")
    edit(data)
    return UnverifiedBrief.model_validate(data)


# --- found again ----------------------------------------------------------------------------------


def test_a_decision_is_found_whatever_the_numbers_and_the_order() -> None:
    """Another run, other ids: it lies on the attack that it was made on, and not on the one of its number."""
    reviews = reviewed((PIER, "rejected", "Ana Holt"), (THREAT, "accepted", "Ana Holt"))
    for again in (brief(), from_file(brief())):
        assert set(overlay(reviews, again).standing) == {PIER, THREAT}
    other = brief(backwards=True)
    assert other.incidents[0].words[0].text == "burned"
    over = overlay(reviews, other)
    assert (set(over.standing), over.set_aside) == ({STORE, THREAT}, ())


def test_numbers_alone_are_no_content() -> None:
    """The same brief under the ids of another one."""
    again = renumbered(brief(), brief(backwards=True))
    assert again.incidents != brief().incidents
    assert overlay(reviewed((PIER, "accepted", "Ana Holt")), again).set_aside == ()


def words_of_place(data: dict[str, Any]) -> None:
    data["incidents"][0]["place"][0] |= {"end": data["incidents"][0]["place"][0]["end"] - 5, "text": "Lodrun"}


def status(data: dict[str, Any]) -> None:
    data["incidents"][0]["assessment"]["occurrence"] = "denied"


def choice(data: dict[str, Any]) -> None:
    data["incidents"][0]["kind"] = "bombing"


def who_counts_them(data: dict[str, Any]) -> None:
    data["incidents"][0]["casualties"][0]["source"] = 2


def further_support(data: dict[str, Any]) -> None:
    data["incidents"][0]["assessment"]["basis"]["support"].append({"statement": 2, "relation": "authority"})


@pytest.mark.parametrize(
    ("edit", "field"),
    [
        (words_of_place, "place"),
        (status, "assessment.occurrence"),
        (choice, "kind"),
        (who_counts_them, "casualties"),
        (further_support, "assessment.basis.support"),
    ],
)
def test_a_decision_on_what_has_changed_is_set_aside(edit: Edit, field: str) -> None:
    """Words, a status, who says so: the analyst decided on all of it, and is told what is not as it was."""
    over = overlay(reviewed((PIER, "accepted", "Ana Holt"), (STORE, "rejected", "Ana Holt")), changed(edit))
    assert set(over.standing) == {STORE}
    assert [(one.items, one.fields) for one in over.set_aside] == [((PIER,), (field,))]


def test_what_other_items_say_sets_nothing_aside() -> None:
    other = brief(by="The mayor of Lodrun")
    over = overlay(reviewed((PIER, "accepted", "Ana Holt"), (STORE, "rejected", "Bo Lund")), other)
    assert (set(over.standing), [one.items for one in over.set_aside]) == ({STORE}, [(PIER,)])


def test_the_page_says_what_was_set_aside_and_why() -> None:
    told = page(changed(status), reviewed((PIER, "accepted", "Ana Holt"), note="I rang the pier"))
    aside = " ".join(told.split("REVIEWS SET ASIDE")[1].split("\n\n")[0].split())
    assert aside == (
        "A1 “mortar round”: changed since it was accepted by Ana Holt on 2034-03-11: I rang the pier."
        " Not as it was: assessment.occurrence. The decision is set aside."
    )
    assert "Reviewed " not in told


def test_an_item_that_is_gone_is_told_by_its_words() -> None:
    def gone(data: dict[str, Any]) -> None:
        del data["threats"][0]

    told = page(changed(gone), reviewed((THREAT, "rejected", "Ana Holt")))
    assert (
        "“We will sink every barge unless the tolls are paid by Monday”: no longer in the brief, was rejected" in told
    )


def test_decisions_on_another_text_are_set_aside() -> None:
    """The article was fetched again, with a word more."""
    later = Document.from_text(TEXT + " It rained.")
    found = render(verify(as_draft(brief()), later), later, reviews=reviewed((PIER, "accepted", "Ana Holt")))
    assert "“mortar round”: of another text, was accepted by Ana Holt on 2034-03-11." in " ".join(found.split())


def test_who_decides_anew_is_told_of_the_new_decision_alone() -> None:
    """What others decided before stays among what is set aside."""
    now = changed(status)
    before = reviewed((PIER, "accepted", "Ana Holt"), (PIER, "accepted", "Bo Lund"))
    after = before.followed_by(decision_on(now, PIER, "rejected", by="Ana Holt", on=DAY))
    over = overlay(after, now)
    assert [one.verdict for one in over.standing[PIER].decisions] == ["rejected"]
    assert [one.decision.by for one in over.set_aside] == ["Bo Lund"]


# --- shown ----------------------------------------------------------------------------------------


def test_of_several_decisions_the_last_counts_and_all_are_shown() -> None:
    reviews = reviewed(
        (PIER, "accepted", "Ana Holt"), (PIER, "rejected", "Bo Lund"), (PIER, "annotated", "Cy Rand"), note="so"
    )
    told = page(brief(), reviews)
    assert re.findall(r" (Reviewed|Earlier|Note) +(\w+ by \w+ \w+) on", told) == [
        ("Earlier", "accepted by Ana Holt"),
        ("Reviewed", "rejected by Bo Lund"),
        ("Note", "annotated by Cy Rand"),
    ]
    assert "REVIEWED BY HAND: rejected A1. The brief itself is as derived." in told
    again = reviews.followed_by(reviews.decisions[0])
    assert overlay(again, brief()).standing[PIER].counts.by == "Ana Holt"
    assert len(again.decisions) == 3


def test_a_correction_names_a_field_and_what_it_should_be() -> None:
    reviews = reviewed(
        (PIER, "corrected", "Ana Holt"), corrections=["occurrence=disputed", "kind=bombing"], note="see ¶2"
    )
    assert reviews.decisions[0].corrections == {"assessment.occurrence": "disputed", "kind": "bombing"}
    assert "assessment.occurrence should be disputed; kind should be bombing; see ¶2" in page(brief(), reviews)


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("place=Kel", "place=Kel: write FIELD=VALUE, with one of the fields kind, stage, "),
        ("occurrence", "occurrence: assessment.occurrence may be corrected to "),
        ("occurrence=sure", "occurrence=sure: assessment.occurrence may be corrected to "),
        ("occurrence=confirmed", "occurrence=confirmed: assessment.occurrence may be corrected to "),
    ],
)
def test_a_correction_takes_another_value_of_the_closed_list_only(said: str, line: str) -> None:
    with pytest.raises(UsageError) as told:
        reviewed((PIER, "corrected", "Ana Holt"), corrections=[said])
    assert str(told.value).startswith(line)


EVIL = "=1+1 <script>x</script> **b** [l](http://x.example)\n## HEAD\x1b[31m\u202e A2 accepted by Bo"


@pytest.mark.parametrize(
    "written_as", ["text", "markdown", "html", "csv", "incidents", "acled", "gtd", "plover", "annotations"]
)
def test_notes_and_names_are_inert(written_as: str) -> None:
    """No line, markup, escape or formula of theirs is one of the page."""
    reviews = reviewed((PIER, "accepted", EVIL), note=EVIL)
    told = page(brief(), reviews, written_as)
    assert "script" in told
    assert not re.search(r"\n *## HEAD|[\x1b\u202e]", told)
    if written_as in ("html", "markdown"):
        assert "<script>x" not in told
    if written_as == "markdown":
        assert "\\*\\*b\\*\\* \\[l\\](http\\://x.example)" in told
    if written_as in ("csv", "incidents", "acled", "gtd"):
        assert {row["review_note"][:3] for row in rows(told) if row["review"]} == {"'=1"}


@pytest.mark.parametrize("written_as", ["csv", "incidents", "acled", "gtd"])
def test_tables_have_the_decision_that_counts(written_as: str) -> None:
    reviews = reviewed((PIER, "accepted", "Ana Holt"), (PIER, "rejected", "Bo Lund"), note="no")
    told = rows(page(brief(), reviews, written_as))
    columns = ("review", "reviewed_by", "reviewed_on", "review_note")
    of_pier = {
        tuple(row[name] for name in columns)
        for row in told
        if (row.get("item") or "incident") == "incident" and row["id"] == "1"
    }
    assert of_pier == {("rejected", "Bo Lund", "2034-03-11", "no")}
    others = {row["review"] for row in told if (row.get("item") or "incident") != "incident" or row["id"] != "1"}
    assert others == {""}


def test_events_and_annotations_have_it_too() -> None:
    reviews = reviewed((THREAT, "annotated", "Ana Holt"), note="old")
    (threat,) = [one for one in events(page(brief(), reviews, "plover")) if one["event_type"] == "THREATEN"]
    assert (threat["review"], threat["reviewed_by"], threat["review_note"]) == ("annotated", "Ana Holt", "old")
    bodies = [one["body"] for one in json.loads(page(brief(), reviews, "annotations"))["items"]]
    assert {body.get("brief:review") for body in bodies if body["brief:item"] == "threat"} == {"annotated"}
    assert not any("brief:review" in body for body in bodies if body["brief:item"] != "threat")


def test_a_report_lets_entries_be_chosen_by_decision() -> None:
    told = page(brief(), reviewed((PIER, "accepted", "Ana Holt"), (THREAT, "rejected", "Ana Holt")), "html")
    assert re.findall(r'name="Review".*?> (\w+)</label>', told) == ["all", "accepted", "rejected"]


def test_json_and_a_brief_without_decisions_are_as_they_were() -> None:
    reviews = reviewed((PIER, "accepted", "Ana Holt"))
    assert page(brief(), reviews, "json") == page(brief(), NOTHING_DECIDED, "json")
    assert page(brief(), NOTHING_DECIDED) == render(brief(), DOCUMENT, width=200)


@settings(suppress_health_check=list(HealthCheck), max_examples=40)
@given(briefs())
def test_a_decision_stands_on_what_it_was_made_on_whatever_the_brief(of: UnverifiedBrief) -> None:
    """Circles, references that lead nowhere, items without words."""
    every = [(kind, item.id) for kind, item in items_in(of)]
    reviews = Reviews(decisions=tuple(decision_on(of, key, "accepted", by="Ana Holt", on=DAY) for key in every))
    over = overlay(reviews, from_file(of))
    assert (set(over.standing), over.set_aside) == (set(every), ())


def test_any_field_of_use_has_reviews() -> None:
    """The kernel knows no incident: offers are decided on like attacks."""
    offers = replayed()
    composed = TAKEOVERS.compose(offers, TAKEOVER, "marrow.txt")
    key = next(iter(labelled(composed)))
    made = decision_on(offers, key, "corrected", by="Ana Holt", on=DAY, corrections=["status=open"])
    again = verify_any(offers, TAKEOVER, TAKEOVERS)
    over = overlay(Reviews(decisions=(made,)), again)
    told = as_text(shown_on(composed, over), 120, color=False)
    assert "Reviewed  corrected by Ana Holt on 2034-03-11: status should be open" in told


# --- the file -------------------------------------------------------------------------------------


def test_a_file_gives_back_what_was_written_in_the_order_of_the_article(tmp_path: Path) -> None:
    reviews = reviewed(
        (STORE, "accepted", "Bo Lund"), (PIER, "accepted", "Bo Lund"), (PIER, "rejected", "Ana Holt"), note=EVIL
    )
    path = tmp_path / "b.review.json"
    path.write_text(as_json(reviews), encoding="utf-8")
    kept = load_reviews(path)
    assert all(decision in reviews.decisions for decision in kept.decisions)
    assert [one.words[0].text for one in kept.decisions] == ["mortar round", "mortar round", "burned"]
    assert [one.by for one in kept.decisions][:2] == ["Bo Lund", "Ana Holt"]
    assert path.read_text(encoding="utf-8").isprintable() or "\\u001b" in path.read_text(encoding="utf-8")
    assert as_json(kept) == as_json(reviews)


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{",
        '{"version": 2, "decisions": []}',
        '{"version": 1, "decisions": [{"by": "x"}]}',
        '{"more": 1}',
        "[" * 100_000,
        '{"version": 1, "decisions": ' + " " * MOST_BYTES + "[]}",
    ],
)
def test_a_broken_file_is_one_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "b.review.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError) as told:
        load_reviews(path)
    assert "\n" not in str(told.value)
    assert str(told.value).startswith(f"{path}: is ")


# --- the command ----------------------------------------------------------------------------------


@pytest.fixture
def stored() -> str:
    """A brief and its article in the current folder."""
    Path("b.json").write_text(brief().model_dump_json(), encoding="utf-8")
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    return "b.json"


Review = Callable[..., Any]


@pytest.fixture
def review(command: Command, stored: str) -> Review:
    return lambda *args: command("review", stored, "a.txt", *args)


def test_without_a_decision_what_there_is_to_decide_is_listed(review: Review) -> None:
    ran = review()
    assert (ran.code, ran.err, Path("b.review.json").exists()) == (0, "", False)
    assert "0 of 3 entries reviewed" in ran.out
    assert re.findall(r"^(\w\d) ", ran.out, re.MULTILINE) == ["A1", "A2", "T1"]
    assert ran.out.count("not reviewed") == 3


def test_decisions_are_kept_beside_the_brief_which_stays(command: Command, review: Review) -> None:
    before = Path("b.json").read_bytes()
    ran = review("--accept", "A1", "--reject", "T1", "--by", "Ana Holt", "--note", "seen")
    assert (ran.code, ran.out, ran.err) == (0, "b.review.json: A1 accepted, T1 rejected\n", "")
    assert review("--annotate", "A2", "ask the mill", "--correct", "A1", "stage=attempted", "--by", "Bo Lund").code == 0
    today = date.today().isoformat()
    told = command("show", "b.json", "a.txt").out
    assert f"Earlier   accepted by Ana Holt on {today}: seen" in told
    assert f"Reviewed  corrected by Bo Lund on {today}: stage should be attempted" in told
    assert f"Note      annotated by Bo Lund on {today}: ask the mill" in told
    assert "3 of 3 entries reviewed" in review().out
    assert Path("b.json").read_bytes() == before
    assert broken(UnverifiedBrief.model_validate_json(before)) == {}
    assert json.loads(command("show", "b.json", "-f", "json").out) == json.loads(before)
    assert command("verify", "b.json", "a.txt").code == 0


def test_who_decides_may_stand_in_the_environment(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    assert review("--accept", "A1").err == 'brief: say who decides: --by "NAME", or BRIEF_REVIEWER\n'
    monkeypatch.setenv("BRIEF_REVIEWER", "Ana Holt")
    assert review("--accept", "A1").code == 0
    assert load_reviews("b.review.json").decisions[0].by == "Ana Holt"


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (["--accept", "A9"], "b.json: there is no entry A9; without a decision they are listed"),
        (["--undo", "A1"], "b.json: no decision of Ana Holt stands on A1"),
        (["--accept", "A1", "--by", "x" * 201], "by: String should have at most 200 characters"),
        (
            ["--accept", "A1", "--reviews", "b.json"],
            "--reviews: b.json is also a source and would be overwritten; choose another file",
        ),
        (["--annotate", "A1", " "], "an annotation needs words"),
        (
            ["--note", "why"],
            "--note says why something is accepted, rejected or corrected: give one of these, or --annotate",
        ),
        (["--accept", "A1", "--reject", "A9"], "b.json: there is no entry A9; without a decision they are listed"),
    ],
)
def test_what_makes_no_sense_is_one_line_and_writes_nothing(review: Review, args: list[str], line: str) -> None:
    before = Path("b.json").read_bytes()
    ran = review("--by", "Ana Holt", *args)
    assert (ran.code, ran.out, ran.err) == (2, "", f"brief: {line}\n")
    assert not Path("b.review.json").exists()
    assert Path("b.json").read_bytes() == before


def test_everybody_takes_their_own_last_decision_back(review: Review) -> None:
    review("--accept", "A1", "--by", "Ana Holt")
    review("--reject", "A1", "--by", "Bo Lund")
    assert review("--undo", "A1", "--by", "Ana Holt").out == "b.review.json: A1 taken back\n"
    assert [one.by for one in load_reviews("b.review.json").decisions] == ["Bo Lund"]


def test_what_is_set_aside_is_told_until_it_is_tidied_away(review: Review) -> None:
    review("--accept", "A1", "--accept", "A2", "--by", "Ana Holt")
    Path("b.json").write_text(changed(status).model_dump_json(), encoding="utf-8")
    assert "A1 “mortar round”: changed since it was accepted by Ana Holt" in review().out
    assert review("--tidy", "--by", "Ana Holt").out == "b.review.json: 1 set aside taken out\n"
    assert "SET ASIDE" not in review().out
    assert len(load_reviews("b.review.json").decisions) == 1


def test_a_run_shows_decisions_of_a_file(command: Command, stored: str) -> None:
    text = "Gunmen shot three farmers dead in Kel on Monday, police said."
    Path("c.txt").write_text(text, encoding="utf-8")
    assert command("c.txt", "--coder", "-f", "json", "-o", "c.json").code == 0
    assert command("review", "c.json", "c.txt", "--accept", "A1", "--by", "Ana Holt").code == 0
    ran = command("c.txt", "--coder", "--reviews", "c.review.json")
    assert "Reviewed  accepted by Ana Holt" in ran.out
    assert "UNVERIFIED" not in ran.out
    several = command("c.txt", "a.txt", "--coder", "--reviews", "c.review.json")
    assert (several.code, several.err) == (2, "brief: --reviews holds decisions on one article: give one source\n")
    Path("c.review.json").write_text("{}x", encoding="utf-8")
    assert command("c.txt", "--coder", "-q", "--reviews", "c.review.json").code == 1
    assert command("show", "c.json", "c.txt").err.startswith(
        "brief: c.review.json: is no file of decisions (the whole: "
    )


def test_every_entry_of_a_page_is_of_an_item() -> None:
    composed = CONFLICT.compose(brief(), DOCUMENT, "")
    entries = [entry for section in composed.sections for entry in section.entries]
    assert labelled(composed) == {entry.item: entry.label for entry in entries}
    assert len(entries) == 3
