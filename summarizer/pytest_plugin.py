"""For pytest: recorded exchanges for tests, and a folder of recorded articles checked within a suite.

`brief_cassette` replays, or with `--brief-record` records, whatever one test asks a model. `brief_changes` runs a test
once for each article of a folder, and says what changed in its brief. Nothing else of the package is imported, and
nothing is done, until a test uses one of them.
"""

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model import ModelSettings
    from summarizer.recording.tapes import Tape
    from summarizer.regression.folders import Folder

MARK = "brief_regression"
CASSETTES = "brief_cassettes"
UNSAFE = re.compile(r"[^\w.=+-]+")
"""Characters of a test's name that no file name takes."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--brief-record`, and the folder of the tests' cassettes."""
    group = parser.getgroup("brief", "recorded briefs")
    group.addoption("--brief-record", action="store_true", help="ask the model and record, instead of replaying")
    parser.addini(CASSETTES, "folder of the cassettes of tests, below the root directory", default="cassettes")


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark known."""
    config.addinivalue_line("markers", f"{MARK}(folder='seeds', cassettes=None): articles that brief_changes checks")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that uses `brief_changes` runs once for each article of its folder."""
    if "brief_changes" not in metafunc.fixturenames:
        return
    folder = _folder(metafunc.config, metafunc.definition.get_closest_marker(MARK))
    names = folder.names()
    if not names:
        raise pytest.UsageError(f"{folder.sources} holds no articles (*.txt) for {metafunc.definition.nodeid}")
    metafunc.parametrize("brief_changes", [(folder, name) for name in names], indirect=True, ids=names)


@pytest.fixture
def brief_changes(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """What one article's brief says otherwise than the accepted one, in words; `assert not brief_changes`.

    An article that cannot be compared, for instance as its recording is stale, is an error of the set-up. With
    `--brief-record` the model that BRIEF_MODEL names (BRIEF_BASE_URL: its address) is asked, and its brief accepted.
    """
    from summarizer.asking.options import RunOptions
    from summarizer.conflict.assembled import CONFLICT
    from summarizer.errors import BriefError
    from summarizer.regression.folders import check, record

    folder, name = request.param
    if request.config.getoption("--brief-record"):
        try:
            record(folder.source(name), folder, RunOptions(model=_settings()), CONFLICT)
        except BriefError as error:
            pytest.fail(str(error), pytrace=False)
        return ()
    checked = check(folder, name, CONFLICT)
    if checked.state not in ("unchanged", "changed"):
        pytest.fail("\n".join(checked.lines), pytrace=False)
    return checked.lines


@pytest.fixture
def brief_cassette(request: pytest.FixtureRequest) -> "Iterator[Tape]":
    """Answers all that the test asks a model from `cassettes/<test_module>/<test>.yaml`; no key, no network.

    With `--brief-record` the requests go through, and the file is written, in place of what it held. A test that
    replays fails where it asks for something else than was recorded, or for less. Within the test, give `summarize`
    the model and address as ever, and no cassette.
    """
    from summarizer.recording import tapes

    records = request.config.getoption("--brief-record")
    folder = request.config.rootpath / request.config.getini(CASSETTES) / request.node.path.stem
    path = folder / f"{UNSAFE.sub('-', request.node.name).strip('-')}.yaml"
    if records:
        with tapes.recording(path) as tape:
            yield tape
        return
    if not path.is_file():
        pytest.fail(f"no recording at {path}: run this test with --brief-record", pytrace=False)
    with tapes.replaying(path) as tape:
        yield tape
    if tape.unplayed:
        pytest.fail(f"{tape.unplayed} of {tape.recorded} recorded answers in {path} were not asked for", pytrace=False)


def _folder(config: pytest.Config, mark: pytest.Mark | None) -> "Folder":
    from summarizer.regression.folders import Folder

    def of(sources: str | Path = "seeds", cassettes: str | Path | None = None) -> Folder:
        return Folder.at(config.rootpath / sources, cassettes and config.rootpath / cassettes)

    return of(*mark.args, **mark.kwargs) if mark else of()


def _settings() -> "ModelSettings":
    from summarizer.model import ModelSettings

    model = os.environ.get("BRIEF_MODEL")
    if not model:
        pytest.fail("--brief-record asks a model: name it in BRIEF_MODEL", pytrace=False)
    return ModelSettings(model=model, base_url=os.environ.get("BRIEF_BASE_URL"))
