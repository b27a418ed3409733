"""Sources → offers: each article with its name, looked up where finished ones are kept."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from summarizer.documents.document import Document
from summarizer.reading.article import Article
from summarizer.reading.given import named
from summarizer.reading.opening import read_articles_in

Source = str | Path | Document
LookUp = Callable[[str, Article], tuple[str, bool, Any]]
"""From what an article is called and the article: its key, whether it is finished, and what is made of what is kept of it."""


def _itself(source: Source) -> Source:
    return source


@dataclass(frozen=True)
class Offer:
    """One article that is to be read.

    Attributes:
        source: what it is called.
        article: None where it could not be read.
        error: why not.
        key: what it is kept under; empty where nothing is kept.
        finished: whether it is finished already.
        kept: what is made of its brief then; None: it has to be made again, of the answers that are kept.
    """

    source: str
    article: Article | None = None
    error: Exception | None = None
    key: str = ""
    finished: bool = False
    kept: Any = None


def offers(
    sources: Iterable[Source],
    looked_up: LookUp,
    published: date | None = None,
    place: Callable[[Any], Source] = _itself,
    **wishes: Any,
) -> Iterator[Offer]:
    """The articles of sources, in order, read when they are asked for.

    Args:
        sources: as `summarize` takes them; each may hold several.
        looked_up: finds what is kept of an article.
        published: day of publication of all; by default each one's own, where it states one.
        place: what a source is read as. Raises SourceError where it is nothing to be read.
        wishes: how a table or a text of several articles is taken apart (`reading.opening.read_documents`).
    """
    for source in sources:
        for name, found in _articles(source, place, wishes):
            if isinstance(found, Exception):
                yield Offer(name, error=found)
                continue
            article = replace(found, published=published or found.published)
            key, finished, kept = looked_up(name, article)
            yield Offer(name, article, key=key, finished=finished, kept=kept)


def _articles(
    source: Source, place: Callable[[Any], Source], wishes: dict[str, Any]
) -> Iterator[tuple[str, Article | Exception]]:
    try:
        found = place(source)
        if isinstance(found, Document):
            called = found.origin.address or found.sha256[:12]
            yield called, Article(found.text, found.published, found.origin)
        else:
            yield from read_articles_in(found, **wishes)
    except Exception as error:  # noqa: BLE001  # told where its articles would be
        yield named(str(source)), error
