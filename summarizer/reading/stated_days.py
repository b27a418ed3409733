"""A day as files and headers state it, and nothing guessed: ISO 8601, RFC 5322, or seconds since 1970."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_SECONDS = re.compile(r"\d{9,10}")


def day_in(stated: str) -> date | None:
    """The day that a field states, as its own time zone has it; None where it states none that is read without a guess.

    Args:
        stated: such as "2034-03-09", "2034-03-09T22:10:00+02:00", "Thu, 9 Mar 2034 22:10:00 +0200", "2025633600".
    """
    told = stated.strip()
    for read in (datetime.fromisoformat, parsedate_to_datetime, _since_1970):
        try:
            return read(told).date()
        except (ValueError, OverflowError):
            continue
    return None


def _since_1970(told: str) -> datetime:
    if not _SECONDS.fullmatch(told):
        raise ValueError
    return datetime.fromtimestamp(int(told), UTC)
