"""The article as a reader sees it, for the checks: nothing invisible, one form of each letter, with the way back."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Generic, TypeVar

from summarizer.documents.document import Document
from summarizer.documents.quotes import Part, Quote, Quotes
from summarizer.pointing.folding import Folded
from summarizer.pointing.located import AnyItems
from summarizer.pointing.roles import roles

APOSTROPHES = "‛ʼ´`＇"
HYPHENS = "‐‑"


@dataclass(frozen=True)
class Plain(Generic[AnyItems]):
    """Items whose document is in plain characters, and what leads their quotations back to the original."""

    items: AnyItems
    original: Callable[[Iterable[Quote]], Quotes]


def plain(items: AnyItems) -> Plain[AnyItems]:
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

    given = {place(quote): quote for _, item in items.all() for _, quote in items.quotes(item)}

    def original(quotes: Iterable[Quote]) -> Quotes:
        return tuple(given.get(q) or document.quote(*folded.original_span(q.start, q.end)) for q in quotes)

    read = items.mapped(lambda _, item: _placed(item, place))
    return Plain(replace(read, document=_plain_document(document, folded, place)), original)


def _plain_document(document: Document, folded: Folded, place: Callable[[Quote], Quote]) -> Document:
    sentences = tuple(
        replace(one, start=folded.folded_offset(one.start), end=folded.folded_offset(one.end))
        for one in document.sentences
    )
    title = place(document.title) if document.title else None
    dateline = _placed(document.dateline, place) if document.dateline else None
    return replace(document, text=folded.text, sentences=sentences, title=title, dateline=dateline)


AnyPart = TypeVar("AnyPart", bound=Part)


def _placed(part: AnyPart, place: Callable[[Quote], Quote]) -> AnyPart:
    """A part of an item with every quotation in it placed anew."""
    held = {name: getattr(part, name) for name in roles(type(part)).holding}
    return part.model_copy(update={name: _held_placed(value, place) for name, value in held.items() if value})


def _held_placed(held: Any, place: Callable[[Quote], Quote]) -> Any:
    """What a field holds: a quotation or a part, or several of them."""
    if isinstance(held, tuple):
        return tuple(_held_placed(member, place) for member in held)
    return place(held) if isinstance(held, Quote) else _placed(held, place)


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
