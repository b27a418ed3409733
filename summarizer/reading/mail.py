"""Mail with its headers, mailboxes, and a web server's answer with its own."""

import re

from summarizer.reading.reader import Beginning, Sample

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
