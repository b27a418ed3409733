"""A loopback endpoint that speaks Files and Batches, and chat completions, and misbehaves as told."""

import json
import random
import socket
import struct
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler
from typing import Any

from tests.fault_server import completion, in_lines
from tests.loopback import Loopback, running

Answer = Callable[[dict[str, Any]], tuple[int, Any]]
"""From the body of a request: status and body of what is answered; status 0: it is not made, and the body says why."""
EXPIRED = 0, {"code": "batch_expired", "message": "This request could not be executed before the window expired."}


def well(body: dict[str, Any]) -> tuple[int, Any]:
    """An answer with nothing in it."""
    return 200, completion(in_lines())


@dataclass(frozen=True)
class Fault:
    """What happens to one request in place of an answer.

    Attributes:
        status: that is answered; 0: the connection is reset.
        after: whether what was asked for is done all the same.
        headers: that go with it.
        cut: bytes of the answer's end that do not come, though none were announced.
    """

    status: int = 0
    after: bool = False
    headers: dict[str, str] = field(default_factory=dict)
    cut: int = 0


@dataclass
class BatchServer:
    """A server that runs.

    Attributes:
        url: its address.
        answer: what it answers to each request.
        faults: by what a call begins with ("POST /files", "GET /batches/"), what happens to the next ones.
        paid: how often each request was answered within a batch, by its key.
        live: bodies of requests outside of batches.
        calls: all calls, in order.
        ends_at_once: whether a batch has ended when it is first looked at.
        final: the status that batches end with.
        twice: whether each line of an answer file stands there twice.
        torn: whether the last line of each answer file lacks its end.
    """

    url: str = ""
    answer: Answer = well
    faults: dict[str, list[Fault]] = field(default_factory=dict)
    paid: Counter[str] = field(default_factory=Counter)
    live: list[dict[str, Any]] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    batches: dict[str, dict[str, Any]] = field(default_factory=dict)
    bodies: dict[str, dict[str, Any]] = field(default_factory=dict)
    ends_at_once: bool = True
    final: str = "completed"
    twice: bool = False
    torn: bool = False
    wait: float = 0.0

    def end(self) -> None:
        """Answer all that is in batches."""
        for batch in self.batches.values():
            if batch["status"] == "in_progress":
                self._answered(batch)

    # --- calls ----------------------------------------------------------------------------------

    def do(self, method: str, path: str, body: bytes, kind: str) -> tuple[int, Any]:
        """Answer a call: status, and bytes or an object."""
        place, _, query = path.removeprefix("/v1/").partition("?")
        match method, place.split("/"):
            case "POST", ["files"]:
                return 200, self._file(self._kept(*_uploaded(body, kind)))
            case "GET", ["files", name] if name in self.files:
                return 200, self._file(name)
            case "GET", ["files", name, "content"] if name in self.files:
                return 200, self.files[name]
            case "DELETE", ["files", name] if name in self.files:
                del self.files[name]
                return 200, {"id": name, "object": "file", "deleted": True}
            case "POST", ["batches"]:
                return 200, self._created(json.loads(body))
            case "GET", ["batches"]:
                return 200, self._listed(query)
            case "GET", ["batches", name] if name in self.batches:
                if self.ends_at_once:
                    self.end()
                return 200, self.batches[name]
            case "POST", ["chat", "completions"]:
                self.live.append(json.loads(body))
                return self.answer(self.live[-1])
        return 404, {"error": {"message": "no such thing", "type": "invalid_request_error", "code": None}}

    def _kept(self, name: str, data: bytes) -> str:
        number = f"file-{len(self.calls)}-{name}"
        self.files[number] = data
        return number

    def _file(self, name: str) -> dict[str, Any]:
        size = len(self.files[name])
        return {
            "id": name,
            "object": "file",
            "bytes": size,
            "created_at": int(time.time()),
            "filename": name,
            "purpose": "batch",
            "status": "processed",
        }

    def _created(self, asked: dict[str, Any]) -> dict[str, Any]:
        lines = [json.loads(line) for line in self.files[asked["input_file_id"]].splitlines()]
        name = f"batch_{len(self.batches) + 1}"
        self.batches[name] = {
            "id": name,
            "object": "batch",
            "endpoint": asked["endpoint"],
            "completion_window": asked["completion_window"],
            "created_at": int(time.time()),
            "input_file_id": asked["input_file_id"],
            "metadata": asked.get("metadata"),
            "status": "in_progress",
            "request_counts": {"total": len(lines), "completed": 0, "failed": 0},
        }
        return self.batches[name]

    def _listed(self, query: str) -> dict[str, Any]:
        after = query.partition("after=")[2].partition("&")[0]
        newest_first = list(reversed(self.batches.values()))
        ids = [batch["id"] for batch in newest_first]
        start = ids.index(after) + 1 if after else 0
        page = newest_first[start : start + 2]
        more = start + 2 < len(ids)
        return {"object": "list", "data": page, "has_more": more, "last_id": page[-1]["id"] if page else None}

    def _answered(self, batch: dict[str, Any]) -> None:
        outputs: dict[bool, list[bytes]] = {True: [], False: []}
        if self.final != "failed":
            for line in self.files[batch["input_file_id"]].splitlines():
                asked = json.loads(line)
                key = asked["custom_id"]
                status, body = self.answer(asked["body"])
                self.paid[key] += status == 200
                self.bodies[key] = asked["body"]
                response = {"status_code": status, "request_id": "r", "body": body} if status else None
                told = {"id": "b", "custom_id": key, "response": response, "error": None if status else body}
                outputs[status == 200].append(json.dumps(told).encode() + b"\n")
        else:
            problem = {"code": "token_limit_exceeded", "message": "Enqueued token limit reached.", "line": None}
            batch["errors"] = {"object": "list", "data": [problem]}
        counts = batch["request_counts"]
        counts["completed"], counts["failed"] = len(outputs[True]), len(outputs[False])
        for which, name in ((True, "output_file_id"), (False, "error_file_id")):
            lines = outputs[which]
            random.Random(len(lines)).shuffle(lines)  # noqa: S311
            data = b"".join(lines * (2 if self.twice else 1))
            batch[name] = self._kept(f"{batch['id']}-{name}", data[:-20] if self.torn else data) if lines else None
        batch["status"] = self.final


def _uploaded(body: bytes, kind: str) -> tuple[str, bytes]:
    """Name and content of the file in a form."""
    form = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
    parts = {part.get_param("name", header="content-disposition"): part for part in form.get_payload()}  # type: ignore[union-attr]
    assert parts["purpose"].get_payload(decode=True) == b"batch"  # type: ignore[union-attr]
    file = parts["file"]
    return str(file.get_filename()), file.get_payload(decode=True)  # type: ignore[union-attr, return-value]


@contextmanager
def batching(**settings: Any) -> Iterator[BatchServer]:
    """Serve on 127.0.0.1 until the block ends."""
    httpd = _Server(_Handler)
    httpd.seen = BatchServer(httpd.url, **settings)
    with running(httpd):
        yield httpd.seen


class _Server(Loopback):
    seen: BatchServer


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def _handle(self) -> None:
        body = self._read()
        call = f"{self.command} {self.path.removeprefix('/v1')}"
        seen = self.server.seen
        time.sleep(seen.wait)
        with self.server.lock:
            seen.calls.append(call)
            waiting = next((faults for begin, faults in seen.faults.items() if call.startswith(begin) and faults), [])
            fault = waiting.pop(0) if waiting else None
            done = None
            if fault is None or fault.after or fault.cut:
                done = seen.do(self.command, self.path, body, self.headers.get("Content-Type", ""))
        if fault is not None and not fault.cut:
            self._misbehave(fault)
        else:
            assert done is not None
            status, answer = done
            raw = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
            self._give(status, raw[: len(raw) - (fault.cut if fault else 0)], {})

    do_GET = do_POST = do_DELETE = _handle  # noqa: N815  # names that the library calls

    def _read(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        parts = []
        while size := int(self.rfile.readline(), 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(parts)

    def _misbehave(self, fault: Fault) -> None:
        if fault.status:
            error = {"error": {"message": "not now", "type": "server_error", "code": None}}
            self._give(fault.status, json.dumps(error).encode(), fault.headers)
            return
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    def _give(self, status: int, raw: bytes, headers: dict[str, str]) -> None:
        self.send_response_only(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(raw)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(raw)
        self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Say nothing."""
