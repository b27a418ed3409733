"""How many an incident struck, as each publisher told it from day to day: ranges by source, never added up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from summarizer.conflict.linking.leading_tolls import Counted, counted_in
from summarizer.documents.quotes import Quote
from summarizer.english.numbers import Bound, parse_count, qualifier_before
from summarizer.origins import PrintedArticle

LEAD = 8
"""Sentences of an article, its title among them, in which the toll of what it is about stands."""


@dataclass(frozen=True)
class TollTold:
    """One article's count of the killed or of the wounded.

    Attributes:
        key: of the article.
        publisher: of it, folded.
        day: of its publication.
        at_least, at_most: what the words allow; "dozens" is at least 24; None where they set no bound.
        words: the number with its qualifier, as it stands in the article's text; `sentence` counts the article's sentences.
    """

    key: str
    publisher: str
    day: date | None
    at_least: Bound
    at_most: Bound
    words: Quote

    def contradicts(self, other: "TollTold") -> bool:
        """Whether no number is within the bounds of both."""
        return _above(self.at_least, other.at_most) or _above(other.at_least, self.at_most)


@dataclass(frozen=True)
class TollHistory:
    """All counts of one outcome that articles of one incident lead with, the oldest first."""

    told: tuple[TollTold, ...]

    @property
    def latest(self) -> tuple[TollTold, ...]:
        """Each publisher's last word."""
        return tuple({each.publisher or each.key: each for each in self.told}.values())

    @property
    def differs(self) -> bool:
        """Whether the last words of two publishers contradict each other."""
        latest = self.latest
        return any(one.contradicts(other) for one in latest for other in latest)


def toll_history(articles: Iterable[PrintedArticle], outcome: str) -> TollHistory:
    """What the articles of one incident count, each by the first number that it leads with.

    Args:
        articles: of one incident, in any order.
        outcome: `killed` or `wounded`.
    """
    in_order = sorted(articles, key=attrgetter("age"))
    return TollHistory(tuple(filter(None, (leading_toll(article, outcome) for article in in_order))))


def leading_toll(article: PrintedArticle, outcome: str) -> TollTold | None:
    """The first number of people killed, or wounded, that an article leads with.

    Args:
        article: any.
        outcome: `killed` or `wounded`.
    """
    return next(_told(article, outcome == "killed"), None)


def _told(article: PrintedArticle, killed: bool) -> Iterator[TollTold]:
    after = 0
    for number, sentence in enumerate(article.sentences[:LEAD], 1):
        start = article.text.index(sentence, after)
        after = start + len(sentence)
        for each in counted_in(sentence):
            if each.killed == killed:
                yield _toll(article, each, sentence, Quote(sentence=number, start=start, end=after, text=sentence))


def _toll(article: PrintedArticle, each: Counted, sentence: str, within: Quote) -> TollTold:
    start, end = each.number.start, each.number.end
    first, _ = qualifier_before(sentence, start) or (start, end)
    count = parse_count(sentence[first:end])
    words = Quote(
        sentence=within.sentence, start=within.start + first, end=within.start + end, text=sentence[first:end]
    )
    at_least, at_most = (count.at_least, count.at_most) if count else (each.number.value, each.number.value)
    return TollTold(article.key, article.publisher, article.published, at_least, at_most, words)


def _above(at_least: Bound, at_most: Bound) -> bool:
    return at_least is not None and at_most is not None and at_least > at_most
