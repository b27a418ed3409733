"""Which columns of a table of articles hold what."""

from collections.abc import Mapping

HOLDS = {
    "text": "the article's text",
    "date": "its day of publication",
    "title": "its title",
    "outlet": "who published it",
    "author": "who wrote it",
    "address": "where it is to be found",
}
"""What a table may say of an article, in words."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "full_text", "maintext"),
    "date": ("date", "published", "published_at", "date_publish", "pub_date", "timestamp"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "source", "source_domain", "channel"),
    "author": ("author", "authors", "byline"),
    "address": ("url", "link", "address", "canonical"),
}
"""Names of columns that are taken for each of them, in small letters; the first that is there counts."""
