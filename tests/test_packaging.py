"""Wheel, source distribution and editable install give the same package, whole, wherever it is used from."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
PACKAGE = {"summarizer": "summarizer", "prompts": "summarizer/prompts", "schemas": "summarizer/schemas"}
"""The folders that are the package, and where they stand in it."""
NOT_SOURCE = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info", "build", "dist")

WHEELS = ["wheel", "wheel of the sdist"]
EDITABLE = ["editable", "editable without links"]
WAYS = [*WHEELS, *EDITABLE]

USE_IT = """
import importlib.util, json
from importlib.resources import files
import summarizer, summarizer.prompts, summarizer.schemas.draft
from summarizer.lexicons import lexicon

lexicons = [file.name for file in files("summarizer.lexicons").iterdir() if file.name.endswith(".toml")]
print(json.dumps({
    "home": summarizer.__file__,
    "prompts": {name: summarizer.prompts.prompt(name).instructions for name in summarizer.prompts.names()},
    "lexicons": {name: sorted(lexicon(name.removesuffix(".toml"))) for name in lexicons},
    "top level": [name for name in ("prompts", "schemas") if importlib.util.find_spec(name)],
}))
"""


@dataclass(frozen=True)
class Built:
    """A copy of the source tree, and what was built from it."""

    source: Path
    sdist: Path
    wheels: dict[str, Path]


@dataclass(frozen=True)
class Installed:
    """Where the package was installed from, and the `bin` folder of the environment that has it."""

    source: Path
    binaries: Path


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints, in an environment that tells it nothing about this interpreter's packages."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    ran = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def files_of_the_package(source: Path) -> set[str]:
    """Where each file of the package's folders should stand after installation."""
    return {
        f"{place}/{file.relative_to(source / folder)}"
        for folder, place in PACKAGE.items()
        for file in (source / folder).rglob("*")  # which does not follow symbolic links
        if file.is_file()
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Wheels from the tree and from the source distribution."""
    folder = tmp_path_factory.mktemp("built")
    source = copied(ROOT, folder / "source")
    build = (sys.executable, "-m", "build", "--no-isolation", source, "--outdir")
    run(*build, folder / "sdist", cwd=folder)  # the source distribution, and from that a wheel
    run(*build, folder / "tree", "--wheel", cwd=folder)
    (sdist,) = (folder / "sdist").glob("*.tar.gz")
    wheels = {"wheel": folder / "tree", "wheel of the sdist": folder / "sdist"}
    return Built(source, sdist, {name: next(place.glob("*.whl")) for name, place in wheels.items()})


@pytest.fixture(scope="module")
def installed(built: Built, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Installed]:
    """The package in an environment of its own, by each way to install it."""
    ways = {
        name: Installed(built.source, environment(tmp_path_factory.mktemp("environment"), wheel))
        for name, wheel in built.wheels.items()
    }
    for name in EDITABLE:
        folder = tmp_path_factory.mktemp("environment")
        source = copied(built.source, folder / "source")
        if name == "editable without links":
            replace_links(source)
        ways[name] = Installed(source, environment(folder, "--no-build-isolation", "--editable", source))
    return ways


def copied(tree: Path, to: Path) -> Path:
    """A copy of a source tree, so that no build leaves anything in it, or takes up what an earlier one left."""
    return Path(shutil.copytree(tree, to, symlinks=True, ignore=NOT_SOURCE))


def replace_links(source: Path) -> None:
    """Leave what git checks out where there are no symbolic links: files that hold the target."""
    for name in ("prompts", "schemas"):
        link = source / "summarizer" / name
        link.unlink(missing_ok=True)  # an unpacked source distribution has none
        link.write_text(f"../{name}")


def environment(folder: Path, *what: str | Path) -> Path:
    """Install into a fresh environment in `folder`, without a network."""
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    site_packages = Path(sysconfig.get_path("purelib", scheme="venv", vars={"base": str(folder)}))
    # A line of a .pth file adds the folder itself, not what that folder's own .pth files add: dependencies are
    # found, an editable install of this project is not.
    (site_packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    pip = (sys.executable, "-m", "pip", "--python", folder / "bin" / "python", "--disable-pip-version-check")
    run(*pip, "install", "--no-index", "--no-deps", "--no-compile", "--ignore-installed", *what, cwd=folder)
    return folder / "bin"


def used(binaries: Path, cwd: Path) -> dict[str, object]:
    """What a program finds that uses the installed package."""
    found = json.loads(run(binaries / "python", "-c", USE_IT, cwd=cwd))
    assert isinstance(found, dict)
    return found


def as_in(source: Path) -> dict[str, object]:
    """What a program should find, read from the source tree itself."""
    instructions = [file for file in (source / "prompts").glob("*.md") if file.with_suffix(".article.md").exists()]
    return {
        "prompts": {file.stem: file.read_text(encoding="utf-8") for file in instructions},
        "lexicons": {
            file.name: sorted(tomllib.loads(file.read_text(encoding="utf-8")))
            for file in (source / "summarizer" / "lexicons").glob("*.toml")
        },
        "top level": [],
    }


@pytest.mark.parametrize("name", WHEELS)
def test_a_wheel_holds_the_whole_package_and_nothing_else(name: str, built: Built) -> None:
    """No subpackage, prompt, schema, lexicon or type marker is forgotten, and no test is installed."""
    with zipfile.ZipFile(built.wheels[name]) as wheel:
        held = {file for file in wheel.namelist() if ".dist-info/" not in file}
    assert held == files_of_the_package(built.source)
    assert {"summarizer/py.typed", "summarizer/prompts/__init__.py", "summarizer/schemas/draft.py"} <= held


def test_the_source_distribution_holds_what_its_tests_need(built: Built) -> None:
    """Who unpacks it can run the tests, the benchmarks and `make brief`."""
    with tarfile.open(built.sdist) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    folders = ["benchmarks", "cassettes", "docs", "prompts", "schemas", "seeds", "tests"]
    needed = {path for folder in folders for path in (built.source / folder).rglob("*") if path.is_file()}
    needed |= {built.source / name for name in ("pyproject.toml", "Makefile", "README.md", "LICENSE", "CHANGELOG.md")}
    assert {str(path.relative_to(built.source)) for path in needed} - held == set()


@pytest.mark.parametrize("way", WAYS)
def test_an_installed_package_works_from_any_folder(way: str, installed: dict[str, Installed], tmp_path: Path) -> None:
    """Prompts, schema and lexicons are found, and no module called `prompts` or `schemas` is left about."""
    package = installed[way]
    found = used(package.binaries, tmp_path)
    home = Path(str(found.pop("home")))
    assert home.is_relative_to(package.source if way in EDITABLE else package.binaries.parent)
    assert found == as_in(package.source)


@pytest.mark.parametrize("way", WAYS)
def test_the_command_is_installed(way: str, installed: dict[str, Installed], tmp_path: Path) -> None:
    """`brief --version` gives the version of the project file."""
    package = installed[way]
    version = tomllib.loads((package.source / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert run(package.binaries / "brief", "--version", cwd=tmp_path) == f"brief {version}\n"


@pytest.mark.parametrize("way", EDITABLE)
def test_an_editable_install_follows_the_source(way: str, installed: dict[str, Installed], tmp_path: Path) -> None:
    """A prompt that was just written is there at once, also in a checkout that can't have symbolic links."""
    package = installed[way]
    (package.source / "prompts" / "new.md").write_text("Point at it.", encoding="utf-8")
    (package.source / "prompts" / "new.article.md").write_text("{sentences}", encoding="utf-8")
    found = used(package.binaries, tmp_path)["prompts"]
    assert isinstance(found, dict)
    assert found["new"] == "Point at it."
