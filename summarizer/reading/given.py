"""What a string names: a file, an address, or nothing, since it is an article."""

import os.path
import re
from pathlib import Path

_LINE = re.compile(r"[^\n]{1,4096}")
# Without white space, unless it begins as markup or JSON does; or with the suffix of a file that holds text.
_NAME = re.compile(
    r"\A[^\s<{\[]\S*\Z|\.(?:txt|text|md|html?|xml|jsonl?|ndjson|eml|mbox|pdf|docx?|rtf|odt|csv|tsv|rss|atom)(?:#\d+)?\Z",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:(?:https?|ftps?|file):/+|www\.)\S+", re.IGNORECASE)
_FETCHED = re.compile(r"https?://\S+", re.IGNORECASE)
# What stands before an @ where a plain host should end.
_SECRET = re.compile(r"((?:https?|ftps?|file):/+)(?![\w.-]*(?::\d*)?(?:[/?#]|$)).*@", re.IGNORECASE)

UNREAD_ADDRESS = (
    "is an address that is not read; articles are, from addresses that begin with https:// or http://;"
    " save it and give that file"
)


def is_address(source: str) -> bool:
    """Whether this is an address, of whatever kind."""
    return _ADDRESS.fullmatch(source) is not None


def is_fetched(source: str) -> bool:
    """Whether this is an address on the web, from which an article is fetched."""
    return _FETCHED.fullmatch(source) is not None


def named(source: str) -> str:
    """What messages call a source: as it was given, without the name and password that an address may hold."""
    return _SECRET.sub(r"\1…@", source) if is_address(source) else source


def names_a_file(source: str | Path) -> bool:
    """Whether this names a file, there or missing, and is no article of one line.

    White space may stand in the name of a file that is there, or in a folder that is, or that has the suffix of one.
    """
    if isinstance(source, Path):
        return True
    return _LINE.fullmatch(source) is not None and (_NAME.search(source) is not None or _is_there(source))


def _is_there(source: str) -> bool:
    # Unlike Path.is_file, these take a text too long for a name.
    return os.path.isfile(source) or os.path.isdir(os.path.dirname(source))  # noqa: PTH112, PTH113, PTH120
