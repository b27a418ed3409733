"""Rules that hold for every test: no network but the loopback interface, nobody's keys, the same examples each time."""

import contextlib
import gc
import ipaddress
import os
import re
import socket
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("suite", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("quick", settings.get_profile("suite"), max_examples=25)
settings.load_profile("suite")

FOREIGN_SETTINGS = re.compile(
    r"^(BRIEF|OPENAI|AZURE_OPENAI)_|_API_(KEY|TOKEN)$|^(HTTP|HTTPS|ALL)_PROXY$", re.IGNORECASE
)
"""Names of environment variables that would let a developer's machine decide how a test ends."""


class NetworkReached(RuntimeError):
    """A test was about to leave the machine."""


def _peer(connection: socket.socket, address: Any) -> Any:
    if connection.family == socket.AF_UNIX or address is None:
        return None
    return address[0]


HOST_OF: dict[str, Callable[..., Any]] = {
    "socket.connect": _peer,
    "socket.sendto": _peer,
    "socket.sendmsg": _peer,
    "socket.getaddrinfo": lambda host, *_: host,
    "socket.gethostbyname": lambda host: host,
    "socket.gethostbyaddr": lambda host: host,
    "socket.getnameinfo": lambda address: address[0],
}
"""The interpreter's audit events that name a host, and where they name it."""

_attempts: list[str] = []


def _is_loopback(host: Any) -> bool:
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host or "localhost")
    if name.lower() == "localhost":
        return True
    with contextlib.suppress(ValueError):
        number = ipaddress.ip_address(name)
        return (getattr(number, "ipv4_mapped", None) or number).is_loopback
    with contextlib.suppress(OSError):
        return ipaddress.ip_address(socket.inet_aton(name)).is_loopback  # 127.1, 0x7f000001, as the system reads them
    return False


def _refuse_network(event: str, arguments: tuple[Any, ...], host_of: dict[str, Callable[..., Any]] = HOST_OF) -> None:
    if event not in host_of:
        return
    host = host_of[event](*arguments)
    if not _is_loopback(host):
        _attempts.append(f"{event} {host}")
        raise NetworkReached(f"a test may speak to the loopback interface only: {event} {host}")


# An audit hook sees every way to a socket, in threads and event loops too, and nothing can be imported past it.
sys.addaudithook(_refuse_network)


def pytest_collection_finish() -> None:
    """What was collected stays to the end: no search for garbage need look at it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _no_certificate_authorities(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nobody's certificate is to hold, and loading the machine's authorities takes longer than most exchanges, for each client."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SSL_CERT_FILE", raising=False)
        patch.setenv("SSL_CERT_DIR", str(tmp_path_factory.mktemp("authorities")))
        yield


@pytest.fixture(autouse=True)
def network_attempts() -> Iterator[list[str]]:
    """What the test tried to reach. It fails if that is anything, even where the code under test hid the error."""
    _attempts.clear()
    yield _attempts
    if _attempts:
        pytest.fail(f"the test tried to reach a network: {', '.join(_attempts)}", pytrace=False)


@pytest.fixture(autouse=True)
def _nobodys_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in filter(FOREIGN_SETTINGS.search, list(os.environ)):
        monkeypatch.delenv(name)
