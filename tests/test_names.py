"""No two modules of one name, and no two classes: one name for one thing (docs/words.md)."""

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILES = [*(ROOT / "summarizer").rglob("*.py"), *(ROOT / "schemas").glob("*.py")]
SOURCES = sorted({path.resolve() for path in FILES if path.name != "__init__.py"})
SAID_TWICE = {"draft", "brief"}
"""The items of a draft and of a brief are the same ones, of mentions and of quotations."""


def test_modules_have_names_of_their_own() -> None:
    assert [name for name, often in Counter(path.stem for path in SOURCES).items() if often > 1] == []


def test_classes_have_names_of_their_own() -> None:
    texts = (path.read_text(encoding="utf-8") for path in SOURCES if path.stem not in SAID_TWICE)
    names = Counter(name for text in texts for name in re.findall(r"^class (\w+)", text, re.MULTILINE))
    assert [name for name, often in names.items() if often > 1] == []
