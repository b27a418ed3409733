"""What Telegram Desktop exports as `result.json`: each message with a text an article."""

import json
import re
from collections.abc import Iterator
from functools import partial
from operator import attrgetter
from typing import Any

from summarizer.documents.quotes import Origin
from summarizer.errors import SourceError
from summarizer.reading.article import Article, Given, left_out
from summarizer.reading.decoding import decode
from summarizer.reading.reader import Sample
from summarizer.reading.stated_days import day_in

_STRING = r'"(?:[^"\\]|\\.)*+"'
# A chat's name, kind and number, and then its messages; or all chats, after whatever else was exported.
_EXPORT = re.compile(
    rf"""\{{ (?:
        (?: \s*+ "(?:name|type|id)" \s* : \s* (?:{_STRING}|-?\d++|null) \s* , )++ \s* "messages"
      | .*? "chats" \s* : \s* \{{ (?: \s*+ "about" \s* : \s* {_STRING} \s* , )?+ \s* "list"
    ) \s* : \s* \[""",
    re.VERBOSE | re.DOTALL,
)
_MEDIA = ("photo", "file", "poll")
"""What a message may hold beside its text."""


def is_telegram(sample: Sample) -> bool:
    """Whether this is an object that holds a chat's messages, or a list of chats."""
    return _EXPORT.match(sample.text) is not None


def read_telegram(given: Given) -> Iterator[Article]:
    """The messages that have a text, chat by chat; what the service itself noted is passed over.

    The chat is the outlet, and who signed or sent a message its author, where that is somebody else.

    Raises:
        SourceError: it is no whole export.
    """
    try:
        export = json.loads(decode(given.data, given.name))
        for chat in export.get("chats", {"list": [export]})["list"]:
            yield from filter(attrgetter("text"), map(partial(_article, chat), chat["messages"]))
    except (json.JSONDecodeError, RecursionError, LookupError, TypeError, AttributeError) as error:
        raise SourceError(f"{given.name}: is no whole export of Telegram's; export it anew") from error


def _article(chat: Any, message: Any) -> Article:
    """A message; without a text, where it is none of a person's or a channel's."""
    told = {field: str(message.get(field) or "") for field in ("type", "date", "author", "from", "forwarded_from")}
    channel, sender = str(chat.get("name") or ""), told["author"] or told["from"]
    origin = Origin(
        outlet=channel,
        author="" if sender == channel else sender,
        relayed=told["forwarded_from"],
        left_out=left_out({medium: int(medium in message) for medium in _MEDIA}),
    )
    text = _words(message.get("text", "")).strip() if told["type"] == "message" else ""
    return Article(text, day_in(told["date"]), origin)


def _words(text: Any) -> str:
    """A text, or one in parts, of which those in another type are objects."""
    if isinstance(text, list):
        return "".join(map(_words, text))
    return str(text["text"]) if isinstance(text, dict) else text
