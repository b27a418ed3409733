"""The lists of words know English only: on an article in another language the checks that read them stay silent."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from summarizer.conflict.items import Items
from summarizer.pointing.check import Found

Run = Callable[[Any, Items], Iterable[Found]]


def in_english(run: Run) -> Run:
    """The function of a check, which then finds nothing in an article that is not in English."""

    @wraps(run)
    def found(item: Any, items: Items) -> Iterable[Found]:
        return run(item, items) if items.document.language == "en" else ()

    return found
