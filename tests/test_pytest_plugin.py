"""The plugin for pytest, in suites of its own: replaying, recording, and the check of a folder."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from summarizer.model import ModelSettings
from tests.asking_drafts import ask_sync
from tests.fault_server import FaultServer, answer, answer_in_lines, serving
from tests.mill import ARTICLE, draft

pytest_plugins = ["pytester"]

ONE_CALL = """
from summarizer import summarize

def test_mill(brief_cassette):
    result = summarize({article!r}, model="m", base_url={url!r})
    assert [incident.kind for incident in result.brief.incidents] == {kinds}
"""
FOLDER = """
import pytest

@pytest.mark.brief_regression("articles")
def test_brief(brief_changes):
    assert not brief_changes
"""
"""A suite like that of docs/regression.md."""


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """Load what a suite within this process would load, and unload again at its end, by one exchange."""
    import_module("summarizer.regression.folders")
    with serving([answer()]) as server:
        ask_sync([{"role": "user", "content": "?"}], ModelSettings("m", server.url))


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with serving([answer_in_lines(draft())]) as server:
        yield server


def suite(pytester: pytest.Pytester, text: str, *args: str) -> dict[str, int]:
    """Run a suite of one file; how many of its tests ended in which way."""
    pytester.makepyfile(test_articles=text)
    outcomes = pytester.runpytest_inprocess("-p", "no:cacheprovider", "-p", "no:recording", *args).parseoutcomes()
    return {how: number for how, number in outcomes.items() if how != "warnings"}


def one_call(url: str, article: str = ARTICLE) -> str:
    return ONE_CALL.format(article=article, url=url, kinds=["arson"])


def keep(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, server: FaultServer) -> Path:
    """Record a folder of one article by the plugin itself."""
    pytester.mkdir("articles")
    (pytester.path / "articles" / "mill.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.setenv("BRIEF_MODEL", "m")
    monkeypatch.setenv("BRIEF_BASE_URL", server.url)
    assert suite(pytester, FOLDER, "--brief-record") == {"passed": 1}
    monkeypatch.delenv("BRIEF_MODEL")
    return pytester.path


def test_a_test_is_recorded_once_and_replayed_afterwards(pytester: pytest.Pytester, server: FaultServer) -> None:
    """The second run asks nobody, and its cassette lies under the names of module and test."""
    assert suite(pytester, one_call(server.url), "--brief-record") == {"passed": 1}
    assert suite(pytester, one_call("http://127.0.0.1:9/v1")) == {"passed": 1}
    assert len(server.bodies) == 1
    assert (pytester.path / "cassettes" / "test_articles" / "test_mill.yaml").is_file()


def test_the_folder_of_cassettes_can_be_another(pytester: pytest.Pytester, server: FaultServer) -> None:
    pytester.makeini("[pytest]\nbrief_cassettes = tests/tapes")
    assert suite(pytester, one_call(server.url), "--brief-record") == {"passed": 1}
    assert (pytester.path / "tests" / "tapes" / "test_articles" / "test_mill.yaml").is_file()


def test_without_a_recording_a_test_says_how_to_make_one(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(test_articles=one_call("http://127.0.0.1:9/v1"))
    ran = pytester.runpytest_inprocess("-p", "no:recording")
    ran.stdout.fnmatch_lines(["*no recording at *test_mill.yaml: run this test with --brief-record"])
    assert ran.parseoutcomes()["errors"] == 1


def test_a_recording_that_is_only_half_played_is_an_error(pytester: pytest.Pytester, server: FaultServer) -> None:
    """A test that asks for less than it did when it was recorded shows."""
    both = one_call(server.url) + f'    summarize("Another article.", model="m", base_url={server.url!r})\n'
    assert suite(pytester, both, "--brief-record") == {"passed": 1}
    assert suite(pytester, one_call(server.url)) == {"passed": 1, "errors": 1}


def test_names_of_parametrised_tests_are_names_of_files(pytester: pytest.Pytester, server: FaultServer) -> None:
    text = one_call(server.url).replace(
        "def test_mill(brief_cassette)",
        'import pytest\n@pytest.mark.parametrize("way", ["../a b"])\ndef test_mill(brief_cassette, way)',
    )
    assert suite(pytester, text, "--brief-record") == {"passed": 1}
    assert [path.name for path in (pytester.path / "cassettes" / "test_articles").iterdir()] == [
        "test_mill-..-a-b.yaml"
    ]


def test_a_folder_is_recorded_and_then_passes(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, server: FaultServer
) -> None:
    """One test for each article, named after it."""
    keep(pytester, monkeypatch, server)
    ran = pytester.runpytest_inprocess("-p", "no:recording", "-v", "--strict-markers")
    ran.stdout.fnmatch_lines(["*test_brief?mill? PASSED*"])
    assert len(server.bodies) == 1


def test_a_changed_brief_fails_in_words(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, server: FaultServer
) -> None:
    accepted = keep(pytester, monkeypatch, server) / "articles" / "accepted" / "mill.json"
    text = accepted.read_text(encoding="utf-8")
    accepted.write_text(text.replace('"occurrence": "reported"', '"occurrence": "confirmed"'), encoding="utf-8")
    ran = pytester.runpytest_inprocess("-p", "no:recording")
    ran.stdout.fnmatch_lines(["*a mill: confirmed ? reported*"])
    assert ran.parseoutcomes()["failed"] == 1


def test_a_stale_recording_is_an_error_not_a_failure(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, server: FaultServer
) -> None:
    root = keep(pytester, monkeypatch, server)
    (root / "articles" / "mill.txt").write_text(ARTICLE.replace("Monday", "Friday"), encoding="utf-8")
    ran = pytester.runpytest_inprocess("-p", "no:recording")
    ran.stdout.fnmatch_lines(["*the article is no longer what was recorded*"])
    assert ran.parseoutcomes()["errors"] == 1


def test_an_empty_folder_is_an_error(pytester: pytest.Pytester) -> None:
    """A mistyped folder does not pass as a suite without tests."""
    pytester.makepyfile(test_articles=FOLDER)
    ran = pytester.runpytest_inprocess("-p", "no:recording")
    assert ran.ret != 0
    ran.stdout.fnmatch_lines(["*articles holds no articles*"])


def test_recording_a_folder_without_a_model_says_what_is_missing(pytester: pytest.Pytester) -> None:
    pytester.mkdir("articles")
    (pytester.path / "articles" / "mill.txt").write_text(ARTICLE, encoding="utf-8")
    pytester.makepyfile(test_articles=FOLDER)
    ran = pytester.runpytest_inprocess("-p", "no:recording", "--brief-record")
    ran.stdout.fnmatch_lines(["*--brief-record asks a model: name it in BRIEF_MODEL"])


def test_a_suite_that_does_not_use_it_pays_nothing(pytester: pytest.Pytester) -> None:
    """The plugin, which every suite loads where it is installed, imports neither a client nor pydantic."""
    heavy = ("openai", "instructor", "vcr", "pydantic", "yaml", "summarizer.pipeline", "summarizer.recording.tapes")
    pytester.makepyfile(f"import sys\n\ndef test_it():\n    assert [n for n in {heavy!r} if n in sys.modules] == []\n")
    ran = pytester.runpytest_subprocess("-p", "no:recording", "-p", "no:hypothesispytest", "-p", "no:anyio")
    ran.assert_outcomes(passed=1)
    ran.stdout.fnmatch_lines(["plugins: *summarizer-*"])
