"""Where the briefs of a run go: one after another into one stream, or each into a file of a folder, with an index."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import chain, count, filterfalse
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.arguments import Arguments
from summarizer.cli.output import complaining, opened
from summarizer.cli.writing import opening, separator
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.rendering.page import Page

INDEX = "index.html"
_STRANGE = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST = 100
"""Characters of a file's name, without its suffix."""

Put = Callable[[str, str, "Page | None"], None]
"""Takes one brief: its source, as it was given, how it is written, and its page, where an index leads to it."""


def folder_of(options: Arguments) -> Path | None:
    """The folder that the output is: a name without a suffix, where the format is one for a browser."""
    if options.output is None or not options.for_browsers:
        return None
    return None if options.output.suffix else options.output


def destination(options: Arguments) -> AbstractContextManager[Put]:
    """A function that takes the briefs of a run in order, until the run ends.

    Args:
        options: of these count `output`, `format` and `show_prompt`.

    Raises:
        UsageError: something cannot be written, or there is more than one brief where there is room for one.
    """
    folder = folder_of(options)
    return _in_folder(folder) if folder else _in_a_row(options)


@contextmanager
def _in_a_row(options: Arguments) -> Iterator[Put]:
    between = separator(options)
    before: str | None = opening(options)
    with opened(options.output) as write:

        def put(source: str, text: str, page: "Page | None") -> None:
            nonlocal before
            if before is None:
                raise UsageError(f"--format {options.format} is one brief, and there are several: {ROOM_FOR_MORE}")
            write(before + text)
            before = between

        yield put


ROOM_FOR_MORE = "use --format jsonl, one object a line, or html with a folder, a name without a dot: -o FOLDER"


@contextmanager
def _in_folder(folder: Path) -> Iterator[Put]:
    """A file each, and at the end the index."""
    from summarizer.rendering.html_report import GENERATOR, as_index

    listed: dict[str, Page] = {}
    with complaining(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / INDEX).exists() and GENERATOR not in (folder / INDEX).read_text(
            encoding="utf-8", errors="replace"
        ):
            raise UsageError(f"{folder}: holds an {INDEX} that is not of this program; choose another folder")

    def put(source: str, text: str, page: "Page | None") -> None:
        name = _free(file_name(source), {INDEX, *listed})
        with opened(folder / name) as write:
            write(text)
        if page:
            listed[name] = page

    yield put
    with opened(folder / INDEX) as write:
        write(as_index(listed))


def _free(stem: str, taken: set[str]) -> str:
    """A name that no file of this run has: the second article of one name has a number."""
    names = chain((f"{stem}.html",), map(f"{stem}-{{}}.html".format, count(2)))
    return next(filterfalse(taken.__contains__, names))


def file_name(source: str) -> str:
    """What the file of a brief is called, without its suffix: letters, figures and marks that no system minds.

    Args:
        source: the article, as it was given: a path, an address, `inbox.mbox#3`.
    """
    name, _, number = source.rstrip("/").rpartition("/")[2].partition("#")
    return _STRANGE.sub("-", f"{Path(name).stem}-{number}").strip(".-")[:_LONGEST] or "article"
