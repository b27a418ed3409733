"""File or standard input → bytes, never more than the limit, and their text."""

import sys
from pathlib import Path
from typing import BinaryIO

from summarizer.errors import SourceError, printable
from summarizer.reading import registry
from summarizer.reading.given import UNREAD_ADDRESS, is_address
from summarizer.reading.reader import MAX_BYTES

_STANDARD_INPUT = "standard input"

# Read from the top.
_TROUBLES: tuple[tuple[type[Exception], str], ...] = (
    (FileNotFoundError, "there is no such file; check the path"),
    (IsADirectoryError, "is a directory; name the files in it"),
    (PermissionError, "may not be read; check its permissions"),
    (OSError, "cannot be read: {reason}; check the path"),
    (ValueError, "is no path; check it"),  # a NUL character in the path
)


def read_article(path: str | Path, *, stdin: BinaryIO | None = None) -> str:
    """The article in a file; in standard input, where the path is '-'.

    At most one byte more than `MAX_BYTES` is read.

    Args:
        path: of a file, or '-'.
        stdin: stands for standard input.

    Raises:
        SourceError: there is no such file, or it cannot be read, is too large, empty, or of a kind that is not read:
            `registry.READERS` says which are.
    """
    return registry.article(*_taken(path, stdin))


def read_text(path: str | Path, *, stdin: BinaryIO | None = None, most: int = MAX_BYTES) -> str:
    """The text of a file of whatever kind, JSON and TOML included; of standard input, where the path is '-'.

    At most one byte more than `MAX_BYTES` is read.

    Args:
        path: of a file, or '-'.
        stdin: stands for standard input.
        most: bytes that it may have.

    Raises:
        SourceError: there is no such file, it cannot be read, is too large, empty, or not text.
    """
    data, name = _taken(path, stdin)
    text = registry.text_in(data, name)
    if len(data) > most:
        raise SourceError(
            f"{printable(name)}: is larger than {most // 1000:,} kB; check that it is the file that is meant"
        )
    return text


def decode(data: bytes, name: str) -> str:
    """The text in these bytes, of whatever kind.

    Args:
        data: all of a source.
        name: where the bytes come from, as messages say it.

    Raises:
        SourceError: there are too many bytes, none, or they are no text.
    """
    return registry.text_in(data, name)


def _taken(path: str | Path, stdin: BinaryIO | None) -> tuple[bytes, str]:
    """What is in the file, and what messages call it."""
    if str(path) == "-":
        return _read_standard_input(stdin), _STANDARD_INPUT
    try:
        with Path(path).open("rb") as file:
            return _read(file), str(path)
    except (OSError, ValueError) as error:
        raise SourceError(f"{printable(str(path))}: {_trouble(str(path), error)}") from error


def _trouble(path: str, error: Exception) -> str:
    if is_address(path):
        return UNREAD_ADDRESS
    line = next(line for kind, line in _TROUBLES if isinstance(error, kind))
    return line.format(reason=getattr(error, "strerror", None) or error)


def _read_standard_input(stdin: BinaryIO | None) -> bytes:
    source = stdin or getattr(sys.stdin, "buffer", None)
    if source is None:
        raise SourceError(f"{_STANDARD_INPUT}: is closed; name a file instead")
    try:
        return _read(source)
    except OSError as error:
        raise SourceError(f"{_STANDARD_INPUT}: cannot be read: {error.strerror or error}; name a file") from error


def _read(source: BinaryIO) -> bytes:
    """Everything, but never more than one byte above the limit; pipes may give it in parts."""
    parts: list[bytes] = []
    wanted = MAX_BYTES + 1
    while wanted and (part := source.read(wanted)):
        parts.append(part)
        wanted -= len(part)
    return b"".join(parts)
