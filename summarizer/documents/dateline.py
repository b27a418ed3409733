"""The head of an article: its title, and the place, date and agency of its dateline."""

import re
from functools import cache

from summarizer.documents.paragraphs import Span
from summarizer.lexicons import word_set, words

LONGEST_TITLE = 150
_LONGEST_HEAD = 120
_LEADING_PARAGRAPHS = 4
_MOST_PARTS = 3

_HEADLINE = re.compile(rf"(?![-*>] )(?!.*\b\d{{4}}-\d\d-\d\d\b)(?=.*?[^\W\d_])[^\n\r\v\f]{{1,{LONGEST_TITLE}}}")
"""One short line, with a letter in it, and without a day as files have it: "date: 2034-03-09, theme: markets" is none."""
_OPENING = "“‘«\"'["
_CLOSING = "”’»\"')]"
_ENDS_LIKE_PROSE = re.compile(r"[,;:]$|(?<!\w\.\w)(?<!\.\.)\.$")
"""Not "U.S.", nor an ellipsis: headlines end in these."""
_ENDS_A_SENTENCE = re.compile(r"[.!?…:]$")
_PARTS = re.compile(r"\s*,\s*")
_COUNTRY = re.compile(r"\s*\([^()\d]{2,30}\)$")
_FEW_WORDS = re.compile(r"[^\s\d]+(?:\s+[^\s\d]+){0,3}")
_PARTICLE = re.compile(r"(?<=\s)\S{1,3}(?=\s)")


def find_title(text: str, paragraphs: list[Span]) -> Span | None:
    """The first paragraph, if it is a headline: one short line, not ended like prose, with a body after it.

    Args:
        text: the article.
        paragraphs: where they stand in it.
    """
    if len(paragraphs) < 2 or text[paragraphs[1].start].islower():
        return None
    first, line = paragraphs[0], _beginning(text, paragraphs[0])
    is_of_the_head = _is_by_line(line) or find_dateline(text, [first], None)
    return None if is_of_the_head or _ends_like_prose(line) or not _HEADLINE.fullmatch(line) else first


def _beginning(text: str, paragraph: Span) -> str:
    """What a paragraph begins with: all of it, or more than a title may have."""
    return text[paragraph.start : min(paragraph.end, paragraph.start + LONGEST_TITLE + 1)]


def find_dateline(text: str, paragraphs: list[Span], title: Span | None) -> dict[str, Span]:
    """The dateline at the head of the body, and a date that stands in a paragraph of its own before it.

    Where it is in doubt that words are a dateline, they are none.

    Args:
        text: the article.
        paragraphs: where they stand in it.
        title: the first of them, where it is the title.

    Returns:
        Where its place, date and agency stand in the text, each only where stated.
    """
    parts: dict[str, Span] = {}
    body = paragraphs[1:] if title else paragraphs
    for paragraph in body[:_LEADING_PARAGRAPHS]:
        line = _beginning(text, paragraph)
        found = _dateline(line) or stamp(line, Span(0, len(line)))
        if found:
            stated = [part for part in found.groupdict() if found[part]]
            return parts | {part: _moved(found.span(part), paragraph.start) for part in stated}
        if _date().fullmatch(line):
            parts.setdefault("date", paragraph)
        elif not _is_by_line(line):
            break
    return parts


def stamp(text: str, paragraph: Span) -> re.Match[str] | None:
    """The time or the date that is set before the first sentence of a paragraph, with nothing between them.

    Args:
        text: the article.
        paragraph: where it stands in it.
    """
    is_prose = _ENDS_A_SENTENCE.search(text[paragraph.start : paragraph.end].rstrip(_CLOSING))
    return _stamp().match(text, *paragraph) if is_prose else None


def _moved(span: tuple[int, int], by: int) -> Span:
    return Span(span[0] + by, span[1] + by)


def _ends_like_prose(line: str) -> bool:
    return _ENDS_LIKE_PROSE.search(line.rstrip(_CLOSING)) is not None


def _is_by_line(line: str) -> bool:
    """'By Ann Example, The Paper': a name follows, and no full stop."""
    opening = _by_line().match(line)
    if opening is None or _ends_like_prose(line):
        return False
    return opening["initial"].isupper()


def _dateline(line: str) -> re.Match[str] | None:
    """The dateline that this beginning of a paragraph has: its place, and its date and agency where stated."""
    found = _head().match(line, 0, _LONGEST_HEAD)
    if found is None or not _is_place(found["place"]):
        return None
    # What follows is the beginning of a report, and not the rest of a headline.
    is_report = len(line) > LONGEST_TITLE or _ENDS_A_SENTENCE.search(line.rstrip(_CLOSING), found.end())
    return found if is_report and _is_evident(found, line[found.end() :]) else None


def _is_place(words: str) -> bool:
    """'PLACE, Region, Country' or 'PLACE (Country)': each part a few words, capitalised; 'Rio de Oro' too."""
    parts = _PARTS.split(_COUNTRY.sub("", words))
    return len(parts) <= _MOST_PARTS and all(map(_is_name, parts))


def _is_name(part: str) -> bool:
    if not _FEW_WORDS.fullmatch(part) or part in word_set("datelines", "not_places"):
        return False
    return all(word[0].isupper() for word in _PARTICLE.sub("", part).split())


def _is_evident(found: re.Match[str], report: str) -> bool:
    """Whether what was taken apart is evidence enough.

    A place in capitals before a body that is not; a date or an agency, where the body is in capitals
    as well; a known agency, where the place is not in capitals.
    """
    if found["agency"] in word_set("datelines", "agencies"):
        return True
    first_part = _PARTS.split(found["place"])[0]
    if not first_part.isupper() or len(first_part) < 3:
        return False
    if report.isupper():
        return found["date"] is not None
    return report.lstrip(_OPENING)[:1].isupper() or report[:1].isdigit()


def _either(entry: str) -> str:
    return "|".join(map(re.escape, sorted(words("datelines", entry), key=len, reverse=True)))


@cache
def _date() -> re.Pattern[str]:
    """A date as news gives it: '4 March', 'March 4, 2011', 'Friday, 4 March', '4 MAR 90', 'Monday', '2011-03-04'."""
    return re.compile(rf"{_calendar_date()}|(?:{_either('weekdays')})\.?", re.IGNORECASE)


def _calendar_date() -> str:
    """The same with a day of a month in it."""
    month, weekday = rf"(?:{_either('months')})\.?", rf"(?:{_either('weekdays')})\.?"
    day, year = r"\d{1,2}(?:st|nd|rd|th)?", r"(?:,?\s+(?:\d{4}|\d{2}))?"
    plain = rf"(?:{day}\s+(?:of\s+)?{month}{year}|{month}\s+{day}{year}|\d{{4}}-\d\d-\d\d)"
    return rf"(?:{weekday},?\s+)?{plain}"


@cache
def _stamp() -> re.Pattern[str]:
    """'14:05 ', '[2:05 p.m. GMT] ', '4 March 2011 ' before a capital; a date without a year only where it is glued to it."""
    zone = r"GMT|UTC|[A-Z]{1,3}[SD]T|local time"
    time = rf"\d{{1,2}}:\d\d(?::\d\d)?(?:\s*[ap]\.?m\b\.?)?(?:\s+(?:{zone})\b)?"
    return re.compile(
        rf"(?:{time}|\[{time}\])\s+(?=[“\"]?[A-Z])"
        rf"|(?P<date>(?i:{_calendar_date()}))(?:(?<=\d{{4}})\s+(?=[“\"]?[A-Z])|(?=[A-Z][a-z]))"
    )


@cache
def _head() -> re.Pattern[str]:
    """'[TAG] PLACE, Region, 4 March 2011 (Agency) - ', up to the first dash outside brackets."""
    date = f"(?i:{_date().pattern})"
    return re.compile(
        r"(?:\[[A-Z ]{3,20}\]\s*)*"
        r"(?P<place>(?:[^()]|\([^()]*\))*?)"
        rf"(?:(?:,\s*|\s+(?=\d))(?P<date>{date}))?"
        rf"(?:\s*\((?!{date}\))(?P<agency>[^()]{{2,40}})\))?"
        r"(?:\s+(?:--?|[–—])\s+|\s*(?:—|--)\s*)"
    )


@cache
def _by_line() -> re.Pattern[str]:
    return re.compile(rf"(?:{_either('by_lines')})\s+(?P<initial>\S)", re.IGNORECASE)
