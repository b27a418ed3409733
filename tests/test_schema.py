"""The schema as sent, that of lines, stays as it is; it and that of a draft itself are inside the strict subset."""

import json
from typing import Any, Literal

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from summarizer.asking.lines import Lines
from summarizer.conflict.assembled import CONFLICT
from summarizer.model.strict import schema_of, strict_schema
from summarizer.schemas.draft import Draft

FORBIDDEN = {"default", "title", "oneOf", "allOf", "not", "if", "discriminator", "prefixItems", "uniqueItems"}
DRAFT = strict_schema(Draft)
"""For whoever lets drafts travel as they are (`AsJson`)."""


def nodes(schema: Any) -> list[dict[str, Any]]:
    """Every schema inside a schema; names of properties are no keywords."""
    if isinstance(schema, list):
        return [node for part in schema for node in nodes(part)]
    if not isinstance(schema, dict):
        return []
    named = [*schema.get("properties", {}).values(), *schema.get("$defs", {}).values()]
    below = [*named, schema.get("items"), schema.get("anyOf")]
    return [schema, *(node for part in below for node in nodes(part))]


def test_the_schema_that_is_sent_is_that_of_lines_and_stays_as_it_is():
    """Whatever version of pydantic is installed: another schema would be another request, which no recording holds."""
    assert CONFLICT.form().answer is Lines
    assert schema_of(Lines) == {
        "additionalProperties": False,
        "description": "What a model answers: one line for each item.",
        "properties": {
            "lines": {
                "description": "One line for each item, as the instructions say.",
                "items": {"type": "string"},
                "type": "array",
            }
        },
        "required": ["lines"],
        "type": "object",
    }


EACH_WAY = pytest.mark.parametrize("schema", [schema_of(Lines), DRAFT], ids=["lines", "the draft itself"])


@EACH_WAY
def test_no_keyword_is_outside_the_strict_subset(schema):
    """Endpoints reject the whole request for one keyword."""
    assert {key for node in nodes(schema) for key in node} & FORBIDDEN == set()


@EACH_WAY
def test_every_object_is_closed_and_requires_all_its_properties(schema):
    """What strict mode asks of every object."""
    objects = [node for node in nodes(schema) if node.get("type") == "object"]
    assert [
        node for node in objects if node["additionalProperties"] or node["required"] != list(node["properties"])
    ] == []


def test_nothing_stands_beside_a_reference():
    """A reference with a description is rejected by some endpoints, and ignored by others."""
    assert [node for node in nodes(DRAFT) if "$ref" in node and len(node) > 1] == []


def test_a_mention_is_defined_once():
    """Written out at every slot, it would make the schema several times as long."""
    text = json.dumps(DRAFT)
    assert (text.count('"Mention": {'), text.count("copied character by character")) == (1, 1)


def test_an_optional_id_may_be_null_but_not_missing():
    """Strict mode knows no optional fields; null says that there is none."""
    speaker = DRAFT["$defs"]["Statement"]["properties"]["speaker"]
    assert speaker["anyOf"] == [{"type": "integer"}, {"type": "null"}]


class Part(BaseModel):
    """A part."""

    title: str = Field(default="x", description="A property called like a keyword.")


class Whole(BaseModel):
    described: Part = Field(description="Where it matters.")
    bare: Part
    choice: Literal["a", "b"] = "a"


def test_a_reference_that_carries_a_description_is_written_out_and_another_is_not():
    """The description for this place wins; a plain reference stays short."""
    properties = strict_schema(Whole)["properties"]
    assert properties["described"]["description"] == "Where it matters."
    assert properties["described"]["properties"]["title"]["type"] == "string"
    assert properties["bare"] == {"$ref": "#/$defs/Part"}


class Open(BaseModel):
    free: dict[str, int]


class Bounded(BaseModel):
    number: int = Field(ge=0)


@pytest.mark.parametrize("model", [Open, Bounded])
def test_a_model_outside_the_subset_is_refused_when_the_schema_is_made(model):
    """Better here than as a 400 at some endpoint."""
    with pytest.raises(ValueError, match="the strict subset has no"):
        strict_schema(model)


MENTIONS = st.lists(st.fixed_dictionaries({"sentence": st.integers(1, 9), "text": st.text(max_size=5)}), max_size=2)
WARNINGS = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.integers(),
            "speaker": st.none() | st.integers(),
            "speaker_words": MENTIONS,
            "feared": st.lists(st.integers(), max_size=2),
            "cue": MENTIONS,
            "content": MENTIONS,
            "place": MENTIONS,
            "time": MENTIONS,
        }
    ),
    max_size=3,
)


VALIDATOR = jsonschema.Draft202012Validator(DRAFT)


@settings(max_examples=50)
@given(WARNINGS)
def test_what_fits_the_schema_is_a_draft_and_the_draft_fits_the_schema(warnings):
    """The strict schema and the pydantic model mean the same."""
    whole = {"actors": [], "incidents": [], "statements": [], "threats": [], "warnings": warnings}
    VALIDATOR.validate(whole)
    again = Draft.model_validate_json(json.dumps(whole))
    VALIDATOR.validate(again.model_dump(mode="json"))
    assert again.model_dump(mode="json") == whole
