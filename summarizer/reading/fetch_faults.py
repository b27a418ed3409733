"""Why nothing came from an address: what each failure is called, and what to do."""

import gzip
import re
import socket
import ssl
import zlib
from http.client import HTTPException, IncompleteRead

from summarizer.errors import printable


class Unfetched(Exception):
    """Why an address is not read; its text says it, and what to do."""


_BROWSER = "save the page from a browser and give that file"
_FILE = "save the article and give that file"

NO_ADDRESS = "is no address of a page; check it"
NO_WEB = f"is no address that begins with https:// or http://; {_FILE}"
SECRET = f"holds a name or a password, and none is sent; {_BROWSER}"
PORT = f"is at port {{port}}, and only {{ports}} are read; {_FILE}"
PRIVATE = f"is on a private network, or not public otherwise: addresses of one's own network are not read; {_FILE}"
DOWNGRADED = f"leads on to an address without encryption; {_BROWSER}"
IN_CIRCLES = f"leads on more than {{most}} times; {_BROWSER}"
PACKED = f"comes packed in a way that was not asked for; {_BROWSER}"
BROKEN_OFF = "the answer breaks off, or is garbled; try again later"
LARGE = f"is larger than {{most:,}} kB; {_FILE}"

_REFUSED = f"the site refuses programs ({{status}}); {_BROWSER}"
_BY_STATUS = {
    401: f"asks who you are ({{status}}); {_BROWSER}",
    402: f"asks to be paid ({{status}}); {_BROWSER}",
    403: _REFUSED,
    404: "there is no such page ({status}); check the address",
    406: _REFUSED,
    410: "there is no such page any more ({status}); look for a copy of it, and give that",
    429: f"the site wants fewer requests ({{status}}): try again {{when}}, or {_BROWSER}",
    451: "the site may not show this ({status}); look for a copy of it, and give that",
    503: f"the site cannot answer now ({{status}}): try again {{when}}, or {_BROWSER}",
}
_ANY_STATUS = f"the site answers {{status}} and no page; try again later, or {_BROWSER}"
_RETRY = (
    (re.compile(r"[0-9]{1,7}"), "in {} s"),
    (re.compile(r"[A-Z][a-z]{2}, [A-Za-z0-9 :+-]{1,40}"), "after {}"),
)
"""How a site says when it wants to be asked again, and how a message says it."""

# Read from the top.
_TROUBLES: tuple[tuple[type[Exception], str], ...] = (
    (Unfetched, "{error}"),
    (TimeoutError, f"no whole answer within {{seconds:g}} s; try again later, or {_BROWSER}"),
    (
        ssl.SSLCertVerificationError,
        f"its certificate does not hold ({{reason}}); check the address and this computer's clock, or {_BROWSER}",
    ),
    (ssl.SSLError, f"no encrypted connection comes about ({{reason}}); check the address, or {_BROWSER}"),
    (socket.gaierror, "there is no such site, or no network to ask for it ({reason}); check the address"),
    (gzip.BadGzipFile, BROKEN_OFF),
    (zlib.error, BROKEN_OFF),
    (EOFError, BROKEN_OFF),
    (IncompleteRead, BROKEN_OFF),
    (ConnectionResetError, BROKEN_OFF),
    (OSError, "cannot be reached ({reason}); check the address, or try again later"),
    (HTTPException, f"does not answer as the web does ({{reason}}); check the address, or {_BROWSER}"),
)
TROUBLED = tuple(kind for kind, _ in _TROUBLES)
"""What may be raised while an address is read."""
_REASON = ("verify_message", "reason", "strerror")
_SHOWN = 200  # characters of a reason


def of_status(status: int, again: str) -> str:
    """What an answer without a page comes to.

    Args:
        status: of the answer.
        again: when the site wants to be asked again, as it says it; it may be empty.
    """
    when = next((phrase.format(again) for form, phrase in _RETRY if form.fullmatch(again)), "later")
    return _BY_STATUS.get(status, _ANY_STATUS).format(status=status, when=when)


def told(error: Exception, seconds: float) -> str:
    """What went wrong, as a message says it.

    Args:
        error: one of `TROUBLED`.
        seconds: how long everything might have taken.
    """
    line = next(line for kind, line in _TROUBLES if isinstance(error, kind))
    stated = filter(None, (getattr(error, name, None) for name in _REASON))
    reason = printable(str(next(stated, type(error).__name__)))[:_SHOWN]
    return line.format(error=error, seconds=seconds, reason=reason)
