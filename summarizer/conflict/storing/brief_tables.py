"""The flat tables of conflict news, column by column; what an export holds alike is its column."""

from collections.abc import Callable, Iterable
from typing import Any

from summarizer.conflict.exporting import incident_table
from summarizer.conflict.exporting.exported import Exported, OneIncident, called, several, words
from summarizer.conflict.statement_kinds import ACCUSES
from summarizer.conflict.storing.prepared import OneItem, places
from summarizer.conflict.wording.incident_entries import status
from summarizer.schemas.brief import Actor
from summarizer.store.flat_tables import StoreColumn, StoreTable

_EXPORTED = {column.name: column for column in incident_table.COLUMNS}
_NUMBERS = frozenset(
    {
        "id",
        "aggregate",
        "contested",
        "anonymous",
        "readings_differ",
        "killed_at_least",
        "killed_at_most",
        "wounded_at_least",
        "wounded_at_most",
        "restates",
    }
)


def _as_exported(*names: str) -> tuple[StoreColumn, ...]:
    """Columns that the export of incidents and threats has, too."""
    return tuple(
        StoreColumn(name, _told(name), _EXPORTED[name].value, "INTEGER" if name in _NUMBERS else "TEXT")
        for name in names
    )


def _items(name: str, kind: Callable[[Exported, Any], Any]) -> Callable[[Exported], Iterable[Any]]:
    """What the rows of a table are made of: each item of a list of the brief."""
    return lambda of: [kind(of, item) for item in getattr(of.brief, name)]


def _told(name: str) -> str:
    """What an exported column holds, where its table is known."""
    return _EXPORTED[name].holds.removeprefix("incident: ").removeprefix("threat: ")


def _id(name: str, holds: str, value: Any) -> StoreColumn:
    return StoreColumn(name, holds, value, "INTEGER")


def _numbers(values: Iterable[int]) -> str:
    """Several ids in one cell."""
    return " ".join(map(str, values))


def _other_names(within: Exported, *identities: int | None) -> str:
    """By what else these are known: their other names, and the bodies that the article's words show them to belong to."""
    known = within.known(number for number in identities if number is not None)
    aliases = (quote.text for actor in known for quote in actor.aliases)
    return several((*aliases, *(within.actors(_bodies(actor)) for actor in known)))


def _bodies(actor: Actor) -> list[int]:
    return [link.actor for link in actor.affiliations if link.evidence]


def _also(whose: str, value: Callable[[Any], str]) -> StoreColumn:
    return StoreColumn(
        "other_names", f"other names of {whose}, and bodies that they belong to; found by full text", value
    )


def _authors(row: OneIncident) -> list[int]:
    """Everybody whose authorship somebody speaks of."""
    return [each.actor for each in row.item.assessment.attributed] if row.item.assessment else []


def _heading(row: OneIncident) -> str:
    return "".join(span.text for span in status(row.within.view, row.item)) if row.item.assessment else ""


def _or_published(name: str) -> Callable[[OneIncident], Any]:
    """A day of an incident, or, where its words leave none, the article's."""
    return lambda row: next(filter(None, (getattr(row.item, name), row.within.document.published)), None)


ITEM = _as_exported("id", "label")

INCIDENTS = StoreTable(
    "incidents",
    "acts of violence, whether or not they happened, each with what the article supports of it",
    (
        *ITEM,
        *_as_exported(
            "published", "kind", "stage", "frame", "aggregate", "sums_up", "day", "first_day", "last_day", "time", "place", "words",
            "target", "weapon", "occurrence", "contested", "basis", "said_by", "anonymous", "denied_by", "corroboration",
            "readings_differ", "attribution", "authors", "claimed_by", "accused", "accused_by", "doer_words", "killed",
            "killed_at_least", "killed_at_most", "wounded", "wounded_at_least", "wounded_at_most", "missing", "captured",
            "displaced", "damage", "evidence", "paragraphs", "marks",
        ),
        StoreColumn("heading", "its status as the page heads it: with who says so", _heading),
        StoreColumn("earliest", "`first_day`, or, where its words leave no day, the article's day", _or_published("first_day")),
        StoreColumn("latest", "`last_day`, or the article's day", _or_published("last_day")),
        _also("those in `authors`", lambda row: _other_names(row.within, *_authors(row))),
    ),
    Exported.incidents,
    searched=("words", "place", "target", "authors", "other_names", "doer_words", "said_by", "denied_by", "evidence"),
    indexed=("published, occurrence, kind, frame, aggregate", "latest"),
)  # fmt: skip


def _statement_label(row: OneItem) -> str:
    return row.within.view.first_label(row.item)


STATEMENTS = StoreTable(
    "statements",
    "somebody saying something about incidents, or taking a posture",
    (
        _id("id", "id of the item in the brief", lambda row: row.item.id),
        StoreColumn("label", "the number on the page of the first incident that it is about", _statement_label),
        StoreColumn("kind", "`kind`", lambda row: row.item.kind),
        StoreColumn("speaker", "who says it: `speaker`", lambda row: row.within.actor(row.item.speaker)),
        _id("speaker_id", "id of that actor; NULL is the article itself", lambda row: row.item.speaker),
        StoreColumn("relayed_by", "who passes it on: `relayed_by`", lambda row: row.within.actors(row.item.relayed_by)),
        StoreColumn("relation", "`about.relation`: what the speaker is to each incident, in the order of `incidents`", lambda row: " ".join(link.relation for link in row.item.about)),
        StoreColumn("cue", "`cue`: the words of saying", lambda row: words(row.item.cue)),
        StoreColumn("content", "`content`: what is said", lambda row: words(row.item.content)),
        StoreColumn("hedge", "`hedge`: words that make it uncertain", lambda row: words(row.item.hedge)),
        StoreColumn("incidents", "ids of the incidents that it is about", lambda row: _numbers(link.incident for link in row.item.about)),
        StoreColumn("whom", "whom it names as doers, blames, clears or claims for: `whom`", lambda row: row.within.actors(row.item.whom)),
        StoreColumn("role", "of blame: what they are said to have done", lambda row: row.item.role if row.item.kind in ACCUSES else None),
        StoreColumn("knowledge", "`knowledge`: own, hearsay, custody or not_stated", lambda row: row.item.knowledge),
        StoreColumn("contradicts", "`contradicts`: the parts of an account that it denies", lambda row: " ".join(row.item.contradicts)),
        StoreColumn("supersedes", "ids of earlier statements that it replaces", lambda row: _numbers(row.item.supersedes)),
        *_as_exported("marks"),
        _also("the speaker", lambda row: _other_names(row.within, row.item.speaker)),
    ),
    _items("statements", OneItem),
    searched=("speaker", "other_names", "relayed_by", "cue", "content", "whom"),
)  # fmt: skip

THREATS = StoreTable(
    "threats",
    "somebody saying that it will do, or cause, physical harm",
    (
        *ITEM,
        *_as_exported("published", "issuer"),
        _id("issuer_id", "id of that actor", lambda row: row.item.issuer),
        *_as_exported("on_behalf_of", "relayed_by", "target"),
        StoreColumn("cue", "`cue`: the words that present it", lambda row: words(row.item.cue)),
        StoreColumn("content", "`content`: the threat itself, as the article gives it", lambda row: words(row.item.content)),
        *_as_exported("words", "weapon", "condition", "conditionality", "deadline", "time", "form", "delivery", "status"),
        *_as_exported("restates", "evidence", "paragraphs", "marks"),
        _also("the issuer and of those for whom", lambda row: _other_names(row.within, row.item.issuer, *row.item.on_behalf_of)),
    ),
    _items("threats", incident_table.OneThreat),
    searched=("issuer", "on_behalf_of", "relayed_by", "other_names", "target", "words", "evidence"),
    indexed=("published, issuer, target, status, restates",),
)  # fmt: skip

WARNINGS = StoreTable(
    "warnings",
    "somebody saying that somebody else may attack",
    (
        *ITEM,
        StoreColumn("speaker", "who warns: `speaker`", lambda row: row.within.actor(row.item.speaker)),
        _id("speaker_id", "id of that actor; NULL is the article itself", lambda row: row.item.speaker),
        StoreColumn("feared", "who may attack: `feared`", lambda row: row.within.actors(row.item.feared)),
        StoreColumn("cue", "`cue`: the words that present it", lambda row: words(row.item.cue)),
        StoreColumn("content", "`content`: what is feared", lambda row: words(row.item.content)),
        StoreColumn("place", "`place`, in the article's words", lambda row: words(row.item.place)),
        StoreColumn("time", "`time`: for when, in the article's words", lambda row: words(row.item.time)),
        *_as_exported("marks"),
        _also("the speaker", lambda row: _other_names(row.within, row.item.speaker)),
    ),
    _items("warnings", OneItem),
    searched=("speaker", "other_names", "feared", "place", "content"),
)  # fmt: skip


def _belongs_to(row: OneItem) -> str:
    """The bodies that the article's words show it to belong to."""
    return row.within.actors(_bodies(row.item))


ACTORS = StoreTable(
    "actors",
    "everybody who acts, speaks, threatens or is accused; one actor of two articles has a row for each",
    (
        _id("id", "id of the item in the brief", lambda row: row.item.id),
        StoreColumn("name", "its name, or the description that stands for one", lambda row: called(row.item)),
        StoreColumn("aliases", "`aliases`: other names", lambda row: several(quote.text for quote in row.item.aliases)),
        StoreColumn("kind", "`kind`", lambda row: row.item.kind),
        StoreColumn("identity", "`identity`: named, anonymous or generic", lambda row: row.item.identity),
        StoreColumn("belongs_to", "bodies that the article's words show it to belong to", _belongs_to),
        *_as_exported("marks"),
    ),
    _items("actors", OneItem),
)  # fmt: skip

PLACES = StoreTable(
    "places",
    "where the words of every item stand, a row for each brief; the view `mentions` has a row for each",
    (StoreColumn("places", "JSON: by kind and id of the item, of each of its mentions field, sentence, start, end, paragraph", lambda row: row),),
    places,
)  # fmt: skip

TABLES = (INCIDENTS, STATEMENTS, THREATS, WARNINGS, ACTORS, PLACES)
