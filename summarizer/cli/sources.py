"""What the arguments stand for: patterns expanded, each source once, and nothing overwritten that is read."""

import glob
import os.path
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, product
from pathlib import Path

from summarizer.errors import SourceError, UsageError
from summarizer.reading.given import is_address, named

STANDARD_INPUT = "-"
SHOWN_INPUT = "standard input"

BESIDE_A_STORE = ("-wal", "-shm")
"""How the names of the files go on that SQLite keeps beside a store."""

WORDS = {
    "help": "'brief --help' tells what there is",
    "version": "'brief --version' tells it",
    "summarise": "leave the word out, and name the article: brief FILE",
}
"""Words that are typed like a command and are none, unless a file is called so: what is to be typed instead."""


def expand(arguments: Sequence[str], ours: Iterable[Path | None] = ()) -> list[str]:
    """The sources, each once and in order; a pattern that no file is called gives the files that match it.

    A folder gives the files in it and in its folders, hidden ones left out. A pattern without a match stays, and so
    does a folder without a file, to be told of when their turn comes.

    Args:
        arguments: paths, patterns or `-`, as they were given.
        ours: files and folders that the command itself writes; a folder or a pattern does not mean what is in these.
    """
    written = map(Path.absolute, filter(None, ours))
    left_out = {f"{path}{ending}" for path, ending in product(written, ("", *BESIDE_A_STORE))}
    sources = dict.fromkeys(chain.from_iterable(map(_matches, arguments)))
    return [source for source in sources if source in arguments or not _is_in(left_out, source)]


def _is_in(places: set[str], source: str) -> bool:
    path = Path(source).absolute()
    return not places.isdisjoint(map(str, (path, *path.parents)))


def _matches(argument: str) -> Iterator[str]:
    # Path.glob takes no absolute pattern.
    found = sorted(glob.glob(argument, recursive=True)) if is_pattern(argument) else [argument]  # noqa: PTH207
    for one in found or [argument]:
        yield from _files_in(one) or [one]


def _files_in(folder: str) -> list[str]:
    """The files of a folder and of its folders, hidden ones left out, by name; none where it is no folder."""
    # Unlike Path.rglob, this leaves hidden files out, and takes a text too long for a name.
    found = sorted(glob.glob(f"{glob.escape(folder)}/**", recursive=True))  # noqa: PTH207
    return list(filter(os.path.isfile, found))


def is_pattern(argument: str) -> bool:
    """Whether an argument is to be matched against file names."""
    return glob.has_magic(argument) and not _exists(argument)


def _exists(path: str | Path) -> bool:
    try:
        return Path(path).exists()
    except OSError:  # too long for a name, or in a folder that may not be read; told of when it is read
        return False


def shown(source: str) -> str:
    """What messages call a source; a name and password in an address are left out."""
    return SHOWN_INPUT if source == STANDARD_INPUT else named(source)


def place(source: str) -> str | Path:
    """A source as the library reads it.

    Args:
        source: a path, an address or `-`, patterns expanded.

    Raises:
        SourceError: it is a pattern that nothing matches, or one of `WORDS`, and no file is called so.
    """
    if source == STANDARD_INPUT or is_address(source):  # as a path, an address would lose a slash
        return source
    if source in WORDS and not _exists(source):
        raise SourceError(f"{source}: there is no such command or file; {WORDS[source]}")
    if is_pattern(source):
        raise SourceError(f"{source}: no file matches this pattern; check it")
    path = Path(source)
    return path.absolute() if str(path) == STANDARD_INPUT else path  # ./- is a file


def spare(written: Path | None, read: Iterable[str | Path | None], option: str) -> None:
    """Spare what is read from being overwritten.

    Args:
        written: the file to be written; None for standard output.
        read: what is read: files, standard input, or nothing where an option is not given.
        option: the option that names the file to be written.

    Raises:
        UsageError: the file to be written is one of those to be read.
    """
    if written is None:
        return
    for source in read:
        if source not in (None, STANDARD_INPUT) and _same_file(written, source):
            raise UsageError(f"{option}: {written} is also a source and would be overwritten; choose another file")


def _same_file(one: Path, other: str | Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one of them is not there, or cannot be looked at
        return False
