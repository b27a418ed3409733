"""A site on the loopback interface that answers, byte for byte, what it is told to: the last answer again and again."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

PAPER = Path(__file__).with_name("paper.example.pem")
"""Key and certificate of paper.example, which signed it itself: worth nothing, and trusted by whom a test tells to."""

Answer = bytes | Callable[[socket.socket], object]
"""What is sent, or what sends it."""


@dataclass
class Site:
    """Where it is, and what it was asked."""

    port: int
    asked: list[str] = field(default_factory=list)

    def at(self, path: str = "/", host: str = "127.0.0.1", scheme: str = "http") -> str:
        """An address of it."""
        return f"{scheme}://{host}:{self.port}{path}"


def page(body: bytes = b"", status: str = "200 OK", *lines: str) -> bytes:
    """An answer with these lines in its head."""
    head = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *lines]
    return "\r\n".join(head).encode("latin-1") + b"\r\n\r\n" + body


def leading_to(location: str, status: str = "302 Found") -> bytes:
    """An answer that leads on."""
    return page(b"", status, f"Location: {location}")


@contextmanager
def site(*answers: Answer, encrypted: bool = False) -> Iterator[Site]:
    """Serve these answers, one a connection, in turn."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        found = Site(server.getsockname()[1])
        threading.Thread(target=_serve, args=(server, answers, found, encrypted), daemon=True).start()
        yield found
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)  # wakes who waits for the next one


def _serve(server: socket.socket, answers: tuple[Answer, ...], found: Site, encrypted: bool) -> None:
    with suppress(OSError):
        for number in range(1_000_000):
            connection, _ = server.accept()
            answer = answers[min(number, len(answers) - 1)]
            threading.Thread(target=_answer, args=(connection, answer, found, encrypted), daemon=True).start()


def _answer(connection: socket.socket, answer: Answer, found: Site, encrypted: bool) -> None:
    with suppress(OSError), connection, _maybe_encrypted(connection, encrypted) as spoken:
        asked = b""
        while b"\r\n\r\n" not in asked:
            came = spoken.recv(65536)
            if not came:
                return
            asked += came
        found.asked.append(asked.decode("latin-1"))
        if callable(answer):
            answer(spoken)
        else:
            spoken.sendall(answer)
        spoken.shutdown(socket.SHUT_WR)


def _maybe_encrypted(connection: socket.socket, encrypted: bool) -> socket.socket:
    if not encrypted:
        return connection
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(PAPER)
    return context.wrap_socket(connection, server_side=True)
