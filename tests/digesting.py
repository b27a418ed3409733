"""Invented articles read by the coder, or as a test says that a model reads them; and what a digest of them tells."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from summarizer.asking.run import Run
from summarizer.conflict.coder import code
from summarizer.conflict.digesting import ReadArticle
from summarizer.documents.document import Document
from summarizer.documents.quotes import Origin
from summarizer.schemas.digest import Cites, Digest
from summarizer.schemas.draft import Draft
from summarizer.store import Store, finish
from summarizer.verification import verify
from tests.storing import TABLES

MONTH = 2034, 5

DEPOT = """Four guards killed at Tolmarsh depot

Gunmen attacked a fuel depot near Tolmarsh on Tuesday and killed four guards, the provincial police said.

The Amber Column claimed responsibility for the attack on the depot in a statement.

Ilva Prenn, a spokeswoman for the provincial police, said that two vehicles had been found near the river Sarn.
"""
DEPOT_DENIED = """Amber Column denies raid on Tolmarsh depot

The Amber Column denied on Wednesday that it had attacked the fuel depot near Tolmarsh on Tuesday.

Five guards were killed in the attack on the fuel depot at Tolmarsh, the hospital of Sarnbridge said.

The provincial police blamed the Amber Column for the attack on the depot at Tolmarsh.
"""
DEPOT_AFTERWARDS = """Two held over Tolmarsh depot

Police arrested two men on Friday over the attack on the fuel depot near Tolmarsh in which five guards were killed on Tuesday.

The hospital of Sarnbridge said that six guards were killed in the attack on the fuel depot at Tolmarsh.
"""
FERRY = """Shell hits ferry at Orrin Quay

A shell hit a ferry at Orrin Quay on Wednesday and wounded seven passengers, the harbour office of Orrin said.

The army of Velmar denied that it had shelled the ferry at Orrin Quay.

Governor Hesk Adan accused the army of Velmar of the shelling of the ferry at Orrin Quay.
"""
THREAT = """Velmar warns Orrin

General Bora Tennick, the commander of the army of Velmar, said on Thursday that the army of Velmar would bomb the port of Orrin
unless Orrin withdrew its boats from the strait by 20 May.

The governor of Orrin said nothing on Thursday.
"""
UNNAMED_THREAT = """Warning to Hask

An armed group threatened to bomb the dam of Hask unless the mayor resigned by 20 May.
"""
KIDNAP = """Two engineers kidnapped in Hask valley

Masked men kidnapped two engineers from a dam in the Hask valley on Monday, the ministry of energy said.

Nobody has claimed the kidnapping of the engineers in the Hask valley.
"""
HISTORY = """Sarnbridge remembers

Sarnbridge marked on Friday the bombing of its station in 2019, in which thirty people were killed, officials said.

The Free Amber Column claimed responsibility for that bombing of the station of Sarnbridge in 2019.
"""


def day(number: int | None) -> date | None:
    """This day of the month in which all of it is published."""
    return date(*MONTH, number) if number else None


@cache
def document_of(text: str, number: int | None = 10, outlet: str = "Sarn Post", title: str = "") -> Document:
    """An article, published on this day of the month."""
    return Document.from_text(text, published=day(number), origin=Origin(outlet=outlet, title=title))


@cache
def read(text: str, number: int | None = 10, outlet: str = "Sarn Post", title: str = "") -> ReadArticle:
    """An article as the coder reads it."""
    document = document_of(text, number, outlet, title)
    return ReadArticle(document, verify(code(document), document))


def judged(text: str, number: int, outlet: str, **items: Iterable[Mapping[str, Any]]) -> ReadArticle:
    """An article read as a test says; the items are a draft's, words written as they stand in the article."""
    document = document_of(text, number, outlet)
    draft = {
        kind: [{"id": place} | _mentions(document, item) for place, item in enumerate(listed, 1)]
        for kind, listed in items.items()
    }
    return ReadArticle(document, verify(Draft.model_validate(draft), document))


WORDED = frozenset({"name", "words", "place", "time", "cue", "content", "text", "count", "evidence"})


def _mentions(document: Document, item: Any) -> Any:
    if isinstance(item, Mapping):
        return {
            name: [_mention(document, value)] if name in WORDED else _mentions(document, value)
            for name, value in item.items()
        }
    return [_mentions(document, each) for each in item] if isinstance(item, list) else item


def _mention(document: Document, words: str) -> dict[str, Any]:
    number = next(each.number for each in document.sentences if words in document.words(each.number))
    return {"sentence": number, "text": words}


def reprinted(article: ReadArticle, outlet: str, later: int) -> ReadArticle:
    """The same text by another outlet, so many days later."""
    published = article.document.published
    return read(article.document.text, published.day + later if published else None, outlet)


POOL = (
    read(KIDNAP, 9, "Hask Herald"),
    read(DEPOT, 10),
    read(DEPOT_DENIED, 11, "Merrow News"),
    read(FERRY, 11, "Daily Orr"),
    read(THREAT, 12, "Velm Wire"),
    read(UNNAMED_THREAT, 12, "Hask Herald"),
    read(HISTORY, 13),
    read(DEPOT_AFTERWARDS, 13, "Merrow News"),
)


def words(cites: Cites) -> str:
    """As a reader has them."""
    return " […] ".join(cite.text for cite in cites)


def standing(digest: Digest) -> dict[str, Any]:
    """What a digest tells, without the articles that tell it and their days."""
    return {
        each.id: _plain(each.model_dump(exclude=COUNTED))
        for each in (*digest.incidents, *digest.older, *digest.threats)
    }


COUNTED = {
    "told_in": True,
    "in_passing": True,
    "history": True,
    "perhaps_same": True,
    "statements": {"__all__": {"carried_by", "first", "last"}},
}
"""What copies may change."""
PLACES = re.compile(r"article|paragraph|sentence|start|end|day")


def _plain(held: Any) -> Any:
    if isinstance(held, dict):
        return {name: _plain(value) for name, value in held.items() if not PLACES.fullmatch(name)}
    return [_plain(each) for each in held] if isinstance(held, list | tuple) else held


def keep(store: Store, **articles: ReadArticle) -> None:
    """Write articles into a store, each under a name."""
    run = Run(extractor="coder", version="1")
    store.write(
        finish(name, article.brief, run, article.document, name=f"{name}.txt", tables=TABLES)
        for name, article in articles.items()
    )
