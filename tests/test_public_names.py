"""What `import summarizer` gives: these names, documented, and nothing heavy until one is used."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

import summarizer

PUBLIC = [
    "Brief",
    "BriefError",
    "Document",
    "Draft",
    "ModelSettings",
    "Result",
    "Run",
    "UnverifiedBrief",
    "asummarize",
    "corpus",
    "render",
    "summarize",
    "verify",
]
EXTRA = ["pypdf", "docx", "lxml", "feedparser"]
HEAVY = ["openai", "instructor", "vcr", "rich", "pydantic", "yaml", "tenacity", "click", "asyncio", *EXTRA]


CLIENT = ["openai", "instructor", "vcr", "tenacity", *EXTRA]
STEPS = f"""
import json, sys
import summarizer
seen = {{"heavy": [name for name in {HEAVY} if name in sys.modules], "listed": dir(summarizer)}}
from summarizer import Document, render, verify
seen["client"] = [name for name in {CLIENT} if name in sys.modules]
given = {{}}
exec("from summarizer import *", given)
print(json.dumps(seen | {{"given": sorted(given.keys() - {{"__builtins__"}})}}))
"""


@pytest.fixture(scope="module")
def seen() -> dict[str, list[str]]:
    """What is seen after one step and another in an interpreter that has imported nothing of ours."""
    root = Path(summarizer.__file__).parent.parent
    ran = subprocess.run([sys.executable, "-c", STEPS], cwd=root, capture_output=True, text=True, check=True)
    found: dict[str, list[str]] = json.loads(ran.stdout)
    return found


def test_the_public_names_are_the_documented_ones() -> None:
    """A name that comes or goes is a decision, and stands here."""
    assert summarizer.__all__ == PUBLIC


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_explains_itself(name: str) -> None:
    """`help(summarizer.NAME)` begins with a sentence, not with a signature."""
    described = (getattr(summarizer, name).__doc__ or "").strip()
    first = described.partition("\n")[0]
    assert first.endswith((".", ":"))
    assert not first.startswith(f"{name}(")


@pytest.mark.parametrize("name", PUBLIC)
def test_no_module_has_a_public_name(name: str) -> None:
    """Importing a module of the package can't put it in a public name's place."""
    assert importlib.util.find_spec(f"summarizer.{name}") is None


def test_importing_the_package_imports_nothing_heavy(seen: dict[str, list[str]]) -> None:
    """`import summarizer` costs no more than a module of its own."""
    assert seen["heavy"] == []


def test_reading_an_article_does_not_wait_for_the_model_client(seen: dict[str, list[str]]) -> None:
    """Who only reads, verifies or renders pays for no client."""
    assert seen["client"] == []


def test_the_names_are_listed_before_they_are_used(seen: dict[str, list[str]]) -> None:
    """Completion in a shell offers every public name at once."""
    assert set(PUBLIC) <= set(seen["listed"])


def test_a_star_import_gives_the_public_names(seen: dict[str, list[str]]) -> None:
    """`from summarizer import *` brings in each of them, and no more."""
    assert seen["given"] == sorted(PUBLIC)


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A typing mistake is reported as Python reports it."""
    with pytest.raises(AttributeError, match="module 'summarizer' has no attribute 'sumarize'"):
        summarizer.sumarize  # noqa: B018
