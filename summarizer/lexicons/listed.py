"""The word lists as they stand in their files."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def listed(name: str) -> dict[str, Any]:
    """The tables of `name`.toml, as they stand in the file."""
    return tables((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))


def tables(text: str) -> dict[str, Any]:
    """The tables of a TOML text, as `tomllib` reads them.

    It reads letter by letter, and most letters stand in lists of plain strings: one expression takes these out before,
    and they are put back afterwards. Comments within a list, and escapes, leave it to `tomllib`.
    """
    lists: list[list[str]] = []

    def taken_out(found: re.Match[str]) -> str:
        lists.append(_PLAIN_STRING.findall(found["list"]))
        lines = "\n" * found.group().count("\n")  # so that an error is told with its line
        return f'{found["key"]} = {{ "" = {len(lists) - 1} }}{lines}'

    whole: dict[str, Any] = _with_lists(tomllib.loads(_PLAIN_LIST.sub(taken_out, text)), lists)
    return whole


_PLAIN_LIST = re.compile(r'^(?P<key>\w+) = (?P<list>\[\s*(?:"[^"\\\n]*",\s*)*"[^"\\\n]*",?\s*\])$', re.MULTILINE)
_PLAIN_STRING = re.compile(r'"([^"\\\n]*)"')


def _with_lists(part: Any, lists: list[list[str]]) -> Any:
    """The part with each list in place of the table that stood for it."""
    if isinstance(part, list):
        return [_with_lists(value, lists) for value in part]
    if not isinstance(part, dict):
        return part
    return lists[part[""]] if "" in part else {key: _with_lists(value, lists) for key, value in part.items()}
