"""What the coder reads of acts of violence in single sentences: who, whom, where, when, with what, and whether it is fact."""

from typing import Any

import pytest

from summarizer import verify
from summarizer.conflict.coder import code
from summarizer.conflict.coder.violence.acts import Act
from summarizer.conflict.coder.violence.events_joined import events_of
from summarizer.conflict.coder.violence.incidents import words_of
from summarizer.conflict.coder.violence.mentions import acts_in
from summarizer.documents.document import Document
from summarizer.english.grammar.parsing import parse
from summarizer.english.grammar.phrases import Phrase
from summarizer.lexicons import lexicon

ROWS: list[dict[str, Any]] = lexicon("acts")["act"]


def acts_of(text: str) -> list[Act]:
    """Every mention of an act in a text."""
    document = Document.from_text(text)
    return [act for each in document.sentences for act in acts_in(parse(document, each))]


def facts_of(text: str) -> list[Act]:
    """The mentions that the text tells as facts."""
    return [act for act in acts_of(text) if not act.unreal]


def told(text: str) -> dict[str, list[str]]:
    """Every slot of the one event that a text tells, in words."""
    events = events_of(acts_of(text), None)
    assert len(events) == 1
    found: dict[str, list[str]] = {slot: [] for slot in ("by", "target", "weapon", "place", "time")}
    for act in events[0].real:
        if act.time:
            found["time"].append(act.parsed.text(act.time.first, act.time.last))
        slots = {"by": act.doers, "target": act.targets, "weapon": act.weapons, "place": act.places}
        for slot, phrases in slots.items():
            found[slot] += [words(act, phrase) for phrase in phrases for words in (_short, _long)]
    return found


def _short(act: Act, phrase: Phrase) -> str:
    return act.parsed.words(phrase)


def _long(act: Act, phrase: Phrase) -> str:
    return words_of(act.parsed, phrase).text


@pytest.mark.parametrize("row", ROWS, ids=[str(row["example"]) for row in ROWS])
def test_each_row_reads_its_own_example_as_it_says(row: dict[str, Any]) -> None:
    act = next(act for act in facts_of(row["example"]) if act.row is row)
    found = told(row["example"])
    assert act.stage == row.get("stage", "accomplished")
    assert {name: words for name, words in row["finds"].items() if words not in found[name]} == {}


@pytest.mark.parametrize("row", ROWS, ids=[row["example"] for row in ROWS])
def test_the_words_of_a_row_bear_no_mark_of_the_checks(row: dict[str, Any]) -> None:
    """What the coder reads as an act of a kind, with an outcome and a stage, the checks read so too."""
    document = Document.from_text(row["example"])
    marks = verify(code(document), document).audit.findings
    assert [each.code for each in marks if each.check in ("attack_kind", "casualties", "stage")] == []


@pytest.mark.parametrize(
    "text",
    [
        "The rebels will attack the bridge at Orlen.",
        "Gunmen may have killed the mayor of Orlen.",
        "If they refuse, we bomb the dam at Orlen.",
        "The group threatened to bomb the dam at Orlen.",
        "Patrols were doubled to prevent attacks on the market in Orlen.",
        "No one was killed at the market in Orlen.",
        "The minister harshly attacked the budget.",
        "Mayor Ada Rusk attacked the government's plan on Friday.",
        "He suffered a heart attack in Orlen on Friday.",
        "Wedding guests fired shots into the air in Orlen.",
        "The striker shot twice before half-time in Orlen.",
        "Five soldiers were killed in a road accident near Orlen.",
        "The army captured two rebels near Orlen.",
        "Shares of the bank exploded on Monday.",
        "Residents fear further attacks on the market in Orlen.",
    ],
)
def test_what_is_to_come_possible_denied_meant_otherwise_or_mishap_is_no_act(text: str) -> None:
    assert facts_of(text) == []


@pytest.mark.parametrize(
    ("text", "slot", "words"),
    [
        ("The guards killed in Orlen were buried.", "target", "The guards"),
        ("Ana Ruiz, the mayor of Sol, who was shot in Orlen, died.", "target", "Ana Ruiz"),
        ("Gunmen killed a judge, two clerks and a driver.", "target", "a driver"),
        ("Gunmen killed Ada Rusk, the mayor of Sol, and two clerks.", "target", "two clerks"),
        ("An attack that targeted the base in Orlen failed.", "target", "the base"),
        ("The murder of a priest and two nuns shook Orlen.", "target", "two nuns"),
        ("In Orlen, gunmen shot a priest.", "place", "Orlen"),
        ("A car bomb attack killed a priest in Orlen.", "weapon", "A car bomb"),
        ("Fighters of the Dawn Column raided a bank in Orlen.", "by", "the Dawn Column"),
        ("An attack staged by gunmen on the bank in Orlen failed.", "by", "gunmen"),
    ],
)
def test_who_whom_where_when_and_with_what_are_read_from_the_clause(text: str, slot: str, words: str) -> None:
    assert words in told(text)[slot]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Police foiled an attack on the stadium in Orlen.", "foiled"),
        ("The cell plotted to blow up the bridge at Orlen.", "planned"),
        ("Gunmen managed to kill the mayor of Orlen.", "accomplished"),
    ],
)
def test_the_words_around_tell_how_far_an_act_got(text: str, stage: str) -> None:
    assert [act.stage for act in facts_of(text)] == [stage]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels fired two rockets at the town of Orlen.", "missile_strike"),
        ("Rebels fired mortar shells at the town of Orlen.", "shelling"),
        ("A bomb exploded in Orlen.", "bombing"),
        ("A blast shook the bank in Orlen.", "explosion"),
    ],
)
def test_the_weapon_tells_the_kind_where_the_verb_does_not(text: str, kind: str) -> None:
    assert facts_of(text)[-1].told_as == kind


@pytest.mark.parametrize("row", ROWS, ids=[str(row["example"]) for row in ROWS])
def test_in_capitals_nothing_is_read_that_is_not_read_in_small_letters(row: dict[str, Any]) -> None:
    kinds = {act.told_as for act in facts_of(row["example"])}
    assert {act.told_as for act in facts_of(row["example"].upper())} <= kinds
