"""A row for each incident and each threat of a brief, in our words: what an analyst sorts and filters by."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from summarizer.conflict.exporting.exported import AnEvent, Exported, OneIncident, several, words
from summarizer.conflict.exporting.shared_columns import ARTICLE, ITEM, MARKS, REVIEW
from summarizer.conflict.statement_kinds import ACCUSES
from summarizer.documents.quotes import Quote
from summarizer.rendering.formats import Rendered
from summarizer.rendering.tables import Cell, Column, header_of, rows_of
from summarizer.schemas.brief import AssessedThreat
from summarizer.schemas.vocabulary import ActorAttribution


@dataclass(frozen=True)
class OneThreat:
    """One threat of a brief."""

    within: Exported
    item: AssessedThreat

    @property
    def evidence(self) -> tuple[Quote, ...]:
        """What tells it."""
        return self.within.passages(self.item.cue, self.item.content)


def _of(kind: type[Any], whose: str) -> Callable[[str, str, Callable[[Any], Cell]], Column]:
    """Makes columns that only rows of one kind fill.

    Args:
        kind: of the rows.
        whose: what these rows are of, for the documentation.

    Returns:
        A function from name, what the column holds, and the cell of such a row.
    """

    def column(name: str, holds: str, value: Callable[[Any], Cell]) -> Column:
        return Column(name, f"{whose}: {holds}", lambda row: value(row) if isinstance(row, kind) else None)

    return column


_incident, _status, _threat = _of(OneIncident, "incident"), _of(AnEvent, "incident"), _of(OneThreat, "threat")

CLAIMS: tuple[ActorAttribution, ...] = ("claimed", "claimed_corroborated", "acknowledged_unnamed")
ACCUSED: tuple[ActorAttribution, ...] = ("accused_denied", "accused_by_authorities", "accused_by_others", "suspected")


def _authors(row: AnEvent) -> str:
    """Everybody whose authorship somebody speaks of, each with what the article supports."""
    return several(f"{row.within.actor(each.actor)}: {each.status}" for each in row.found.attributed)


def _with_status(row: AnEvent, statuses: tuple[ActorAttribution, ...]) -> str:
    """Those whose authorship has one of these statuses."""
    return row.within.actors(each.actor for each in row.with_status(statuses))


def _accusers(row: AnEvent) -> str:
    """Everybody who blames somebody for it, or names somebody as its doer."""
    blaming = filter(lambda said: said.kind in ACCUSES, row.statements)
    naming = chain.from_iterable(each.accusers for each in row.found.attributed)
    return row.within.actors((*(said.speaker for said in blaming), *naming))


COLUMNS: tuple[Column, ...] = (
    *ARTICLE,
    Column("item", "incident or threat", lambda row: row.item.kind_of_item),
    *ITEM,
    _incident("kind", "`kind`", lambda row: row.item.kind),
    _incident("stage", "`stage` as the article tells it", lambda row: row.item.stage),
    _incident("frame", "`frame`: current, background (an older event told as history) or exercise", lambda row: row.item.frame),
    _incident("aggregate", "`aggregate`: whether no single event is meant", lambda row: row.item.aggregate),
    _incident("sums_up", "`summarises`: ids of the incidents that it only sums up; such a row has no status", lambda row: several(map(str, row.item.summarises))),
    _incident("day", "`day`: the day, where the words for the time and the article's day leave one", lambda row: row.item.day),
    _incident("first_day", "`first_day`: the first of the days that they leave", lambda row: row.item.first_day),
    _incident("last_day", "`last_day`: the last of them", lambda row: row.item.last_day),
    _incident("day_rule", "`day_rule`: the rule by which the words mean these days", lambda row: row.item.day_rule),
    Column("time", "`time`: when, in the article's words; of a threat, when it was issued", lambda row: words(row.item.time)),
    _incident("place", "`place`, in the article's words", lambda row: words(row.item.place)),
    Column("words", "what the article calls the act, or the harm that is threatened: `words`, `action`", lambda row: words(row.item.words if isinstance(row, OneIncident) else row.item.action)),
    Column("target", "`targets`: who and what was struck or is threatened", lambda row: several(words(target.text) for target in row.item.targets)),
    Column("weapon", "`weapon`; of a threat, `means`", lambda row: words(row.item.weapon if isinstance(row, OneIncident) else row.item.means)),
    _status("occurrence", "`assessment.occurrence`: whether it happened, as far as this article supports it", lambda row: row.found.occurrence),
    _status("contested", "`assessment.contested`: somebody denies it all the same", lambda row: row.found.contested),
    _status("basis", "`assessment.basis.grounds`: why the occurrence is what it is", lambda row: row.found.basis.grounds),
    _status("said_by", "who says so: the speakers of `assessment.basis.support`", lambda row: row.speakers(row.found.basis.support)),
    _status("anonymous", "`assessment.basis.anonymous`: all of them are unnamed", lambda row: row.found.basis.anonymous),
    _status("denied_by", "who denies or disputes it: the speakers of `assessment.basis.against`", lambda row: row.speakers(row.found.basis.against)),
    _status("corroboration", "`assessment.corroboration`", lambda row: row.found.corroboration),
    _status("readings_differ", "the reader judges occurrence or author otherwise; the more cautious is shown", lambda row: row.found.occurrence_differs or row.found.author_differs),
    _status("attribution", "`assessment.attribution`: who did it, as far as this article supports it", lambda row: row.found.attribution),
    _status("authors", "`assessment.attributed`: everybody whose authorship somebody speaks of, each with its own status", _authors),
    _status("claimed_by", "those of them who claim or admit it", lambda row: _with_status(row, CLAIMS)),
    _status("accused", "those of them whom others accuse or suspect", lambda row: _with_status(row, ACCUSED)),
    _status("accused_by", "who accuses them", _accusers),
    _incident("doer_words", "`perpetrator_words`: doers who are only described", lambda row: words(row.item.perpetrator_words)),
    _incident("killed", "counts of the killed, in the article's words", lambda row: row.toll("killed")),
    _incident("killed_at_least", "the most conservative figure: of each source the highest of its counts, of these the lowest; empty where no number is told, never 0", lambda row: row.least("killed")),
    _incident("killed_at_most", "the highest figure, where each source gives one count and none leaves it open; empty where rules read the article", lambda row: row.most("killed")),
    _incident("wounded", "counts of the wounded, in the article's words", lambda row: row.toll("wounded")),
    _incident("wounded_at_least", "as `killed_at_least`", lambda row: row.least("wounded")),
    _incident("wounded_at_most", "as `killed_at_most`", lambda row: row.most("wounded")),
    _incident("missing", "counts of the missing, in the article's words", lambda row: row.toll("missing")),
    _incident("captured", "counts of the captured, in the article's words", lambda row: row.toll("captured")),
    _incident("displaced", "counts of the displaced, in the article's words", lambda row: row.toll("displaced")),
    _incident("damage", "`damage`, in the article's words", lambda row: words(row.item.damage)),
    _threat("issuer", "whose threat it is: `issuer`", lambda row: row.within.actor(row.item.issuer)),
    _threat("on_behalf_of", "for whom: `on_behalf_of`", lambda row: row.within.actors(row.item.on_behalf_of)),
    _threat("relayed_by", "who passes it on: `relayed_by`", lambda row: row.within.actors(row.item.relayed_by)),
    _threat("condition", "`condition`, in the article's words", lambda row: words(row.item.condition)),
    _threat("conditionality", "`conditionality`: none, conditional or ultimatum", lambda row: row.item.conditionality),
    _threat("deadline", "`deadline`, in the article's words", lambda row: words(row.item.deadline)),
    _threat("form", "`form`: explicit, or implicit", lambda row: row.item.form),
    _threat("delivery", "`delivery`: quoted or paraphrased", lambda row: row.item.delivery),
    _threat("status", "`status`: current, withdrawn, hoax or background", lambda row: row.item.status),
    _threat("restates", "`restates`: id of the threat that it only tells again", lambda row: row.item.restates),
    Column("evidence", "the article's words that tell it, and those of each statement on it", lambda row: several(quote.text for quote in row.evidence)),
    Column("paragraphs", "numbers of the paragraphs that these stand in, from 1", lambda row: several(map(str, row.within.view.paragraphs(row.evidence)))),
    MARKS,
    *REVIEW,
)  # fmt: skip


def header() -> str:
    """The names of the columns."""
    return header_of(COLUMNS)


def rows(of: Rendered) -> str:
    """A row for each incident, and then for each threat."""
    return rows_of(COLUMNS, _each(Exported.of(of)))


def _each(within: Exported) -> Iterator[OneIncident | OneThreat]:
    yield from within.incidents()
    for threat in within.brief.threats:
        yield OneThreat(within, threat)
