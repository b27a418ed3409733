"""Each piece of evidence for or against two articles telling of one incident, with the sentences of both that show it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from summarizer.conflict.linking.leading_tolls import tolls_in
from summarizer.conflict.linking.linking import LinkProposal
from summarizer.conflict.linking.spellings import skeleton
from summarizer.conflict.linking.when import event_days
from summarizer.documents.quotes import Quote
from summarizer.lexicons import lexicon, pattern
from summarizer.origins import PrintedArticle

_CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w’'-]+")
MOST = 2
"""Sentences of an article that are shown for one piece."""


@dataclass(frozen=True)
class PieceOfEvidence:
    """One measure with its weight, and where both articles show what it was taken from.

    Attributes:
        measure: its name in linking.toml.
        weight: above 0 it speaks for one incident, below against.
        one, other: sentences of the two articles, the number being their place among the sentences; none for measures
            that rest on the whole, such as the words in common.
    """

    measure: str
    weight: float
    one: tuple[Quote, ...]
    other: tuple[Quote, ...]


def pieces(proposal: LinkProposal, articles: Mapping[str, PrintedArticle]) -> tuple[PieceOfEvidence, ...]:
    """What speaks for and against a proposal, the weightiest first.

    Args:
        proposal: two articles that may tell of one incident.
        articles: by their keys.
    """
    one, other = articles[proposal.one], articles[proposal.other]
    return tuple(
        PieceOfEvidence(measure, weight, tuple(_showing(measure, one, other)), tuple(_showing(measure, other, one)))
        for measure, weight in proposal.evidence
    )


Reading = Callable[[str], frozenset[object]]


def _showing(measure: str, article: PrintedArticle, beside: PrintedArticle) -> Iterator[Quote]:
    """Sentences of an article that tell what the other tells too, or, of what differs, what it does not."""
    if measure not in _READINGS:
        return
    read, is_shared = _READINGS[measure]
    own, others = read(article), frozenset[object]().union(*map(read(beside), beside.sentences))
    found = 0
    for quote in _sentences(article):
        told = own(quote.text)
        if found < MOST and (told & others if is_shared else told - others):
            found += 1
            yield quote


def _sentences(article: PrintedArticle) -> Iterator[Quote]:
    after = 0
    for number, sentence in enumerate(article.sentences, 1):
        start = article.text.index(sentence, after)
        after = start + len(sentence)
        yield Quote(sentence=number, start=start, end=after, text=sentence)


def _names(_: PrintedArticle) -> Reading:
    return lambda sentence: frozenset(map(skeleton, _CAPITALISED.findall(sentence)))


def _days(article: PrintedArticle) -> Reading:
    published = article.published
    return lambda sentence: frozenset(event_days([sentence], published) if published else ())


def _tolls(outcome: str, _: PrintedArticle) -> Reading:
    return lambda sentence: frozenset(getattr(tolls_in([sentence]), outcome))


def _kinds(_: PrintedArticle) -> Reading:
    return lambda sentence: frozenset(
        kind for kind in lexicon("violence") if pattern("violence", kind).search(sentence)
    )


_READINGS: Mapping[str, tuple[Callable[[PrintedArticle], Reading], bool]] = {
    "rare_names": (_names, True),
    "other_names": (_names, False),
    "other_places": (_names, False),
    "same_day": (_days, True),
    "next_day": (_days, False),
    "days_apart": (_days, False),
    "far_apart": (_days, False),
    "killed_alike": (partial(_tolls, "killed"), True),
    "killed_unlike": (partial(_tolls, "killed"), False),
    "wounded_alike": (partial(_tolls, "wounded"), True),
    "kinds": (_kinds, True),
}
"""How what a measure was taken from is read in a sentence, and whether both articles must tell it."""
