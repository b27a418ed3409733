"""JSON and JSON Lines, told by their words and signs, without parsing, so that no depth of nesting matters."""

import json
import re
from typing import Any

from summarizer.reading.reader import Sample

_STRING = r'"(?:[^"\\\x00-\x1f]|\\.)*+'
_TOKENS = re.compile(
    r"\A(?:[\s{}\[\],:]++|true|false|null|-?\d++(?:\.\d++)?(?:[eE][+-]?\d++)?|" + _STRING + r'")*+', re.ASCII
)
_CUT = re.compile(_STRING + r"\\?|[\w.+-]*", re.ASCII)


def is_json(sample: Sample) -> bool:
    """Whether this is an object or array, or several of them, and nothing else as far as it is looked at.

    A text that quotes JSON has words of its own beside it.
    """
    if not sample.text.startswith(("{", "[")):
        return False
    if sample.is_called(".json", ".jsonl", ".ndjson"):
        return True
    rest = _TOKENS.sub("", sample.text, count=1)
    return not rest if sample.whole else _CUT.fullmatch(rest) is not None


def parsed(text: str) -> Any:
    """What a text in JSON holds; None where it is no JSON, or nested too deeply."""
    try:
        return json.loads(text, strict=False)
    except (json.JSONDecodeError, RecursionError):
        return None


def listed(value: Any) -> list[Any]:
    """The members of a list; a list of the one value, where it is none."""
    return value if isinstance(value, list) else [value]
