"""The article as a reader sees it, for the checks: nothing invisible, one form of each letter, with the way back."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import Generic, TypeVar

from summarizer.documents.document import Document
from summarizer.documents.quotes import Part, Quote, Quotes
from summarizer.pointing.folding import Folded, with_pieces_folded
from summarizer.pointing.located import AnyItems
from summarizer.pointing.roles import in_each, roles

FORMS = dict.fromkeys("‛ʼ´＇", "’") | dict.fromkeys("‐‑", "-") | dict.fromkeys("\u2028\u2029\x85", "\n")
"""What apostrophes, hyphens and line breaks beyond ASCII are looked up as."""
ASCII = frozenset(map(chr, range(128)))
WITHOUT_WIDTH = frozenset(map(chr, (0x034F, *range(0xFE00, 0xFE10))))
"""The grapheme joiner, and variation selectors."""


@dataclass(frozen=True)
class Plain(Generic[AnyItems]):
    """Items whose document is in plain characters, and what leads their quotations back to the original.

    Attributes:
        items: with every quotation, sentence and offset in the article as it reads.
        document: the original.
        folded: its text in plain characters; None where it is plain as it stands.
        given: the original of each quotation of the items.
    """

    items: AnyItems
    document: Document
    folded: Folded | None = None
    given: Mapping[Quote, Quote] = field(default_factory=dict)

    def original(self, quotes: Quotes) -> Quotes:
        """Quotations of the plain document as they stand in the original."""
        if self.folded is None:
            return quotes
        found = []
        for quote in quotes:
            span = self.folded.original_span(quote.start, quote.end)
            found.append(self.given.get(quote) or self.document.quote(*span))
        return tuple(found)


def plain(items: AnyItems) -> Plain[AnyItems]:
    """The items with every quotation, sentence and offset in the article as it reads.

    A "not" that hides behind a soft hyphen, a character without width or full-width letters is a "not" here. What is
    quoted stays the article's own: this is for looking up words, never for showing them.
    """
    document, folded = items.document, _plain_text(items.document.text)
    if folded.text == document.text:
        return Plain(items, document)
    read = items.mapped(lambda _, item: _placed(item, folded))
    given = {_place(quote, folded): quote for _, item in items.all() for _, quote in items.quotes(item)}
    return Plain(replace(read, document=_plain_document(document, folded)), document, folded, given)


def _plain_document(document: Document, folded: Folded) -> Document:
    sentences = tuple(
        replace(one, start=folded.folded_offset(one.start), end=folded.folded_offset(one.end))
        for one in document.sentences
    )
    title = in_each(document.title, partial(_placed, folded=folded))
    dateline = in_each(document.dateline, partial(_placed, folded=folded))
    return replace(document, text=folded.text, sentences=sentences, title=title, dateline=dateline)


AnyPart = TypeVar("AnyPart", bound=Part)


def _placed(part: AnyPart, folded: Folded) -> AnyPart:
    """A part of an item with every quotation in it placed anew."""
    if isinstance(part, Quote):
        return _place(part, folded)  # type: ignore[return-value]  # a quotation is what it was
    held = {name: getattr(part, name) for name in roles(type(part)).holding}
    return part.model_copy(
        update={name: in_each(value, partial(_placed, folded=folded)) for name, value in held.items()}
    )


def _place(quote: Quote, folded: Folded) -> Quote:
    start, end = folded.folded_offset(quote.start), folded.folded_offset(quote.end)
    return Quote(sentence=quote.sentence, start=start, end=end, text=folded.text[start:end])


# --- characters ----------------------------------------------------------------------------------------


@lru_cache(maxsize=8)
def _plain_text(text: str) -> Folded:
    """The text with letters, spaces, apostrophes and hyphens in one form each, and without what takes no width."""
    alphabet = set(text) - ASCII
    shown = text.translate({ord(character): _form(character) for character in alphabet})
    hidden = re.compile(f"[{''.join((*WITHOUT_WIDTH, *filter(_takes_no_width, alphabet)))}]+")
    return replace(with_pieces_folded(shown, hidden, lambda _: ""), original=text)


def _form(character: str) -> str:
    """What a character is looked up as: one character, mostly itself."""
    if character in FORMS:
        return FORMS[character]
    if character.isspace():
        return " "
    widest = unicodedata.normalize("NFKC", character)
    return widest if widest in ASCII and unicodedata.category(character) in ("Lu", "Ll", "Nd") else character


def _takes_no_width(character: str) -> bool:
    """Format characters and variation selectors; none of them says anything in English."""
    return character in WITHOUT_WIDTH or unicodedata.category(character) == "Cf"
