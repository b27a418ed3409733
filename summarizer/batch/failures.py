"""What failed of a question ↔ a text that is kept, so that the article's course can be told of it later."""

import json

from pydantic import TypeAdapter

from summarizer import errors
from summarizer.asking.advancing import Given
from summarizer.exchanges import KeptAnswer

_ANSWER = TypeAdapter(KeptAnswer)


def written(failed: Given) -> str:
    """The text for an error, or for an answer that was cut off."""
    if isinstance(failed, KeptAnswer):
        return _ANSWER.dump_json(failed).decode()
    names = ("requests", "prompt_tokens", "completion_tokens")
    return json.dumps([type(failed).__name__, str(failed), {name: getattr(failed, name, 0) for name in names}])


def read(text: str) -> Given:
    """The error, or the answer, that was written so."""
    if text.startswith("{"):
        return _ANSWER.validate_json(text)
    kind, message, took = json.loads(text)
    error: errors.BriefError = getattr(errors, kind)(message)
    vars(error).update(took)
    return error
