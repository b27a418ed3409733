"""A loopback endpoint that misbehaves as told: each request gets the next reply of a script, the last one again."""

import json
import socket
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler
from typing import Any

from summarizer.asking.lines import written
from summarizer.schemas.draft import Draft
from tests.loopback import Loopback, running

EMPTY_DRAFT = '{"actors": [], "incidents": [], "statements": [], "threats": [], "warnings": []}'


@dataclass(frozen=True)
class Reply:
    """What goes back: a status with a body, or a misbehaviour of the connection.

    `drip` sends the body in ten pieces with that many seconds between them; `wait` comes before everything.
    """

    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    content_type: str = "application/json"
    wait: float = 0.0
    drip: float = 0.0
    reset: bool = False


Script = list[Reply] | Callable[[dict[str, Any], dict[str, str]], Reply]
"""Replies in turn, or a function of the request's body and headers: an endpoint with a character of its own."""


def completion(
    content: Any = EMPTY_DRAFT,
    *,
    finish: str = "stop",
    refusal: str | None = None,
    prompt_tokens: int = 5000,
    tool: str | None = None,
    **more: Any,
) -> dict[str, Any]:
    """A chat completion as OpenAI gives it."""
    message: dict[str, Any] = {"role": "assistant", "content": content, "refusal": refusal}
    if tool is not None:
        call = {"id": "call_1", "type": "function", "function": {"name": "Draft", "arguments": tool}}
        message |= {"content": None, "tool_calls": [call]}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "model-2026-01-01",
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        "usage": {
            "prompt_tokens": prompt_tokens,
            "completion_tokens": 20,
            "total_tokens": prompt_tokens + 20,
            "prompt_tokens_details": {"cached_tokens": 3},
        },
    } | more


def answer(content: Any = EMPTY_DRAFT, **more: Any) -> Reply:
    """200 with a completion."""
    return Reply(body=completion(content, **more))


def in_lines(draft: Draft | str = EMPTY_DRAFT) -> str:
    """What a model answers to the whole program: the JSON of the lines that a draft, or the JSON of one, is."""
    return written(Draft.model_validate_json(draft) if isinstance(draft, str) else draft).model_dump_json()


def answer_in_lines(draft: Draft | str = EMPTY_DRAFT, wait: float = 0.0, **more: Any) -> Reply:
    """200 with a draft in the form in which it travels."""
    return replace(answer(in_lines(draft), **more), wait=wait)


def problem(status: int, message: str, code: str | None = None, **headers: str) -> Reply:
    """A refusal in OpenAI's form."""
    body = {"error": {"message": message, "type": "invalid_request_error", "param": None, "code": code}}
    return Reply(status, body, {name.replace("_", "-"): value for name, value in headers.items()})


@dataclass
class FaultServer:
    """A server that runs: its address, and what it was sent."""

    url: str
    bodies: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


@contextmanager
def serving(script: Script) -> Iterator[FaultServer]:
    """Serve a script on 127.0.0.1 until the block ends."""
    httpd = _Server(_Handler)
    httpd.script = script
    httpd.seen = FaultServer(httpd.url)
    with running(httpd):
        yield httpd.seen


class _Server(Loopback):
    script: Script
    seen: FaultServer


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with self.server.lock:
            seen = self.server.seen
            seen.bodies.append(body)
            seen.headers.append({name.lower(): value for name, value in self.headers.items()})
            script = self.server.script
            if callable(script):
                reply = script(body, seen.headers[-1])
            else:
                reply = script[min(len(seen.bodies), len(script)) - 1]
        time.sleep(reply.wait)
        if reply.reset:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True
            self.connection.close()
            return
        self._give(reply)

    def _give(self, reply: Reply) -> None:
        raw = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
        self.send_response_only(reply.status)
        self.send_header("Content-Type", reply.content_type)
        self.send_header("Content-Length", str(len(raw)))
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        size = max(len(raw) // 10, 1) if reply.drip else len(raw)
        for start in range(0, len(raw), size or 1):
            self.wfile.write(raw[start : start + size])
            self.wfile.flush()
            time.sleep(reply.drip)

    def log_message(self, *_: object) -> None:
        """Say nothing."""
