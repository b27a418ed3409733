"""The head of an article: its title, and the place, date and agency of its dateline."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from summarizer.documents.paragraphs import Span
from summarizer.lexicons import word_set, words

LONGEST_TITLE = 150
_LONGEST_HEAD = 120
_LEADING_PARAGRAPHS = 4

_LINE_BREAK = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")
_OPENING = "“‘«\"'["
_CLOSING = "”’»\"')]"
_ENDS_LIKE_PROSE = re.compile(r"[.,;:]$")
_ENDS_A_SENTENCE = re.compile(r"[.!?…:]$")
_ENDS_IN_ACRONYM = re.compile(r"(?:\w\.){2,}$|\.\.\.$")
_DASH = re.compile(r"\s+(?:--?|[–—])\s+|\s*—\s*|\s*--\s*")
_TAGS = re.compile(r"(?:\[[A-Z ]{3,20}\]\s*)+")
_AGENCY = re.compile(r"\s*\((?P<agency>[^()]{2,40})\)$")
_PARTS = re.compile(r"\s*,\s*")
_COUNTRY = re.compile(r"\s*\([^()\d]{2,30}\)$")
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Head:
    """Where the parts of a dateline stand in the text."""

    place: Span | None = None
    date: Span | None = None
    agency: Span | None = None


def find_title(text: str, paragraphs: list[Span]) -> Span | None:
    """The first paragraph, if it is a headline: one short line, not ended like prose, with a body after it.

    Args:
        text: the article.
        paragraphs: where they stand in it.
    """
    if len(paragraphs) < 2:
        return None
    first, second = paragraphs[:2]
    goes_on = text[second.start].islower()
    return first if not goes_on and _is_headline(_beginning(text, first)) else None


def _is_headline(line: str) -> bool:
    if len(line) > LONGEST_TITLE or _LINE_BREAK.search(line):
        return False
    if _ends_like_prose(line) or not any(map(str.isalpha, line)):
        return False
    if _is_by_line(line) or _date().fullmatch(line):
        return False
    return _parsed(line) is None


def _beginning(text: str, paragraph: Span) -> str:
    """What a paragraph begins with: all of it, or more than a title may have."""
    return text[paragraph.start : min(paragraph.end, paragraph.start + LONGEST_TITLE + 1)]


def find_dateline(text: str, paragraphs: list[Span], title: Span | None) -> Head | None:
    """The dateline at the head of the body, and a date that stands in a paragraph of its own before it.

    Where it is in doubt that words are a dateline, they are none.

    Args:
        text: the article.
        paragraphs: where they stand in it.
        title: the first of them, where it is the title.
    """
    date: Span | None = None
    body = paragraphs[1:] if title else paragraphs
    for paragraph in body[:_LEADING_PARAGRAPHS]:
        line = _beginning(text, paragraph)
        head = _parsed(line)
        if head:
            place, own_date, agency = (_moved(span, paragraph.start) for span in (head.place, head.date, head.agency))
            return Head(place, own_date or date, agency)
        if _date().fullmatch(line):
            date = date or paragraph
        elif not _is_by_line(line):
            break
    return Head(date=date) if date else None


def _ends_like_prose(line: str) -> bool:
    bare = line.rstrip(_CLOSING)
    if _ENDS_IN_ACRONYM.search(bare):
        return False
    return _ENDS_LIKE_PROSE.search(bare) is not None


def _is_by_line(line: str) -> bool:
    """'By Ann Example, The Paper': a name follows, and no full stop."""
    opening = _by_line().match(line)
    if opening is None or _ends_like_prose(line):
        return False
    return line[opening.end() :][:1].isupper()


def _parsed(line: str) -> Head | None:
    """The dateline that this beginning of a paragraph has, with offsets from its start."""
    tags = _TAGS.match(line)
    begin = tags.end() if tags else 0
    dashes = _DASH.finditer(line, begin, _LONGEST_HEAD)
    dash = next((found for found in dashes if _is_outside_brackets(line, found)), None)
    if not dash or not _is_prose(line[dash.end() :], len(line)):
        return None
    end, agency = dash.start(), None
    in_brackets = _AGENCY.search(line, begin, end)
    if in_brackets and not _date().fullmatch(in_brackets["agency"]):
        end, agency = in_brackets.start(), Span(*in_brackets.span("agency"))
    place, date = _place_and_date(line, begin, end)
    if place is None or not _is_dateline(line, dash.end(), place, date, agency):
        return None
    return Head(place, date, agency)


def _is_prose(body: str, length: int) -> bool:
    """Whether what follows a dash is the beginning of a report, and not the rest of a headline."""
    return length > LONGEST_TITLE or _ENDS_A_SENTENCE.search(body.rstrip(_CLOSING)) is not None


def _is_outside_brackets(line: str, found: re.Match[str]) -> bool:
    return line.count("(", 0, found.start()) == line.count(")", 0, found.start())


def _place_and_date(line: str, begin: int, end: int) -> tuple[Span | None, Span | None]:
    """'PLACE, Region, 4 March 2011' taken apart; no place where a part is neither."""
    dated = _final_date().search(line, begin, end)
    date = Span(dated.start("date"), dated.end("date")) if dated else None
    place = Span(begin, dated.start() if dated else end)
    parts = _PARTS.split(_COUNTRY.sub("", line[place.start : place.end]))
    if len(parts) > 3 or not all(map(_is_name, parts)):
        return None, date
    return place, date


def _is_name(part: str) -> bool:
    """A few words, each capitalised, as places and regions are written; 'Rio de Oro' too."""
    tokens = part.split()
    if not 0 < len(tokens) <= _MOST_WORDS or part in word_set("datelines", "not_places"):
        return False
    if any(map(str.isdigit, part)):
        return False
    # A word in lower case between two others is a particle ("of", "de"), if short.
    particles = {token for token in tokens[1:-1] if len(token) <= 3}
    return particles.issuperset(token for token in tokens if not token[0].isupper())


def _is_dateline(line: str, body: int, place: Span, date: Span | None, agency: Span | None) -> bool:
    """Whether what was taken apart is evidence enough.

    A place in capitals before a body that is not; a date or an agency, where the body is in capitals
    as well; a known agency, where the place is not in capitals.
    """
    if agency and line[agency.start : agency.end] in word_set("datelines", "agencies"):
        return True
    first_part = _PARTS.split(line[place.start : place.end])[0]
    if not first_part.isupper() or len(first_part) < 3:
        return False
    report = line[body:]
    if report.isupper():
        return date is not None
    return report.lstrip(_OPENING)[:1].isupper() or report[:1].isdigit()


def _moved(span: Span | None, by: int) -> Span | None:
    return Span(span.start + by, span.end + by) if span else None


def _either(entries: Iterable[str]) -> str:
    return "|".join(re.escape(entry) for entry in sorted(entries, key=len, reverse=True))


@cache
def _date() -> re.Pattern[str]:
    """A date as news gives it: '4 March', 'March 4, 2011', 'Friday, 4 March', '4 MAR 90', 'Monday', '2011-03-04'."""
    month = rf"(?:{_either(words('datelines', 'months'))})\.?"
    weekday = rf"(?:{_either(words('datelines', 'weekdays'))})\.?"
    day, year = r"\d{1,2}(?:st|nd|rd|th)?", r"(?:,?\s+(?:\d{4}|\d{2}))?"
    plain = rf"(?:{day}\s+(?:of\s+)?{month}{year}|{month}\s+{day}{year}|\d{{4}}-\d\d-\d\d)"
    return re.compile(rf"(?:{weekday},?\s+)?{plain}|{weekday}", re.IGNORECASE)


@cache
def _final_date() -> re.Pattern[str]:
    return re.compile(rf"(?:,\s*|\s+(?=\d))(?P<date>{_date().pattern})$", re.IGNORECASE)


@cache
def _by_line() -> re.Pattern[str]:
    return re.compile(rf"(?:{_either(words('datelines', 'by_lines'))})\s+", re.IGNORECASE)
