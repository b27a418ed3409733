"""A store of several invented articles, read by the coder, to be asked."""

from datetime import date
from functools import cache
from pathlib import Path

from summarizer.documents.quotes import Origin
from tests import storing

MORVIK = """Blasts in Morvik

MORVIK, 12 October 2031 (Tarn News) - The Ochre Brigade said on Sunday that it had bombed a bridge in Morvik on Saturday.

The army denied that any bridge was bombed.
"""
BORSTAD = """Ardania warns its neighbour

Ardania's president, Edda Karsk, said on Monday that Ardania would bomb the port of Lunden if the blockade went on.
"""
HOSTILE = """=1+1 from Olme

The Sable League said on Friday that it had bombed a bridge in Olme.

Olme's president, Kel Vorn, said on Monday that Olme would bomb the \x1b[31mport of Lunden unless it was paid.
"""
LUNDEN = """Claim after blast in Lunden

The Slate Brigade said on Friday that it had bombed a bridge in Lunden on Thursday.
"""
UNDATED = """Gunmen kidnapped three teachers in Dravin, police said.
"""

ARTICLES = {
    "velsk.txt": storing.article(),
    "morvik.txt": storing.article(MORVIK, date(2031, 10, 12), Origin(outlet="Tarn News", title="Blasts in Morvik")),
    "borstad.txt": storing.article(BORSTAD, date(2031, 9, 2), Origin(address="https://post.example/ardania")),
    "hostile.txt": storing.article(HOSTILE, date(2031, 8, 1), Origin(outlet="=cmd()", title="\x1b[2Jgone")),
    "lunden.txt": storing.article(LUNDEN, date(2031, 11, 2), Origin(outlet="Vel Post")),
    "undated.txt": storing.article(UNDATED, None, Origin()),
}


@cache
def _finished(name: str) -> storing.Finished:
    return storing.finished(name, ARTICLES[name], name=name)


def filled(folder: Path) -> Path:
    """The file of a store that holds them all."""
    with storing.store(folder) as store:
        store.write(map(_finished, ARTICLES))
        return store.path


def text_of(name: str) -> str:
    """The text of one of the articles."""
    return ARTICLES[name].text
