"""No test can reach a network: the guard in conftest.py bites."""

import asyncio
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.model.profiles import table
from tests.conftest import NetworkReached

ELSEWHERE = "192.0.2.1"  # reserved for documentation: nobody is there


def connect() -> None:
    with socket.socket() as connection:
        connection.connect((ELSEWHERE, 80))


def connect_without_an_exception() -> None:
    with socket.socket() as connection:
        connection.connect_ex((ELSEWHERE, 80))


def connect_in_an_event_loop() -> None:
    asyncio.run(asyncio.wait_for(asyncio.open_connection(ELSEWHERE, 80), 5))


def send_a_datagram() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as sender:
        sender.sendto(b"out", (ELSEWHERE, 53))


def look_up_a_name() -> None:
    socket.getaddrinfo("news.example", 443)


def look_up_a_name_in_an_event_loop() -> None:
    async def look_up() -> None:
        await asyncio.get_running_loop().getaddrinfo("news.example", 443)

    asyncio.run(look_up())


def look_up_an_address() -> None:
    socket.gethostbyname("news.example")


@pytest.mark.parametrize(
    "way_out",
    [
        connect,
        connect_without_an_exception,
        connect_in_an_event_loop,
        send_a_datagram,
        look_up_a_name,
        look_up_a_name_in_an_event_loop,
        look_up_an_address,
    ],
)
def test_every_way_out_is_refused(way_out: Callable[[], None], network_attempts: list[str]) -> None:
    """Whichever function it takes, a test that wants to leave the machine is told so."""
    with pytest.raises(NetworkReached, match="loopback interface only"):
        way_out()
    assert len(network_attempts) == 1
    network_attempts.clear()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_the_loopback_interface_is_open(host: str) -> None:
    """Tests may serve and be served on their own machine."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        with socket.create_connection((host, server.getsockname()[1]), timeout=5) as connection:
            assert connection.getpeername()[0] == "127.0.0.1"
        server.accept()[0].close()


def test_a_unix_socket_is_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A socket in the file system leads nowhere else."""
    monkeypatch.chdir(tmp_path)  # its address has room for a hundred characters
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as connection:
        server.bind("here")
        server.listen()
        connection.connect("here")
        assert connection.getpeername() == "here"


def suite_of(test: str, folder: Path, **variables: str) -> str:
    """What pytest prints of a suite that has this one test and this folder's conftest."""
    shutil.copy(Path(__file__).with_name("conftest.py"), folder)
    (folder / "test_it.py").write_text(test)
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "test_it.py"],
        cwd=folder,
        env={**os.environ, **variables, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        check=False,
    ).stdout


def test_an_attempt_fails_its_test_even_if_the_error_is_hidden(tmp_path: Path) -> None:
    """Code that swallows every exception does not get its test past the guard."""
    printed = suite_of(
        "import contextlib, socket\n"
        "def test_hides():\n"
        "    with contextlib.suppress(Exception):\n"
        "        socket.getaddrinfo('news.example', 443)\n",
        tmp_path,
    )
    assert "the test tried to reach a network: socket.getaddrinfo news.example" in printed
    assert "1 passed, 1 error" in printed


def test_a_developers_keys_and_settings_are_out_of_sight(tmp_path: Path) -> None:
    """What a machine has in its environment decides no test, whichever endpoint it has a key of."""
    names = {"BRIEF_MODEL", "OPENAI_BASE_URL", "https_proxy", *(profile.key for profile in table())}
    printed = suite_of(
        f"import os\ndef test_absent():\n    assert not {names!r} & set(os.environ)\n",
        tmp_path,
        **dict.fromkeys(names, "x"),
    )
    assert "1 passed" in printed
