"""Articles from an address: one polite request to a public machine, and whatever comes instead of a page is one line."""

import asyncio
import gzip
import io
import json
import socket
import ssl
import struct
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from itertools import repeat
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis import settings
from hypothesis import strategies as st

from summarizer import asummarize, summarize
from summarizer.cli import progress
from summarizer.errors import SourceError
from summarizer.reading import fetching
from summarizer.reading.addresses import Address
from summarizer.reading.fetching import MOST_REDIRECTS, Fetched, Rules, fetch
from summarizer.reading.files import read_article, read_text
from summarizer.reading.public import is_public
from summarizer.version import VERSION
from tests.cli_runner import Command, command
from tests.web_server import PAPER, Answer, Site, leading_to, page, site

__all__ = ["command"]

NEWS = b"Riders burned the mill at Dolvac on Monday, the police said. Nobody was hurt."
BROWSER = "save the page from a browser and give that file"
PRIVATE = (
    "is on a private network, or not public otherwise: addresses of one's own network are not read;"
    " save the article and give that file"
)
BROKEN_OFF = "the answer breaks off, or is garbled; try again later"
LOCAL = "127.0.0.1"


def rules(of: Site, **more: Any) -> Rules:
    """Rules under which a site on this machine may be spoken to, and another address of this machine may not."""
    return Rules(**{"allows": lambda address: address == LOCAL, "ports": frozenset({of.port}), "seconds": 20.0} | more)


def refusal(address: str, given: Rules) -> str:
    """The one line that an address comes to."""
    with pytest.raises(SourceError) as caught:
        fetch(address, given)
    line = str(caught.value)
    assert line.isprintable()
    return line


def answered(*answers: Any, path: str = "/mill", **more: Any) -> str:
    """What a site that answers so comes to, after its address."""
    with site(*answers) as found:
        address = found.at(path)
        return refusal(address, rules(found, **more)).removeprefix(f"{address}: ").replace(f":{found.port}", ":PORT")


Names = dict[str, list[list[str]]]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Names:
    """Names that are known, with the numbers that each look-up in turn gives."""
    known: Names = {}

    def look_up(host: str, port: int, **_: Any) -> list[tuple[Any, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port)) for number in known[host].pop(0)]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return known


# --- one request ------------------------------------------------------------------------------------------------------


def test_a_page_comes_with_its_address_and_its_kind() -> None:
    with site(page(NEWS, "200 OK", "Content-Type: text/plain; charset=utf-8")) as found:
        assert fetch(found.at("/mill"), rules(found)) == Fetched(NEWS, found.at("/mill"), ".txt")


def test_a_site_is_told_who_asks_and_nothing_of_the_user() -> None:
    """The program and its version, what it takes, and where it asks; no cookie, key or page that it came from."""
    with site(page(NEWS)) as found:
        fetch(found.at("/mill?id=5&day=2#top"), rules(found))
    first, *headers = found.asked[0].rstrip("\r\n").split("\r\n")
    assert first == "GET /mill?id=5&day=2 HTTP/1.1"
    told = dict(header.split(": ", 1) for header in headers)
    assert told.pop("Host") == f"127.0.0.1:{found.port}"
    assert told.pop("User-Agent").startswith(f"brief/{VERSION} (")
    assert sorted(told) == ["Accept", "Accept-Encoding", "Accept-Language", "Connection"]


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ("/мельница", "/%D0%BC%D0%B5%D0%BB%D1%8C%D0%BD%D0%B8%D1%86%D0%B0"),
        ("/a%20b?c=%C3%A9", "/a%20b?c=%C3%A9"),
        ("?q=“mill”", "/?q=%E2%80%9Cmill%E2%80%9D"),
        ("//mill/../x", "//mill/../x"),
    ],
)
def test_letters_that_no_request_may_hold_are_escaped_and_nothing_else(given: str, asked: str) -> None:
    with site(page(NEWS)) as found:
        fetch(found.at(given), rules(found))
    assert found.asked[0].startswith(f"GET {asked} HTTP/1.1\r\n")


def test_a_name_in_other_letters_is_asked_for_in_plain_ones(names: Names) -> None:
    names["xn--80ajjldi8d2b.example"] = [[LOCAL]]
    with site(page(NEWS)) as found:
        fetch(found.at(host="мельница.example"), rules(found))
    assert f"\r\nHost: xn--80ajjldi8d2b.example:{found.port}\r\n" in found.asked[0]


@pytest.mark.parametrize("variable", ["http_proxy", "HTTP_PROXY", "all_proxy"])
def test_no_proxy_of_the_environment_is_used(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it would connect to could not be checked."""
    with site(page(NEWS)) as found, site(page(b"by the proxy")) as proxy:
        monkeypatch.setenv(variable, proxy.at())
        assert fetch(found.at(), rules(found)).data == NEWS
    assert proxy.asked == []


# --- where it may lead ------------------------------------------------------------------------------------------------

ELSEWHERE = (
    "0.0.0.0",  # noqa: S104  # nothing is bound to it
    "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.0.1", "169.254.169.254", "172.31.0.1",
    "192.0.0.192", "192.0.2.1", "192.168.1.1", "198.18.0.1", "203.0.113.9", "224.0.0.251", "239.1.1.1", "240.0.0.1",
    "255.255.255.255", "168.63.129.16", "192.88.99.1",
    "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "::ffff:0:127.0.0.1",
    "64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b::10.0.0.1", "64:ff9b:1::1", "100::1", "2001::7f00:1",
    "2001:db8::1", "2002:7f00:1::1", "2002:808:808::1", "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1",
    "fe80::1%lo", "fec0::1", "ff02::1", "ff0e::1",
)  # fmt: skip


@pytest.mark.parametrize("address", ELSEWHERE)
def test_what_is_not_of_the_internet_is_not_public(address: str) -> None:
    """One's own machine and network, what clouds tell their machines, many at once, and IPv4 within IPv6."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "151.101.0.223", "2606:4700::1111", "2a00:1450::1", "64:ff9b::8.8.8.8"])
def test_what_is_of_the_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "017700000001", "localhost",
        "LOCALHOST", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:0:0:1]",
    ],
)  # fmt: skip
def test_however_this_machine_is_written_it_is_not_spoken_to(host: str) -> None:
    """The numbers that the system makes of it are what counts."""
    assert refusal(f"http://{host}/mill", Rules()) == f"http://{host}/mill: {PRIVATE}"


def test_a_name_with_one_private_number_among_others_is_refused(names: Names) -> None:
    names["post.example"] = [[LOCAL, "10.0.0.1"]]
    with site(page(NEWS)) as found:
        assert refusal(found.at(host="post.example"), rules(found)).endswith(f": {PRIVATE}")
    assert found.asked == []


def test_the_connection_goes_to_the_number_that_was_checked(names: Names) -> None:
    """A name that leads elsewhere when it is looked up again is not looked up again."""
    names["post.example"] = [[LOCAL], ["127.0.0.2"]]
    with site(page(NEWS)) as found:
        assert fetch(found.at(host="post.example"), rules(found)).data == NEWS
    assert names["post.example"] == [["127.0.0.2"]]


def test_a_name_is_checked_again_for_each_address_that_leads_to_it(names: Names) -> None:
    names["post.example"] = [[LOCAL], ["127.0.0.2"]]
    with site(leading_to("/inner"), page(NEWS)) as found:
        address = found.at(host="post.example")
        assert refusal(address, rules(found)) == f"{address}: leads to {address}inner: {PRIVATE}"
    assert len(found.asked) == 1


def test_a_machine_that_does_not_answer_leaves_its_turn_to_the_next(names: Names) -> None:
    names["post.example"] = [["127.0.0.3", LOCAL]]
    with site(page(NEWS)) as found:
        given = rules(found, allows=lambda address: address in ("127.0.0.3", LOCAL))
        assert fetch(found.at(host="post.example"), given).data == NEWS


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://desk:swordfish@post.example/a", f"holds a name or a password, and none is sent; {BROWSER}"),
        ("http://desk@post.example", f"holds a name or a password, and none is sent; {BROWSER}"),
        ("http://post.example\\@127.0.0.1/", f"holds a name or a password, and none is sent; {BROWSER}"),
        ("http://post.example:22/", "is at port 22, and only 80, 443, 8080, 8443 are read; save the article and give that file"),
        ("http://post.example:0/", "is at port 0, and only 80, 443, 8080, 8443 are read; save the article and give that file"),
        ("http://post.example:swordfish/@desk", "is no address of a page; check it"),
        ("http://127.0.0.1\\.post.example/", "is no address of a page; check it"),
        ("http://", "is no address of a page; check it"),
        ("http://[::1", "is no address of a page; check it"),
        ("http://[fe80::1%25lo]/", "is no address of a page; check it"),
        ("http://po..st.example/", "is no address of a page; check it"),
        ("http://faß.example/", "is no address of a page; check it"),
        ("http://１２７.0.0.1/", "is no address of a page; check it"),
        ("http://post.example%00.local/", "is no address of a page; check it"),
    ],
)  # fmt: skip
def test_an_address_that_is_not_asked_says_why(address: str, why: str, names: Names) -> None:
    """Nothing is looked up, and no password is shown."""
    line = refusal(address, Rules())
    assert line.endswith(f": {why}")
    assert "swordfish" not in line


@pytest.mark.parametrize(
    ("text", "host", "site"),
    [
        ("https://Post.example", "post.example", "post.example"),
        ("http://post.example:80/", "post.example", "post.example"),
        ("https://post.example:80/", "post.example", "post.example:80"),
        ("http://[2606:4700::1111]/", "2606:4700::1111", "[2606:4700::1111]"),
        ("http://[2606:4700::1111]:8080/", "2606:4700::1111", "[2606:4700::1111]:8080"),
    ],
)
def test_a_site_is_called_as_it_calls_itself(text: str, host: str, site: str) -> None:
    """With its port where that is not the usual one, and a number of IPv6 in brackets."""
    found = Address.of(text)
    assert (found.host, found.site, found.target) == (host, site, "/")


# --- redirects --------------------------------------------------------------------------------------------------------


def test_what_an_address_leads_to_is_read_and_is_its_address() -> None:
    ways = [
        leading_to(f"/{number}", status) for number, status in enumerate(("301 M", "302 F", "303 S", "307 T", "308 P"))
    ]
    with site(*ways, page(NEWS)) as found:
        assert fetch(found.at("/mill"), rules(found)).address == found.at("/4")
    assert [line.split()[1] for line in found.asked] == ["/mill", "/0", "/1", "/2", "/3", "/4"]


def test_addresses_in_a_circle_are_left() -> None:
    with site(leading_to("/mill")) as found:
        line = refusal(found.at("/mill"), rules(found))
    assert line == f"{found.at('/mill')}: leads on more than 5 times; {BROWSER}"
    assert len(found.asked) == MOST_REDIRECTS + 1


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("http://127.0.0.2:{port}/x", f"leads to http://127.0.0.2:PORT/x: {PRIVATE}"),
        ("//127.0.0.2:{port}", f"leads to http://127.0.0.2:PORT: {PRIVATE}"),
        ("http://127.0.0.1:22/", "leads to http://127.0.0.1:22/: is at port 22, and only PORT are read; save the article and give that file"),
        ("file:///etc/passwd", "leads to file:///etc/passwd: is no address that begins with https:// or http://; save the article and give that file"),
        ("gopher://127.0.0.1/x", "leads to gopher://127.0.0.1/x: is no address that begins with https:// or http://; save the article and give that file"),
        ("http://desk:swordfish@127.0.0.1:{port}/", f"leads to http://…@127.0.0.1:PORT/: holds a name or a password, and none is sent; {BROWSER}"),
        ("http://[::1/", "is no address of a page; check it"),
        ("", f"the site answers 302 and no page; try again later, or {BROWSER}"),
    ],
)  # fmt: skip
def test_where_an_address_leads_is_checked_as_it_was_itself(location: str, why: str) -> None:
    with site(lambda connection: connection.sendall(leading_to(location.format(port=found.port)))) as found:
        line = refusal(found.at("/mill"), rules(found)).removeprefix(f"{found.at('/mill')}: ")
    assert line.replace(str(found.port), "PORT") == why
    assert len(found.asked) == 1


@pytest.mark.parametrize(
    ("location", "asked"),
    [
        ("/m\xc3\xbchle", "/m%C3%BChle"),  # UTF-8 as it stands
        ("/m\xfchle", "/m%FChle"),
        ("/the mill", "/the%20mill"),
        ("mill\\x\x1b[2J", "/mill%5Cx%1B[2J"),
        ("?page=2#top", "/old?page=2"),
    ],
)
def test_a_location_of_odd_bytes_is_asked_for_as_it_is(location: str, asked: str) -> None:
    with site(leading_to(location), page(NEWS)) as found:
        fetch(found.at("/old"), rules(found))
    assert found.asked[1].startswith(f"GET {asked} HTTP/1.1\r\n")


# --- what comes instead of a page -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "why"),
    [
        ("404 Not Found", "there is no such page (404); check the address"),
        ("410 Gone", "there is no such page any more (410); look for a copy of it, and give that"),
        ("401 Unauthorized", f"asks who you are (401); {BROWSER}"),
        ("402 Payment Required", f"asks to be paid (402); {BROWSER}"),
        ("403 Forbidden", f"the site refuses programs (403); {BROWSER}"),
        ("451 Unavailable", "the site may not show this (451); look for a copy of it, and give that"),
        ("429 Slow down", f"the site wants fewer requests (429): try again later, or {BROWSER}"),
        ("500 \x1b[31mOops", f"the site answers 500 and no page; try again later, or {BROWSER}"),
        ("503 Soon", f"the site cannot answer now (503): try again later, or {BROWSER}"),
        ("206 Partial", f"the site answers 206 and no page; try again later, or {BROWSER}"),
        ("103 Early Hints", f"the site answers 103 and no page; try again later, or {BROWSER}"),
        ("204 No Content", f"the site answers 204 and no page; try again later, or {BROWSER}"),
    ],
)
def test_each_refusal_of_a_site_is_told_with_what_to_do(status: str, why: str) -> None:
    assert answered(page(b"<p>words of the site", status)) == why


@pytest.mark.parametrize(
    ("again", "when"),
    [
        ("120", "in 120 s"),
        ("Wed, 02 Dec 2026 07:28:00 GMT", "after Wed, 02 Dec 2026 07:28:00 GMT"),
        ("soon \x1b[31m", "later"),
        ("-1", "later"),
        ("9" * 40, "later"),
        ("", "later"),
    ],
)
def test_when_a_site_wants_to_be_asked_again_is_told(again: str, when: str) -> None:
    line = answered(page(b"", "429 Slow down", f"Retry-After: {again}"))
    assert line == f"the site wants fewer requests (429): try again {when}, or {BROWSER}"


def test_a_site_that_is_not_there_and_one_that_is_closed_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    with site(page()) as found:
        pass
    line = "cannot be reached (Connection refused); check the address, or try again later"
    assert refusal(found.at(), rules(found)) == f"{found.at()}: {line}"

    def look_up(*_: Any, **__: Any) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    line = "there is no such site, or no network to ask for it (Name or service not known); check the address"
    assert refusal("https://post.example/", Rules()) == f"https://post.example/: {line}"


def reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        reset,
        page(NEWS)[:-20],
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nRider\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfive\r\nRider\r\n0\r\n\r\n",
        page(gzip.compress(NEWS * 10)[:-20], "200 OK", "Content-Encoding: gzip"),
        page(b"Riders burned the mill.", "200 OK", "Content-Encoding: gzip"),
        page(gzip.compress(NEWS)[:12] + b"Riders" * 50, "200 OK", "Content-Encoding: gzip"),
    ],
)
def test_half_an_article_is_none(answer: Any) -> None:
    """Whatever it breaks off by: a count, a part, what it is packed with, the connection."""
    assert answered(answer) == BROKEN_OFF


@pytest.mark.parametrize(
    "answer", [b"SSH-2.0-OpenSSH_9.6\r\n", b"HTTP/1.1 many\r\n\r\n", b"\x16\x03\x01\x00\x02\r\n" * 9]
)
def test_what_is_not_the_web_is_told(answer: bytes) -> None:
    line = answered(answer)
    assert line == f"does not answer as the web does (BadStatusLine); check the address, or {BROWSER}"


def test_headers_in_any_bytes_are_passed_over() -> None:
    """Latin-1, UTF-8, control characters, lines that are no header."""
    odd = "Server: caf\xe9 \x1b[31m \xe2\x80\x9cmill\xe2\x80\x9d", "X:", ": x", "Content-Type: \xff\xfe"
    with site(page(NEWS, "200 Tr\xe8s bien", *odd)) as found:
        assert fetch(found.at(), rules(found)) == Fetched(NEWS, found.at(), "")


PIECES = st.sampled_from(
    [
        b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 302 \r\n", b"HTTP/1.1 100 \r\n", b"HTTP/1.1 503 x\r\n", b"HTTP/9 -1\r\n",
        b"\r\n", b"\n", b"\r", b"\0", b" ", b":", b";", b"\xff\xfe", b"\xc3\xa9", b"5\r\nmills\r\n", b"0\r\n\r\n", b"-5\r\n",
        b"Location: ", b"http://", b"//[", b"//127.0.0.2", b"/mill", b"@", b"Content-Length: ", b"Content-Length: 5\r\n", b"7",
        b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"Content-Encoding:", b"Retry-After: 7{}\r\n",
        b"Content-Type: ", b"text/html; charset=\xff", b"\x1b[31m", gzip.compress(b"mill"), b"\x1f\x8b\x08\x04",
    ]
)  # fmt: skip


@settings(max_examples=150)
@hypothesis.given(
    st.sampled_from([b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 302 \r\nLocation: "]), st.lists(PIECES, max_size=12)
)
def test_whatever_a_site_sends_is_a_page_or_one_line(head: bytes, pieces: list[bytes]) -> None:
    """Nothing that it sends is an error of this program."""
    with site(head + b"".join(pieces)) as found:
        line = address_or_line(found)
    assert line.startswith(found.at())
    assert line.isprintable()


def address_or_line(of: Site) -> str:
    try:
        return fetch(of.at(), rules(of)).address
    except SourceError as error:
        return str(error)


# --- how much, and how long -------------------------------------------------------------------------------------------


def chunked(body: bytes) -> bytes:
    parts = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (body[:7], body[7:]))
    return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + parts + b"0\r\n\r\n"


WAYS: tuple[Callable[[bytes], bytes], ...] = (
    page,
    chunked,
    lambda body: b"HTTP/1.0 200 OK\r\n\r\n" + body,
    lambda body: page(gzip.compress(body), "200 OK", "Content-Encoding: GZIP"),
    lambda body: page(gzip.compress(body[:9]) + gzip.compress(body[9:]), "200 OK", "Content-Encoding: x-gzip"),
)


@pytest.mark.parametrize("way", WAYS)
def test_the_limit_is_exact_however_a_page_comes(way: Callable[[bytes], bytes]) -> None:
    """Counted, in parts, up to the end of the connection, packed, packed twice over."""
    with site(way(b"a" * 4000), way(b"a" * 4001)) as found:
        assert fetch(found.at(), rules(found, most=4000)).data == b"a" * 4000
        line = refusal(found.at(), rules(found, most=4000))
    assert line == f"{found.at()}: is larger than 4 kB; save the article and give that file"


def test_a_bomb_is_left_as_soon_as_it_is_too_large() -> None:
    """A gigabyte in a megabyte is never in memory."""
    import tracemalloc

    bomb = page(gzip.compress(bytes(100_000_000), 9) * 10, "200 OK", "Content-Encoding: gzip")
    tracemalloc.start()
    line = answered(bomb, most=1_000_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert line == "is larger than 1,000 kB; save the article and give that file"
    assert peak < 20_000_000


def test_a_packing_that_was_not_asked_for_is_not_unpacked() -> None:
    for packing in ("br", "deflate", "gzip, gzip", "zstd"):
        line = answered(page(NEWS, "200 OK", f"Content-Encoding: {packing}"))
        assert line == f"comes packed in a way that was not asked for; {BROWSER}"


def without_end(head: bytes, part: bytes, pause: float = 0.0) -> Callable[[socket.socket], None]:
    """Sends parts until nobody takes them any more."""

    def send(connection: socket.socket) -> None:
        connection.sendall(head)
        for again in repeat(part):
            connection.sendall(again)
            time.sleep(pause)

    return send


ENDLESS: dict[str, tuple[bytes, bytes]] = {
    "a body": (b"HTTP/1.1 200 OK\r\n\r\n", b"a" * 65536),
    "headers": (b"HTTP/1.1 200 OK\r\n", b"X-More: and more\r\n" * 1000),
    "one header": (b"HTTP/1.1 200 OK\r\nX: ", b"a" * 65536),
    "a status": (b"HTTP/1.1 200 ", b"a" * 65536),
    "continuing": (b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1000),
    "a trailer": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", b"X: y\r\n" * 1000),
    "nothing, packed": (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", gzip.compress(b"") * 1000),
}


@pytest.mark.parametrize("what", ENDLESS)
def test_what_has_no_end_is_left(what: str) -> None:
    """By its size, long before the time is over."""
    began = time.monotonic()
    line = answered(without_end(*ENDLESS[what]), most=100_000, seconds=60.0)
    assert "is larger than 100 kB" in line or line.startswith("does not answer as the web does (")
    assert time.monotonic() - began < 30


SLOW: dict[str, Answer] = {
    "silence": lambda connection: connection.recv(1),
    "a head, a letter at a time": without_end(b"HTTP/1.1 200 OK\r\nX: ", b"a", 0.05),
    "headers, a line at a time": without_end(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n", 0.05),
    "a body, a letter at a time": without_end(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", b"a", 0.05),
    "parts, one at a time": without_end(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n", 0.05),
}


@pytest.mark.parametrize("what", SLOW)
def test_there_is_one_time_for_everything(what: str) -> None:
    """However often something comes."""
    began = time.monotonic()
    line = answered(SLOW[what], seconds=0.5)
    assert line == f"no whole answer within 0.5 s; try again later, or {BROWSER}"
    assert time.monotonic() - began < 10


def test_the_time_counts_for_all_that_an_address_leads_to() -> None:
    def send(connection: socket.socket) -> None:
        time.sleep(0.2)
        connection.sendall(leading_to("/mill"))

    assert answered(send, seconds=0.5) == f"no whole answer within 0.5 s; try again later, or {BROWSER}"


def test_the_look_up_of_a_name_counts_too(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: over.wait(30))
    try:
        line = refusal("http://post.example/", Rules(seconds=0.2))
    finally:
        over.set()
    assert line == f"http://post.example/: no whole answer within 0.2 s; try again later, or {BROWSER}"


# --- encryption -------------------------------------------------------------------------------------------------------


def trusting() -> ssl.SSLContext:
    """Trusts paper.example alone."""
    return ssl.create_default_context(cafile=PAPER)


def test_a_site_is_who_its_certificate_says(names: Names) -> None:
    """The certificate holds for the name, not for the number that the connection goes to."""
    names |= {"paper.example": [[LOCAL]] * 2, "post.example": [[LOCAL]]}
    with site(page(NEWS), encrypted=True) as found:
        assert fetch(found.at("/mill", "paper.example", "https"), rules(found, trust=trusting)).data == NEWS
        other = refusal(found.at("/", "post.example", "https"), rules(found, trust=trusting))
        unknown = refusal(found.at("/", "paper.example", "https"), rules(found))
    assert f"\r\nHost: paper.example:{found.port}\r\n" in found.asked[0]
    assert "certificate does not hold" in other
    assert "post.example" in other.partition("certificate does not hold")[2]
    assert "certificate does not hold" in unknown
    assert len(found.asked) == 1


def test_encryption_is_not_given_up_on_the_way(names: Names) -> None:
    names["paper.example"] = [[LOCAL]]
    with site(page(NEWS)) as plain, site(leading_to(plain.at("/mill")), encrypted=True) as found:
        address = found.at("/", "paper.example", "https")
        line = refusal(address, rules(found, trust=trusting, ports=frozenset({found.port, plain.port})))
    assert line == f"{address}: leads on to an address without encryption; {BROWSER}"
    assert plain.asked == []


def test_a_site_that_does_not_encrypt_is_told() -> None:
    with site(b"HTTP/1.1 400 Bad Request\r\n\r\n") as found:
        line = refusal(found.at(scheme="https"), rules(found, seconds=1.0))
    assert "no whole answer" in line or "no encrypted connection comes about" in line


# --- from an address to a brief ---------------------------------------------------------------------------------------


Local = Callable[[Site], None]


@pytest.fixture
def local(monkeypatch: pytest.MonkeyPatch) -> Local:
    """A function that lets a site of this machine be fetched from wherever an article is read."""
    return lambda found: monkeypatch.setattr(fetching, "fetch", partial(fetch, rules=rules(found)))


def test_an_address_is_a_source_of_the_command(command: Command, local: Local) -> None:
    """The page is headed by the end of it; the brief has where the article was in the end."""
    with site(leading_to("/2034/mill.txt"), page(NEWS), page(NEWS)) as found:
        local(found)
        stored = command(found.at("/mill/"), "--coder", "-f", "json")
        shown = command(found.at("/mill/"), "--coder")
    assert (stored.code, json.loads(stored.out)["source"]["origin"]["address"]) == (0, found.at("/2034/mill.txt"))
    assert shown.out.startswith("mill · ")
    assert stored.err.startswith(f"{found.at('/mill/')}: offline coder · ")


class Terminal(io.StringIO):
    """Keeps what is drawn."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_that_a_site_is_waited_for(
    command: Command, local: Local, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "SILENT_SECONDS", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "200")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    def send(connection: socket.socket) -> None:
        time.sleep(0.2)
        connection.sendall(page(NEWS))

    with site(send) as found:
        local(found)
        command(found.at("/mill"), "--coder")
    assert f" s {found.at('/mill')}: waiting for the site" in terminal.getvalue()


def test_an_address_is_a_source_of_the_library(local: Local) -> None:
    with site(page(NEWS)) as found:
        local(found)
        result = summarize(found.at("/mill"))
    assert result.document.text == NEWS.decode()
    assert result.brief.source.origin.address == found.at("/mill")


@pytest.mark.parametrize(("stated", "told"), [("/story/5", "/story/5"), ("https://other.example/5", "/mill")])
def test_a_page_may_state_another_address_of_its_own_site_and_no_one_else_s(
    local: Local, stated: str, told: str
) -> None:
    html = f"<html><head><link rel='canonical' href='{stated}'></head><body><p>{NEWS.decode()}</p></body></html>"
    with site(page(html.encode())) as found:
        local(found)
        assert read_article(found.at("/mill")).origin.address == found.at(told)


def test_an_event_loop_goes_on_while_an_article_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    went_on = threading.Event()

    def slow(address: str) -> Fetched:
        assert went_on.wait(10)
        return Fetched(NEWS, address, "")

    async def both() -> Any:
        asked = asyncio.create_task(asummarize("https://post.example/mill"))
        await asyncio.sleep(0.01)
        went_on.set()
        return await asked

    monkeypatch.setattr(fetching, "fetch", slow)
    assert asyncio.run(both()).document.text == NEWS.decode()


TABLE = b"""title,text,url
Mill,Riders burned the mill.,https://post.example/1
Dam,Riders took the dam.,
Ford,Riders left the ford.,/3?day=[2]
Weir,Riders held the weir.,//[
"""


def test_a_kind_that_the_content_does_not_tell_is_the_one_that_the_site_says(local: Local) -> None:
    """A table is one by its name alone; an article of it that states no address is where the table is."""
    with site(page(TABLE, "200 OK", "Content-Type: TEXT/CSV; charset=utf-8")) as found:
        local(found)
        articles = [read_article(found.at(f"/all?id=7#{number}")) for number in (1, 2, 3, 4)]
    assert articles[0].text == "Mill\n\nRiders burned the mill."
    assert [one.origin.address for one in articles] == [
        "https://post.example/1",
        found.at("/all?id=7"),
        found.at("/3?day=[2]"),
        "//[",
    ]


def test_what_comes_is_refused_as_a_file_would_be(command: Command, local: Local) -> None:
    with site(page(b"\x89PNG\r\n\x1a\n" + bytes(99))) as found:
        local(found)
        ran = command(found.at("/mill.html"), "--coder")
    assert ran.err == f"brief: {found.at('/mill.html')}: is a PNG image; an article is needed as text\n"


@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_a_password_is_in_no_line(command: Command, form: str) -> None:
    ran = command("https://desk:swordfish@post.example/a", "--coder", "-f", form)
    assert ran.code == 1
    assert "swordfish" not in ran.out + ran.err
    assert ran.err == (f"brief: https://…@post.example/a: holds a name or a password, and none is sent; {BROWSER}\n")


@pytest.mark.parametrize("words", [("record",), ("verify",), ("show",)])
def test_a_password_is_in_no_line_of_another_command(command: Command, words: tuple[str, ...]) -> None:
    Path("b.json").write_text("{}", encoding="utf-8")
    address = "ftp://desk:swordfish@post.example/a"
    ran = command(
        *words, address, *(["b.json"] if words != ("record",) else ["--model", "m", "--base-url", "http://h/v1"])
    )
    assert ran.code in (1, 2)
    assert "swordfish" not in ran.out + ran.err


def test_only_articles_are_fetched(command: Command) -> None:
    """A stored brief, gold answers or a configuration are not; nor is an article that is to be kept under a name."""
    line = "https://post.example/b.json: is an address that is not read"
    with pytest.raises(SourceError, match=line):
        read_text("https://post.example/b.json")
    ran = command("record", "https://post.example/a", "--model", "m", "--base-url", "http://localhost:9/v1")
    assert ran.err == "brief: https://post.example/a has no name to be kept under: give files\n"
