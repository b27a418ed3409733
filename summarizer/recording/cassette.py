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
MOST_BYTES = 100_000_000
"""The largest file that is read."""
PLAIN_KIND = "application/json"
SAFE_IN_BLOCKS = dict.fromkeys(map(ord, "\n\t"))
"""Characters that are not printed, and that YAML gives back from a block all the same; of no others is that sure."""


def parsed(body: bytes | str | None) -> Any:
    """A body as JSON, or None."""
    try:
        return json.loads(body or b"null")
    except (ValueError, RecursionError):
        return None


def kind(content_type: str | bytes | None) -> dict[str, str]:
    """The content type, where it is not plain JSON."""
    if content_type is None or header(content_type) == PLAIN_KIND:
        return {}
    return {"content_type": header(content_type)}


def header(value: str | bytes) -> str:
    """A header's value as text."""
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def stored(body: bytes | str | None) -> dict[str, Any]:
    """A body as the file holds it: structure if that gives the same JSON back, else text, else bytes.

    Args:
        body: as it went over the wire; None where there is none, which is stored as an empty text.

    Returns:
        One entry, `json`, `text` or `bytes`; `body_of` leads back.
    """
    raw = body.encode() if isinstance(body, str) else body or b""
    value = parsed(raw)
    if isinstance(value, dict) and _comes_back(value):
        return {"json": value}
    try:
        return {"text": raw.decode()}
    except UnicodeDecodeError:
        return {"bytes": raw}


def _comes_back(value: dict[str, Any]) -> bool:
    """Whether YAML gives the same JSON back."""
    try:
        return json.dumps(load(dump({"json": value}))["json"]) == json.dumps(value)
    except (ValueError, RecursionError, CassetteError):
        return False


def body_of(entry: dict[str, Any]) -> bytes:
    """A body as it went over the wire, up to JSON's freedoms."""
    if "json" in entry:
        return json.dumps(entry["json"]).encode()
    if "bytes" in entry:
        return bytes(entry["bytes"])
    return str(entry["text"]).encode()


def read(path: Path) -> dict[str, Any]:
    """A cassette's content.

    Args:
        path: of the file.

    Raises:
        CassetteError: there is no such file, it is no cassette, or a part of one only.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CassetteError(f"{path} is no cassette: it is not UTF-8 text") from error
    except OSError as error:
        raise CassetteError(f"cannot read the cassette {path}: {error.strerror}") from error
    if len(data) > MOST_BYTES:
        raise CassetteError(f"{path} is larger than {MOST_BYTES // 1_000_000} MB: check that it is a cassette")
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


def write_whole(path: Path, text: str) -> None:
    """Write a file whole, or leave it as it was, so that nobody finds half of one; its folder is made.

    Raises:
        CassetteError: it cannot be written.
    """
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8", newline="")
        part.replace(path)
    except OSError as error:
        raise CassetteError(f"cannot write {path}: {error.strerror}") from error


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
        as_block = "\n" in value and value.translate(SAFE_IN_BLOCKS).isprintable()
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if as_block else None)

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
