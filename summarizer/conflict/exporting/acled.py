"""Single incidents with the columns of ACLED (codebook of 2023), and behind them on whose word each stands."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache

from summarizer.conflict.exporting.codes import codebooks, gives
from summarizer.conflict.exporting.exported import AnEvent, Exported, several, words
from summarizer.conflict.exporting.shared_columns import ARTICLE, ITEM, ON_WHOSE_WORD
from summarizer.conflict.mapping.named_doers import ARMED
from summarizer.conflict.mapping.news import listed
from summarizer.conflict.mapping.struck import head_of, is_fighting
from summarizer.documents.quotes import Quote
from summarizer.lexicons import Phrases, phrases_pattern
from summarizer.rendering.formats import Rendered
from summarizer.rendering.tables import Column, header_of, rows_of

BOOK = "ACLED 2023"


# --- when and where -----------------------------------------------------------------------------------


def time_precision(event: AnEvent) -> int | None:
    """ACLED's code for how exactly the time is told; None where it has none."""
    if event.days is None:
        return None
    first, last = event.days
    widest: dict[str, int] = codebooks()["acled"]["time_precision"]
    return next((int(code) for code, days in widest.items() if (last - first).days < days), None)


def event_date(event: AnEvent) -> date | None:
    """The middle of the days that the words for the time leave, as far as they have a code."""
    if event.days is None or time_precision(event) is None:
        return None
    first, last = event.days
    return first + (last - first) // 2


def geo_precision(event: AnEvent) -> int | None:
    """ACLED's code for how exactly the place is told, as far as its own words and those before them say."""
    if len(event.item.place) != 1:
        return None
    told = event.item.place[0].text
    if _near().search(f"{_before(event.item.place[0], event)} {told}"):
        return 2
    return next((code for code, named in _named_places().items() if named.fullmatch(told)), None)


def _before(quote: Quote, event: AnEvent) -> str:
    """The last two words before a quotation, in its sentence."""
    sentences = event.within.document.sentences
    start = sentences[quote.sentence - 1].start if 0 < quote.sentence <= len(sentences) else 0
    return " ".join(event.within.document.text[start : quote.start].split()[-2:])


@cache
def _near() -> Phrases:
    return phrases_pattern(codebooks()["acled"]["geo_precision"]["near"])


@cache
def _named_places() -> dict[int, re.Pattern[str]]:
    """What names a town as one, and a region as one: "the town of Kel", "Kel City", "Orva province"."""
    return {code: _called(codebooks()["acled"]["geo_precision"][sort]) for code, sort in ((1, "town"), (3, "region"))}


def _called(sorts: Iterable[str]) -> re.Pattern[str]:
    sort = rf"(?i:{'|'.join(sorts)})"
    name = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
    return re.compile(rf"(?:[Tt]he )?(?:{sort} of {name}|{name} {sort})")


# --- who ------------------------------------------------------------------------------------------------

Ids = list[int]


def sides(event: AnEvent) -> tuple[Ids, Ids, Ids]:
    """The first group that may be named, those who did it with it, and, of fighting of two, the other side."""
    groups = [each.actor for each in event.groups]
    if event.item.kind != "clashes":
        return event.together[:1], event.together[1:], []
    return (groups[:1], [], groups[1:]) if len(groups) == 2 else ([], [], [])


def actor2(event: AnEvent) -> str:
    """The other side, or the people and bodies that were struck."""
    people = (words(target.text) for target in event.item.targets if target.kind != "thing")
    return event.within.actors(sides(event)[2]) or several(people)


def struck(event: AnEvent) -> str:
    """Who or what was hit, told by words alone: armed, people, things, mixed or unknown."""
    return TOGETHER.get(frozenset(filter(None, _hit(event))), "mixed")


TOGETHER: Mapping[frozenset[str], str] = {
    frozenset(): "unknown",
    frozenset({"armed"}): "armed",
    frozenset({"people"}): "people",
    frozenset({"things"}): "things",
    frozenset({"armed", "things"}): "armed",
    frozenset({"people", "things"}): "people",
}
"""What several who were hit come to."""


def _hit(event: AnEvent) -> Iterator[str]:
    """What each was that was hit, or came to harm; of fighting, also its sides."""
    item = event.item
    for target in item.targets:
        yield _sort(words(target.text), "things" if target.kind == "thing" else "people", event)
    for toll in item.casualties:
        yield _sort(words(toll.whom), "people", event)
    if item.kind == "clashes":
        yield from ("armed" for each in event.groups if event.within.items.actors[each.actor].kind in ARMED)


def _sort(told: str, unarmed: str, event: AnEvent) -> str:
    """Whether words name somebody or something armed; ranks and bare numbers tell nothing."""
    head = head_of(told)
    if not head or head in listed("muc4_armed", "of_no_side"):
        return ""
    state_forces = codebooks()["acled"]["armed"]["police"]
    armed = is_fighting([told]) or head in state_forces or event.within.armed_names.search(told)
    return "armed" if armed else unarmed


# --- the table -------------------------------------------------------------------------------------------


def _code(event: AnEvent, column: str) -> str | None:
    given = gives("acled", "event", kind=event.item.kind, stage=event.item.stage, struck=struck(event))
    return given.get(column)


COLUMNS: tuple[Column, ...] = (
    *ARTICLE,
    *ITEM,
    Column("event_date", "the day; where `time_precision` is 2 or 3, the middle of the days that the words for the time leave", event_date, BOOK),
    Column("year", "its year", lambda row: day.year if (day := event_date(row)) else None, BOOK),
    Column("time_precision", "1: the day is told; 2: up to a week; 3: up to a month; beyond that, and where no day is told, there is no date", time_precision, BOOK),
    Column("event_type", "by `kind`, `stage`, and whether those who were struck were armed", lambda row: _code(row, "event_type"), BOOK),
    Column("sub_event_type", "alike", lambda row: _code(row, "sub_event_type"), BOOK),
    Column("actor1", "the group that may be named as its doer; of fighting, one side; none where several are named who did not do it together", lambda row: row.within.actors(sides(row)[0]), BOOK),
    Column("assoc_actor_1", "groups that did it together with it", lambda row: row.within.actors(sides(row)[1]), BOOK),
    Column("actor2", "of fighting, the other side; else the people or bodies that were struck, in the article's words", actor2, BOOK),
    Column("location", "`place`, in the article's words", lambda row: words(row.item.place), BOOK),
    Column("geo_precision", "1: a town that is called one; 2: near something; 3: a whole region; else empty, for the size of a place is in no name", geo_precision, BOOK),
    Column("source", "the outlet", lambda row: row.within.outlet, BOOK),
    Column("notes", "the whole sentences that name it", lambda row: several(row.within.sentences(row.item.words)), BOOK),
    Column("fatalities", "the most conservative figure for the killed: of each source the highest of its counts, of these the lowest; empty where no number is told (ACLED: 0)", lambda row: row.least("killed"), BOOK),
    *ON_WHOSE_WORD,
)  # fmt: skip


def header() -> str:
    """The names of the columns."""
    return header_of(COLUMNS)


def rows(of: Rendered) -> str:
    """A row for each incident that ACLED would have."""
    return rows_of(COLUMNS, Exported.of(of).single("acled"))
