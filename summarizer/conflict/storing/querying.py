"""What is asked of a store's briefs → one query: by who, whom, where, what, how it stands, when, and words.

Nothing that is asked for becomes part of the query's text: values are bound, and words are quoted for the full text.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Any, Literal, get_args

from summarizer.conflict.storing.tables import INCIDENTS, STATEMENTS, THREATS, WARNINGS
from summarizer.conflict.storing.views import ARTICLE_COLUMNS, OF_BRIEF
from summarizer.errors import UsageError, printable
from summarizer.pointing.audit import ItemKind
from summarizer.schemas.vocabulary import (
    Conditionality,
    IncidentAttribution,
    IncidentKind,
    Occurrence,
    StatementKind,
    ThreatStatus,
)
from summarizer.store.tables import StoreTable

Order = Literal["newest", "oldest"]

ARTICLES = frozenset({"a", "an", "the"})
"""Words that are not looked for: `the army` and `army` are one name."""


@dataclass(frozen=True)
class Topic:
    """What may be asked for, and by what.

    Attributes:
        name: as it is asked for.
        holds: what is found.
        item: the kind of the items.
        table: their table.
        usual: which rows are meant, unless all are asked for.
        names: for each way to ask for somebody or some place, the columns whose words are looked at.
        choices: for each way to ask for a choice, its column and its closed list.
        days: the columns of the first and the last day that a row is found under.
        told: beginnings of the fields whose words are the evidence.
        always: which rows are meant in any case.
    """

    name: str
    holds: str
    item: ItemKind
    table: StoreTable
    usual: str
    names: Mapping[str, tuple[str, ...]]
    choices: Mapping[str, tuple[str, tuple[str, ...]]]
    days: tuple[str, str]
    told: tuple[str, ...]
    always: str = "1"

    @property
    def dated(self) -> tuple[str, str]:
        """The same as a query has them: of the table, or of the article."""
        own = {column.name for column in self.table.columns}
        first, last = (f"{self.table.name if name in own else 'documents'}.{name}" for name in self.days)
        return first, last

    @property
    def called(self) -> str:
        """What one of its items is called."""
        return "attack" if self.item == "incident" else self.item


_PUBLISHED = ("published", "published")
_DOERS = ("authors", "other_names", "doer_words")
_ATTACKED: dict[str, Any] = {
    "item": "incident",
    "table": INCIDENTS,
    "usual": "frame = 'current' AND NOT aggregate AND occurrence IS NOT NULL",
    "names": {
        "actor": (*_DOERS, "target", "said_by", "denied_by"),
        "perpetrator": _DOERS,
        "target": ("target",),
        "speaker": ("said_by", "denied_by"),
        "place": ("place",),
    },
    "choices": {
        "kind": ("kind", get_args(IncidentKind)),
        "occurrence": ("occurrence", get_args(Occurrence)),
        "attribution": ("attribution", get_args(IncidentAttribution)),
    },
    "days": ("earliest", "latest"),
    "told": ("words",),
}

TOPICS: Mapping[str, Topic] = {
    topic.name: topic
    for topic in (
        Topic(
            "threats",
            "who threatens whom; with --all also what only tells a threat again",
            "threat",
            THREATS,
            "restates IS NULL",
            {
                "actor": ("issuer", "on_behalf_of", "relayed_by", "other_names", "target"),
                "issuer": ("issuer", "on_behalf_of", "other_names"),
                "target": ("target",),
                "speaker": ("issuer", "relayed_by", "other_names"),
            },
            {
                "status": ("status", get_args(ThreatStatus)),
                "conditionality": ("conditionality", get_args(Conditionality)),
            },
            _PUBLISHED,
            ("cue", "content"),
        ),
        Topic(
            "attacks", "single acts of the news; with --all also history, drills, and what sums acts up", **_ATTACKED
        ),
        Topic(
            "claimed",
            "the same, as far as only claims, or what may be, stand behind them",
            **_ATTACKED,
            always="occurrence IN ('claimed', 'possible')",
        ),
        Topic(
            "statements",
            "who says what of acts, and postures",
            "statement",
            STATEMENTS,
            "1",
            {
                "actor": ("speaker", "other_names", "relayed_by", "whom"),
                "speaker": ("speaker", "other_names", "relayed_by"),
                "target": ("whom",),
            },
            {"kind": ("kind", get_args(StatementKind))},
            _PUBLISHED,
            ("cue", "content"),
        ),
        Topic(
            "warnings",
            "who warns that somebody else may attack",
            "warning",
            WARNINGS,
            "1",
            {
                "actor": ("speaker", "other_names", "feared"),
                "perpetrator": ("feared",),
                "speaker": ("speaker", "other_names"),
                "place": ("place",),
            },
            {},
            _PUBLISHED,
            ("cue", "content"),
        ),
    )
}
"""By name, in the order in which help tells them."""

NAMES = tuple(dict.fromkeys(chain.from_iterable(topic.names for topic in TOPICS.values())))
CHOICES = tuple(dict.fromkeys(chain.from_iterable(topic.choices for topic in TOPICS.values())))


@dataclass(frozen=True)
class Asked:
    """What is asked for.

    Attributes:
        topic: what is looked for.
        words: that must stand in a row, in any column of its full text.
        names: words of who is asked for, by the way to ask.
        choices: choices of which a row must have one, by the way to ask.
        since, until: days between which it must be.
        read_by: who must have read the article: an extractor, or a model.
        everything: whether unusual rows are meant, too.
        limit: how many rows at most; None: all.
        order: which come first.
    """

    topic: Topic
    words: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None
    read_by: str | None = None
    everything: bool = False
    limit: int | None = None
    order: Order = "newest"

    def query(self) -> "Query":
        """The query of the rows, in order.

        Raises:
            UsageError: a choice or a way to ask is not of this topic, or no word is in what is asked for.
        """
        topic = self.topic
        table = topic.table.name
        names = [column.name for column in topic.table.columns]
        columns = ", ".join(f"{table}.{name}" for name in names)
        first, last = topic.dated
        newest = self.order == "newest"
        order = f"{last} DESC NULLS LAST" if newest else f"{first} ASC NULLS LAST"
        where, values = self._where()
        dated, days = self._dated()
        article = ARTICLE_COLUMNS.format(table=table, dated="documents")
        select = f"SELECT {columns}, {article} FROM {table} {OF_BRIEF.format(table=table)}"
        return Query(
            select=f"{select} WHERE {' AND '.join((*where, *dated))} ORDER BY {order}, {table}.row LIMIT ?",
            values=(*values, *days, -1 if self.limit is None else self.limit),
        )

    def undated(self) -> "Query | None":
        """The query of how many rows are left out since nobody states a day; None where no day is asked for."""
        if not any((self.since, self.until)):
            return None
        where, values = self._where()
        table = self.topic.table.name
        rows = f"{table} {OF_BRIEF.format(table=table)}"
        dated = (*where, f"{self.topic.dated[1]} IS NULL")
        return Query(f"SELECT count(*) FROM {rows} WHERE {' AND '.join(dated)}", tuple(values))

    def _dated(self) -> tuple[list[str], list[str]]:
        first, last = self.topic.dated
        bounds = ((f"{last} >= ?", self.since), (f"{first} <= ?", self.until))
        return [test for test, day in bounds if day], [day.isoformat() for _, day in bounds if day]

    def _where(self) -> tuple[list[str], list[Any]]:
        """The tests of a row but for its days, and the values that are bound in them."""
        tests, values = [self.topic.always], list[Any]()
        if not self.everything:
            tests.append(self.topic.usual)
        for way, wanted in self.choices.items():
            column, known = _of_topic(self.topic, way, self.topic.choices)
            chosen = [_choice(way, word, known) for word in wanted]
            tests.append(f"{self.topic.table.name}.{column} IN ({', '.join('?' * len(chosen))})")
            values += chosen
        if self.read_by is not None:
            tests.append("? IN (briefs.extractor, briefs.model)")
            values.append(self.read_by)
        if found := " AND ".join(self._matches()):
            table = self.topic.table.name
            tests.append(f"{table}.row IN (SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH ?)")
            values.append(found)
        return tests, values

    def _matches(self) -> Iterator[str]:
        """What is asked of the full text."""
        for way, wanted in self.names.items():
            columns = _of_topic(self.topic, way, self.topic.names)
            yield f"{{{' '.join(columns)}}} : ({quoted_words(wanted)})"
        if self.words:
            yield f"({quoted_words(' '.join(self.words))})"


@dataclass(frozen=True)
class Query:
    """A query of a store.

    Attributes:
        select: its text, in which nothing stands that was asked for.
        values: what is bound.
    """

    select: str
    values: tuple[Any, ...]


def quoted_words(text: str) -> str:
    """Words for the full text, all of which must be there; one that ends with * stands for all that begin with it.

    Raises:
        UsageError: there is none.
    """
    words = [word for word in text.split() if any(map(str.isalnum, word))]
    if not words:
        raise UsageError(f"'{printable(text)}' holds no word to look for: give letters or figures")
    telling = [word for word in words if word.casefold() not in ARTICLES]
    return " AND ".join(map(_quoted, next(filter(None, (telling, words)))))


def _quoted(word: str) -> str:
    bare = word.rstrip("*")
    inner = bare.replace("\0", " ").replace('"', '""')
    return f'"{inner}"' + (" *" if word != bare else "")


def _of_topic(topic: Topic, way: str, ways: Mapping[str, Any]) -> Any:
    """What a way to ask stands for. Raises UsageError where the topic has none of this name."""
    if way not in ways:
        having = [other.name for other in TOPICS.values() if way in (*other.names, *other.choices)]
        there = ", ".join(f"--{each}" for each in (*topic.names, *topic.choices))
        raise UsageError(f"--{way} is of {' and '.join(having)}; {topic.name} are asked for by {there}, days and words")
    return ways[way]


def _choice(way: str, word: str, known: Sequence[str]) -> str:
    """A choice as it is kept. Raises UsageError where there is none of this name."""
    kept = "_".join(word.casefold().replace("-", " ").replace("_", " ").split())
    if kept not in known:
        raise UsageError(f"--{way} {printable(word)}: there is no such value; choose of {', '.join(known)}")
    return kept
