"""A count that a headline and the text tell is one count, with both quotations."""

from typing import Any

import pytest

from summarizer import render, summarize, verify
from summarizer.conflict.checks.casualties import CASUALTIES
from summarizer.conflict.checks.told_again import TOLD_AGAIN
from summarizer.documents.document import Document
from summarizer.schemas.brief import Brief
from tests.items_factory import Article
from tests.proposing import as_draft

TITLE = "Bomb kills 12 at market in Sella"


def _article(*told: str, title: str = TITLE) -> Article:
    a = Article("")
    a.document = Document.from_text(f"{title}\n\nSELLA, Oct. 3 - {' '.join(told)}\n")
    return a


def _verified(a: Article, *counts: Any) -> Brief:
    blast = a.incident("Bomb", kind="bombing", place=a.at("Sella", 0), casualties=counts)
    a.statement("assert", a.at("Bomb"), content=TITLE, about=blast, relation="outlet")
    return verify(as_draft(a.items()), a.document)


def _counts(brief: Brief) -> list[tuple[list[str], list[str], int | None, int | None]]:
    (blast,) = brief.incidents
    return [([q.text for q in c.count], [q.text for q in c.whom], c.source, c.at_least) for c in blast.casualties]


BODY = "A bomb tore through the fish market on Monday. The blast killed twelve people."


def test_a_headline_s_toll_and_the_same_in_the_text_are_one_count() -> None:
    """Both are quoted; the words that say most stand first, and the page shows them once."""
    a = _article(BODY)
    brief = _verified(
        a,
        a.casualty("killed", "12", cue="kills"),
        a.casualty("killed", "twelve", whom="people", cue="killed"),
    )
    assert _counts(brief) == [(["twelve", "12"], ["people"], None, 12)]
    assert [f.code for f in brief.audit.findings if f.check in ("told_again", "casualties")] == ["count_told_again"]
    shown = " ".join(render(brief, a.document).split())
    assert "Toll “twelve” “people” killed: article, no source" in shown
    assert "Harm: “twelve” “people” killed." in shown
    assert _counts(verify(brief, a.document)) == _counts(brief)


def test_the_text_s_source_gives_the_headline_s_count() -> None:
    """A headline leaves out who says so."""
    a = _article("The blast killed 12 people, the mayor of Sella said.")
    mayor = a.actor("the mayor of Sella", kind="official", identity="anonymous")
    brief = _verified(
        a,
        a.casualty("killed", "12", cue="kills"),
        a.casualty("killed", a.at("12", 1), whom="people", cue="killed", source=mayor.id),
    )
    assert _counts(brief) == [(["12", "12"], ["people"], mayor.id, 12)]


def test_two_sources_of_one_number_stay_two_counts() -> None:
    """Each of them is a witness."""
    a = _article("The blast killed 12 people, the mayor of Sella said. The Sella clinic said it had killed 12.")
    mayor = a.actor("the mayor of Sella", kind="official", identity="anonymous")
    clinic = a.actor("The Sella clinic", kind="organisation", identity="anonymous")
    brief = _verified(
        a,
        a.casualty("killed", a.at("12", 1), whom="people", cue="killed", source=mayor.id),
        a.casualty("killed", a.at("12", 2), cue=a.at("killed", 1), source=clinic.id),
    )
    assert [count[2] for count in _counts(brief)] == [mayor.id, clinic.id]


@pytest.mark.parametrize(
    ("told", "outcome", "words", "whom", "cue"),
    [
        ("The blast killed 14 people.", "killed", "14", "people", "killed"),
        ("The blast killed at least 12 people.", "killed", "at least 12", "people", "killed"),
        ("The blast wounded twelve people.", "wounded", "twelve", "people", "wounded"),
        ("The blast killed another twelve at the gate.", "killed", "twelve", (), "killed"),
        ("The blast killed twelve more at the gate.", "killed", "twelve", (), "killed"),
    ],
)
def test_another_number_outcome_or_further_dead_are_another_count(
    told: str, outcome: str, words: str, whom: str, cue: str
) -> None:
    a = _article(told)
    first, second = a.casualty("killed", "12", cue="kills"), a.casualty(outcome, words, whom=whom, cue=cue)
    blast = a.incident("Bomb", kind="bombing", casualties=(first, second))
    assert a.codes(TOLD_AGAIN, blast) == []


def test_equal_numbers_of_different_people_are_two_counts() -> None:
    a = _article("The blast killed three clerks. It killed three porters too.", title="Bomb in Sella")
    counts = (
        a.casualty("killed", "three", whom="clerks", cue="killed"),
        a.casualty("killed", a.at("three", 1), whom="porters", cue=a.at("killed", 1)),
    )
    assert a.codes(TOLD_AGAIN, a.incident("Bomb", kind="bombing", casualties=counts)) == []


def test_equal_numbers_of_one_sentence_are_two_counts() -> None:
    a = _article("The blast killed three at the gate and three at the well.", title="Bomb in Sella")
    counts = (
        a.casualty("killed", "three", cue="killed"),
        a.casualty("killed", a.at("three", 1), cue="killed"),
    )
    assert a.codes(TOLD_AGAIN, a.incident("Bomb", kind="bombing", casualties=counts)) == []


def test_a_count_whose_outcome_stands_in_one_of_its_sentences_only_is_marked_as_before() -> None:
    """Two sentences tell one count only where each has number and outcome."""
    a = _article("The blast shook the quay. It was heard for miles. There were 12 of them.")
    count = a.casualty("killed", (a.at("12", 0), a.at("12", 1)), cue="kills")
    assert a.codes(CASUALTIES, a.incident("Bomb", kind="bombing", casualties=(count,))) == ["parts_apart"]


def test_rules_tell_a_headline_s_toll_once() -> None:
    text = f"{TITLE}\n\nSELLA, Oct. 3 - A bomb killed 12 people at the fish market in Sella on Monday.\n"
    assert _counts(summarize(text).brief) == [(["12", "12"], ["people"], None, 12)]
