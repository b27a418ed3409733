"""Expressions of time in a sentence, as spans of tokens, and the days that they may mean."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from summarizer.documents.document import Document, Sentence
from summarizer.english.grammar.tokens import Token, within
from summarizer.lexicons import phrases_pattern, words

_YEAR = r"(?:1[89]|20)\d\d"
YEAR = re.compile(_YEAR)
"""A year that an article may name."""
_LONG_AGO = re.compile(r"(?:years?|decades?) ago$|^(?!one|two|a |1 |2 ).* months ago$|^last month$")
_OLD_AFTER = timedelta(days=62)
_WEEK = 7
_SHORT = "Mon|Tues?|Wed|Thu|Thurs?|Fri|Sat|Sun"
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NO_YEAR = 9000


@dataclass(frozen=True, slots=True)
class Time:
    """Tokens `first` to `last`, and as much of a date as the words name."""

    first: int
    last: int
    words: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relative: bool = False  # told by its distance from the report: "yesterday"
    long_ago: bool = False  # months or years before it

    def resolved(self, report: date | None) -> date | None:
        """The day, as an article of this date means it, where the words leave one."""
        if report is None:
            return None
        if self.day is not None and self.month is not None:
            return _dated(self.year or report.year, self.month, self.day, report, fixed=self.year is not None)
        if self.weekday is not None and self.month is None and self.year is None:
            return report - timedelta(days=(report.weekday() - self.weekday) % _WEEK)
        return None

    def is_old(self, report: date | None) -> bool:
        """Whether it lies so far before the report that what happened then is no news."""
        if self.long_ago or report is None:
            return self.long_ago or (self.day is None and (self.year or self.month) is not None)
        day = self.resolved(report)
        if day is not None:
            return report - day > _OLD_AFTER
        if self.month is None:
            return self.year is not None and self.year < report.year
        year = self.year or report.year - (self.month > report.month)
        return 12 * (report.year - year) + report.month - self.month > 1

    def differs(self, other: "Time", report: date | None) -> bool:
        """Whether the two can't be the same day."""
        mine, theirs = self.resolved(report), other.resolved(report)
        if mine is not None and theirs is not None:
            return mine != theirs
        pairs = (
            (self.year, other.year),
            (self.month, other.month),
            (self.day, other.day),
            (self.weekday, other.weekday),
        )
        return any(one is not None and two is not None and one != two for one, two in pairs)

    @property
    def tells_day(self) -> bool:
        """Whether it names a day, and not only a part of one."""
        parts = (self.year, self.month, self.day, self.weekday)
        return self.relative or self.long_ago or any(part is not None for part in parts)


def _dated(year: int, month: int, day: int, report: date, *, fixed: bool) -> date | None:
    try:
        found = date(year, month, day)
        return found if fixed or found <= report + timedelta(days=_WEEK) else date(year - 1, month, day)
    except ValueError:
        return None


def times_in(document: Document, sentence: Sentence, tokens: list[Token]) -> list[Time]:
    """Every expression of time of a sentence, from left to right; not the dateline's."""
    head = document.dateline.date if document.dateline else None
    found: list[Time] = []
    for match in _pattern().finditer(document.text, sentence.start, sentence.end):
        if head is not None and match.start() < head.end and head.start < match.end():
            continue
        inside = within(tokens, *match.span())
        if inside:
            found.append(_read(inside[0], inside[-1], match))
    return found


def report_date(document: Document) -> date | None:
    """The day of the report: as given, as its dateline says, or the first full date among the first sentences.

    A dateline without a year is put into a year to which every year that an article may name is past.
    """
    if document.published is not None:
        return document.published
    head = document.dateline.date if document.dateline else None
    ends = [sentence.end for sentence in document.sentences[:3]]
    places = [*([(head.start, head.end)] if head else []), *([(0, ends[-1])] if ends else [])]
    for start, end in places:
        for match in _pattern().finditer(document.text, start, end):
            time = _read(0, 0, match)
            in_head = head is not None and start == head.start
            if time.month and time.day and (time.year or in_head):
                return _dated(time.year or _NO_YEAR, time.month, time.day, date.max, fixed=True)
    return None


def read_time(words_of_time: str) -> Time | None:
    """The first expression of time in some words, its place in a sentence left out."""
    match = _pattern().search(words_of_time)
    return _read(0, 0, match) if match else None


def _read(first: int, last: int, match: re.Match[str]) -> Time:
    low = " ".join(match.group().lower().split())
    year = match["year"] or match["year2"] or match["year3"] or match["year4"]
    name = match["month"] or match["month2"] or match["month3"] or match["month4"] or match["month5"]
    day = match["day"] or match["day2"]
    weekday = match["weekday"] or match["short"]
    return Time(
        first=first,
        last=last,
        words=low,
        year=int(year) if year else None,
        month=_months()[name.lower()[:3]] if name else None,
        day=int(re.sub(r"\D", "", day)) if day else None,
        weekday=_DAYS.index(weekday[:3].lower()) if weekday else None,
        relative=match["relative"] is not None or low.endswith("ago"),
        long_ago=match["month5"] is not None or _LONG_AGO.search(low) is not None,
    )


@cache
def _months() -> dict[str, int]:
    return {name[:3]: number for number, name in enumerate(words("times", "months")[:12], start=1)}


@cache
def _pattern() -> re.Pattern[str]:
    month = phrases_pattern(words("times", "months")).pattern
    weekday = phrases_pattern(words("times", "weekdays")).pattern
    relative = phrases_pattern(words("times", "relative")).pattern
    unit = phrases_pattern(words("times", "units")).pattern
    seasons = phrases_pattern(words("times", "seasons")).pattern
    small = phrases_pattern(words("numbers", "units")[1:28]).pattern
    count = rf"(?:\d+|a|an|(?:some\s+)?{small}(?:-{small})?|several|some|many|a\s+few|a\s+dozen)"
    number = r"\d{1,2}(?:st|nd|rd|th|d)?"
    part = r"(?:\s+(?:morning|afternoon|evening|night|noon))?"
    lead = r"(?:(?:last|next|this|early|late|earlier)\s+)?"
    led = r"(?:(?<=\bin\s)|(?<=\bof\s)|(?<=\blast\s)|(?<=\bsince\s)|(?<=\bearly\s)|(?<=\blate\s))"
    since = r"(?<![\w.,])"
    return re.compile(
        rf"\b(?:{since}(?P<day>{number})\s+(?:of\s+)?(?P<month>{month})(?:,?\s+(?P<year>{_YEAR}))?"
        rf"|(?P<month2>{month})\s+(?P<day2>{number})\b(?:,?\s+(?P<year2>{_YEAR}))?"
        rf"|last\s+(?P<month5>{month})(?!\s+\d)"
        rf"|(?:{led}(?P<month3>{month})(?!\s+\d)|(?P<month4>{month})(?=,?\s+(?:of\s+)?(?:{_YEAR}|this\s+year|last\s+year)))"
        rf"(?:,?\s+(?:of\s+)?(?:(?P<year3>{_YEAR})|(?:this|last)\s+year))?"
        rf"|(?:the\s+(?:early|late)\s+hours\s+of\s+)?{lead}(?P<weekday>{weekday}){part}"
        rf"|(?-i:(?P<short>{_SHORT})(?=\s*[-–—:]))"
        rf"|(?P<relative>{relative})(?!\s+of\b)|(?:{seasons})|{since}{count}\s+{unit}\s+(?:ago|earlier|before(?=\W*(?:$|[,.;]|said\b|told\b)))"
        rf"|{since}(?P<year4>{_YEAR})(?![\w,.]\d|\w))",
        re.IGNORECASE,
    )
