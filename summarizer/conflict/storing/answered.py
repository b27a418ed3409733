"""What a store answers: rows with the words that tell them, as a table and as JSON."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby
from typing import Any, NamedTuple

from summarizer.conflict.exporting.exported import BETWEEN
from summarizer.conflict.storing.querying import Asked, Topic
from summarizer.conflict.storing.views import ARTICLE
from summarizer.rendering.tables import Column, header_of, rows_of

Read = Callable[[str, Sequence[Any]], list[Any]]
"""Reads all rows of a query, from its text and the values that are bound."""
Select = Callable[[str, Sequence[Any]], AbstractContextManager[tuple[list[str], Iterator[tuple[Any, ...]]]]]
"""The same as they come, with the names of their columns."""

_WORDS = """
    SELECT places.places, texts.text FROM briefs
    JOIN places ON places.brief = briefs.id JOIN texts ON texts.document = briefs.document WHERE briefs.id = ?
"""
_ABOUT = "SELECT id, ifnull(incidents, '') FROM statements WHERE brief = ?"


class Passage(NamedTuple):
    """Words of an article that tell an item, as they stand there.

    Attributes:
        paragraph, sentence: their numbers, from 1.
        start, end: offsets in code points of the article's text, from 0.
        text: the words.
    """

    paragraph: int
    sentence: int
    start: int
    end: int
    text: str


class Mentioned(NamedTuple):
    """Words of one field of an item, or of a statement on it."""

    item: str
    id: int
    field: str
    sentence: int
    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Answer:
    """One row that was found.

    Attributes:
        topic: what was asked for.
        cells: its columns, with those of its article, by name.
        mentions: all words that it rests on, with those of the statements on it.
    """

    topic: Topic
    cells: Mapping[str, Any]
    mentions: tuple[Mentioned, ...]
    text: str

    def __getitem__(self, name: str) -> Any:
        return self.cells[name]

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The words that tell it: of each sentence the stretch from the first of them to the last."""
        telling = (one for one in self.mentions if one.field.partition(".")[0] in _told(self.topic, one.item))
        by_place = sorted(telling, key=lambda one: (one.start, one.end))
        return tuple(_passage(self.text, list(near)) for _, near in groupby(by_place, lambda one: one.sentence))


def _told(topic: Topic, item: str) -> tuple[str, ...]:
    return topic.told if item == topic.item else ("cue", "content")


def _passage(text: str, near: list[Mentioned]) -> Passage:
    start, end = near[0].start, max(one.end for one in near)
    return Passage(near[0].paragraph, near[0].sentence, start, end, text[start:end])


def answers(select: Select, read: Read, asked: Asked) -> Iterator[Answer]:
    """The rows that are asked for, each with its words.

    Args:
        select, read: read the store.
        asked: what is asked for.

    Raises:
        UsageError: it makes no sense.
        StoreError: the store cannot be read.
    """
    query = asked.query()
    with select(query.select, query.values) as (names, rows):
        found = (dict(zip(names, row, strict=True)) for row in rows)
        for brief, of_brief in groupby(found, lambda cells: cells["brief"]):
            words = _words(read, asked.topic, brief)
            for cells in of_brief:
                items = (f"{asked.topic.item} {cells['id']}", *words.about[cells["id"]])
                yield Answer(asked.topic, cells, tuple(chain.from_iterable(map(words.of, items))), words.text)


@dataclass(frozen=True)
class _Words:
    """The words of one brief.

    Attributes:
        text: its article.
        places: of each item, by kind and id, the places of its words.
        about: the statements on each incident, by its id.
    """

    text: str
    places: Mapping[str, list[tuple[str, int, int, int, int]]]
    about: Mapping[int, list[str]]

    def of(self, key: str) -> Iterator[Mentioned]:
        """All words of an item."""
        item, number = key.split()
        for field, sentence, start, end, paragraph in self.places.get(key, ()):
            yield Mentioned(item, int(number), field, sentence, paragraph, start, end, self.text[start:end])


def _words(read: Read, topic: Topic, brief: int) -> _Words:
    """The words of a brief, with the statements on each incident where incidents are asked for."""
    places, text = next(iter(read(_WORDS, (brief,))), ("{}", ""))
    about: dict[int, list[str]] = defaultdict(list)
    if topic.item == "incident":
        for statement, incidents in read(_ABOUT, (brief,)):
            for incident in incidents.split():
                about[int(incident)].append(f"statement {statement}")
    return _Words(text, json.loads(places), about)


def columns(topic: Topic) -> tuple[Column, ...]:
    """The columns of a table of answers: the topic's own, then the words that tell it, then the article's."""
    made = ("evidence", "paragraphs", *ARTICLE)
    own = [column for column in topic.table.columns if column.name not in made]
    return (
        *(Column(column.name, column.holds, _cell(column.name)) for column in own),
        Column("evidence", "the article's words that tell it, of each sentence the stretch from the first to the last", lambda row: BETWEEN.join(one.text for one in row.passages)),
        Column("paragraphs", "the paragraph of each, from 1", lambda row: BETWEEN.join(str(one.paragraph) for one in row.passages)),
        Column("offsets", "where each begins and ends in the article's text, in code points from 0", lambda row: BETWEEN.join(f"{one.start}-{one.end}" for one in row.passages)),
        *(Column(name, holds, _cell(name)) for name, holds in ARTICLE.items()),
    )  # fmt: skip


def _cell(name: str) -> Callable[[Answer], Any]:
    return lambda row: row[name]


def as_table(topic: Topic, found: Iterable[Answer]) -> Iterator[str]:
    """CSV: the header, then a line for each answer."""
    yield header_of(columns(topic))
    for one in found:
        yield rows_of(columns(topic), (one,))


def as_object(one: Answer) -> dict[str, Any]:
    """One answer as JSON has it: its columns, its article, the words that tell it, and all that it rests on."""
    made = (*ARTICLE, "evidence", "paragraphs")
    return {
        **{name: cell for name, cell in one.cells.items() if name not in made},
        "article": {name: one[name] for name in ARTICLE},
        "evidence": [passage._asdict() for passage in one.passages],
        "mentions": [mention._asdict() for mention in one.mentions],
    }
