"""RSS and Atom: each entry an article."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from summarizer.documents.quotes import Origin
from summarizer.errors import SourceError
from summarizer.reading.article import Article, Given, whom, with_title
from summarizer.reading.decoding import without_mark
from summarizer.reading.extras import needed, opened_as
from summarizer.reading.fragments import text_of
from summarizer.reading.reader import numbered
from summarizer.reading.stated_days import day_in

MOST_BYTES = 2_000_000
"""Of a feed: feedparser takes its time."""
ONLY_A_SUMMARY = "the article, of which the feed gives only a summary"

_OTHER_DAY = {"rss": "updated"}
"""Where feedparser puts the day that RSS has as dc:date; in Atom, that is when an entry was last changed."""


def read_feed(given: Given) -> Iterator[Article | SourceError]:
    """The entries in order: the content of each, or its summary, as text. Nothing is fetched.

    Raises:
        SourceError: feedparser is not installed, or the feed is too large, or declares entities of its own.
    """
    feedparser = needed("feedparser", "feeds", given)
    data = without_mark(given.data)
    if len(data) > MOST_BYTES:
        raise SourceError(f"{given.name}: is a feed of more than {MOST_BYTES // 1_000_000} MB; divide it")
    if b"<!ENTITY" in data.upper():
        raise SourceError(f"{given.name}: is a feed that declares entities of its own; save it without them")
    with opened_as("a feed", given.name):
        # From bytes that can be read, or else it takes them for a name; the texts are made plain here.
        feed = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    for number, entry in enumerate(feed.entries, 1):
        yield _article(entry, feed, numbered(given.name, number))


def _article(entry: Any, feed: Any, name: str) -> Article | SourceError:
    whole = max((text_of(content.value) for content in entry.get("content", ())), key=len, default="")
    text = whole or text_of(entry.get("summary", ""))
    if not text:
        return SourceError(f"{name}: is an entry without a text; read the page that it leads to")
    title = text_of(entry.get("title", ""))
    channel = entry.get("source", {}).get("title") or feed.feed.get("title", "")
    origin = Origin(
        title=title,
        outlet=text_of(channel),
        author=whom(entry.get("author", "")),
        address=entry.get("link", ""),
        left_out=() if whole else (ONLY_A_SUMMARY,),
    )
    stated = entry.get("published") or entry.get(_OTHER_DAY.get(feed.version[:3], ""), "")
    return Article(with_title(text, title), day_in(stated), origin)
