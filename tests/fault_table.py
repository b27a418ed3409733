"""Every fault of an endpoint that is provided for: what comes of it. `python -m tests.fault_table` writes docs/faults.md."""

import gzip
import os
import re
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import ProviderError
from summarizer.model import ModelSettings, forget_rungs
from summarizer.model.client import MOST_BYTES
from tests.asking_drafts import ask_sync
from tests.fault_server import EMPTY_DRAFT, Reply, Script, answer, problem, serving

DOCUMENT = Path(__file__).parent.parent / "docs" / "faults.md"
ARTICLE = "1: ¶ Riders burned a mill near Ostrava Gate.\n" * 8
MESSAGES = [{"role": "system", "content": "Point, never write."}, {"role": "user", "content": ARTICLE}]
KEY = "sk-test-canary-1234567890"


@dataclass(frozen=True)
class Fault:
    """One thing that an endpoint does, and what must come of it.

    Attributes:
        outcome: name of the error's class, or "answer".
        text: what a reader reads, with HOST for the endpoint; for an answer, the rung that held.
        waits: seconds that were waited for at an endpoint's own word.
    """

    name: str
    script: Script
    requests: int
    outcome: str
    text: str
    profile: str = "generic"
    key: str | None = KEY
    waits: tuple[float, ...] = ()
    timeout: float = 10.0


GOOD = answer()
AT = "m at HOST"
FAULTS = (
    Fault(
        "401",
        [problem(401, f"Incorrect API key provided: {KEY}", "invalid_api_key")],
        1,
        "AuthenticationFailed",
        f"the key was not accepted (401), {AT}: check it, and that it may use this model",
    ),
    Fault(
        "401 without a key",
        [problem(401, "You must provide an API key")],
        1,
        "AuthenticationFailed",
        f"the key was not accepted (401), {AT}: no key was given: set OPENAI_API_KEY",
        key=None,
    ),
    Fault(
        "403",
        [problem(403, "Country not supported")],
        1,
        "AuthenticationFailed",
        f"the key was not accepted (403), {AT}: check it, and that it may use this model",
    ),
    Fault(
        "404, unknown model",
        [problem(404, "The model `m` does not exist", "model_not_found")],
        1,
        "ModelNotFound",
        "the endpoint does not know the model, or serves nothing at this address (404: The model `m` does not exist), "
        f"{AT}: check --model and --base-url (most addresses end in /v1)",
    ),
    Fault(
        "400, unknown model",
        [problem(400, "m is not a valid model ID")],
        1,
        "ModelNotFound",
        "the endpoint does not know the model, or serves nothing at this address (400: m is not a valid model ID), "
        f"{AT}: check --model and --base-url (most addresses end in /v1)",
    ),
    Fault(
        "429 with Retry-After, then an answer",
        [problem(429, "slow", retry_after="7"), GOOD],
        2,
        "answer",
        "strict",
        waits=(7.0,),
    ),
    Fault(
        "429 with Retry-After as a date",
        [problem(429, "slow", retry_after="Fri, 31 Dec 2100 23:59:09 GMT", Date="Fri, 31 Dec 2100 23:59:00 GMT"), GOOD],
        2,
        "answer",
        "strict",
        waits=(9.0,),
    ),
    Fault(
        "429 without Retry-After, then an answer",
        [problem(429, "slow"), problem(429, "slow"), GOOD],
        3,
        "answer",
        "strict",
    ),
    Fault(
        "429 for ever",
        [problem(429, "Rate limit reached", "rate_limit_exceeded")],
        4,
        "RateLimited",
        f"the endpoint kept saying that it has had enough requests (429: Rate limit reached), {AT}: "
        "wait, or make fewer at a time",
    ),
    Fault(
        "429 with a Retry-After of an hour",
        [problem(429, "Come back later", retry_after="3600")],
        1,
        "RateLimited",
        f"the endpoint kept saying that it has had enough requests (429: Come back later), {AT}: "
        "wait, or make fewer at a time",
    ),
    Fault(
        "429, quota used up",
        [problem(429, "You exceeded your current quota", "insufficient_quota")],
        1,
        "QuotaExhausted",
        f"the account has no credit left (429: You exceeded your current quota), {AT}: top it up, or use another key",
    ),
    Fault(
        "402, no credit",
        [problem(402, "Insufficient credits")],
        1,
        "QuotaExhausted",
        f"the account has no credit left (402: Insufficient credits), {AT}: top it up, or use another key",
    ),
    Fault("500, then an answer", [problem(500, "oops"), GOOD], 2, "answer", "strict"),
    Fault(
        "500 for ever",
        [problem(500, "The server had an error")],
        4,
        "EndpointFailed",
        f"the endpoint failed (500: The server had an error), {AT}: try again later",
    ),
    Fault(
        "503 for ever, as a page",
        [Reply(503, b"<html>busy</html>", content_type="text/html")],
        4,
        "EndpointFailed",
        f"the endpoint failed (503), {AT}: try again later",
    ),
    Fault("reset, then an answer", [Reply(reset=True), GOOD], 2, "answer", "strict"),
    Fault(
        "reset for ever",
        [Reply(reset=True)],
        4,
        "ConnectionFailed",
        f"the connection broke off, {AT}: try again later",
    ),
    Fault(
        "time-out for ever",
        [Reply(body=GOOD.body, wait=1.0)],
        2,
        "ConnectionFailed",
        f"no whole answer within 0.4 s, {AT}: allow more time with --timeout, or try later",
        timeout=0.4,
    ),
    Fault(
        "slow drip: some bytes each moment, never all",
        [Reply(body=GOOD.body, drip=0.2)],
        2,
        "ConnectionFailed",
        f"no whole answer within 0.4 s, {AT}: allow more time with --timeout, or try later",
        timeout=0.4,
    ),
    Fault(
        "answer cut off at the limit",
        [answer(EMPTY_DRAFT[:30], finish="length")],
        1,
        "CutOff",
        f"the answer ended before it was whole, {AT}: raise the limit of output tokens or the context",
    ),
    Fault(
        "broken JSON that calls itself whole, for ever",
        [answer(EMPTY_DRAFT[:30])],
        3,
        "MalformedAnswer",
        f"the answer does not fit the schema after 3 requests (the text is not one JSON object), {AT}: use a stronger model",
    ),
    Fault("broken JSON, then an answer", [answer(EMPTY_DRAFT[:30]), GOOD], 2, "answer", "strict"),
    Fault(
        "refusal",
        [answer(None, refusal="I can't help\nwith that.")],
        1,
        "Refused",
        f"the model declined (I can't help with that.), {AT}: use another model for this article",
    ),
    Fault(
        "content filter, null content",
        [answer(None, finish="content_filter")],
        1,
        "Filtered",
        f"a content filter withheld the answer, {AT}: use another model or endpoint for this article",
    ),
    Fault(
        "content filter on the request, 400",
        [problem(400, "The response was filtered", "content_filter")],
        1,
        "Filtered",
        f"a content filter stopped the request (400: The response was filtered), {AT}: "
        "use another model or endpoint for this article",
    ),
    Fault(
        "no choices",
        [Reply(body=answer().body | {"choices": []})],
        1,
        "EmptyAnswer",
        f"the answer holds no choice, {AT}: try again, or use another model",
    ),
    Fault(
        "choices null and an error object",
        [Reply(body=answer().body | {"choices": None, "error": {"message": "Provider returned error", "code": 502}})],
        1,
        "EndpointFailed",
        f"the endpoint reported an error in place of an answer (Provider returned error), {AT}: try again later",
    ),
    Fault(
        "200 with an error object only",
        [Reply(body={"error": {"message": "upstream is down", "code": 500}})],
        1,
        "EndpointFailed",
        f"the endpoint reported an error in place of an answer (upstream is down), {AT}: try again later",
    ),
    Fault(
        "an error object inside the choice",
        [
            Reply(
                body=answer().body
                | {
                    "choices": [
                        {
                            "index": 0,
                            "finish_reason": "error",
                            "error": {"code": 502, "message": "Upstream died"},
                            "message": {"role": "assistant", "content": EMPTY_DRAFT[:20]},
                        }
                    ]
                }
            )
        ],
        1,
        "EndpointFailed",
        f"the endpoint reported an error in place of an answer (Upstream died), {AT}: try again later",
    ),
    Fault(
        "200 with HTML",
        [Reply(body=b"<html>Welcome</html>", content_type="text/html")],
        1,
        "EndpointFailed",
        f"the endpoint does not speak the protocol of chat completions, {AT}: check --base-url (most end in /v1)",
    ),
    Fault(
        "200 with JSON that is cut off",
        [Reply(body=b'{"id": "chatcmpl-1", "choi')],
        1,
        "EndpointFailed",
        f"the endpoint answered with something that is not JSON, {AT}: try again later",
    ),
    Fault(
        "200 with JSON nested a thousand deep",
        [Reply(body=b'{"choices": ' + b"[" * 1000 + b"]" * 1000 + b"}")],
        1,
        "EndpointFailed",
        f"the endpoint answered with JSON that is nested too deeply, {AT}: check --base-url",
    ),
    Fault(
        "more than 10 MB, compressed to 10 kB",
        [Reply(body=gzip.compress(bytes(MOST_BYTES + 1)), headers={"Content-Encoding": "gzip"})],
        1,
        "EndpointFailed",
        f"the answer is larger than 10 MB, {AT}: check --base-url",
    ),
    Fault(
        "a refusal of more than 10 MB",
        [Reply(400, bytes(MOST_BYTES + 1))],
        1,
        "EndpointFailed",
        f"the answer is larger than 10 MB, {AT}: check --base-url",
    ),
    Fault(
        "200 with other JSON",
        [Reply(body={"hello": "world"})],
        1,
        "EmptyAnswer",
        f"the answer holds no choice, {AT}: try again, or use another model",
    ),
    Fault(
        "empty content",
        [answer("  \n")],
        1,
        "EmptyAnswer",
        f"the answer holds no text, {AT}: try again, or use another model",
    ),
    Fault(
        "JSON of another shape, for ever",
        [answer('{"actors": [{"id": 1}], "verdict": "guilty"}')],
        3,
        "MalformedAnswer",
        f"the answer does not fit the schema after 3 requests (actors[0].kind: is missing), {AT}: use a stronger model",
    ),
    Fault("fenced JSON", [answer(f"Here it is:\n```json\n{EMPTY_DRAFT}\n```\nAnything else?")], 1, "answer", "strict"),
    Fault("thinking before the JSON", [answer("<think>{the mill}?</think>\n" + EMPTY_DRAFT)], 1, "answer", "strict"),
    Fault("content in parts", [answer([{"type": "text", "text": EMPTY_DRAFT}])], 1, "answer", "strict"),
    Fault(
        "thinking and nothing else",
        [answer("<think>so many sentences")],
        1,
        "EmptyAnswer",
        f"the answer holds no text, {AT}: try again, or use another model",
    ),
    Fault("a tool call in place of content", [answer(tool=EMPTY_DRAFT, finish="tool_calls")], 1, "answer", "strict"),
    Fault(
        "prompt cut off in silence",
        [answer(prompt_tokens=40)],
        1,
        "PromptTruncated",
        f"the endpoint read 40 tokens of at least 75 that were sent, {AT}: "
        "start Ollama with a larger OLLAMA_CONTEXT_LENGTH, or raise num_ctx in the model file",
        profile="ollama",
    ),
    Fault("prompt tokens not counted", [answer(prompt_tokens=0)], 1, "answer", "strict"),
    Fault(
        "400, longer than the model can read",
        [problem(400, "This model's maximum context length is 4096 tokens", "context_length_exceeded")],
        1,
        "PromptTooLong",
        "the request is longer than the model can read (400: This model's maximum context length is 4096 tokens), "
        f"{AT}: use a model with a larger context",
    ),
    Fault(
        "400 on the strict schema, then an answer",
        [problem(400, "Invalid schema for response_format"), GOOD],
        2,
        "answer",
        "plain",
    ),
    Fault(
        "400 on every schema, then an answer",
        [problem(400, 'Either "json_schema" or "grammar" can be specified'), problem(400, "response_format"), GOOD],
        3,
        "answer",
        "prompt",
    ),
    Fault(
        "500 on the grammar, then an answer",
        [problem(500, "failed to parse grammar"), GOOD],
        2,
        "answer",
        "plain",
    ),
    Fault(
        "400 on something else",
        [problem(400, "Unsupported value: 'temperature'")],
        1,
        "RequestRejected",
        f"the endpoint rejected the request (400: Unsupported value: 'temperature'), {AT}: "
        "check the model and the options, or name the endpoint's profile",
    ),
)


@dataclass(frozen=True)
class Seen:
    """What a fault led to."""

    requests: int
    outcome: str
    text: str
    waits: tuple[float, ...]


def meet(fault: Fault) -> Seen:
    """Ask an endpoint that has the fault."""
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        if seconds:
            waits.append(seconds)

    forget_rungs()
    with serving(fault.script) as server:
        settings = ModelSettings("m", server.url, fault.key, profile=fault.profile, timeout=fault.timeout)
        try:
            given = ask_sync(MESSAGES, settings, sleep=sleep)
            outcome, text, requests = "answer", given.rung, given.requests
        except ProviderError as error:
            outcome, text, requests = type(error).__name__, str(error), error.requests
        if requests != len(server.bodies):
            raise AssertionError(f"{requests} requests were counted and {len(server.bodies)} were made")
    return Seen(requests, outcome, re.sub(r"127\.0\.0\.1:\d+", "HOST", text), tuple(waits))


def table() -> str:
    """docs/faults.md: the whole table, as met."""
    os.environ.pop("OPENAI_API_KEY", None)
    lines = [
        "# What an endpoint may do, and what comes of it",
        "",
        "Generated by `python -m tests.fault_table`; the tests meet every row. `m` stands for the model, `HOST` for the",
        "endpoint. Requests are counted where four attempts at the transport and two re-asks are allowed.",
        "",
        "| the endpoint | requests | outcome | what the user reads |",
        "|---|---|---|---|",
    ]
    for fault in FAULTS:
        text = f"(schema asked for as {fault.text})" if fault.outcome == "answer" else fault.text
        lines.append(f"| {fault.name} | {fault.requests} | {fault.outcome} | {text.replace('|', chr(92) + '|')} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    DOCUMENT.write_text(table(), encoding="utf-8")
