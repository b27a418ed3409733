"""All that a reading depends on beside the article and the version of this package ↔ one JSON text that a store keeps."""

import hashlib
import json
from typing import Any

from summarizer.asking.options import RunOptions
from summarizer.model import ModelSettings
from summarizer.model.strict import schema_text
from summarizer.pointing.field import Field

_MODEL = ("model", "temperature", "max_output_tokens")
_ASKED = ("repairs", "second_look", "second_opinion", "window")


def depends(options: RunOptions, settings: ModelSettings | None, field: Field[Any]) -> str:
    """What a reading depends on, the same text for the same.

    Args:
        options: of the run.
        settings: the model that is asked; None: nobody is.
        field: what is read for.
    """
    told: dict[str, Any] = {"field": field.name, "policy": options.policy}
    if settings is None:
        told["extractor"] = options.extractor
    else:
        prompt = options.instructions or field.instructions()
        told["address"] = settings.endpoint
        told |= {name: getattr(settings, name) for name in _MODEL}
        told |= {name: getattr(options, name) for name in _ASKED} | {"window": options.window_size}
        told["prompt_sha256"] = prompt.sha256
        told["form_sha256"] = hashlib.sha256(schema_text(field.form().answer).encode()).hexdigest()
    return json.dumps(told)


def read_so(text: str) -> tuple[str, RunOptions, ModelSettings | None]:
    """How an article was read: the name of the field, the options, and the model; the instructions are the field's own.

    Args:
        text: what `depends` gave.
    """
    told = json.loads(text)
    if "model" not in told:
        return told["field"], RunOptions(policy=told["policy"], extractor=told["extractor"]), None
    settings = ModelSettings(base_url=told["address"], **{name: told[name] for name in _MODEL})
    asked = {name: told[name] for name in _ASKED}
    return told["field"], RunOptions(model=settings, policy=told["policy"], **asked), settings
