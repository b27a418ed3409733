"""Words for a time → a day or a range of days, by rule, and only where the words leave one reading; never guessed."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from summarizer.documents.document import Document
from summarizer.documents.quotes import Quotes
from summarizer.lexicons import lexicon, pattern

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"


@dataclass(frozen=True)
class Days:
    """The day, or the days from first to last, that words for a time mean, and the rule that says so."""

    first: date
    last: date
    rule: str

    @property
    def day(self) -> date | None:
        """The day, where it is one."""
        return self.first if self.first == self.last else None


@dataclass(frozen=True)
class _Rule:
    """Words of this form mean these days, given the day of the article; None where they mean none."""

    name: str
    words: re.Pattern[str]
    days: Callable[[re.Match[str], date | None], tuple[date, date] | None]


def _one(day: date | None) -> tuple[date, date] | None:
    return (day, day) if day else None


def _on(year: int, month: int, day: int) -> date | None:
    """A day of the calendar, if there is this one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_of(found: re.Match[str]) -> int:
    return 1 + MONTHS.index(found["month"][:3].lower())


def _dated(found: re.Match[str], _: date | None) -> tuple[date, date] | None:
    return _one(_on(int(found["year"]), _month_of(found), int(found["day"])))


def _iso(found: re.Match[str], _: date | None) -> tuple[date, date] | None:
    return _one(_on(int(found["year"]), int(found["number"]), int(found["day"])))


def _this_year(found: re.Match[str], said: date | None) -> tuple[date, date] | None:
    """A day and month without a year: the latest up to the day of the article."""
    if said is None:
        return None
    days = (_on(said.year - back, _month_of(found), int(found["day"])) for back in (0, 1))
    return _one(next((day for day in days if day and day <= said), None))


def _whole_month(year: int, month: int) -> tuple[date, date]:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)


def _month_and_year(found: re.Match[str], _: date | None) -> tuple[date, date]:
    return _whole_month(int(found["year"]), _month_of(found))


def _month_alone(found: re.Match[str], said: date | None) -> tuple[date, date] | None:
    if said is None:
        return None
    month = _month_of(found)
    return _whole_month(said.year if month <= said.month else said.year - 1, month)


def _year_alone(found: re.Match[str], _: date | None) -> tuple[date, date]:
    year = int(found["year"])
    return date(year, 1, 1), date(year, 12, 31)


def _weekday(found: re.Match[str], said: date | None) -> tuple[date, date] | None:
    if said is None:
        return None
    back = (said.weekday() - WEEKDAYS.index(found["weekday"].lower())) % 7
    return _one(said - timedelta(days=back))


def _the_eleventh(found: re.Match[str], said: date | None) -> tuple[date, date] | None:
    """A day of the month: of this month, or of the one before where it is still to come."""
    if said is None:
        return None
    before = said.replace(day=1) - timedelta(days=1)
    days = (_on(month.year, month.month, int(found["day"])) for month in (said, before))
    return _one(next((day for day in days if day and day <= said), None))


def _days_ago(found: re.Match[str], said: date | None) -> tuple[date, date] | None:
    count = NUMBERS.get(found["count"].lower()) or (int(found["count"]) if found["count"].isdigit() else None)
    return _one(said - timedelta(days=count)) if said and count else None


def _back(days: int) -> Callable[[re.Match[str], date | None], tuple[date, date] | None]:
    return lambda _, said: _one(said - timedelta(days=days)) if said else None


def _last_week(_: re.Match[str], said: date | None) -> tuple[date, date] | None:
    monday = said - timedelta(days=said.weekday() + 7) if said else None
    return (monday, monday + timedelta(days=6)) if monday else None


def _last_month(_: re.Match[str], said: date | None) -> tuple[date, date] | None:
    before = said.replace(day=1) - timedelta(days=1) if said else None
    return _whole_month(before.year, before.month) if before else None


def _last_year(_: re.Match[str], said: date | None) -> tuple[date, date] | None:
    return (date(said.year - 1, 1, 1), date(said.year - 1, 12, 31)) if said else None


def _rule(name: str, words: str, days: Callable[[re.Match[str], date | None], tuple[date, date] | None]) -> _Rule:
    return _Rule(name, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE), days)


RULES: tuple[_Rule, ...] = (
    _rule("date", rf"{_DAY}(?: of)? {_MONTH},? {_YEAR}", _dated),
    _rule("date", rf"{_MONTH} {_DAY},? {_YEAR}", _dated),
    _rule("date", rf"{_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)", _iso),
    _rule("day and month", rf"{_DAY}(?: of)? {_MONTH}", _this_year),
    _rule("day and month", rf"{_MONTH} {_DAY}", _this_year),
    _rule("month and year", rf"{_MONTH},? {_YEAR}", _month_and_year),
    _rule("today", r"today|tonight|this (?:morning|afternoon|evening)|earlier in the day", _back(0)),
    _rule("yesterday", r"yesterday|last night", _back(1)),
    _rule("days ago", rf"(?P<count>{'|'.join(NUMBERS)}|\d{{1,2}}) days? ago", _days_ago),
    _rule("last week", r"last week", _last_week),
    _rule("last month", r"last month", _last_month),
    _rule("last year", r"last year", _last_year),
    _rule("weekday", rf"(?P<weekday>{'|'.join(WEEKDAYS)})", _weekday),
    _rule("day of the month", r"(?:on )?the (?P<day>\d{1,2})(?:st|nd|rd|th)", _the_eleventh),
    _rule("month", rf"(?:in|during) {_MONTH}", _month_alone),
    _rule("year", rf"in {_YEAR}", _year_alone),
)
"""Read from the top: of words that fit several rules, the first says what they mean."""

LEFT_OPEN = ("other_week", "repeated")
"""Entries of days.toml whose words leave a weekday with more than one reading, or with none."""


WITHOUT_THE_ARTICLES_DAY = frozenset({"date", "month and year", "year"})
"""Rules whose words say which days they mean whenever they are read: all that counts of an older event."""


def day_of_article(document: Document) -> date | None:
    """The day from which an article speaks: of publication, where the caller gave it, else of its dateline."""
    told = document.dateline.date if document.dateline else None
    return document.published or (day_of((told,), None) if told else None)


def days_of(time: Quotes, said: date | None) -> Days | None:
    """The days that the words for a past event mean in an article of this day.

    "Wednesday" is the last Wednesday up to the article's day. "Last Wednesday" may be a week earlier, "every Wednesday" is
    no day, "Monday and Wednesday" are two: these are left alone. A date with its year needs no day of the article.

    Args:
        time: the words for when it happened.
        said: the day of the article, or None.

    Returns:
        The days, or None where they are not known or the words leave more than one reading.
    """
    found = {days for quote in time for days in _days(quote.text, said)}
    spans = {(days.first, days.last) for days in found}
    return min(found, key=lambda days: days.rule) if len(spans) == 1 else None


def day_of(time: Quotes, said: date | None) -> date | None:
    """The single day that the words mean, if they mean one; see `days_of`."""
    days = days_of(time, said)
    return days.day if days else None


def _days(text: str, said: date | None) -> Iterator[Days]:
    """What each stretch of the words means, each stretch read by one rule only."""
    left = text
    for rule in RULES:
        for found in list(rule.words.finditer(left)):
            left = left[: found.start()] + " " * len(found.group()) + left[found.end() :]
            if rule.name == "weekday" and _left_open(text):
                continue
            days = rule.days(found, said)
            if days and not (rule.name == "weekday" and _names_a_date(text)):
                yield Days(*days, rule.name)


def _left_open(text: str) -> bool:
    return pattern("days", *LEFT_OPEN).search(text) is not None


def _names_a_date(text: str) -> bool:
    """A weekday beside a month is said of that date, and tells no other day."""
    return pattern("days", *set(lexicon("days")).difference(LEFT_OPEN)).search(text) is not None
