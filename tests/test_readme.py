"""The README says what the program does."""

import re
from pathlib import Path

import pytest

from summarizer.cli.verification_docs import tables, written_into

ROOT = Path(__file__).parent.parent


def examples(page: str) -> list[str]:
    """The Python examples of a page."""
    return re.findall(r"```python\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)


BLOCKS = examples("README.md")


def test_readme_has_an_example() -> None:
    """There is something to run."""
    assert BLOCKS


def test_python_examples_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The Python examples run as they stand, one after another, from the folder of the checkout."""
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    for block in BLOCKS:
        exec(compile(block, "README.md", "exec"), names)  # noqa: S102  # the examples are ours
    assert "drone attack confirmed unclaimed" in capsys.readouterr().out


@pytest.mark.parametrize(("page", "printed"), [("docs/many.md", "a01_"), ("docs/digest.md", ".1 confirmed 3 2 1")])
def test_examples_of_other_pages_run(
    page: str, printed: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    for block in examples(page):
        exec(compile(block, page, "exec"), {})  # noqa: S102  # the examples are ours
    assert printed in capsys.readouterr().out


def test_tables_of_the_verification_page_are_the_programs() -> None:
    """docs/verification.md shows the tables that run; `python -m summarizer.cli.verification_docs` writes them anew."""
    page = (ROOT / "docs" / "verification.md").read_text(encoding="utf-8")
    assert written_into(page) == page
    assert tables() in page
