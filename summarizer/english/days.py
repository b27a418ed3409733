"""Words for a time → a day or a range of days, by rule, and only where the words leave one reading; never guessed."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from summarizer.documents.document import Document
from summarizer.documents.quotes import Quotes
from summarizer.lexicons import pattern

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


Range = tuple[date, date]


@dataclass(frozen=True)
class _Rule:
    """Words of this form mean these days in an article of a day; a ValueError where the calendar has none such."""

    name: str
    words: re.Pattern[str]
    days: Callable[[re.Match[str], date], Range]


def _on(day: date) -> Range:
    return day, day


def _month_of(found: re.Match[str]) -> int:
    return 1 + MONTHS.index(found["month"][:3].lower())


def _whole_month(year: int, month: int) -> Range:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _month_before(said: date) -> date:
    """A day of the month before."""
    return said.replace(day=1) - timedelta(days=1)


def _latest(day: int, months: Iterable[tuple[int, int]], said: date) -> Range:
    """This day of the first of the months, each with its year, that has it and in which it is not to come."""
    for year, month in months:
        if day <= monthrange(year, month)[1] and date(year, month, day) <= said:
            return _on(date(year, month, day))
    raise ValueError(f"there is no day {day} before {said}")


def _dated(found: re.Match[str], _: date) -> Range:
    return _on(date(int(found["year"]), _month_of(found), int(found["day"])))


def _iso(found: re.Match[str], _: date) -> Range:
    return _on(date.fromisoformat(found.group()))


def _this_year(found: re.Match[str], said: date) -> Range:
    """A day and month without a year."""
    month = _month_of(found)
    return _latest(int(found["day"]), ((said.year, month), (said.year - 1, month)), said)


def _month_and_year(found: re.Match[str], _: date) -> Range:
    return _whole_month(int(found["year"]), _month_of(found))


def _month_alone(found: re.Match[str], said: date) -> Range:
    month = _month_of(found)
    return _whole_month(said.year if month <= said.month else said.year - 1, month)


def _year_alone(found: re.Match[str], _: date) -> Range:
    year = int(found["year"])
    return date(year, 1, 1), date(year, 12, 31)


def _weekday(found: re.Match[str], said: date) -> Range:
    back = (said.weekday() - WEEKDAYS.index(found["weekday"].lower())) % 7
    return _on(said - timedelta(days=back))


def _the_eleventh(found: re.Match[str], said: date) -> Range:
    """A day of the month: of this month, or of the one before where it is still to come."""
    before = _month_before(said)
    return _latest(int(found["day"]), ((said.year, said.month), (before.year, before.month)), said)


def _days_ago(found: re.Match[str], said: date) -> Range:
    count = NUMBERS.get(found["count"].lower()) or int(found["count"])
    return _on(said - timedelta(days=count))


def _today(_: re.Match[str], said: date) -> Range:
    return _on(said)


def _yesterday(_: re.Match[str], said: date) -> Range:
    return _on(said - timedelta(days=1))


def _last_week(_: re.Match[str], said: date) -> Range:
    monday = said - timedelta(days=said.weekday() + 7)
    return monday, monday + timedelta(days=6)


def _last_month(_: re.Match[str], said: date) -> Range:
    before = _month_before(said)
    return _whole_month(before.year, before.month)


def _last_year(_: re.Match[str], said: date) -> Range:
    return date(said.year - 1, 1, 1), date(said.year - 1, 12, 31)


def _rule(name: str, words: str, days: Callable[[re.Match[str], date], Range]) -> _Rule:
    return _Rule(name, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE), days)


RULES: tuple[_Rule, ...] = (
    _rule("date", rf"{_DAY}(?: of)? {_MONTH},? {_YEAR}", _dated),
    _rule("date", rf"{_MONTH} {_DAY},? {_YEAR}", _dated),
    _rule("date", rf"{_YEAR}-\d\d-\d\d", _iso),
    _rule("day and month", rf"{_DAY}(?: of)? {_MONTH}", _this_year),
    _rule("day and month", rf"{_MONTH} {_DAY}", _this_year),
    _rule("month and year", rf"{_MONTH},? {_YEAR}", _month_and_year),
    _rule("today", r"today|tonight|this (?:morning|afternoon|evening)|earlier in the day", _today),
    _rule("yesterday", r"yesterday|last night", _yesterday),
    _rule("days ago", rf"(?P<count>{'|'.join(NUMBERS)}|[1-9]\d?) days? ago", _days_ago),
    _rule("last week", r"last week", _last_week),
    _rule("last month", r"last month", _last_month),
    _rule("last year", r"last year", _last_year),
    _rule("weekday", rf"(?P<weekday>{'|'.join(WEEKDAYS)})", _weekday),
    _rule("day of the month", r"(?:on )?the (?P<day>\d{1,2})(?:st|nd|rd|th)", _the_eleventh),
    _rule("month", rf"(?:in|during) {_MONTH}", _month_alone),
    _rule("year", rf"in {_YEAR}", _year_alone),
)
"""Read from the top: of words that fit several rules, the first says what they mean."""

WITHOUT_THE_ARTICLES_DAY = frozenset({"date", "month and year", "year"})
"""Rules whose words say which days they mean whenever they are read: all that counts of an older event."""


def day_of_article(document: Document) -> date | None:
    """The day from which an article speaks: of publication, where the caller gave it, else of its dateline."""
    told = document.dateline.date if document.dateline else None
    if document.published or told is None:
        return document.published
    return day_of((told,), None) or _of_a_short_year(told.text)


def _of_a_short_year(text: str) -> date | None:
    """The day of a dateline such as "29 SEP 89"; the century is the one that POSIX takes for such years, from 1969 on."""
    found = _SHORT_YEAR.fullmatch(text)
    if found is None:
        return None
    year = int(found["year"])
    with suppress(ValueError):
        return date(year + (1900 if year >= 69 else 2000), _month_of(found), int(found["day"]))
    return None


_SHORT_YEAR = re.compile(rf"{_DAY} {_MONTH},? (?P<year>\d\d)", re.IGNORECASE)


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
    left, day = text, said or date.max  # without the day of the article, no rule is left that asks for it
    for rule in _rules(text, said):
        for found in list(rule.words.finditer(left)):
            left = left[: found.start()] + " " * len(found.group()) + left[found.end() :]
            with suppress(ValueError):  # there is no 31 April
                yield Days(*rule.days(found, day), rule.name)


def _rules(text: str, said: date | None) -> tuple[_Rule, ...]:
    """The rules by which these words can be read in an article of this day."""
    if said is None:
        return _ANY_DAY_RULES
    return _NO_WEEKDAY_RULES if pattern("days").search(text) else RULES


_ANY_DAY_RULES = tuple(rule for rule in RULES if rule.name in WITHOUT_THE_ARTICLES_DAY)
_NO_WEEKDAY_RULES = tuple(rule for rule in RULES if rule.name != "weekday")
