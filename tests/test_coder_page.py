"""The page on the coder: its example is no pattern that the coder has, and becomes one by the row that the page shows."""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from summarizer.conflict.coder import code
from summarizer.documents.document import Document
from summarizer.lexicons import lexicon
from summarizer.schemas.draft import Draft

PAGE = (Path(__file__).parent.parent / "docs" / "coder.md").read_text(encoding="utf-8")
ROW: dict[str, Any] = tomllib.loads(re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)[0])["act"][0]


def forget() -> None:
    """Make the coder work out anew what it makes of its lexicons."""
    for name, module in list(sys.modules.items()):
        if name.startswith("summarizer.conflict.coder"):
            for thing in vars(module).values():
                if hasattr(thing, "cache_clear") and thing.__module__.startswith("summarizer.conflict.coder"):
                    thing.cache_clear()


@pytest.fixture
def with_row() -> Iterator[None]:
    """The page's row stands in the lexicon of acts."""
    rows = lexicon("acts")["act"]
    rows.append(ROW)
    forget()
    yield
    rows.remove(ROW)
    forget()


def read(text: str) -> Draft:
    return code(Document.from_text(text))


def test_the_example_is_quoted_on_the_page() -> None:
    assert f"\n> {ROW['example']}\n" in PAGE


def test_without_the_row_the_example_tells_no_incident() -> None:
    assert read(ROW["example"]).incidents == ()


@pytest.mark.usefixtures("with_row")
def test_with_the_row_the_example_is_read_as_the_row_says() -> None:
    (incident,) = read(ROW["example"]).incidents
    found = {
        "by": incident.perpetrator_words,
        "target": incident.targets[0].text,
        "place": incident.place,
        "time": incident.time,
    }
    assert (incident.kind, {slot: mentions[0].text for slot, mentions in found.items()}) == (ROW["kind"], ROW["finds"])
