"""Single incidents with the columns of ACLED (codebook of 2023), and behind them on whose word each stands."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache

from summarizer.conflict.exporting.codes import codebooks, gives
from summarizer.conflict.exporting.exported import AnEvent, Exported, called, several, words
from summarizer.conflict.exporting.shared_columns import ARTICLE, ITEM, ON_WHOSE_WORD
from summarizer.conflict.mapping.named_doers import ARMED
from summarizer.conflict.mapping.news import listed
from summarizer.conflict.mapping.struck import head_of, is_fighting
from summarizer.documents.quotes import Quote
from summarizer.lexicons import Phrases, phrases_pattern
from summarizer.rendering.formats import Rendered
from summarizer.rendering.tables import Column, header_of, rows_of
from summarizer.schemas.brief import Actor
from summarizer.schemas.vocabulary import TargetKind

BOOK = "ACLED 2023"


# --- when and where -----------------------------------------------------------------------------------


def time_precision(event: AnEvent) -> int | None:
    """ACLED's code for how exactly the time is told; None where it has none."""
    if not event.days:
        return None
    widest: dict[str, int] = codebooks()["acled"]["time_precision"]
    apart = (event.days[-1] - event.days[0]).days
    fits = (int(code) for code, days in widest.items() if apart < days)
    return next(fits, None)


def event_date(event: AnEvent) -> date | None:
    """The middle of the days that the words for the time leave, as far as they have a code."""
    if time_precision(event) is None:
        return None
    first, last = event.days[0], event.days[-1]
    return first + (last - first) // 2


def geo_precision(event: AnEvent) -> int | None:
    """ACLED's code for how exactly the place is told, as far as its own words and those before them say.

    Args:
        event: a place of one mention counts; what several say together is told nowhere.
    """
    if len(event.item.place) != 1:
        return None
    place = event.item.place[0]
    if any((_near().search(_before(place, event)), _near().match(place.text.removeprefix("the ")))):
        return 2
    fits = filter(lambda code: _named_places()[code].fullmatch(place.text), _named_places())
    return next(fits, None)


def _before(quote: Quote, event: AnEvent) -> str:
    """The last two words before a quotation, in its sentence."""
    document = event.within.document
    start = document.sentences[quote.sentence - 1].start
    return " ".join(document.text[start : quote.start].split()[-2:])


@cache
def _near() -> Phrases:
    return phrases_pattern(codebooks()["acled"]["geo_precision"]["near"])


@cache
def _named_places() -> dict[int, re.Pattern[str]]:
    """What names a town as one, and a region as one: "the town of Kel", "Kel City", "Orva province"."""
    sorts = codebooks()["acled"]["geo_precision"]
    return {1: _called(sorts["town"]), 3: _called(sorts["region"])}


def _called(sorts: Iterable[str]) -> re.Pattern[str]:
    sort = rf"(?i:{'|'.join(sorts)})"
    name = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
    return re.compile(rf"(?:[Tt]he )?(?:{sort} of {name}|{name} {sort})")


# --- who ------------------------------------------------------------------------------------------------

Sides = tuple[list[Actor], list[Actor], list[Actor]]


def sides(event: AnEvent) -> Sides:
    """The first group that may be named, those who did it with it, and, of fighting of two, the other side."""
    if event.item.kind != "clashes":
        return event.together[:1], event.together[1:], []
    if len(event.groups) != 2:
        return [], [], []
    return event.groups[:1], [], event.groups[1:]


def actor2(event: AnEvent) -> str:
    """The other side, or the people and bodies that were struck."""
    people = filter(lambda target: target.kind != "thing", event.item.targets)
    struck_people = (words(target.text) for target in people)
    return several((*map(called, sides(event)[2]), *struck_people))


def struck(event: AnEvent) -> str:
    """Who or what was hit, told by words alone: armed, people, things, mixed or unknown."""
    return TOGETHER.get(frozenset(_hit(event)), "mixed")


TOGETHER: Mapping[frozenset[str], str] = {
    frozenset(): "unknown",
    frozenset({"armed"}): "armed",
    frozenset({"people"}): "people",
    frozenset({"things"}): "things",
    frozenset({"armed", "things"}): "armed",
    frozenset({"people", "things"}): "people",
}
"""What several who were hit come to."""


@cache
def _doubtful() -> Phrases:
    """Ranks, and police where others are meant: "a former police officer’s house"."""
    words_for = codebooks()["acled"]["armed"]
    return phrases_pattern((*words_for["ranks"], *words_for["police"]))


UNARMED: Mapping[TargetKind, str] = {"thing": "things", "person": "people", "people": "people"}


def _hit(event: AnEvent) -> Iterator[str]:
    """What each was that was hit, or came to harm; of fighting, also its sides."""
    hit = [(words(target.text), UNARMED[target.kind]) for target in event.item.targets]
    hit += [(words(toll.whom), "people") for toll in event.item.casualties]
    for told, unarmed in filter(lambda one: one[0], hit):
        yield _sort(told, unarmed, event)
    if event.item.kind == "clashes":
        fighting = filter(lambda actor: actor.kind in ARMED, event.groups)
        yield from ("armed" for _ in fighting)


def _sort(told: str, unarmed: str, event: AnEvent) -> str:
    """Whether words name somebody or something armed; of ranks, whoever has one, and bare numbers that is doubtful.

    Args:
        told: the words.
        unarmed: what they name otherwise.
        event: of which they are told.
    """
    words_for = codebooks()["acled"]["armed"]
    if f" {told.lower()}".endswith(tuple(f" {word}" for word in words_for["police"])):
        return "armed"
    if head_of(told) in listed("muc4_armed", "of_no_side") or _doubtful().search(told):
        return "doubtful"
    signs = (is_fighting([told]), event.within.armed_names.search(told))
    return "armed" if any(signs) else unarmed


# --- the table -------------------------------------------------------------------------------------------


def _code(event: AnEvent, column: str) -> str | None:
    given = gives("acled", kind=event.item.kind, stage=event.item.stage, struck=struck(event))
    return given.get(column)


COLUMNS: tuple[Column, ...] = (
    *ARTICLE,
    *ITEM,
    Column("event_date", "the day; where `time_precision` is 2 or 3, the middle of the days that the words for the time leave", event_date, BOOK),
    Column("year", "its year", lambda row: day.year if (day := event_date(row)) else None, BOOK),
    Column("time_precision", "1: the day is told; 2: up to a week; 3: up to a month; beyond that, and where no day is told, there is no date", time_precision, BOOK),
    Column("event_type", "by `kind`, `stage`, and whether those who were struck were armed", lambda row: _code(row, "event_type"), BOOK),
    Column("sub_event_type", "alike", lambda row: _code(row, "sub_event_type"), BOOK),
    Column("actor1", "the group that may be named as its doer; of fighting, one side; none where several are named who did not do it together", lambda row: several(map(called, sides(row)[0])), BOOK),
    Column("assoc_actor_1", "groups that did it together with it", lambda row: several(map(called, sides(row)[1])), BOOK),
    Column("actor2", "of fighting, the other side; else the people or bodies that were struck, in the article's words", actor2, BOOK),
    Column("location", "`place`, in the article's words", lambda row: words(row.item.place), BOOK),
    Column("geo_precision", "1: a town that is called one; 2: near something; 3: a whole region; else empty, for the size of a place is in no name", geo_precision, BOOK),
    Column("source", "the outlet", lambda row: row.within.outlet, BOOK),
    Column("notes", "the whole sentences that name it", lambda row: several(row.within.sentences(row.item.words)), BOOK),
    Column("fatalities", "the most conservative figure for the killed: of each source the highest of its counts, of these the lowest, “hundreds” by the least that it means, 200 (ACLED: 100); empty where no number is told (ACLED: 0)", lambda row: row.least("killed"), BOOK),
    *ON_WHOSE_WORD,
)  # fmt: skip


def header() -> str:
    """The names of the columns."""
    return header_of(COLUMNS)


def rows(of: Rendered) -> str:
    """A row for each incident that ACLED would have."""
    return rows_of(COLUMNS, Exported.of(of).single("acled"))
