"""Where briefs go: standard output, or a file that appears whole or not at all; and how wide a page is."""

import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from summarizer.cli.exits import Exit
from summarizer.errors import UsageError

Write = Callable[[str], None]

NARROWEST = 60
WIDTH_ELSEWHERE = 80
"""Cells a line may fill where there is no terminal to ask."""


@contextmanager
def opened(path: Path | None) -> Iterator[Write]:
    """A function that writes text to a file, or to standard output where `path` is None.

    A file is replaced at the end, if something was written and nothing was raised; until then it
    stays as it was.

    Raises:
        UsageError: the file cannot be written; known before anything is written.
    """
    if path is None:
        if sys.stdout is None:  # closed by whoever started the program
            raise UsageError("standard output is closed; name a file with -o")
        yield _to_stdout
        return
    with complaining(path):
        there = path.exists()
    if path.is_dir():
        raise UsageError(f"{path}: is a directory; name a file in it")
    if there and not os.access(path, os.W_OK):
        raise UsageError(f"{path}: may not be written; check its permissions, or choose another file")
    yield from _to_device(path) if there and not path.is_file() else _replacing(path)


def _to_device(path: Path) -> Iterator[Write]:
    """A pipe or a device, which nothing can replace."""
    with complaining(path):
        device = path.open("w", encoding="utf-8")

    def write(text: str) -> None:
        with complaining(path):
            device.write(text)
            device.flush()

    try:
        yield write
    finally:
        with suppress(OSError):
            device.close()


def _replacing(path: Path) -> Iterator[Write]:
    target = path.resolve()
    part = target.with_name(f".brief-{os.getpid()}.part")
    written = False

    def write(text: str) -> None:
        nonlocal written
        written = True
        with complaining(path):
            file.write(text)

    with complaining(path):
        file = part.open("w", encoding="utf-8")
    try:
        yield write
        with complaining(path):
            file.close()
            if written:
                if target.exists():
                    part.chmod(stat.S_IMODE(target.stat().st_mode))
                part.replace(target)
    finally:
        with suppress(OSError):
            file.close()
        part.unlink(missing_ok=True)


@contextmanager
def complaining(path: Path) -> Iterator[None]:
    """Turn what the system says into our one line."""
    try:
        yield
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror or error}; choose another file") from error


def _to_stdout(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        # What is still buffered would be tried again, and complained about, when the interpreter ends.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise SystemExit(Exit.NOBODY_READS) from None
        raise UsageError(f"standard output: cannot be written: {error.strerror or error}") from error


def prepare_stdout(*, for_machines: bool) -> None:
    """Let standard output take every character.

    Args:
        for_machines: write UTF-8; else the encoding stays, and what it lacks is escaped.
    """
    reconfigure = getattr(sys.stdout, "reconfigure", None)  # a stand-in for standard output may have none
    if reconfigure is not None:
        reconfigure(encoding="utf-8") if for_machines else reconfigure(errors="backslashreplace")


def page_width(path: Path | None) -> int:
    """Cells a line may fill: the terminal's width, at least 60, or 80 where the page does not go to a terminal.

    Args:
        path: the file that the page goes to; None for standard output.
    """
    if path is not None or not sys.stdout.isatty():
        return WIDTH_ELSEWHERE
    return max(shutil.get_terminal_size((WIDTH_ELSEWHERE, 24)).columns, NARROWEST)


def in_color(path: Path | None) -> bool:
    """Whether the page may carry colour: on a terminal that can, unless NO_COLOR (no-color.org) says otherwise.

    Args:
        path: the file that the page goes to; None for standard output.
    """
    if path is not None or not sys.stdout.isatty():
        return False
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
