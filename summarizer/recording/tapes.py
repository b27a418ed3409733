"""Cassettes: recorded answers of a model, replayed without network or key. The only user of vcrpy, imported late.

A cassette is YAML to be read by people: JSON bodies stand as structure, texts of several lines as blocks. Requests are
matched on method, path and JSON body, whatever host and port they go to. Of all headers only the content type is kept,
in both directions; failures that a second attempt cures are not kept.
"""

import json
import os
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from summarizer.errors import CassetteError
from summarizer.recording import cassette

ENDING = "/chat/completions"
KEPT_HEADERS = frozenset({"content-type"})
SECRET_HEADERS = frozenset({"authorization", "api-key", "x-api-key"})
"""Headers of a request whose values are hidden in the answers, where an endpoint repeats them."""
SHORTEST_SECRET = 8
"""Characters; a shorter value, such as `none`, is no secret and may be an ordinary word."""
HIDDEN = b"[hidden]"
TRANSIENT = frozenset({408, 409, 429, *range(500, 600)})
"""Statuses that are not kept: the attempt after them is."""
SHOWN = 24
"""Characters of a difference that a message shows."""


@dataclass(frozen=True)
class Metadata:
    """What a cassette was recorded with; `window` and `second_look` as the caller chose them, if at all."""

    model: str
    base_url: str
    profile: str | None = None
    window: int | None = None
    second_look: bool = False


@dataclass
class Tape:
    """A cassette while it is open: how many recordings it holds, and how many were replayed."""

    path: Path
    replays: bool
    recorded: int = 0
    secrets: set[str] = field(default_factory=set, repr=False)
    plays: Counter[int] = field(default_factory=Counter)

    @property
    def unplayed(self) -> int:
        """Recordings that nothing has asked for yet."""
        return self.recorded - len(self.plays)


_one_at_a_time = threading.Lock()
_open: list[Tape] = []


def is_open() -> bool:
    """Whether a cassette is being recorded or replayed."""
    return bool(_open)


def is_replaying() -> bool:
    """Whether a cassette is being replayed, so that no key is needed."""
    return any(tape.replays for tape in _open)


def metadata(path: str | os.PathLike[str]) -> Metadata:
    """Model, address and choices as a cassette recorded them.

    Raises:
        CassetteError: no such file, or no cassette.
    """
    content = cassette.read(Path(path))
    request = content["interactions"][0]["request"]
    model = request.get("json", {}).get("model")
    base_url = str(request["uri"]).removesuffix(ENDING)
    if not isinstance(model, str):
        raise CassetteError(f"{path} names no model: record it again")
    window = content.get("window")
    if window is not None and (type(window) is not int or window < 1):
        raise CassetteError(f"{path} names a window that is no number of characters: record it again")
    return Metadata(model, base_url, content.get("profile"), window, content.get("second_look") is True)


@contextmanager
def replaying(path: str | os.PathLike[str]) -> Iterator[Tape]:
    """Answer every request from a cassette; nothing reaches the network.

    Requests that were recorded several times are answered in that order, and then by the last again.

    Raises:
        CassetteError: the file cannot be read or is no cassette, another cassette is open, or, at a request, the
            cassette lacks it; the text names the first difference.
    """
    with _opened(Tape(Path(path), replays=True), _Storage(cassette.read(Path(path))["interactions"])) as tape:
        yield tape


@contextmanager
def recording(
    path: str | os.PathLike[str], profile: str | None = None, *, window: int | None = None, second_look: bool = False
) -> Iterator[Tape]:
    """Let requests through, and write them with their answers to a cassette in place of what it held.

    If the block raises, the file stays as it was.

    Args:
        path: the file; its folder is made.
        profile: name of the endpoint's profile, where the caller chose one, for `metadata`.
        window: how many characters are read at once, where the caller chose it, for `metadata`.
        second_look: whether a second look is taken, for `metadata`.

    Raises:
        CassetteError: the file cannot be written, or another cassette is open.
    """
    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CassetteError(f"cannot write {path}: {error.strerror}") from error
    with _opened(Tape(Path(path), replays=False), _Storage([], _chosen(profile, window, second_look))) as tape:
        yield tape


def _chosen(profile: str | None, window: int | None, second_look: bool) -> dict[str, Any]:
    """What the caller chose, as it stands at the head of a cassette; what was left alone does not stand there."""
    chosen = {"profile": profile, "window": window, "second_look": second_look}
    return {name: value for name, value in chosen.items() if value}


@contextmanager
def _opened(tape: Tape, storage: "_Storage") -> Iterator[Tape]:
    from vcr.patch import PATCHER_NAMES  # type: ignore[import-untyped]
    from vcr.record_mode import RecordMode  # type: ignore[import-untyped]

    if not _one_at_a_time.acquire(blocking=False):
        raise CassetteError(f"cannot open {tape.path}: another cassette is open, and there is one at a time")
    try:
        tapes = _cassette_class().use(
            path=str(tape.path),
            tape=tape,
            persister=storage,
            record_mode=RecordMode.NONE if tape.replays else RecordMode.ALL,
            before_record_request=partial(_kept_request, tape.secrets),
            before_record_response=partial(_kept_response, tape.secrets),
            drop_unused_requests=not tape.replays,
            record_on_exception=False,
            skip_patchers=[name for name in PATCHER_NAMES if name != "httpx2"],
        )
        with tapes:
            _open.append(tape)
            try:
                yield tape
            finally:
                _open.remove(tape)
    finally:
        _one_at_a_time.release()


# --- matching -----------------------------------------------------------------------------------


@cache
def _cassette_class() -> Any:
    """vcrpy's cassette with a look-up in place of its search, and a miss that says what differs."""
    from vcr.cassette import Cassette  # type: ignore[import-untyped]

    class Looked(Cassette):  # type: ignore[misc]  # vcrpy has no types
        def __init__(self, tape: Tape, **options: Any) -> None:
            super().__init__(**options)
            self.tape = tape
            self.places: dict[tuple[str, str, str], list[int]] = {}

        def append(self, request: Any, response: Any) -> None:
            super().append(request, response)
            self.tape.recorded = len(self.data)
            if len(self.data) > sum(map(len, self.places.values())):
                self.places.setdefault(_key(self.data[-1][0]), []).append(len(self.data) - 1)

        def can_play_response_for(self, request: Any) -> bool:
            if not self.tape.replays:
                return False
            if _key(request) not in self.places:
                difference = _difference(request, self.requests)
                error = CassetteError(f"{self.tape.path} lacks this request: {difference}")
                error.differs = difference.split()[0]
                raise error
            return True

        def play_response(self, request: Any) -> Any:
            places = self.places[_key(request)]
            place = next((place for place in places if not self.tape.plays[place]), places[-1])
            self.tape.plays[place] += 1
            return self.data[place][1]

    return Looked


def _key(request: Any) -> tuple[str, str, str]:
    """Method, path and canonical body: what makes two requests the same."""
    body = cassette.parsed(request.body)
    canonical = json.dumps(body, sort_keys=True, ensure_ascii=True) if body is not None else repr(request.body)
    return request.method, urlsplit(request.uri).path, canonical


def _difference(request: Any, recorded: list[Any]) -> str:
    """The first thing in which a request differs from the recorded one that is most like it."""
    path = urlsplit(request.uri).path
    same_place = [other for other in recorded if (other.method, urlsplit(other.uri).path) == (request.method, path)]
    if not same_place:
        return f"nothing to {request.method} {path} is recorded"
    sent = dict(_leaves(cassette.parsed(request.body)))
    candidates = [dict(_leaves(cassette.parsed(other.body))) for other in same_place]
    nearest = max(candidates, key=lambda leaves: _likeness(leaves, sent))
    for place, value in nearest.items():
        if place not in sent:
            return f"{place} is recorded ({_short(value)}) but not sent"
        if sent[place] != value:
            return f"{place} {_contrast(value, sent[place])}"
    extra = next((place for place in sent if place not in nearest), "the body")
    return f"{extra} is sent ({_short(sent.get(extra))}) but not recorded"


def _leaves(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Every scalar and empty container of a JSON value, with its path, in order."""
    if isinstance(value, dict) and value:
        for key, part in value.items():
            yield from _leaves(part, f"{place}.{key}".removeprefix("."))
    elif isinstance(value, list) and value:
        for number, part in enumerate(value):
            yield from _leaves(part, f"{place}[{number}]")
    else:
        yield place or "the body", str(value) if value in ({}, []) else value


def _likeness(recorded: dict[str, Any], sent: dict[str, Any]) -> tuple[int, int]:
    """How much two requests share: equal values, then equal beginnings of texts."""
    shared = [(value, sent[place]) for place, value in recorded.items() if place in sent]
    beginnings = sum(_parting(one, other) for one, other in shared if isinstance(one, str) and isinstance(other, str))
    return sum(one == other for one, other in shared), beginnings


def _contrast(recorded: Any, sent: Any) -> str:
    if not (isinstance(recorded, str) and isinstance(sent, str)):
        return f"differs (recorded {_short(recorded)}, sent {_short(sent)})"
    at = _parting(recorded, sent)
    return f"differs at character {at} (recorded {_short(recorded[at:])}, sent {_short(sent[at:])})"


def _parting(one: str, other: str) -> int:
    """Offset of the first character in which two texts differ."""
    from rapidfuzz.distance import Prefix

    return Prefix.similarity(one, other)


def _short(value: Any) -> str:
    """A value for a message: escaped, and not longer than it need be."""
    if isinstance(value, str):
        return ascii(value[:SHOWN] + ("…" if len(value) > SHOWN else "")).replace("\\u2026'", "…'")
    return ascii(value)[:SHOWN]


# --- what is kept -------------------------------------------------------------------------------


def _kept_request(secrets: set[str], request: Any) -> Any:
    from vcr.request import Request  # type: ignore[import-untyped]

    secrets |= set(_secrets_of(request.headers))
    parts = urlsplit(request.uri)
    uri = urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))
    return Request(request.method, uri, request.body, _kept_headers(request.headers))


def _kept_response(secrets: set[str], response: dict[str, Any]) -> dict[str, Any] | None:
    from vcr.filters import decode_response  # type: ignore[import-untyped]

    if response["status"]["code"] in TRANSIENT:
        return None
    decoded = decode_response(response)
    headers = {name: values[:1] for name, values in _kept_headers(decoded["headers"]).items()}
    body = decoded["body"]["string"]
    body = body.encode() if isinstance(body, str) else body
    for secret in secrets:  # some endpoints repeat the key that they were sent
        body = body.replace(secret.encode(), HIDDEN)
    return {**decoded, "headers": headers, "body": {**decoded["body"], "string": body}}


def _secrets_of(headers: Any) -> Iterator[str]:
    """Values of the headers that hold keys, each without its scheme."""
    for name, value in headers.items():
        if name.lower() in SECRET_HEADERS:
            secret = cassette.header(value).rpartition(" ")[2]
            if len(secret) >= SHORTEST_SECRET:
                yield secret


def _kept_headers(headers: Any) -> dict[str, Any]:
    return {name.lower(): value for name, value in headers.items() if name.lower() in KEPT_HEADERS}


# --- storage ------------------------------------------------------------------------------------


class _Storage:
    """vcrpy's interface to storage: plays what was read before, and writes what was recorded."""

    def __init__(self, interactions: list[dict[str, Any]], chosen: dict[str, Any] | None = None) -> None:
        self.interactions = interactions
        self.chosen = chosen or {}

    def load_cassette(self, path: str, serializer: object) -> tuple[list[Any], list[Any]]:
        """Requests and responses to play; none while recording, which starts anew."""
        from vcr.request import Request

        requests, responses = [], []
        for entry in self.interactions:
            asked, answer = entry["request"], entry["response"]
            kind = {"content-type": asked.get("content_type", cassette.PLAIN_KIND)}
            requests.append(Request(asked["method"], asked["uri"], cassette.body_of(asked), kind))
            responses.append(
                {
                    "status": {"code": answer["status"], "message": ""},
                    "headers": {"content-type": [answer.get("content_type", cassette.PLAIN_KIND)]},
                    "body": {"string": cassette.body_of(answer)},
                }
            )
        return requests, responses

    def save_cassette(self, path: str, played: dict[str, Any], serializer: object) -> None:
        """Write the whole file at once."""
        interactions = []
        for request, response in zip(played["requests"], played["responses"], strict=True):
            asked = {"method": request.method, "uri": request.uri}
            answer = {"status": response["status"]["code"]}
            interactions.append(
                {
                    "request": asked
                    | cassette.kind(request.headers.get("content-type"))
                    | cassette.stored(request.body),
                    "response": answer
                    | cassette.kind(*response["headers"].get("content-type", [None]))
                    | cassette.stored(response["body"]["string"]),
                }
            )
        content = {"format": cassette.FORMAT} | self.chosen
        whole = {"interactions": interactions, "recorded": len(interactions)}  # last, so that half a file shows
        cassette.write_whole(Path(path), cassette.dump(content | whole))
