"""What another package brings to the command: a format for --format, an extractor for --extractor."""

import importlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer import plugins
from summarizer.rendering import formats
from tests.cli_runner import Command, article, command

__all__ = ["command"]

ARMED = "Gunmen of the Oru Front attacked an army post in Kardo on Monday, police said. Two soldiers were killed."
OURS = ("text", "markdown", "md", "html", "json", "annotations", "csv", "incidents", "acled", "gtd", "plover", "jsonl")
NAMES = ", ".join(map(repr, OURS))

PACKAGE = """
from summarizer.rendering.formats import Format
from summarizer.schemas.draft import Draft

SIZES = Format("sizes", "how long each article is", lambda of: f"{len(of.document.text)}\\n", separator=lambda width: "and\\n")
ONE = Format("one", "one size", lambda of: f"{len(of.document.text)}\\n")

def nothing(document):
    return Draft()
"""
ENTRY_POINTS = """
[summarizer.formats]
sizes = size_of_news:SIZES
one = size_of_news:ONE

[summarizer.extractors]
nothing = size_of_news:nothing
broken = size_of_news:NOBODY
"""


def _forget() -> None:
    formats.formats.cache_clear()
    plugins.names.cache_clear()
    plugins.registered.cache_clear()


@pytest.fixture
def _installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package with two formats and two extractors, one of which cannot be loaded."""
    folder = tmp_path / "site"
    metadata = folder / "size_of_news-1.0.dist-info"
    metadata.mkdir(parents=True)
    (folder / "size_of_news.py").write_text(PACKAGE, encoding="utf-8")
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: size-of-news\nVersion: 1.0\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text(ENTRY_POINTS, encoding="utf-8")
    monkeypatch.syspath_prepend(folder)
    importlib.invalidate_caches()
    _forget()
    yield
    _forget()


# --- formats --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", OURS)
def test_each_of_our_formats_goes(command: Command, name: str) -> None:
    assert command(article("a.txt", ARMED), "--coder", "-f", name).code == 0


def test_a_format_goes_by_each_of_its_names(command: Command) -> None:
    source = article("a.txt", ARMED)
    pages = {command(source, "--coder", "-f", name).out for name in ("markdown", "md")}
    assert len(pages) == 1


def test_several_pages_stand_apart_alike_under_each_name(command: Command) -> None:
    article("a.txt", ARMED), article("b.txt", ARMED)
    assert "\n\n---\n\n" in command("a.txt", "b.txt", "--coder", "-f", "markdown").out


@pytest.mark.parametrize("args", [["a.txt", "--coder"], ["show", "brief.json"]])
def test_an_unknown_format_is_one_line_with_those_there_are(command: Command, args: list[str]) -> None:
    article("a.txt", ARMED)
    ran = command(*args, "--format", "xml")
    names = NAMES if args[0] == "a.txt" else NAMES.replace(", 'jsonl'", "")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("brief: invalid value for '-f' / '--format'")
    assert ran.err.endswith(f": 'xml' is not one of {names}.\n")
    assert ran.err.count("\n") == 1


@pytest.mark.usefixtures("_installed")
def test_an_unknown_format_is_told_with_those_of_other_packages(command: Command) -> None:
    ran = command(article("a.txt", ARMED), "--coder", "--format", "xml")
    assert ran.code == 2
    assert ran.err.endswith(f": 'xml' is not one of {NAMES}, 'one', 'sizes'.\n")


@pytest.mark.usefixtures("_installed")
def test_an_installed_package_brings_a_format_and_what_stands_between_its_pages(command: Command) -> None:
    ran = command(article("a.txt", ARMED), article("b.txt", ARMED), "--coder", "--quiet", "-f", "sizes")
    assert (ran.code, ran.out, ran.err) == (0, f"{len(ARMED)}\nand\n{len(ARMED)}\n", "")


@pytest.mark.usefixtures("_installed")
def test_a_format_without_a_separator_takes_one_source(command: Command) -> None:
    sources = (article("a.txt", ARMED), article("b.txt", ARMED))
    assert command(sources[0], "--coder", "-f", "one").out == f"{len(ARMED)}\n"
    ran = command(*sources, "--coder", "-f", "one")
    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err
        == "brief: --format one is one brief: give one source, or use --format jsonl, one object a line, or html with a folder, a name without a dot: -o FOLDER\n"
    )


@pytest.mark.usefixtures("_installed")
def test_the_environment_may_name_it(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_FORMAT", "sizes")
    assert command(article("a.txt", ARMED), "--coder").out == f"{len(ARMED)}\n"


# --- extractors -----------------------------------------------------------------------------------


def run_of(out: str) -> tuple[str, str | None]:
    run = json.loads(out)["run"]
    return run["extractor"], run["model"]


def test_the_coder_may_be_asked_for_by_its_name(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """As with --coder, no model reads, whatever one is configured, and nothing is said of it."""
    monkeypatch.setenv("BRIEF_MODEL", "some-model")
    source = article("a.txt", ARMED)
    ran = command(source, "--extractor", "coder", "-f", "jsonl")
    assert (ran.code, run_of(ran.out)) == (0, ("coder", None))
    assert "no model is named" not in ran.err
    assert json.loads(ran.out)["brief"] == json.loads(command(source, "--coder", "-f", "jsonl").out)["brief"]


@pytest.mark.usefixtures("_installed")
def test_an_installed_package_brings_an_extractor(command: Command) -> None:
    ran = command(article("a.txt", ARMED), "--extractor", "nothing", "-f", "jsonl")
    assert (ran.code, run_of(ran.out)) == (0, ("nothing", None))
    assert json.loads(ran.out)["brief"]["incidents"] == []
    assert ran.err.startswith("a.txt: offline nothing · ")


def test_an_unknown_extractor_is_one_line_before_anything_is_read(command: Command) -> None:
    ran = command("no such file.txt", "--extractor", "nobody")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "brief: there is no extractor called nobody: choose one of coder, or name a model\n"


@pytest.mark.usefixtures("_installed")
def test_an_extractor_that_cannot_be_loaded_is_one_line(command: Command) -> None:
    ran = command(article("a.txt", ARMED), "--extractor", "broken")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("brief: extractor broken (size_of_news:NOBODY): cannot be loaded (")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("more", "flag"),
    [
        (("--model", "m"), "--model"),
        (("--cassette", "c.yaml"), "--cassette"),
        (("--record", "c.yaml"), "--record"),
        (("--second-look",), "--second-look"),
        (("--show-prompt",), "--show-prompt"),
    ],
)
def test_an_extractor_beside_what_asks_a_model_is_refused(command: Command, more: tuple[str, ...], flag: str) -> None:
    ran = command(article("a.txt", ARMED), "--extractor", "coder", *more)
    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err == f"brief: --extractor reads without a model, so {flag} makes no sense beside it: give one of them\n"
    )


def test_an_extractor_beside_the_coder_is_refused(command: Command) -> None:
    ran = command(article("a.txt", ARMED), "--coder", "--extractor", "coder")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "brief: --coder is the extractor 'coder': give one of --coder and --extractor\n"
