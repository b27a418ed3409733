"""Packages that only one kind of source needs: extras, loaded when such a source is read, and what they raise."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType

from summarizer.errors import SourceError, printable
from summarizer.reading.article import Given

_SHOWN = 100
"""Characters that a message shows of a package's own."""


def needed(module: str, extra: str, given: Given) -> ModuleType:
    """The module that reads a source.

    Args:
        module: its name.
        extra: of this package, which installs it.
        given: the source.

    Raises:
        SourceError: it is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise SourceError(
            f"{given.name}: to read it, the package {module} is needed: pip install 'summarizer[{extra}]'"
        ) from error


@contextmanager
def opened_as(kind: str, name: str) -> Iterator[None]:
    """Whatever a package makes of a source that is damaged or hostile: one line, with what the package says itself.

    Args:
        kind: what the source is, in words.
        name: what messages call it.

    Raises:
        SourceError: in the place of any other error.
    """
    try:
        yield
    except SourceError:
        raise
    except Exception as error:  # at a damaged file, they raise what they like
        said = printable(f"{type(error).__name__}: {error}")[:_SHOWN]
        raise SourceError(f"{name}: is {kind} that cannot be read ({said}); save it anew, or as text") from error
