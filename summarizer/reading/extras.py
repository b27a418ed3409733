"""Packages that only one kind of source needs: extras, loaded when such a source is read."""

from importlib import import_module
from types import ModuleType

from summarizer.errors import SourceError
from summarizer.reading.article import Given


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
