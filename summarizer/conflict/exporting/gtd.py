"""Single incidents with the columns of the Global Terrorism Database (codebook of 2021), and on whose word each stands."""

from itertools import chain, takewhile

from summarizer.conflict.exporting.codes import code_of, codebooks, gives, only_one_said
from summarizer.conflict.exporting.exported import AnEvent, Exported, called, several, words
from summarizer.conflict.exporting.shared_columns import ARTICLE, ITEM, ON_WHOSE_WORD
from summarizer.conflict.statement_kinds import CLAIMS_IT
from summarizer.rendering.formats import Rendered
from summarizer.rendering.tables import Column, header_of, rows_of
from summarizer.schemas.brief import Attributed

BOOK = "GTD 2021"
UNKNOWN = -9
"""GTD's code where the sources do not tell."""


def dated(event: AnEvent) -> tuple[int | None, ...]:
    """Year, month and day, as far as the first and the last of the days agree, and 0 beyond; nothing where no year is told."""
    first_and_last = zip(*(day.timetuple()[:3] for day in event.days), strict=True)
    agreed = [set(part) for part in first_and_last]
    known = [min(part) for part in takewhile(lambda part: len(part) == 1, agreed)]
    return (*known, 0, 0)[:3] if known else (None, None, None)


def _code(event: AnEvent, column: str) -> str | None:
    return gives("gtd", kind=event.item.kind).get(column)


def group(event: AnEvent, place: int) -> str:
    """The name of the group in this place, from 1; empty where there are fewer."""
    return several(map(called, event.groups[place - 1 : place]))


def uncertain(event: AnEvent, place: int) -> int | None:
    """Whether it is only suspected or accused, as GTD codes that."""
    statuses = (codebooks()["doer"][event.named[actor.id]] for actor in event.groups[place - 1 : place])
    return next((status["guncertain"] for status in statuses), None)


def _claims(event: AnEvent) -> list[Attributed]:
    """Those who claim it, or claimed it."""
    return event.with_status(codebooks()["gtd"]["claims"]["made"])


def claimed(event: AnEvent) -> int:
    """1 where somebody claims or claimed it, 0 where the article says that nobody has, else unknown."""
    if _claims(event):
        return 1
    return 0 if event.found.unclaimed else UNKNOWN


def claim_mode(event: AnEvent) -> str | None:
    """How the claim was made, by words in its own sentence; None where these tell of no way, or of several."""
    claiming = set(chain.from_iterable(each.statements for each in _claims(event)))
    claims = filter(lambda said: said.kind in CLAIMS_IT, event.statements)
    cues = (said.cue for said in claims if said.id in claiming)
    told = event.within.sentences(chain.from_iterable(cues))
    return only_one_said("gtd", "claimmode_txt", "\n".join(told))


COLUMNS: tuple[Column, ...] = (
    *ARTICLE,
    *ITEM,
    Column("iyear", "the year, where the words for the time leave one", lambda row: dated(row)[0], BOOK),
    Column("imonth", "the month; 0 where they leave several", lambda row: dated(row)[1], BOOK),
    Column("iday", "the day; 0 where they leave several", lambda row: dated(row)[2], BOOK),
    Column("approxdate", "the article's words for the time, where they leave no single day", lambda row: None if row.item.day else words(row.item.time), BOOK),
    Column("location", "`place`, in the article's words", lambda row: words(row.item.place), BOOK),
    Column("attacktype1_txt", "by `kind`", lambda row: _code(row, "attacktype1_txt"), BOOK),
    Column("success", "1: accomplished; 0: attempted, or intercepted; empty where the result is not stated", lambda row: code_of("gtd", "success", row.item.stage), BOOK),
    Column("suicide", "1: a suicide bombing; 0: nothing says so", lambda row: int(row.item.kind == "suicide_bombing"), BOOK),
    Column("weaptype1_txt", "by `kind`, where it tells the means", lambda row: _code(row, "weaptype1_txt"), BOOK),
    Column("weapdetail", "`weapon`, in the article's words", lambda row: words(row.item.weapon), BOOK),
    Column("target1", "`targets`: who and what was struck, in the article's words", lambda row: several(words(target.text) for target in row.item.targets), BOOK),
    Column("gname", "the first group that may be named as its doer", lambda row: group(row, 1), BOOK),
    Column("gname2", "the second", lambda row: group(row, 2), BOOK),
    Column("gname3", "the third", lambda row: group(row, 3), BOOK),
    Column("guncertain1", "1: the first is suspected, or accused and no more; 0: it claims it, a finding names it, or the article states it", lambda row: uncertain(row, 1), BOOK),
    Column("guncertain2", "the same of the second", lambda row: uncertain(row, 2), BOOK),
    Column("guncertain3", "the same of the third", lambda row: uncertain(row, 3), BOOK),
    Column("claimed", "1: somebody claims it, or did; 0: the article says that nobody has; -9: it does not tell", claimed, BOOK),
    Column("claimmode_txt", "how, where the claim's own sentence tells of one way", claim_mode, BOOK),
    Column("compclaim", "1: competing claims; 0: one claim; empty where there is none", lambda row: code_of("gtd", "compclaim", row.found.attribution), BOOK),
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
