"""What a source comes to, in the tests of readers: its article, or the line that says why it has none."""

import pytest

from summarizer.errors import SourceError
from summarizer.reading.article import Article, Given
from summarizer.reading.registry import articles


def read(source: str | bytes, name: str = "a.bin") -> Article:
    """The one article of a source."""
    (article,) = articles(Given(source if isinstance(source, bytes) else source.encode(), name))
    assert isinstance(article, Article)
    return article


def told(source: str | bytes, name: str = "a.bin") -> str:
    """Why it cannot be read."""
    with pytest.raises(SourceError) as caught:
        list(articles(Given(source if isinstance(source, bytes) else source.encode(), name)))
    return str(caught.value)
