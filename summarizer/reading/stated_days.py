"""A day as files and headers state it, and nothing guessed: ISO 8601, RFC 5322, or seconds since 1970."""

import re
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime
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
            found = read(told).date()
        except (ValueError, OverflowError):
            continue
        return found if found.year not in NO_YEARS else None
    return None


NO_YEARS = (MINYEAR, MAXYEAR)
"""The first and the last that there can be: programs write 0001-01-01 or 9999-12-31 where they know no day."""


def _since_1970(told: str) -> datetime:
    if not _SECONDS.fullmatch(told):
        raise ValueError
    return datetime.fromtimestamp(int(told), UTC)
