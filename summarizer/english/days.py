"""Weekdays → days, where the day of publication is known: by rule, and only where the words leave one reading."""

import re
from datetime import date, timedelta

from summarizer.documents.quotes import Quotes
from summarizer.lexicons import lexicon, pattern

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"(?<!\w)({'|'.join(WEEKDAYS)})(?!\w)", re.IGNORECASE)
_TODAY = re.compile(r"(?<!\w)(?:today|tonight|this (?:morning|afternoon|evening))(?!\w)", re.IGNORECASE)
_YESTERDAY = re.compile(r"(?<!\w)yesterday(?!\w)", re.IGNORECASE)


def day_of(time: Quotes, published: date | None) -> date | None:
    """The day that the words for a past event mean in an article published on this day.

    "Wednesday" is the last Wednesday up to the day of publication. "Last Wednesday" may be a week
    earlier, "every Wednesday" is no day, "Monday and Wednesday" are two: these are left alone, as
    is everything with a date of its own.

    Args:
        time: the words for when it happened.
        published: day of publication, or None.

    Returns:
        The day, or None where it is not known or the words leave more than one reading.
    """
    if published is None:
        return None
    ambiguous = pattern("days", *lexicon("days"))
    days: set[date] = set()
    for quote in time:
        if ambiguous.search(quote.text):
            return None
        days |= _days(quote.text, published)
    return days.pop() if len(days) == 1 else None


def _days(text: str, published: date) -> set[date]:
    days = {_last(WEEKDAYS.index(name.lower()), published) for name in _WEEKDAY.findall(text)}
    if _TODAY.search(text):
        days.add(published)
    if _YESTERDAY.search(text):
        days.add(published - timedelta(days=1))
    return days


def _last(weekday: int, published: date) -> date:
    return published - timedelta(days=(published.weekday() - weekday) % 7)
