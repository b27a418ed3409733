"""An address → bytes: one polite request to a public machine, whose answer comes in time and within the limit."""

import gzip
import io
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPResponse
from typing import Any, cast

from summarizer.errors import SourceError, printable
from summarizer.reading import fetch_faults
from summarizer.reading.addresses import PORTS, Address
from summarizer.reading.fetch_faults import TROUBLED, Unfetched, told
from summarizer.reading.given import named
from summarizer.reading.public import is_public
from summarizer.reading.reader import MAX_BYTES, read_bytes
from summarizer.version import VERSION

SECONDS = 30.0
"""How long everything may take, from the look-up of the name to the last byte."""
MOST_REDIRECTS = 5
_AROUND = 1_000_000  # bytes of headers, and of what the parts of an answer are wrapped in
_SHOWN = 200  # characters of an address that a site leads to

AGENT = f"brief/{VERSION} (summarizer; one article for one reader)"
HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.8",
    "Accept-Language": "en, *;q=0.5",
    "Accept-Encoding": "gzip, identity",
    "Connection": "close",
}
"""What a site is told of who asks."""

SUFFIXES = {
    "application/json": ".json",
    "application/x-ndjson": ".ndjson",
    "application/xhtml+xml": ".xhtml",
    "application/xml": ".xml",
    "message/rfc822": ".eml",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/plain": ".txt",
    "text/tab-separated-values": ".tsv",
    "text/xml": ".xml",
}
"""How the name of a file ends, by what sites call its kind."""

_LEADING_ON = frozenset({301, 302, 303, 307, 308})
_UNPACKED: dict[str, Callable[[HTTPResponse], io.BufferedIOBase]] = {
    "identity": lambda response: response,
    "gzip": lambda response: gzip.GzipFile(fileobj=response),
    "x-gzip": lambda response: gzip.GzipFile(fileobj=response),
}
"""By what an answer is packed with."""


@dataclass(frozen=True)
class Rules:
    """What may be fetched, and how.

    Attributes:
        allows: whether the machine at an address, in numbers, may be spoken to.
        ports: that may be spoken to.
        seconds: for everything.
        most: bytes of the answer, unpacked.
        trust: makes what decides whose certificates hold.
    """

    allows: Callable[[str], bool] = is_public
    ports: frozenset[int] = PORTS
    seconds: float = SECONDS
    most: int = MAX_BYTES
    trust: Callable[[], ssl.SSLContext] = ssl.create_default_context


RULES = Rules()


@dataclass(frozen=True)
class Fetched:
    """What came.

    Attributes:
        data: the bytes, unpacked.
        address: where they came from in the end.
        suffix: how the name of such a file ends, where the site says its kind.
    """

    data: bytes
    address: str
    suffix: str


def fetch(address: str, rules: Rules = RULES) -> Fetched:
    """What is at an address on the web.

    Every number that its name has must be allowed, and the connection goes to one of these very numbers, with the
    certificate verified against the name; so again for each address that it leads to. The environment's proxies are
    not used: what they connect to could not be checked.

    Args:
        address: http or https.
        rules: what may be fetched.

    Raises:
        SourceError: it is no address that is read, or nothing whole came.
    """
    clock = _Clock(rules.seconds)
    at = address
    try:
        wanted = Address.of(at, rules.ports)
        for _ in range(MOST_REDIRECTS + 1):
            with _answer(wanted, rules, clock) as response:
                location = _leading_to(response)
                if not location:
                    return Fetched(_body(response, rules.most), wanted.text, _suffix(response))
            at = wanted.leading_to(location)
            wanted = Address.of(at, rules.ports)
        raise Unfetched(fetch_faults.IN_CIRCLES.format(most=MOST_REDIRECTS))
    except TROUBLED as error:
        way = ": leads to ".join(dict.fromkeys((named(address), named(at)[:_SHOWN])))
        raise SourceError(f"{printable(way)}: {told(error, rules.seconds)}") from error


class _Clock:
    """One time for everything."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds that are left; where there are none, TimeoutError is raised."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class _Wire(io.RawIOBase):
    """What comes over a connection, in time and no more than is taken; as much of a socket as an answer is read from."""

    def __init__(self, connection: socket.socket, clock: _Clock, most: int) -> None:
        self._connection, self._clock, self._most = connection, clock, most
        self._left = most + _AROUND

    def makefile(self, mode: str) -> io.BufferedReader:
        """The same, as it is read from."""
        return io.BufferedReader(self)

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Take what has come."""
        self._connection.settimeout(self._clock.left())
        count = self._connection.recv_into(buffer)
        self._left -= count
        if self._left < 0:
            raise _too_large(self._most)
        return count


@contextmanager
def _answer(address: Address, rules: Rules, clock: _Clock) -> Iterator[HTTPResponse]:
    """The head of an answer, and the rest to read."""
    lines = [f"GET {address.target} HTTP/1.1", f"Host: {address.site}", *map(": ".join, HEADERS.items()), "", ""]
    with _connected(address, rules, clock) as connection:
        connection.settimeout(clock.left())
        connection.sendall("\r\n".join(lines).encode("ascii"))
        wire = cast("socket.socket", _Wire(connection, clock, rules.most))
        with closing(HTTPResponse(wire, method="GET")) as response:
            response.begin()
            yield response


@contextmanager
def _connected(address: Address, rules: Rules, clock: _Clock) -> Iterator[socket.socket]:
    """A connection to one of the site's machines, encrypted where the address says so."""
    places = _places(address, clock)
    if not all(rules.allows(place[0]) for _, place in places):
        raise Unfetched(fetch_faults.PRIVATE)
    with _reached(places, clock) as plain:
        if not address.secure:
            yield plain
            return
        plain.settimeout(clock.left())
        with rules.trust().wrap_socket(plain, server_hostname=address.host) as encrypted:
            yield encrypted


def _places(address: Address, clock: _Clock) -> list[tuple[int, Any]]:
    """Family and place of each of the site's machines."""
    pool = ThreadPoolExecutor(1)  # a look-up knows no end of its own
    try:
        found = pool.submit(socket.getaddrinfo, address.host, address.port, type=socket.SOCK_STREAM)
        return [(family, place) for family, _, _, _, place in found.result(clock.left())]
    finally:
        pool.shutdown(wait=False)


def _reached(places: list[tuple[int, Any]], clock: _Clock) -> socket.socket:
    """A connection to the first of these that answers; each gets its share of the time."""
    failed = OSError("it has no address")
    for number, (family, place) in enumerate(places):
        try:
            return _connection(family, place, clock.left() / (len(places) - number))
        except OSError as error:
            failed = error
    raise failed


def _connection(family: int, place: Any, seconds: float) -> socket.socket:
    connection = socket.socket(family)
    try:
        connection.settimeout(seconds)
        connection.connect(place)
    except BaseException:
        connection.close()
        raise
    return connection


def _leading_to(response: HTTPResponse) -> str:
    """Where an answer leads on to, as it says; nothing where it is to be read itself."""
    return str(response.headers.get("location", "")) if response.status in _LEADING_ON else ""


def _body(response: HTTPResponse, most: int) -> bytes:
    """The whole of what an answer holds, unpacked."""
    if response.status != HTTPStatus.OK:
        raise Unfetched(fetch_faults.of_status(response.status, response.headers.get("retry-after", "")))
    packed = response.headers.get("content-encoding", "identity").strip().lower()
    if packed not in _UNPACKED:
        raise Unfetched(fetch_faults.PACKED)
    data = read_bytes(_UNPACKED[packed](response), most)
    if len(data) > most:
        raise _too_large(most)
    if response.length:  # what is left of what it said that it holds
        raise Unfetched(fetch_faults.BROKEN_OFF)
    return data


def _suffix(response: HTTPResponse) -> str:
    kind, _, _ = response.headers.get("content-type", "").partition(";")
    return SUFFIXES.get(kind.strip().lower(), "")


def _too_large(most: int) -> Unfetched:
    return Unfetched(fetch_faults.LARGE.format(most=most // 1000))
