"""Addresses on the web, as far as they are read: http and https, usual ports, no names and passwords."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from summarizer.reading.fetch_faults import DOWNGRADED, NO_ADDRESS, NO_WEB, PORT, SECRET, Unfetched

_SCHEMES = {"http": 80, "https": 443}
"""Those that are read, with their usual port."""
PORTS = frozenset({80, 443, 8080, 8443})
"""Where the web is served; others serve what is nobody else's business."""

_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+")
_SAFE = "%/:?#[]@!$&'()*+,;=~"
"""Signs that an address may hold as they are."""


@dataclass(frozen=True)
class Address:
    """An address that may be read.

    Attributes:
        text: the whole of it.
        secure: whether it is https.
        host: the name of the site in plain letters, or its number.
        port: one of the ports that are read.
        site: host and port, as the site is called to itself.
        target: what is asked for there.
    """

    text: str
    secure: bool
    host: str
    port: int
    site: str
    target: str

    @classmethod
    def of(cls, text: str, ports: frozenset[int] = PORTS) -> "Address":
        """What an address says.

        Args:
            text: the whole of it.
            ports: that are read.

        Raises:
            Unfetched: it is none, or not one that is read.
        """
        try:
            return cls._of(urlsplit(text), ports)
        except ValueError as error:
            raise Unfetched(NO_ADDRESS) from error

    @classmethod
    def _of(cls, parts: SplitResult, ports: frozenset[int]) -> "Address":
        if parts.scheme not in _SCHEMES:
            raise Unfetched(NO_WEB)
        if "@" in parts.netloc:
            raise Unfetched(SECRET)
        usual = _SCHEMES[parts.scheme]
        port = usual if parts.port is None else parts.port
        if port not in ports:
            raise Unfetched(PORT.format(port=port, ports=", ".join(map(str, sorted(ports)))))
        host = _ascii(parts.hostname or "")
        called = f"[{host}]" if ":" in host else host
        query = f"?{parts.query}" if parts.query else ""
        return cls(
            text=parts._replace(fragment="").geturl(),
            secure=parts.scheme == "https",
            host=host,
            port=port,
            site=called if port == usual else f"{called}:{port}",
            target=quote((parts.path or "/") + query, _SAFE),
        )

    def leading_to(self, location: str) -> str:
        """The address that this one leads to.

        Args:
            location: as the header states it, each byte a character.

        Raises:
            Unfetched: it is none, or leads out of an encrypted connection into one that is not.
        """
        try:
            there = urljoin(self.text, quote(location.encode("latin-1"), _SAFE))
        except ValueError as error:
            raise Unfetched(NO_ADDRESS) from error
        if self.secure and urlsplit(there).scheme == "http":
            raise Unfetched(DOWNGRADED)
        return there


def _ascii(host: str) -> str:
    """The name of a site in plain letters; none that would become another one's (ß → ss)."""
    plain = host.encode("idna").decode()
    if _HOST.fullmatch(plain) and (plain == host or plain.encode().decode("idna") == host):
        return plain
    raise Unfetched(NO_ADDRESS)
