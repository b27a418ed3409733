"""A question → the body of its request, key by key in a fixed order: the same whether it is asked at once or in a batch."""

import json
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from summarizer.exchanges import Message
from summarizer.model import answers
from summarizer.model.profiles import Rung
from summarizer.model.settings import ModelSettings
from summarizer.model.strict import schema_of


def request_body(
    messages: Sequence[Message],
    settings: ModelSettings,
    response_model: type[BaseModel],
    rung: Rung,
    rejected: Sequence[tuple[str, str]] = (),
) -> dict[str, Any]:
    """What is sent to ask a question.

    Args:
        messages: the question.
        settings: which model, where, and with which parameters.
        response_model: what the answer must be.
        rung: how the schema is asked for.
        rejected: answers that did not fit, each with what was said of it.
    """
    profile, schema = settings.endpoint_profile, schema_of(response_model)
    sent = _with_schema(messages, schema) if rung == "prompt" else list(messages)
    for text, correction in rejected:
        sent += [{"role": "assistant", "content": text}, {"role": "user", "content": correction}]
    body: dict[str, Any] = {"messages": sent, "model": settings.model}
    if settings.max_output_tokens is not None:
        body[profile.output_limit] = settings.max_output_tokens
    temperature = profile.temperature if settings.temperature is None else settings.temperature
    if temperature is not None:
        body["temperature"] = temperature
    if profile.store is not None:
        body["store"] = profile.store
    if rung != "prompt":
        wanted: dict[str, Any] = {"name": response_model.__name__.lower()}
        if rung == "strict":
            wanted["strict"] = True
        body["response_format"] = {"type": "json_schema", "json_schema": {**wanted, "schema": schema}}
    return body


def _with_schema(messages: Sequence[Message], schema: dict[str, Any]) -> list[Message]:
    """The messages with the schema in the instructions."""
    asked = answers.schema_request(json.dumps(schema, ensure_ascii=False, separators=(",", ":")))
    if messages and messages[0]["role"] == "system":
        return [{"role": "system", "content": messages[0]["content"] + "\n\n" + asked}, *messages[1:]]
    return [{"role": "system", "content": asked}, *messages]
