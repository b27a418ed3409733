"""What dates an act: a day beside it, or words that put it before this news; the day on which somebody says so dates none."""

import re
from collections.abc import Iterator
from datetime import date

from summarizer.documents.document import Document, sentence_quote
from summarizer.documents.quotes import Quote, Quotes
from summarizer.english.capitals import CAPITAL
from summarizer.english.days import day_of_article, days_of
from summarizer.english.grammar.parsing import times_at
from summarizer.english.grammar.times import YEAR, Time
from summarizer.english.passages import Span, clause
from summarizer.english.sought import found_in
from summarizer.lexicons import pattern

# --- the day of saying ---------------------------------------------------------------------------------


def is_said_on(start: int, document: Document) -> bool:
    """Whether a day at this place is the day of the saying: "said on Monday", "told reporters late on Monday".

    Args:
        start: of the day in the article.
        document: the article, in plain characters.
    """
    sentence = document.sentences[document.sentence_at(start) - 1]
    said = found_in(pattern("modality", "reporting"), document, sentence.start, start)
    reach = _SAID_TO if said and said[-1].text.lower() in _TAKES_HEARER else _SAID
    return bool(said) and reach.fullmatch(document.text, said[-1].end, start) is not None


_ON = r"(?:(?:late|early|later|earlier|on)\s+)*"
_SAID = re.compile(rf"\s+{_ON}")
_SAID_TO = re.compile(rf"\s+(?:(?!that\b)[\w’'-]+\s+){{0,4}}?{_ON}")
_TAKES_HEARER = ("told", "telephoned", "wrote", "a statement", "a letter")
"""Words of saying that may be followed by whom they were said to, before the day."""


# --- the day of an act -----------------------------------------------------------------------------------


def times_beside(words: Quote, document: Document) -> Iterator[tuple[Time, Span]]:
    """The times in the clause of some words, each with its place; none of what was said: "the claim made on May 3".

    Args:
        words: for an act.
        document: the article, in plain characters.
    """
    start = document.sentences[words.sentence - 1].start
    for time, place in times_at(document, *clause(words, document)):
        told_of = is_said_on(place[0], document) or _MADE_ON.search(document.text, start, place[0])
        if not (told_of or _is_a_name(place, document)):
            yield time, place


def _is_a_name(place: Span, document: Document) -> bool:
    """Whether a day is how somebody is called: "the March 23's men", "March 23 Movement", "March 23: we did it"."""
    text, (start, end) = document.text, place
    by_its_month = text.endswith("the ", 0, start) and text[start].isalpha()
    return by_its_month or _OF_A_NAME.match(text, end) is not None


_OF_A_NAME = re.compile(rf":|\s+{CAPITAL}")


_MADE_ON = re.compile(r"\b(?:made|given|sent|signed|dated|claimed|recorded)\s+(?:on\s+)?$", re.IGNORECASE)


def dates_closely(place: Span, words: Quote, document: Document) -> bool:
    """Whether a time stands close to some words, with no word of saying or of another act between.

    Args:
        place: of the time.
        words: for an act.
        document: the article, in plain characters.
    """
    between = document.text[min(place[1], words.end) : max(place[0], words.start)]
    return len(between.split()) <= _BESIDE and _OTHER_ACT.search(between) is None


_BESIDE = 8
"""Words between an act and a day that still dates it."""
_OTHER_ACT = re.compile(
    rf"{pattern('modality', 'reporting').pattern}|\b(?:say|withdrew|arrested|found|and|who)\b", re.IGNORECASE
)


# --- before this news ------------------------------------------------------------------------------------


def is_long_before(time: Quotes, document: Document) -> bool:
    """Whether a date lies more than a week before the day of the article, of which the year may be left out.

    Args:
        time: the words of the date.
        document: the article, in plain characters.
    """
    said = day_of_article(document) or _day_at_the_head(document)
    days = days_of(time, said) if said is not None else None
    return bool(said and days and days.rule in _BY_DATE and (said - days.last).days > _WEEK)


def _day_at_the_head(document: Document) -> date | None:
    """The day of the dateline, or of a first line that is no sentence; the year is any."""
    dated = document.dateline.date if document.dateline else None
    lines = [sentence_quote(document, one.number) for one in document.sentences[:_HEAD]]
    heads = [dated] if dated else [line for line in lines if not line.text.endswith(".")]
    found = (days_of((quote,), _ANY_YEAR) for quote in heads)
    return next((days.last for days in found if days and days.rule in _BY_DAY), None)


_HEAD = 2
"""Lines at the head of an article in which its day may stand."""
_WEEK = 7
_ANY_YEAR = date(2000, 12, 31)
_BY_DAY = frozenset({"date", "day and month"})
"""Rules by which a day is told by its date."""
_BY_DATE = _BY_DAY | {"month and year", "month", "last month", "year", "last year"}


def background_cues(span: Span, document: Document) -> Quotes:
    """Words that date what stands beside them before this news; a bare year only if it is not the article's own.

    Args:
        span: where they are sought.
        document: the article, in plain characters.
    """
    dated = YEAR.search(document.words(document.sentence_at(span[0])))
    times = times_at(document, *span) if dated else ()
    years = [place for time, place in times if not time.day and is_of_another_year(time, document)]
    bare = (document.quote(*place) for place in years if _opens_a_year(span[0], place[0], document))
    known = found_in(pattern("modality", "background"), document, *span)
    told = (*known, *bare, *found_in(LONG_SPAN, document, *span))
    return tuple(quote for quote in told if not _compares(quote, span[0], document))


def is_of_another_year(time: Time, document: Document) -> bool:
    """Whether a time names a year, and not the article's own."""
    return time.year not in (None, getattr(day_of_article(document), "year", None))


def _opens_a_year(start: int, year: int, document: Document) -> bool:
    return not _BEFORE_A_YEAR.isdisjoint(document.text[start:year].lower().split()[-1:])


_BEFORE_A_YEAR = frozenset({"in", "since", "of", "from", "during", "early", "late", "mid"})
LONG_SPAN = re.compile(
    r"\b(?:(?:over|in|during|for)\s+)?(?:the\s+)?(?:past|last|previous|preceding)\s+(?:\w+\s+)?(?:months|years|decades|year|decade|century)\b(?![’']s)"
    r"|\b(?:most|much|all|part|half)\s+of\s+the\s+(?:year|decade|century)\b",
    re.IGNORECASE,
)
"""Words for a stretch of months or years."""


def _compares(quote: Quote, start: int, document: Document) -> bool:
    """Whether "in the past …" is a stretch of these days, or one that an act of these days is compared with."""
    if not _PAST.match(quote.text):
        return False
    compared = _OF_ITS_KIND.search(document.text, start, quote.start)
    return compared is not None or _HOURS.match(document.text, quote.end) is not None


_PAST = re.compile(r"(?:(?:in|over|for|during)\s+)?(?:the\s+)?(?:past|last|previous)\b", re.IGNORECASE)
_OF_ITS_KIND = re.compile(
    r"\b(?:first|only|most|least|worst|best|[a-z]{3,}iest|[a-z]{3,}(?<!for)est)\b[^,;:.]*$", re.IGNORECASE
)
"""What compares an act of these days with all of a stretch of time: "the deadliest in the past ten years"."""
_HOURS = re.compile(r"\s+(?:[\w-]+\s+){0,2}(?:minutes|hours|days)\b", re.IGNORECASE)
"""What makes of "in the past" a stretch of these days."""


def is_long_ago(quote: Quote, document: Document) -> bool:
    """Whether the words name a year, or a month and no day of it, or say how far back it was.

    Args:
        quote: the words.
        document: the article, in plain characters.
    """
    named = any(time.is_old(None) for time, _ in times_at(document, quote.start, quote.end))
    return named or pattern("modality", "far_back").search(quote.text) is not None
