"""An article as an outlet printed it: its words, and what is said beside them."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from summarizer.origins.publishers import publisher


@dataclass(frozen=True)
class PrintedArticle:
    """One article, before it is known whose text it is.

    Attributes:
        key: what it is known by; no two have the same.
        text: its words; the title may stand at the head.
        title: its headline, or nothing.
        published: its day, where that is known.
        outlet: who printed it, as its source names it: "The Daily Post", or "dailypost.example".
        author: its byline, where that is stated beside the words.
        relayed: whose text the outlet passed on, as it says itself.
    """

    key: str
    text: str
    title: str = ""
    published: date | None = None
    outlet: str = ""
    author: str = ""
    relayed: str = ""

    @property
    def age(self) -> tuple[date, str]:
        """The earliest first; those without a day last."""
        return self.published or date.max, self.key

    @cached_property
    def publisher(self) -> str:
        """Its outlet, as `publisher` folds it."""
        return publisher(self.outlet)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Its sentences and lines, roughly: what is printed over and over is found by them."""
        return tuple(filter(None, map(str.strip, _SENTENCE.split(self.text))))


_SENTENCE = re.compile(r"(?<=[.!?])[\"”’']?\s+(?=[\"“‘']?[^\W\d_a-z])|(?<=[a-z]{2}[.!?])(?=[A-Z])|\s*\n\s*")
