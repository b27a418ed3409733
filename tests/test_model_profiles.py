"""Each kind of endpoint is recognised, and served as it is known to want it."""

import json

import pytest

from summarizer.errors import UsageError
from summarizer.model import ModelSettings, forget_rungs, profile_of, table
from summarizer.model.strict import ALLOWED
from tests.asking_drafts import ask_sync
from tests.fault_server import EMPTY_DRAFT, Reply, answer, completion, problem, serving

MESSAGES = [{"role": "system", "content": "Point."}, {"role": "user", "content": "1: ¶ Riders burned a mill."}]

ADDRESSES = {
    "https://api.openai.com/v1": "openai",
    "https://eu.api.openai.com/v1": "openai",
    "https://desk.openai.azure.com/openai/v1/": "azure",
    "https://desk.services.ai.azure.com/openai/v1/": "azure",
    "https://openrouter.ai/api/v1": "openrouter",
    "http://localhost:11434/v1": "ollama",
    "http://192.168.0.7:11434/v1": "ollama",
    "http://127.0.0.1:1234/v1": "lmstudio",
    "http://gpu.example:8000/v1": "vllm",
    "http://127.0.0.1:8080/v1": "llamacpp",
    "http://127.0.0.1:8399/v1": "generic",
    "https://api.openai.com.evil.example/v1": "generic",
    "https://notopenrouter.ai/v1": "generic",
}


@pytest.mark.parametrize(("address", "name"), ADDRESSES.items())
def test_an_endpoint_is_recognised_by_host_or_port(address, name):
    """No option is needed for the endpoints in the table; a look-alike is not taken for one."""
    assert profile_of(address).name == name


def test_an_unknown_profile_is_a_usage_error_that_lists_the_known():
    """A mistyped profile says what could have been meant."""
    with pytest.raises(UsageError, match="'olama': choose one of openai, azure, openrouter, ollama"):
        profile_of("http://127.0.0.1/v1", "olama")


# --- endpoints as they are known to behave --------------------------------------------------------


def openai(body, headers):
    """Wants the newer limit, a key, every keyword of the strict subset, and no temperature (reasoning models)."""
    if not headers.get("authorization", "").startswith("Bearer sk-"):
        return problem(401, "Incorrect API key provided", "invalid_api_key")
    if "max_tokens" in body:
        return problem(400, "Unsupported parameter: 'max_tokens' is not supported with this model.")
    if "temperature" in body:
        return problem(400, "Unsupported value: 'temperature' does not support 0.0 with this model.")
    wanted = body["response_format"]["json_schema"]
    if not wanted["strict"] or not _in_strict_subset(wanted["schema"]):
        return problem(400, "Invalid schema for response_format 'draft'")
    return answer(service_tier="default")


def azure(body, headers):
    """As OpenAI; its list of keywords is narrower, and a filtered prompt is a 400."""
    if "pattern" in json.dumps(body["response_format"]):
        return problem(400, "Invalid schema for response_format 'draft': 'pattern' is not permitted.")
    return openai(body, headers)


def openrouter(body, _headers):
    """Some routes know no strict schema, and a failure upstream comes as 200 with null choices."""
    if "max_completion_tokens" in body:
        return problem(400, "unknown parameter")
    return answer()


def ollama(body, _headers):
    """Takes any key, ignores `strict`, and fences its answer with some models."""
    assert "strict" not in body["response_format"]["json_schema"]
    return answer(f"```json\n{EMPTY_DRAFT}\n```", prompt_tokens=0)


def lmstudio(body, _headers):
    """Rejects json_object, takes json_schema."""
    if body.get("response_format", {}).get("type") != "json_schema":
        return problem(400, "'response_format.type' must be 'json_schema' or 'text'")
    return answer("<think>short</think>" + EMPTY_DRAFT)


def vllm(body, _headers):
    """Has dropped its own parameters; takes response_format."""
    if body.keys() & {"guided_json", "guided_grammar"} or "max_completion_tokens" in body:
        return problem(400, "guided_json was removed")
    return Reply(body={**completion(), "prompt_logprobs": None, "kv_transfer_params": None})


def llamacpp(body, _headers):
    """Under --jinja, a schema and a grammar of its own excluded each other: a 400, with the status as its code."""
    if "response_format" in body:
        message = 'Either "json_schema" or "grammar" can be specified, but not both'
        return Reply(400, {"error": {"code": 400, "message": message, "type": "invalid_request_error"}})
    return answer()


def generic(_body, _headers):
    """Whatever else: no usage, no fingerprint, only what the protocol must have."""
    message = {"role": "assistant", "content": EMPTY_DRAFT}
    return Reply(body={"id": "1", "object": "chat.completion", "choices": [{"index": 0, "message": message}]})


ENDPOINTS = {
    "openai": (openai, "strict", 1, {"store": False, "max_completion_tokens": 900}),
    "azure": (azure, "strict", 1, {"store": False, "max_completion_tokens": 900}),
    "openrouter": (openrouter, "strict", 1, {"max_tokens": 900}),
    "ollama": (ollama, "plain", 1, {"max_tokens": 900, "temperature": 0.0}),
    "lmstudio": (lmstudio, "strict", 1, {"max_tokens": 900, "temperature": 0.0}),
    "vllm": (vllm, "plain", 1, {"max_tokens": 900, "temperature": 0.0}),
    "llamacpp": (llamacpp, "prompt", 2, {"max_tokens": 900, "temperature": 0.0}),
    "generic": (generic, "strict", 1, {"max_tokens": 900}),
}


def test_every_profile_has_an_endpoint_here():
    """A new row of the table needs a server that behaves as that endpoint does."""
    assert {profile.name for profile in table()} == set(ENDPOINTS)


@pytest.mark.parametrize("name", ENDPOINTS)
def test_each_profile_gets_an_answer_from_its_endpoint(name, monkeypatch):
    """Parameters, rung, key and number of requests are those that the endpoint is known to want."""
    forget_rungs()
    endpoint, rung, requests, parameters = ENDPOINTS[name]
    monkeypatch.setenv(profile_of("", name).key, "sk-from-the-environment")
    with serving(endpoint) as server:
        given = ask_sync(MESSAGES, ModelSettings("m", server.url, profile=name, max_output_tokens=900))
    sent = {
        key: value for key, value in server.bodies[-1].items() if key not in ("messages", "model", "response_format")
    }
    assert (given.rung, given.requests, sent) == (rung, requests, parameters)
    assert server.headers[0]["authorization"] == "Bearer sk-from-the-environment"


def test_a_temperature_that_is_given_is_sent_even_where_none_would_be():
    """The caller's word stands above the table's."""
    with serving([answer()]) as server:
        ask_sync(MESSAGES, ModelSettings("m", server.url, temperature=0.3))
    assert server.bodies[0]["temperature"] == 0.3


def _in_strict_subset(schema) -> bool:
    """Whether every object is closed with all its properties required, and every keyword known."""
    if isinstance(schema, list):
        return all(map(_in_strict_subset, schema))
    if not isinstance(schema, dict):
        return True
    if schema.keys() - ALLOWED:
        return False
    if schema.get("type") == "object" and (
        schema.get("additionalProperties") is not False or schema["required"] != list(schema["properties"])
    ):
        return False
    named = [*schema.get("properties", {}).values(), *schema.get("$defs", {}).values()]
    return all(map(_in_strict_subset, [*named, schema.get("items"), schema.get("anyOf", [])]))
