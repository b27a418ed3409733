"""What a store answers: rows with the words that tell them, as a page, as a table, and as JSON."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, NamedTuple

from summarizer.conflict.exporting.exported import BETWEEN
from summarizer.conflict.storing.querying import Asked, Topic
from summarizer.conflict.storing.views import ARTICLE
from summarizer.conflict.wording import phrasing
from summarizer.conflict.wording.calling import named
from summarizer.rendering.page import (
    Entry,
    Page,
    Phrase,
    Row,
    Section,
    foreign,
    joined,
    led,
    listed,
    phrase,
    quoted,
    strong,
    with_words,
)
from summarizer.rendering.tables import Column, header_of, rows_of

Read = Callable[[str, Sequence[Any]], list[Any]]
"""Reads rows of a store: from a query and its values."""

_WORDS = """
    SELECT places.places, texts.text FROM briefs
    JOIN places ON places.brief = briefs.id JOIN texts ON texts.document = briefs.document WHERE briefs.id = ?
"""
_ABOUT = "SELECT id, incidents FROM statements WHERE brief = ?"
NO_DAY = "no day known"


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

    @property
    def day(self) -> str:
        """The day, or the days, that it is found under."""
        first, last = (self.cells[name] or NO_DAY for name in self.topic.days)
        return first if first == last else f"{first} to {last}"

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


def answers(read: Read, asked: Asked) -> Iterator[Answer]:
    """The rows that are asked for, each with its words.

    Args:
        read: reads the store.
        asked: what is asked for.

    Raises:
        UsageError: it makes no sense.
        StoreError: the store cannot be read.
    """
    query = asked.query()
    rows = (dict(zip(query.names, row, strict=True)) for row in read(query.select, query.values))
    for brief, of_brief in groupby(rows, lambda cells: cells["brief"]):
        mentions, text, about = _words(read, asked.topic, brief)
        for cells in of_brief:
            items = {(asked.topic.item, cells["id"]), *about.get(cells["id"], ())}
            own = tuple(one for one in mentions if (one.item, one.id) in items)
            yield Answer(asked.topic, cells, own, text)


def _words(read: Read, topic: Topic, brief: int) -> tuple[list[Mentioned], str, Mapping[int, list[tuple[str, int]]]]:
    """All mentions of a brief, its article's text, and the statements on each incident where incidents are asked for."""
    mentions, text = [], ""
    for places, text in read(_WORDS, (brief,)):
        mentions = [
            Mentioned(item, int(number), field, sentence, paragraph, start, end, text[start:end])
            for key, of_item in json.loads(places).items()
            for item, number in (key.split(),)
            for field, sentence, start, end, paragraph in of_item
        ]
    about: dict[int, list[tuple[str, int]]] = {}
    if topic.item == "incident":
        for statement, incidents in read(_ABOUT, (brief,)):
            for incident in (incidents or "").split():
                about.setdefault(int(incident), []).append(("statement", statement))
    return mentions, text, about


# --- for machines ---------------------------------------------------------------------------------


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


# --- for readers ----------------------------------------------------------------------------------


def as_page(asked: Asked, found: Sequence[Answer], more: bool) -> Page:
    """The answers, a block for each, under their days.

    Args:
        asked: what was asked for.
        found: the answers, in order.
        more: whether there are others beyond the limit.
    """
    numbered = enumerate(found, 1)
    sections = (
        Section(day, tuple(_entry(number, one) for number, one in of_day))
        for day, of_day in groupby(numbered, lambda numbered: numbered[1].day)
    )
    return Page(header=(_asked(asked),), short=_counted(asked.topic, found, more), sections=tuple(sections))


def _asked(asked: Asked) -> Phrase:
    """What was asked for, in words."""
    chosen = (led(f"{way} ", foreign(", ".join(values))) for way, values in asked.choices.items())
    named = (led(f"{way} ", quoted(words)) for way, words in asked.names.items())
    days = (
        led(word, phrase(day.isoformat())) for word, day in (("since ", asked.since), ("until ", asked.until)) if day
    )
    words = led("with ", quoted(" ".join(asked.words))) if asked.words else ()
    read_by = led("read by ", foreign(asked.read_by or "")) if asked.read_by else ()
    all_of_them = phrase("history and the like included" if asked.everything else "")
    return joined(" · ", (strong(asked.topic.name.upper()), *named, *chosen, words, *days, read_by, all_of_them))


def _counted(topic: Topic, found: Sequence[Answer], more: bool) -> Phrase:
    articles = len({one["brief"] for one in found})
    rest = "; there are more" if more else ""
    return phrase(f"{_so_many(len(found), topic.called)} in {_so_many(articles, 'article')}{rest}.")


def _so_many(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def _entry(number: int, one: Answer) -> Entry:
    heads, rows = BLOCKS[one.topic.item]
    words = (
        Row("", phrase(quoted(each.text), f" {each.start}–{each.end}"), (each.paragraph,), True)
        for each in one.passages
    )
    told = (Row(label, say(one)) for label, say in rows)
    also = Row("Known by", _names(one["other_names"]))
    return Entry(f"{number}.", heads(one), rows=with_words(also, *told, *words, *_article(one)))


def _article(one: Answer) -> Iterator[Row]:
    """What is marked, and where it stands."""
    yield Row("Marked", _choices(one["marks"], " "))
    title = quoted(one["title"]) if one["title"] else ()
    day = phrase(one["published"] or "no day stated")
    label = f"{one['label']} in " if one["label"] else ""
    about = joined(", ", (title or phrase("an article"), _plain(one["outlet"]), day))
    yield Row("Article", phrase(label, about, f"; read by {one['read_by']}, brief {one['brief']}"))
    yield Row("At", _plain(one["address"] or one["article"]))


def _plain(cell: str | None) -> Phrase:
    return foreign(cell) if cell else ()


def _names(cell: str | None) -> Phrase:
    """Several names of a cell."""
    return listed(_name(name) for name in (cell or "").split(BETWEEN) if name)


def _name(name: str) -> Phrase:
    """A name; `the article` is what tables call whoever wrote it."""
    return phrase(name) if name == "the article" else named(name)


def _quotes(cell: str | None) -> Phrase:
    """Several values in the article's words."""
    return joined(", ", (quoted(value) for value in (cell or "").split(BETWEEN) if value))


def _choices(cell: str | None, between: str = BETWEEN) -> Phrase:
    """Several choices from closed lists."""
    return joined(", ", (phrase(value.replace("_", " ")) for value in (cell or "").split(between) if value))


def _by_whom(one: Answer) -> Phrase:
    """Who did it, as far as the article supports it: of all, of each who is spoken of, and in its words."""
    whole = phrasing.AUTHORS[one["attribution"]] if one["attribution"] not in (None, "none") else ""
    pairs = (value.rpartition(": ") for value in (one["authors"] or "").split(BETWEEN))
    authors = (phrase(_name(name), f": {found.replace('_', ' ')}") for name, _, found in pairs if name)
    return joined("; ", (phrase(whole), *authors, _quotes(one["doer_words"])))


def _threat(one: Answer) -> Phrase:
    behalf = led(" for ", _names(one["on_behalf_of"]))
    target = _quotes(one["target"]) or phrase("target not stated")
    status = led(", ", strong(phrasing.THREAT_STATUS[one["status"]]))
    return phrase(strong(_names(one["issuer"])), behalf, " → ", target, status)


def _attack(one: Answer) -> Phrase:
    heading = strong(foreign(one["heading"])) if one["heading"] else strong("SUMS OTHERS UP")
    frame = phrase(phrasing.FRAME[one["frame"]])
    told = (_quotes(one[name]) for name in ("target", "place", "time"))
    return joined(" · ", (heading, frame, phrase(phrasing.KIND[one["kind"]]), *told))


def _statement(one: Answer) -> Phrase:
    return phrase(strong(_names(one["speaker"])), " · ", _choices(one["kind"]), led(" · of ", _names(one["whom"])))


def _warning(one: Answer) -> Phrase:
    feared = _names(one["feared"]) or phrase("nobody named")
    return joined(
        " · ",
        (phrase(strong(_names(one["speaker"])), " warns of ", feared), *map(_quotes, (one["place"], one["time"]))),
    )


def _of(column: str, say: Callable[[str | None], Phrase]) -> Callable[[Answer], Phrase]:
    return lambda one: say(one[column])


BLOCKS: Mapping[str, tuple[Callable[[Answer], Phrase], tuple[tuple[str, Callable[[Answer], Phrase]], ...]]] = {
    "threat": (
        _threat,
        (
            ("Harm", _of("words", _quotes)),
            ("Means", _of("weapon", _quotes)),
            ("If", _of("condition", _quotes)),
            ("By", _of("deadline", _quotes)),
            ("Relayed", _of("relayed_by", _names)),
        ),
    ),
    "incident": (
        _attack,
        (
            ("Says so", _of("said_by", _names)),
            ("Against", _of("denied_by", _names)),
            ("By whom", _by_whom),
            ("Killed", _of("killed", _quotes)),
            ("Wounded", _of("wounded", _quotes)),
        ),
    ),
    "statement": (
        _statement,
        (("Relayed", _of("relayed_by", _names)), ("Hedge", _of("hedge", _quotes))),
    ),
    "warning": (_warning, ()),
}
"""For each kind of item its heading, and its rows: label, and what is said."""
