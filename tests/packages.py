"""Other packages, as if installed: a module and what it registers, on the path for one test."""

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from summarizer import plugins
from summarizer.reading import registry
from summarizer.rendering import formats

Install = Callable[[str, str, str], None]
"""Installs a package: a group of entry points, what it registers there ("name = module:object"), and the module's text."""
CACHES = (plugins.names, plugins.registered, registry.readers, formats.formats)


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    folder = tmp_path / "packages"

    def installed(group: str, entry: str, module: str = "") -> None:
        metadata = folder / "other-1.0.dist-info"
        metadata.mkdir(parents=True)
        (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: other\nVersion: 1.0\n", encoding="utf-8")
        (metadata / "entry_points.txt").write_text(f"[{group}]\n{entry}\n", encoding="utf-8")
        (folder / f"{entry.partition('= ')[2].partition(':')[0].rpartition('.')[2]}.py").write_text(module, "utf-8")
        monkeypatch.syspath_prepend(folder)
        importlib.invalidate_caches()
        _forget()

    _forget()
    yield installed
    _forget()


def _forget() -> None:
    """What was found of other packages is looked for again."""
    for cache in CACHES:
        cache.cache_clear()
