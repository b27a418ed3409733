"""Articles to keep in a store: invented ones, read by the coder, and ready to be written."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from summarizer.asking.run import Run
from summarizer.conflict.assembled import CONFLICT
from summarizer.conflict.coder import code
from summarizer.documents.document import Document
from summarizer.documents.quotes import Origin
from summarizer.exchanges import KeptAnswer, Tokens
from summarizer.store import Finished, Store, finish
from summarizer.verification import verify

ARTICLE = """Gunmen of the Ochre Brigade attacked a checkpoint near Velsk

VELSK, 3 October 2031 (Tarn News) - Gunmen shot dead two guards at a checkpoint near Velsk on Thursday.

The Ochre Brigade claimed responsibility for the attack in a statement.

Colonel Ada Wren, a spokeswoman of the army, said that the army would bomb the Ochre Brigade unless it left Velsk.
"""
PUBLISHED = date(2031, 10, 4)
ORIGIN = Origin(outlet="Tarn News", address="https://tarn.example/velsk")
TABLES = CONFLICT.tables() if CONFLICT.tables else None


@cache
def article(text: str = ARTICLE, published: date | None = PUBLISHED, origin: Origin = ORIGIN) -> Document:
    """An article."""
    return Document.from_text(text, published=published, origin=origin)


@cache
def finished(
    key: str = "key", document: Document | None = None, *, version: str = "1.0", name: str = "velsk.txt"
) -> Finished:
    """The article as the coder reads it, ready to be written under this key."""
    document = document or article()
    brief = verify(code(document), document)
    assert TABLES
    return finish(key, brief, Run(extractor="coder", version=version), document, name=name, tables=TABLES)


def store(folder: Path, **options: Any) -> Store:
    """A store of conflict news in this folder."""
    return Store.open(folder / "news.store", CONFLICT, **options)


def answer(text: str = '{"a": 1}', **fields: Any) -> KeptAnswer:
    """An answer to keep."""
    told: dict[str, Any] = {
        "model": "m-1",
        "endpoint": "https://model.example/v1",
        "profile": "openai",
        "rung": "strict",
        "requests": 2,
        "tokens": Tokens(prompt=700, completion=80, cached=512),
        "seconds": 1.25,
    }
    return KeptAnswer(text=text, **told | fields)
