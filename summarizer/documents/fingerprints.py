"""Which article it is: one digest of its text, its day of publication and what its source states of it."""

import hashlib
from datetime import date

from summarizer.documents.characters import SURROGATE
from summarizer.documents.quotes import Origin

_NOTHING_ELSE = Origin()


def fingerprint(text: str, published: date | None = None, origin: Origin = _NOTHING_ELSE) -> str:
    """What an article is known by, before it is cut into sentences: everything that its `Document` is made of.

    Args:
        text: the article, as it was read.
        published: day of publication.
        origin: what is known of it beside its words; a part of it that is not stated plays no part.

    Returns:
        A SHA-256 in hexadecimal.
    """
    words = SURROGATE.sub("\ufffd", text)  # as `Document.from_text` has it
    day = published.isoformat() if published else ""
    stated = origin.model_dump_json(exclude_defaults=True)
    return hashlib.sha256("\0".join((day, stated, words)).encode()).hexdigest()
