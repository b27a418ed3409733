"""The article as a reader sees it, for the checks: nothing invisible, one form of each letter, with the way back."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from summarizer.conflict.items import KINDS, Items
from summarizer.documents.document import Document
from summarizer.pointing.folding import Folded
from summarizer.schemas.brief import Quote, Quotes

APOSTROPHES = "‛ʼ´`＇"
HYPHENS = "‐‑"


@dataclass(frozen=True)
class Plain:
    """Items whose document is in plain characters, and what leads their quotations back to the original."""

    items: Items
    original: Callable[[Iterable[Quote]], Quotes]


def plain(items: Items) -> Plain:
    """The items with every quotation, sentence and offset in the article as it reads.

    A "not" that hides behind a soft hyphen, a character without width or full-width letters is a "not" here. What is
    quoted stays the article's own: this is for looking up words, never for showing them.
    """
    document, folded = items.document, _plain_text(items.document.text)
    if folded.text == document.text:
        return Plain(items, tuple)

    def place(quote: Quote) -> Quote:
        start, end = folded.folded_offset(quote.start), folded.folded_offset(quote.end)
        return Quote(sentence=quote.sentence, start=start, end=end, text=folded.text[start:end])

    lists = {name: {n: _placed(item, place) for n, item in items.of(kind).items()} for kind, name in KINDS.items()}
    given = {place(quote): quote for item in (i for _, i in items.all()) for quote in _quotes(item)}

    def original(quotes: Iterable[Quote]) -> Quotes:
        return tuple(given.get(q) or document.quote(*folded.original_span(q.start, q.end)) for q in quotes)

    return Plain(Items(document=_plain_document(document, folded, place), **lists), original)


def _plain_document(document: Document, folded: Folded, place: Callable[[Quote], Quote]) -> Document:
    sentences = tuple(
        replace(one, start=folded.folded_offset(one.start), end=folded.folded_offset(one.end))
        for one in document.sentences
    )
    title, dateline = _placed(document.title, place), _placed(document.dateline, place)
    return replace(document, text=folded.text, sentences=sentences, title=title, dateline=dateline)


def _placed(part: Any, place: Callable[[Quote], Quote]) -> Any:
    """A part of an item with every quotation in it placed anew."""
    if isinstance(part, Quote):
        return place(part)
    if isinstance(part, tuple):
        return tuple(_placed(member, place) for member in part)
    if isinstance(part, BaseModel):
        return part.model_copy(update={name: _placed(getattr(part, name), place) for name in type(part).model_fields})
    return part


def _quotes(part: Any) -> Iterable[Quote]:
    found: list[Quote] = []
    _placed(part, lambda quote: found.append(quote) or quote)  # type: ignore[func-returns-value] # collects on the way
    return found


# --- characters ----------------------------------------------------------------------------------------


@lru_cache(maxsize=8)
def _plain_text(text: str) -> Folded:
    """The text with letters, spaces, apostrophes and hyphens in one form each, and without what takes no width."""
    alphabet = () if text.isascii() else set(text)
    shown = text.translate({ord(c): _form(c) for c in alphabet if c > "\x7f"})
    hidden = "".join(re.escape(c) for c in alphabet if _takes_no_width(c))
    dropped = [found.span() for found in re.finditer(f"[{hidden}]+", shown)] if hidden else []
    kept, places, at, lost = [], [], 0, 0
    for start, end in dropped:
        kept.append(shown[at:start])
        places.append(start - lost)
        at, lost = end, lost + end - start
    starts, ends = tuple(start for start, _ in dropped), tuple(end for _, end in dropped)
    return Folded("".join((*kept, shown[at:])), text, starts, ends, tuple(places), tuple(places))


def _form(character: str) -> str:
    """What a character is looked up as: one character, mostly itself."""
    if character in APOSTROPHES:
        return "’"
    if character in HYPHENS:
        return "-"
    if character.isspace():
        return " " if character not in "\u2028\u2029\x85" else "\n"
    widest = unicodedata.normalize("NFKC", character)
    is_letter = unicodedata.category(character) in ("Lu", "Ll", "Nd")
    return widest if is_letter and len(widest) == 1 and widest.isascii() else character


def _takes_no_width(character: str) -> bool:
    """Format characters and variation selectors; none of them says anything in English."""
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f" or character == "\u034f"
