"""A pydantic model → a JSON schema inside OpenAI's strict subset.

The subset (platform.openai.com, "Structured Outputs", supported schemas): every property required, no open objects,
no defaults, no `allOf`, `oneOf` or `prefixItems`, and nothing beside a `$ref`. Descriptions are for the model to read,
so a reference that carries one is written out in place; others stay references, which keeps the schema small.
"""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from summarizer.pointing.roles import json_schema

Schema = dict[str, Any]

DROPPED = frozenset({"title", "default", "examples"})
"""Keywords that say nothing to a model and that the subset does not allow."""
ALLOWED = frozenset(
    {
        "$defs",
        "$ref",
        "additionalProperties",
        "anyOf",
        "const",
        "description",
        "enum",
        "items",
        "properties",
        "required",
    }
    | {"type"}
)
"""Keywords that every endpoint with strict schemas takes; a model that needs another is not expressible."""


def strict_schema(model: type[BaseModel]) -> Schema:
    """The strict schema of a model, the same at every call.

    Raises:
        ValueError: the model needs a keyword that the subset lacks, or refers to itself where it is written out.
    """
    plain = json_schema(model)
    definitions: Schema = plain.pop("$defs", {})
    root = _strict(plain, definitions, ())
    kept: Schema = {}
    waiting = list(_references(root))
    while waiting:
        name = waiting.pop(0)
        if name not in kept:
            kept[name] = _strict(definitions[name], definitions, (name,))
            waiting += _references(kept[name])
    if kept:
        root["$defs"] = {name: kept[name] for name in sorted(kept)}
    return root


def _strict(node: Schema, definitions: Schema, inside: tuple[str, ...]) -> Schema:
    """One node of a schema, and all below it, inside the subset."""
    if "$ref" in node:
        return _reference(node, definitions, inside)
    unknown = sorted(node.keys() - ALLOWED - DROPPED)
    if unknown:
        raise ValueError(f"the strict subset has no {', '.join(unknown)}")
    strict = {key: value for key, value in node.items() if key not in DROPPED}
    if "items" in node:
        strict["items"] = _strict(node["items"], definitions, inside)
    if "anyOf" in node:
        strict["anyOf"] = [_strict(part, definitions, inside) for part in node["anyOf"]]
    if node.get("type") == "object":
        if "properties" not in node or node.get("additionalProperties"):
            raise ValueError("the strict subset has no objects with free keys")
        strict["properties"] = {name: _strict(part, definitions, inside) for name, part in node["properties"].items()}
        strict["required"] = list(node["properties"])
        strict["additionalProperties"] = False
    return strict


def _reference(node: Schema, definitions: Schema, inside: tuple[str, ...]) -> Schema:
    """A reference as it is, or what it refers to where something stands beside it."""
    beside = {key: value for key, value in node.items() if key != "$ref" and key not in DROPPED}
    if not beside:
        return {"$ref": node["$ref"]}
    name = _name(node["$ref"])
    if name in inside:
        raise ValueError(f"{name} refers to itself, so it cannot be written out in place")
    return _strict({**definitions[name], **beside}, definitions, (*inside, name))


def _name(reference: str) -> str:
    return reference.removeprefix("#/$defs/")


def _references(node: Any) -> Iterator[str]:
    """Names that the references in a node point to, in order."""
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):  # a property may be called so
            yield _name(node["$ref"])
        node = list(node.values())
    if isinstance(node, list):
        for part in node:
            yield from _references(part)


@cache
def schema_of(model: type[BaseModel]) -> Schema:
    """The schema as sent for a model."""
    schema: Schema = json.loads(schema_text(model))
    return schema


@cache
def schema_text(model: type[BaseModel]) -> str:
    """The schema of a model as text."""
    return json.dumps(strict_schema(model), indent=1, ensure_ascii=False) + "\n"
