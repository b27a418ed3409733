"""A cassette's file: recorded requests and responses ↔ YAML to be read by people.

JSON bodies stand as structure, texts of several lines as blocks, and an answer that is JSON in a string as structure
under a tag of its own, `!json`. What comes back is what went in, up to the freedoms that JSON has.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from summarizer.errors import CassetteError

FORMAT = 1
PLAIN_KIND = "application/json"
UNSAFE_IN_BLOCKS = frozenset("\x85\u2028\u2029\ufeff\r")
"""Line breaks and marks that YAML would not give back from a block."""


def parsed(body: bytes | str | None) -> Any:
    """A body as JSON, or None."""
    try:
        return json.loads(body or b"null")
    except ValueError:
        return None


def kind(content_type: str | bytes | None) -> dict[str, str]:
    """The content type, where it is not plain JSON."""
    named = content_type.decode("latin-1") if isinstance(content_type, bytes) else content_type
    return {} if named in (None, PLAIN_KIND) else {"content_type": str(named)}


def stored(body: bytes | str | None) -> dict[str, Any]:
    """A body as the file holds it: structure if that gives the same JSON back, else text, else bytes."""
    raw = body.encode() if isinstance(body, str) else body or b""
    value = parsed(raw)
    if isinstance(value, dict):
        try:
            if json.dumps(load(dump({"json": value}))["json"]) == json.dumps(value):
                return {"json": value}
        except (ValueError, RecursionError, CassetteError):
            pass
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return {"bytes": raw}
    return {"text": text}


def body_of(entry: dict[str, Any]) -> bytes:
    """A body as it went over the wire, up to JSON's freedoms."""
    if "json" in entry:
        return json.dumps(entry["json"]).encode()
    return bytes(entry["bytes"]) if "bytes" in entry else str(entry["text"]).encode()


def read(path: Path) -> dict[str, Any]:
    """A cassette's content, or a CassetteError in one line."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise CassetteError(f"{path} is no cassette: it is not UTF-8 text") from error
    except OSError as error:
        raise CassetteError(f"cannot read the cassette {path}: {error.strerror}") from error
    try:
        content = load(text)
        for entry in content["interactions"]:
            asked, answer = entry["request"], entry["response"]
            _ = asked["uri"] + asked["method"]
            body_of(asked), body_of(answer), int(answer["status"])
        whole = content["format"] == FORMAT and content["recorded"] == len(content["interactions"]) > 0
    except (CassetteError, KeyError, TypeError, ValueError, AttributeError):
        whole = False
    if not whole:
        raise CassetteError(f"{path} is no cassette, or only half of one: record it again")
    return dict(content)


@cache
def _dumper() -> Any:
    import yaml

    class Dumper(yaml.SafeDumper):
        def ignore_aliases(self, data: object) -> bool:
            return True

    def text(dumper: Any, value: str) -> Any:
        # An answer is JSON in a string; as structure under a tag of its own it can be read and compared.
        nested = parsed(value) if value.startswith("{") else None
        if nested and json.dumps(nested, ensure_ascii=False) == value:
            node = dumper.represent_data(nested)
            node.tag = "!json"
            return node
        plain = not UNSAFE_IN_BLOCKS.intersection(value) and all(c.isprintable() or c in "\n\t" for c in value)
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value and plain else None)

    Dumper.add_representer(str, text)
    return Dumper


@cache
def _loader() -> Any:
    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # chosen at run time
        pass

    def json_text(loader: Any, node: Any) -> str:
        return json.dumps(loader.construct_mapping(node, deep=True), ensure_ascii=False)

    Loader.add_constructor("!json", json_text)
    return Loader


def dump(content: Any) -> str:
    """Content as readable YAML, the same text whatever the machine: keys in their order, no anchors."""
    import yaml

    return str(
        yaml.dump(content, Dumper=_dumper(), sort_keys=False, allow_unicode=True, width=120, default_flow_style=False)
    )


def load(text: str) -> Any:
    """YAML's plain values, and nothing that a tag could execute.

    Raises:
        CassetteError: not YAML.
    """
    import yaml

    try:
        return yaml.load(text, Loader=_loader())  # noqa: S506  # a SafeLoader, with one tag of our own
    except (yaml.YAMLError, TypeError, ValueError, RecursionError) as error:
        raise CassetteError("not YAML") from error
