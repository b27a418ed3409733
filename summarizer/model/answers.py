"""What came back → the JSON text in it, or the error that says why there is none; and what is said on a re-ask."""

import re
from typing import TYPE_CHECKING, Any

from summarizer import errors
from summarizer.exchanges import Tokens
from summarizer.model.faults import one_line, place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openai.types.chat import ChatCompletion
    from pydantic import ValidationError

    from summarizer.exchanges import Message
    from summarizer.model.settings import ModelSettings

MOST_PROBLEMS = 20
"""Problems that a re-ask lists at most."""
FENCE = re.compile(r"```[\w-]*\s*\n(.*?)```", re.DOTALL)


def accepted(completion: Any, settings: "ModelSettings", words: int) -> str:
    """The answer's JSON text, as it stands there.

    Args:
        completion: what the client made of the response, which need not be a completion.
        settings: who was asked, for the messages.
        words: how many words were sent, which tells whether the endpoint read them all.

    Raises:
        EndpointFailed: 200, but no completion.
        AnswerError: a completion that is of no use; its class says why.
    """
    where = place(settings)
    choice = _choice(completion, settings)
    message = choice.message
    if choice.finish_reason == "content_filter":
        raise errors.Filtered(
            f"a content filter withheld the answer, {where}: use another model or endpoint for this article"
        )
    text = _text(message)
    if getattr(message, "refusal", None):
        raise errors.Refused(
            f"the model declined ({one_line(str(message.refusal), settings)}), {where}: use another model for this article"
        )
    _check_truncation(completion, settings, words)
    if choice.finish_reason == "length":
        raise errors.cut_off(
            f"the answer ended before it was whole, {where}: raise the limit of output tokens or the context", text
        )
    found = json_in(text)
    if not found:
        raise errors.EmptyAnswer(f"the answer holds no text, {where}: try again, or use another model")
    return found


def words_in(messages: "Sequence[Message]") -> int:
    """How many words messages hold."""
    return sum(len(message["content"].split()) for message in messages)


def tokens_of(completion: Any) -> Tokens:
    """The tokens that the endpoint counted; 0 where it did not."""
    usage = getattr(completion, "usage", None)
    details = getattr(usage, "prompt_tokens_details", None)
    return Tokens(
        prompt=getattr(usage, "prompt_tokens", None) or 0,
        completion=getattr(usage, "completion_tokens", None) or 0,
        cached=getattr(details, "cached_tokens", None) or 0,
    )


def misfit(error: "ValidationError", settings: "ModelSettings", tries: str) -> errors.MalformedAnswer:
    """The error for an answer that does not fit the schema, and is not asked for again."""
    first = one_line(problems(error)[0], settings)
    return errors.MalformedAnswer(
        f"the answer does not fit the schema {tries} ({first}), {place(settings)}: use a stronger model"
    )


def _choice(completion: Any, settings: "ModelSettings") -> Any:
    """The one choice of a completion; endpoints also answer 200 with a page, an error object, or no choices."""
    where = place(settings)
    choices = getattr(completion, "choices", None)
    first = choices[0] if choices else None
    problem = getattr(completion, "error", None) or getattr(first, "error", None)
    if problem:
        text = problem.get("message") if isinstance(problem, dict) else problem
        raise errors.EndpointFailed(
            f"the endpoint reported an error in place of an answer ({one_line(str(text), settings)}), {where}: try again later"
        )
    if not hasattr(completion, "choices"):
        raise errors.EndpointFailed(
            f"the endpoint does not speak the protocol of chat completions, {where}: check --base-url (most end in /v1)"
        )
    if getattr(first, "message", None) is None:
        raise errors.EmptyAnswer(f"the answer holds no choice, {where}: try again, or use another model")
    return first


def _text(message: Any) -> str:
    """The text of a message, or the arguments of its tool call: some models call a tool that they imagine."""
    content = message.content
    if isinstance(content, list):  # parts, as endpoints with reasoning models give them
        content = "".join(str(part.get("text", "")) for part in content if isinstance(part, dict))
    if content:
        return str(content)
    calls = getattr(message, "tool_calls", None) or [None]
    function = getattr(calls[0], "function", None)
    return getattr(function, "arguments", None) or ""


def json_in(text: str) -> str:
    """The JSON object in a text: after a model's thinking, inside a fence, or from the first brace to the last."""
    text = text.rpartition("</think>")[2].strip()
    if text.startswith("<think>"):
        return ""
    if text.startswith("{"):
        return text
    fences = FENCE.findall(text)
    if fences:
        return str(fences[-1]).strip()
    start, end = text.find("{"), text.rfind("}")
    return text[start : end + 1] if 0 <= start < end else text


def _check_truncation(completion: "ChatCompletion", settings: "ModelSettings", words: int) -> None:
    """No tokenizer in use joins words: fewer tokens than words means that the endpoint cut what was sent.

    A count of 0 is no count: some endpoints leave out what they had cached.
    """
    counted = getattr(completion.usage, "prompt_tokens", None) or 0
    if 0 < counted < words:
        raise errors.PromptTruncated(
            f"the endpoint read {counted} tokens of at least {words} that were sent, {place(settings)}: "
            + settings.endpoint_profile.context_hint
        )


PROBLEMS = {
    "missing": "is missing",
    "extra_forbidden": "is not a field of the schema",
    "int_type": "must be an integer",
    "int_parsing": "must be an integer",
    "int_from_float": "must be an integer",
    "string_type": "must be a string",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "list_type": "must be a list",
    "model_type": "must be an object",
    "model_attributes_type": "must be an object",
    "json_invalid": "the text is not one JSON object",
}
"""What a re-ask says of each kind of problem: our own words, the same whatever version of a library found it."""


def correction(error: "ValidationError") -> str:
    """What is sent back with an answer that does not fit; it quotes nothing of the answer but the places."""
    lines = problems(error)
    more = f"\n- and {len(lines) - MOST_PROBLEMS} more of this sort" if len(lines) > MOST_PROBLEMS else ""
    listed = "\n".join(f"- {line}" for line in lines[:MOST_PROBLEMS])
    return (
        "Your answer does not fit the schema:\n" + listed + more + "\n"
        "Answer again with the whole JSON object, corrected, and nothing else."
    )


def problems(error: "ValidationError") -> list[str]:
    """Each problem of an answer, as place and fault."""
    lines = []
    for found in error.errors(include_url=False, include_input=False):
        fault = PROBLEMS.get(found["type"], "does not fit the schema")
        if found["type"] in ("literal_error", "enum"):
            fault = f"must be one of {found['ctx']['expected']}"
        steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in found["loc"])
        where = "".join(steps).removeprefix(".")
        lines.append(f"{where}: {fault}" if where else fault)
    return lines


def schema_request(schema_text: str) -> str:
    """What the lowest rung adds to the instructions: the schema itself."""
    return (
        "Answer with one JSON object and nothing else: no explanation, no code fence. "
        "It must fit this JSON schema:\n" + schema_text
    )
