"""What other packages register as entry points: readers, extractors, formats."""

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any, TypeVar

from summarizer.errors import PluginError, printable

Registered = TypeVar("Registered")


@cache
def names(group: str) -> tuple[str, ...]:
    """The names that are registered in a group of entry points, in order."""
    return tuple(sorted(point.name for point in entry_points(group=group)))


@cache
def registered(group: str, name: str, kind: type[Registered]) -> Registered:
    """What is registered under a name.

    Raises:
        PluginError: it cannot be loaded, or is not of the kind that its group asks for.
    """
    (point,) = (point for point in entry_points(group=group) if point.name == name)
    found = _loaded(point)
    if not isinstance(found, kind):
        raise PluginError(f"{_told(point)}: is no {kind.__name__}; update or remove its package")
    return found


def _loaded(point: EntryPoint) -> Any:
    try:
        return point.load()
    except Exception as error:  # another package's module may raise anything while it is imported
        raise PluginError(
            f"{_told(point)}: cannot be loaded ({printable(str(error))}); update or remove its package"
        ) from error


def _told(point: EntryPoint) -> str:
    """What messages call it: "reader minutes (their_package.minutes:READER)"."""
    return printable(f"{point.group.removeprefix('summarizer.').removesuffix('s')} {point.name} ({point.value})")
