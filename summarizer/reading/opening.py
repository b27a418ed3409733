"""Whatever stands for an article → its document: a path, a text, or a source that holds several."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from summarizer.documents.document import Document
from summarizer.errors import SourceError
from summarizer.reading.article import Article
from summarizer.reading.files import read_articles
from summarizer.reading.given import names_a_file
from summarizer.reading.reader import numbered, only
from summarizer.reading.registry import GIVEN, articles_in


def read_document(source: str | Path | Document, published: date | None = None) -> Document:
    """The document that `source` stands for, as `summarize` takes it.

    Raises:
        SourceError: the file could not be read, there is no text in it, it is of a kind that is not read, or holds
            several articles.
    """
    if isinstance(source, Document):
        return replace(source, published=published) if published else source
    called, articles = _articles(source)
    return _document(only(articles, called), published)


def read_documents(
    source: str | Path, published: date | None = None, **wishes: Any
) -> Iterator[tuple[str, Document | SourceError]]:
    """The documents in a source, in order.

    Args:
        source: as `summarize` takes it; it may hold several articles, like a mailbox, a feed or a table.
        published: day of publication of all of them; by default each one's own, where it states one.
        wishes: how a table or a text of several articles is taken apart: `columns` and `separator`, as
            `summarizer.reading.article.Given` has them.

    Yields:
        What the article is called, `inbox.mbox#3`, and its document; in the place of one that cannot be read, the
        error that says why.

    Raises:
        SourceError: the source could not be read, or holds no article.
    """
    for name, article in read_articles_in(source, **wishes):
        yield name, article if isinstance(article, SourceError) else _document(article, published)


def read_articles_in(source: str | Path, **wishes: Any) -> Iterator[tuple[str, Article | SourceError]]:
    """The articles in a source, in order, as `read_documents` takes it, before they are cut into sentences."""
    called, articles = _articles(source, **wishes)
    for number, article in enumerate(articles, 1):
        yield numbered(called, getattr(article, "number", number)), article


def _articles(source: str | Path, **wishes: Any) -> tuple[str, Iterator[Article | SourceError]]:
    """What a source is called, and its articles."""
    if names_a_file(source):
        return str(source), read_articles(source, **wishes)
    return GIVEN, articles_in(str(source))


def _document(article: Article, published: date | None) -> Document:
    return Document.from_text(article.text, published=published or article.published, origin=article.origin)
