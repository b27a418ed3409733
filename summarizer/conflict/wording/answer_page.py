"""What a store answers, as it will be read: a block for each item, under its day."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from summarizer.conflict.exporting.exported import BETWEEN
from summarizer.conflict.storing.answered import FoundRow
from summarizer.conflict.storing.querying import Asked, Topic
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

NO_DAY = "no day known"


def as_page(asked: Asked, found: Sequence[FoundRow], more: bool) -> Page:
    """The answers, a block for each, under their days.

    Args:
        asked: what was asked for.
        found: the answers, in order.
        more: whether there are others beyond the limit.
    """
    numbered = enumerate(found, 1)
    sections = (
        Section(day, tuple(_entry(number, one) for number, one in of_day))
        for day, of_day in groupby(numbered, lambda numbered: _day(numbered[1]))
    )
    return Page(header=(_asked(asked),), short=_counted(asked.topic, found, more), sections=tuple(sections))


def _day(one: FoundRow) -> str:
    """The day, or the days, that it is found under."""
    first, last = (one[name] or NO_DAY for name in one.topic.days)
    return first if first == last else f"{first} to {last}"


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


def _counted(topic: Topic, found: Sequence[FoundRow], more: bool) -> Phrase:
    articles = len({one["brief"] for one in found})
    rest = "; there are more" if more else ""
    return phrase(f"{_so_many(len(found), topic.called)} in {_so_many(articles, 'article')}{rest}.")


def _so_many(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def _entry(number: int, one: FoundRow) -> Entry:
    heads, rows = BLOCKS[one.topic.item]
    words = (
        Row("", phrase(quoted(each.text), f" {each.start}–{each.end}"), (each.paragraph,), True)
        for each in one.stretches
    )
    told = (Row(label, say(one)) for label, say in rows)
    also = Row("Known by", _names(one["other_names"]))
    return Entry(f"{number}.", heads(one), rows=with_words(also, *told, *words, *_article(one)))


def _article(one: FoundRow) -> Iterator[Row]:
    """What is marked, and where it stands."""
    yield Row("Marked", joined(", ", map(_choice, (one["marks"] or "").split())))
    title = quoted(one["title"]) if one["title"] else ()
    day = phrase(one["published"] or NO_DAY)
    label = f"{one['label']} in " if one["label"] else ""
    about = joined(", ", (title or phrase("an article"), _plain(one["outlet"]), day))
    yield Row("Article", phrase(label, about, f"; read by {one['read_by']}, brief {one['brief']}"))
    yield Row("At", _plain(one["address"] or one["article"]))


def _plain(cell: str | None) -> Phrase:
    return foreign(cell) if cell else ()


def _values(cell: str | None) -> Iterator[str]:
    """The values of a cell."""
    return filter(None, (cell or "").split(BETWEEN))


def _names(cell: str | None) -> Phrase:
    """Several names of a cell."""
    return listed(map(_name, _values(cell)))


def _name(name: str) -> Phrase:
    """A name; `the article` is what tables call whoever wrote it."""
    return phrase(name) if name == "the article" else named(name)


def _quotes(cell: str | None) -> Phrase:
    """Several values in the article's words."""
    return joined(", ", map(quoted, _values(cell)))


def _choice(choice: str) -> Phrase:
    """A choice from a closed list, as words."""
    return phrase(choice.replace("_", " "))


def _by_whom(one: FoundRow) -> Phrase:
    """Who did it, as far as the article supports it: of all, of each who is spoken of, and in its words."""
    whole = phrasing.AUTHORS.get(one["attribution"], "").replace(phrasing.AUTHORS["none"], "")
    return joined("; ", (phrase(whole), *map(_author, _values(one["authors"])), _quotes(one["doer_words"])))


def _author(value: str) -> Phrase:
    name, _, status = value.rpartition(": ")
    return phrase(_name(name), ": ", _choice(status))


def _threat(one: FoundRow) -> Phrase:
    behalf = led(" for ", _names(one["on_behalf_of"]))
    target = _quotes(one["target"]) or phrase("target not stated")
    status = led(", ", strong(phrasing.THREAT_STATUS[one["status"]]))
    again = "" if one["restates"] is None else ", TELLS ANOTHER ONE AGAIN"
    return phrase(strong(_names(one["issuer"])), behalf, " → ", target, status, strong(again))


def _attack(one: FoundRow) -> Phrase:
    heading = strong(foreign(one["heading"])) if one["heading"] else strong("SUMS OTHERS UP")
    frame = phrase(phrasing.FRAME[one["frame"]])
    told = (_quotes(one[name]) for name in ("target", "place", "time"))
    return joined(" · ", (heading, frame, phrase(phrasing.KIND[one["kind"]]), *told))


def _statement(one: FoundRow) -> Phrase:
    return phrase(strong(_names(one["speaker"])), " · ", _choice(one["kind"]), led(" · of ", _names(one["whom"])))


def _warning(one: FoundRow) -> Phrase:
    feared = _names(one["feared"]) or phrase("nobody named")
    return joined(
        " · ",
        (phrase(strong(_names(one["speaker"])), " warns of ", feared), *map(_quotes, (one["place"], one["time"]))),
    )


def _of(column: str, say: Callable[[str | None], Phrase]) -> Callable[[FoundRow], Phrase]:
    return lambda one: say(one[column])


BLOCKS: Mapping[str, tuple[Callable[[FoundRow], Phrase], tuple[tuple[str, Callable[[FoundRow], Phrase]], ...]]] = {
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
