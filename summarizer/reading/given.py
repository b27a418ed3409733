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

UNREAD_ADDRESS = (
    "is an address, and addresses are not read yet; save the article's text and give that file,"
    " or pipe it: curl -s ADDRESS | brief -"
)


def is_address(source: str) -> bool:
    """Whether this is an address on the web."""
    return _ADDRESS.fullmatch(source) is not None


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
