"""Single incidents with the columns of the Global Terrorism Database (codebook of 2021), and on whose word each stands."""

from datetime import date
from itertools import chain

from summarizer.conflict.exporting.codes import codebooks, gives, only_one_said
from summarizer.conflict.exporting.exported import AnEvent, Exported, several, words
from summarizer.conflict.exporting.shared_columns import ARTICLE, ITEM, ON_WHOSE_WORD
from summarizer.conflict.statement_kinds import CLAIMS_IT
from summarizer.rendering.formats import Rendered
from summarizer.rendering.tables import Column, header_of, rows_of
from summarizer.schemas.brief import Attributed

BOOK = "GTD 2021"
UNKNOWN = -9
"""GTD's code where the sources do not tell."""


def _dated(event: AnEvent) -> tuple[int, int, int] | tuple[None, None, None]:
    """Year, month and day, the last two 0 where the words for the time leave several; nothing where they leave several years."""
    if event.days is None:
        return None, None, None
    first, last = event.days
    return _agreed(first, last)


def _agreed(first: date, last: date) -> tuple[int, int, int] | tuple[None, None, None]:
    if first.year != last.year:
        return None, None, None
    if first.month != last.month:
        return first.year, 0, 0
    return first.year, first.month, first.day if first == last else 0


def _approximate(event: AnEvent) -> str:
    """The words for a time of which no single day is known."""
    return "" if event.item.day else words(event.item.time)


def _code(event: AnEvent, column: str) -> str | None:
    return gives("gtd", "attack", kind=event.item.kind).get(column)


def _group(event: AnEvent, place: int) -> str | None:
    """The name of the group in this place, from 1."""
    return next((event.within.actor(each.actor) for each in event.groups[place - 1 : place]), None)


def _uncertain(event: AnEvent, place: int) -> int | None:
    """Whether the attribution to it is suspected."""
    return next((codebooks()["doer"][each.status]["guncertain"] for each in event.groups[place - 1 : place]), None)


def _claims(event: AnEvent) -> list[Attributed]:
    """Those who claim it, or claimed it."""
    made = codebooks()["gtd"]["claims"]["made"]
    return [each for each in event.found.attributed if each.status in made]


def claimed(event: AnEvent) -> int:
    """1 where somebody claims or claimed it, 0 where the article says that nobody has, else unknown."""
    if _claims(event):
        return 1
    return 0 if event.found.unclaimed else UNKNOWN


def claim_mode(event: AnEvent) -> str | None:
    """How the claim was made, by words in its own sentence."""
    numbers = {number for each in _claims(event) for number in each.statements}
    claims = (said for said in event.statements if said.kind in CLAIMS_IT and said.id in numbers)
    told = event.within.sentences(chain.from_iterable(said.cue for said in claims))
    return only_one_said("gtd", "claimmode_txt", "\n".join(told))


COLUMNS: tuple[Column, ...] = (
    *ARTICLE,
    *ITEM,
    Column("iyear", "the year, where the words for the time leave one", lambda row: _dated(row)[0], BOOK),
    Column("imonth", "the month; 0 where they leave several", lambda row: _dated(row)[1], BOOK),
    Column("iday", "the day; 0 where they leave several", lambda row: _dated(row)[2], BOOK),
    Column("approxdate", "the article's words for the time, where they leave no single day", _approximate, BOOK),
    Column("location", "`place`, in the article's words", lambda row: words(row.item.place), BOOK),
    Column("attacktype1_txt", "by `kind`", lambda row: _code(row, "attacktype1_txt"), BOOK),
    Column("success", "1: accomplished; 0: attempted, or intercepted; empty where the result is not stated", lambda row: row.number("gtd", "success", row.item.stage), BOOK),
    Column("suicide", "1: a suicide bombing; 0: nothing says so", lambda row: int(row.item.kind == "suicide_bombing"), BOOK),
    Column("weaptype1_txt", "by `kind`, where it tells the means", lambda row: _code(row, "weaptype1_txt"), BOOK),
    Column("weapdetail", "`weapon`, in the article's words", lambda row: words(row.item.weapon), BOOK),
    Column("target1", "`targets`: who and what was struck, in the article's words", lambda row: several(words(target.text) for target in row.item.targets), BOOK),
    Column("gname", "the first group that may be named as its doer", lambda row: _group(row, 1), BOOK),
    Column("gname2", "the second", lambda row: _group(row, 2), BOOK),
    Column("gname3", "the third", lambda row: _group(row, 3), BOOK),
    Column("guncertain1", "1: the first is suspected, or accused and no more; 0: it claims it, a finding names it, or the article states it", lambda row: _uncertain(row, 1), BOOK),
    Column("guncertain2", "the same of the second", lambda row: _uncertain(row, 2), BOOK),
    Column("guncertain3", "the same of the third", lambda row: _uncertain(row, 3), BOOK),
    Column("claimed", "1: somebody claims it, or did; 0: the article says that nobody has; -9: it does not tell", claimed, BOOK),
    Column("claimmode_txt", "how, where the claim's own sentence tells of one way", claim_mode, BOOK),
    Column("compclaim", "1: competing claims; 0: one claim; empty where there is none", lambda row: row.number("gtd", "compclaim", row.found.attribution), BOOK),
    Column("nkill", "the most conservative figure for the killed: of each source the highest of its counts, of these the lowest; empty where no number is told", lambda row: row.least("killed"), BOOK),
    Column("nwound", "the same of the wounded", lambda row: row.least("wounded"), BOOK),
    Column("scite1", "the article: title and outlet", lambda row: several((row.within.title, row.within.outlet)), BOOK),
    *ON_WHOSE_WORD,
)  # fmt: skip


def header() -> str:
    """The names of the columns."""
    return header_of(COLUMNS)


def rows(of: Rendered) -> str:
    """A row for each incident that the GTD could have."""
    return rows_of(COLUMNS, Exported.of(of).single("gtd"))
