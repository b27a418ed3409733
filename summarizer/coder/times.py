"""Expressions of time in a sentence, as spans of tokens."""

import re
from dataclasses import dataclass
from functools import cache

from summarizer.coder.frames import Parsed
from summarizer.lexicons import phrases_pattern, words

_YEAR = r"(?:1[89]|20)\d\d"
_OLD = re.compile(rf"\b(?:in|since|of|during)\s+(?:\w+\s+)?({_YEAR})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Time:
    """Tokens `first` to `last`, and the year where the words name one."""

    first: int
    last: int
    year: int | None = None


def times_in(parsed: Parsed) -> list[Time]:
    """Every expression of time, from left to right; the longest where they overlap."""
    start = parsed.sentence.start
    text = parsed.document.text[start : parsed.sentence.end]
    found: list[Time] = []
    for match in _pattern().finditer(text):
        inside = [
            at
            for at, token in enumerate(parsed.tokens)
            if token.start >= start + match.start() and token.end <= start + match.end()
        ]
        if inside:
            year = re.search(_YEAR, match.group())
            found.append(Time(inside[0], inside[-1], int(year.group()) if year else None))
    return found


@cache
def _pattern() -> re.Pattern[str]:
    month = phrases_pattern(words("times", "months")).pattern
    weekday = phrases_pattern(words("times", "weekdays")).pattern
    relative = phrases_pattern(words("times", "relative")).pattern
    unit = phrases_pattern(words("times", "units")).pattern
    count = r"(?:\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|a\s+few)"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    part = r"(?:\s+(?:morning|afternoon|evening|night))?"
    return re.compile(
        rf"{day}\s+(?:of\s+)?{month}(?:,?\s+{_YEAR})?"
        rf"|{month}\s+{day}\b(?:,?\s+{_YEAR})?|{month}\s+{_YEAR}"
        rf"|(?:last\s+|next\s+|this\s+|early\s+|late\s+)?{weekday}{part}"
        rf"|{relative}|{count}\s+{unit}\s+(?:ago|earlier|before)|\b{_YEAR}\b",
        re.IGNORECASE,
    )
