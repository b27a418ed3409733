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
    "render",
    "summarize",
    "verify",
]
HEAVY = ["openai", "instructor", "vcr", "rich", "pydantic", "yaml", "tenacity", "click", "asyncio"]


def in_a_new_process(statements: str) -> object:
    """What `answer` is, after these statements in an interpreter that has imported nothing of ours."""
    printed = subprocess.run(
        [sys.executable, "-c", f"import json, sys\n{statements}\nprint(json.dumps(answer))"],
        cwd=Path(summarizer.__file__).parent.parent,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return json.loads(printed)


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


def test_importing_the_package_imports_nothing_heavy() -> None:
    """`import summarizer` costs no more than a module of its own."""
    assert in_a_new_process(f"import summarizer\nanswer = [name for name in {HEAVY!r} if name in sys.modules]") == []


def test_reading_an_article_does_not_wait_for_the_model_client() -> None:
    """Who only reads, verifies or renders pays for no client."""
    statements = (
        "from summarizer import Document, render, verify\nanswer = [name for name in {} if name in sys.modules]"
    )
    assert in_a_new_process(statements.format(["openai", "instructor", "vcr", "tenacity"])) == []


def test_the_names_are_listed_before_they_are_used() -> None:
    """Completion in a shell offers every public name at once."""
    listed = in_a_new_process("import summarizer\nanswer = dir(summarizer)")
    assert isinstance(listed, list)
    assert set(PUBLIC) <= set(listed)


def test_a_star_import_gives_the_public_names() -> None:
    """`from summarizer import *` brings in each of them, and no more."""
    given = in_a_new_process(
        "before = set(globals())\nfrom summarizer import *\nanswer = sorted({*globals()} - {*before, 'before'})"
    )
    assert given == sorted(PUBLIC)


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A typing mistake is reported as Python reports it."""
    with pytest.raises(AttributeError, match="module 'summarizer' has no attribute 'sumarize'"):
        summarizer.sumarize  # noqa: B018
