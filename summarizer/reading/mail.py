"""Mail with its headers, mailboxes, and a web server's answer with its own."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from email import message_from_bytes
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage, MIMEPart
from email.policy import default
from typing import Any

from summarizer.documents.quotes import Origin
from summarizer.errors import SourceError
from summarizer.reading.article import Article, Given, left_out, whom, with_title
from summarizer.reading.decoding import decode, without_mark
from summarizer.reading.extras import opened_as
from summarizer.reading.letters import own_words
from summarizer.reading.pages import read_page
from summarizer.reading.reader import Beginning, Sample, is_seen, numbered, only
from summarizer.reading.stated_days import day_in

_KNOWN = frozenset(
    (
        "from", "to", "cc", "bcc", "subject", "date", "sent", "sender", "reply-to", "in-reply-to", "references",
        "message-id", "mime-version", "content-type", "content-transfer-encoding", "received", "return-path",
        "delivered-to", "list-id", "newsgroups",
    )
)  # fmt: skip
# A mailbox's first line, which may stand or not; lines "Name: value", each with the indented ones that carry it on, as
# far as a blank line.
_HEAD = re.compile(r"\A(?:From \S+ .*\n)?+((?:[A-Za-z][A-Za-z0-9-]*:.*(?:\n[ \t]+\S.*)*+(?:\n|\Z))++[ \t]*(?:\n|\Z))")
_NAME = re.compile(r"^([A-Za-z][A-Za-z0-9-]*):", re.MULTILINE)

LONGEST_HEADER = 1_000
"""Characters of a header that are read: the library's time for one grows with the square of it."""
# Of one mail: signs of a line, a part, and a part that holds others; with each the most that there may be.
_MOST = ((rb"\n", 250_000), (rb"\n--", 1_000), (rb"(?i)boundary\s*=", 50))

_ANSWERING = re.compile(r"(?:(?:re|fwd?|aw|wg)(?:\[\d+\])?:\s*)+", re.IGNORECASE)
_DIVIDER = re.compile(
    rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From (?=[^\n]{0,200}\d)[^\n]{1,300}\n(?=[A-Za-z][A-Za-z0-9-]{0,70}:)"
)
_ESCAPED = re.compile(rb"^>(?=>*From )", re.MULTILINE)
_QUOTING = re.compile(
    r"""<blockquote\b[^<>]{0,200}\btype\s*=\s*["']?cite
    | \bclass\s*=\s*["']?[^"'<>]{0,200}\b(?:gmail_quote|moz-cite-prefix|protonmail_quote|yahoo_quoted)
    | \bid\s*=\s*["']?(?:divRplyFwdMsg|mail-editor-reference-message)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Marks that mail programs set where another mail begins."""
_NO_CHARSET = re.compile("punycode|idna")
"""Encodings of names: the time for a text grows with the square of it."""

is_answer = Beginning(r"HTTP/[\d.]+\s\d{3}\b")


def is_mail(sample: Sample) -> bool:
    """Whether this begins with headers, up to a blank line, of which two or more are those of a mail.

    Names in capitals alone do not count: agencies put DATE: and SUBJECT: over their reports.
    """
    head = _HEAD.match(sample.text)
    if head is None:
        return False
    known = _KNOWN.intersection(name.lower() for name in _NAME.findall(head[1]) if not name.isupper())
    fewest = 1 if sample.is_called(".eml", ".mbox") else 2
    return len(known) >= fewest


def is_mailbox(sample: Sample) -> bool:
    """Whether this begins with the line that divides a mailbox, and a mail after it."""
    return sample.text.startswith("From ") and is_mail(sample)


def read_mail(given: Given) -> Iterable[Article]:
    """What the sender of a mail wrote himself, or passes on.

    Who sent it, by name, and by address only where there is no name, is the outlet; the subject is the title. A mail that
    passes on another is of that one's day.

    Raises:
        SourceError: it is built out of too many parts, or has no text that its sender wrote.
    """
    return [_article(without_mark(given.data), given.name)]


def read_mailbox(given: Given) -> Iterator[Article | SourceError]:
    """Each mail of a mailbox, as `read_mail` reads it."""
    for number, letter in enumerate(_DIVIDER.split(without_mark(given.data))[1:], 1):
        try:
            yield _article(_ESCAPED.sub(b"", letter), numbered(given.name, number))
        except SourceError as error:
            yield error


def _shortened(name: str, value: str) -> Any:
    return HeaderRegistry()(name, value[:LONGEST_HEADER])


def _article(data: bytes, name: str) -> Article:
    if any(len(re.findall(sign, data)) > most for sign, most in _MOST):
        raise SourceError(f"{name}: is a mail of too many parts or lines; save its text and give that")
    with opened_as("a mail", name):
        mail = message_from_bytes(data, policy=default.clone(header_factory=_shortened))
        subject, sender, sent = (" ".join(str(mail.get(field, "")).split()) for field in ("subject", "from", "date"))
        attachments = len(list(mail.iter_attachments()))
        body = _body(mail, name)
    letter = own_words(body.text, subject, sent)
    if not is_seen(letter.text):
        raise SourceError(f"{name}: holds nothing but what it quotes; give the mail that it answers")
    title = _ANSWERING.sub("", subject, count=1)
    cut = left_out({"quoted passage": letter.quotes, "signature": letter.signatures, "attachment": attachments})
    origin = Origin(title=title, outlet=whom(sender), relayed=letter.relayed, left_out=(*body.origin.left_out, *cut))
    return Article(with_title(letter.text, title), day_in(letter.sent), origin)


def _body(mail: EmailMessage, name: str) -> Article:
    """Its text; else that of the page that it holds."""
    for part in filter(None, map(mail.get_body, (("plain",), ("html",)))):
        text = _decoded(part, name)
        if is_seen(text):
            return _READ[part.get_content_subtype()](text, name)
    raise SourceError(f"{name}: is a mail without a text of its own; save what is attached to it and give that")


def _of_page(text: str, name: str) -> Article:
    """The page that a mail is; where it quotes another mail, who wrote which words is not told by a page's paragraphs."""
    if _QUOTING.search(text):
        raise SourceError(f"{name}: holds only HTML, and quotes another mail in it; save its text and give that")
    whole = f"<html><body>{text}</body></html>"  # it may be a part of a page
    return only(read_page(Given(whole.encode("utf-8-sig", errors="replace"), name)), name)


_READ: dict[str, Callable[[str, str], Article]] = {"plain": lambda text, _: Article(text), "html": _of_page}


def _decoded(part: MIMEPart, name: str) -> str:
    """The text of a part; in UTF-8, whatever it states, where it is that."""
    data: Any = part.get_payload(decode=True)
    stated = _NO_CHARSET.sub("utf-8", part.get_content_charset("utf-8"))
    for encoding in (stated,) if data.isascii() else ("utf-8", stated):
        with suppress(LookupError, ValueError):
            return str(data.decode(encoding)).replace("\r\n", "\n")
    return decode(data, name).replace("\r\n", "\n")
