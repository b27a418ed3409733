"""What the coder reads of acts of violence in single sentences: who, whom, where, when, with what, and whether it is fact."""

from typing import Any

import pytest

from summarizer.coder.acts import Act
from summarizer.coder.events import events_of
from summarizer.coder.frames import parse
from summarizer.coder.incidents import words_of
from summarizer.coder.mentions import acts_in
from summarizer.coder.phrases import Phrase
from summarizer.coder.tokens import is_shouted
from summarizer.document import Document
from summarizer.lexicons import lexicon

ROWS: list[dict[str, Any]] = lexicon("acts")["act"]


def acts_of(text: str) -> list[Act]:
    """Every mention of an act in a text."""
    document = Document.from_text(text)
    shouted = is_shouted(document)
    return [act for each in document.sentences for act in acts_in(parse(document, each, shouted=shouted))]


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
def test_each_row_reads_its_own_example_as_it_says(row: dict[str, Any]):
    act = next(act for act in facts_of(row["example"]) if act.row is row)
    found = told(row["example"])
    assert act.stage == row.get("stage", "accomplished")
    assert {name: words for name, words in row["finds"].items() if words not in found[name]} == {}
