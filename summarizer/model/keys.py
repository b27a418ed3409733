"""What makes two questions the same: the address, the model, the words, the schema and the parameters."""

import hashlib
import json
from functools import cache

from pydantic import BaseModel

from summarizer.exchanges import Message
from summarizer.model.settings import ModelSettings
from summarizer.model.strict import schema_text


def answer_key(messages: list[Message], settings: ModelSettings, response_model: type[BaseModel]) -> str:
    """What an answer is kept under: the SHA-256 of everything that it depends on, in hexadecimal.

    Args:
        messages: what is asked; the instructions and the article's text stand in them.
        settings: the model, its address and its parameters; the key and patience play no part.
        response_model: what the answer must be.
    """
    parameters = [settings.endpoint, settings.model, settings.temperature, settings.max_output_tokens]
    asked = json.dumps([*parameters, _schema_sha256(response_model), messages], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(asked.encode()).hexdigest()


@cache
def _schema_sha256(response_model: type[BaseModel]) -> str:
    return hashlib.sha256(schema_text(response_model).encode()).hexdigest()
