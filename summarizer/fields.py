"""The fields of use by name: conflict news, and those that other packages register."""

from typing import Any

from summarizer.conflict.assembled import CONFLICT
from summarizer.errors import UsageError
from summarizer.plugins import names, registered
from summarizer.pointing.field import Field

ENTRY_POINTS = "summarizer.fields"
"""The group of entry points under which another package registers a `Field`."""


def field_called(name: str) -> Field[Any]:
    """The field of this name.

    Raises:
        UsageError: there is none of this name.
        PluginError: what another package registers under it cannot be used.
    """
    if name == CONFLICT.name:
        return CONFLICT
    if name in names(ENTRY_POINTS):
        found: Field[Any] = registered(ENTRY_POINTS, name, Field)
        return found
    raise UsageError(
        f"there is no field called {name}: choose one of {', '.join((CONFLICT.name, *names(ENTRY_POINTS)))}"
    )
