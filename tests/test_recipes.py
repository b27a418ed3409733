"""The recipes of CONTRIBUTING.md, followed: what each adds is seen where a user would see it."""

import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from summarizer import render, summarize, verify
from summarizer.conflict.assembled import CONFLICT
from summarizer.conflict.wording import phrasing
from summarizer.errors import NoExtractorError, PluginError, UsageError
from summarizer.pointing.check import Check, Code, Found
from summarizer.rendering import formats
from summarizer.schemas.brief import Incident
from summarizer.verification import differences
from tests.packages import Install, install

__all__ = ["install"]

TEXT = "Rebels bombed a mill in Torvik on Monday, police said. Two people were killed."

COUNTING = """
from summarizer.rendering.formats import Format, Rendered

def write(of: Rendered) -> str:
    return f"{len(of.brief.incidents)} incidents in {of.document.sha256[:6]}\\n"

COUNT = Format("count", "how many incidents", write)
NO_FORMAT = "count"
"""

SILENT = """
from summarizer.schemas.draft import Draft

def read(document):
    return Draft()

def broken(document):
    raise OSError("no such word list")
"""


def test_a_format_of_another_package_writes(install: Install) -> None:
    """One module with one row, registered under `summarizer.formats`."""
    install("summarizer.formats", "count = counting_briefs:COUNT", COUNTING)
    result = summarize(TEXT)
    assert render(result.brief, result.document, "count") == f"1 incidents in {result.document.sha256[:6]}\n"


def test_a_format_that_is_none_is_one_line(install: Install) -> None:
    install("summarizer.formats", "count = no_counting_briefs:NO_FORMAT", COUNTING)
    result = summarize(TEXT)
    with pytest.raises(PluginError, match=r"format count \(no_counting_briefs:NO_FORMAT\): is no Format"):
        render(result.brief, result.document, "count")


def test_a_format_of_ours_is_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """Under its name and every alias."""
    row = formats.Format("ids", "ids of incidents", lambda of: " ".join(str(i.id) for i in of.brief.incidents), ("i",))
    monkeypatch.setattr(formats, "FORMATS", (*formats.FORMATS, row))
    formats.formats.cache_clear()
    result = summarize(TEXT)
    assert render(result.brief, result.document, "ids") == render(result.brief, result.document, "i") == "1"
    monkeypatch.undo()
    formats.formats.cache_clear()
    with pytest.raises(UsageError, match="there is no format called ids: choose one of html, json, markdown, md, text"):
        render(result.brief, result.document, "ids")


def test_an_extractor_of_another_package_reads(install: Install) -> None:
    """A function from a document to a draft, registered under `summarizer.extractors`; the run names it."""
    install("summarizer.extractors", "silent = silent_reader:read", SILENT)
    result = summarize(TEXT, extractor="silent")
    assert (result.brief.incidents, result.run.extractor) == ((), "silent")
    with pytest.raises(NoExtractorError, match="there is no extractor called loud: choose one of coder, silent"):
        summarize(TEXT, extractor="loud")


def _shouts(incident: Incident, items: Any) -> Iterator[Found]:
    if any(quote.text.isupper() for quote in incident.place):
        yield Found("shouted", "place", incident.place)


SHOUTING = Check(
    "shouting", "A place is no shout.", ("incident",), {"shouted": Code("warn", "It is shouted.")}, _shouts
)


def test_a_check_is_a_row_of_the_table() -> None:
    """What it finds is a mark on the page; without its row it is not there."""
    result = summarize(TEXT.replace("Torvik", "TORVIK"))
    checks = (*CONFLICT.checks, SHOUTING)
    marked = verify(result.brief, result.document, checks=checks)
    assert "shouted" in {finding.code for finding in marked.audit.findings}
    assert "It is shouted" in render(marked, result.document)
    assert "shouted" not in {finding.code for finding in result.brief.audit.findings}


def test_a_row_of_the_occurrence_table_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row at the top, its grounds, and their words: basis and heading are the row's, and it holds when verified again."""
    table = import_module("summarizer.conflict.derivation.occurrence")
    first = table.OccurrenceRule(
        row=0,
        says="whatever is said",
        occurrence="possible",
        grounds=lambda _: "hedged_only",
        test=lambda case: case.voices,
    )
    monkeypatch.setattr(table, "OCCURRENCE", (first, *table.OCCURRENCE))
    monkeypatch.setitem(phrasing.STATUS, "hedged_only", "BY THE NEW ROW, {who}")
    result = summarize(TEXT)
    (incident,) = result.brief.incidents
    assert incident.assessment is not None
    assert (incident.assessment.occurrence, incident.assessment.basis.row) == ("possible", 0)
    assert "BY THE NEW ROW" in render(result.brief, result.document)
    assert differences(result.brief, verify(result.brief, result.document)) == ()


ZARBING = """
from summarizer.lexicons.listed import listed
listed("acts")["act"].append({
    "kind": "stabbing", "plover": "ASSAULT/killing", "object": "victim", "outcome": "killed",
    "verbs": ["zarb"], "nouns": ["zarbing"],
})
from summarizer import Document, summarize, verify
from summarizer.schemas.draft import Casualty, Draft, Incident, Mention

text = "Raiders zarbed two drivers in Torvik on Friday."
read = summarize(text).brief
print(*[(each.kind, each.words[0].text) for each in read.incidents])
act, two, drivers = (Mention(sentence=1, text=words) for words in ("zarbed", "two", "drivers"))
casualty = Casualty(outcome="killed", count=(two,), whom=(drivers,))
stabbing = Incident(id=1, kind="stabbing", stage="accomplished", frame="current", words=(act,), casualties=(casualty,))
proposed = Draft(incidents=(stabbing,))
print(*[finding.code for brief in (read, verify(proposed, Document.from_text(text))) for finding in brief.audit.findings])
"""


def test_an_act_is_a_row_for_the_coder_and_for_the_checks() -> None:
    """One row makes a verb and a noun of violence, of a kind and with an outcome, that no other list knows."""
    told = subprocess.run([sys.executable, "-c", ZARBING], stdout=subprocess.PIPE, text=True, check=True).stdout
    assert told.splitlines()[0] == "('stabbing', 'zarbed')"
    assert {"no_act_words", "attack_kind_not_shown", "outcome_not_shown"} & set(told.split()) == set()
