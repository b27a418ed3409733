"""The article as a reader sees it, for the checks: nothing invisible, one form of each letter, with the way back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from summarizer.documents.characters import Folded, plain_text
from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote, with_quotes
from summarizer.pointing.located import AnyItems

Held = TypeVar("Held")


@dataclass(frozen=True)
class Plain(Generic[AnyItems]):
    """Items whose document is in plain characters, and what leads their quotations back to the original.

    Attributes:
        items: with every quotation, sentence and offset in the article as it reads.
        document: the original.
        folded: its text in plain characters.
        given: the original of each quotation of the items.
    """

    items: AnyItems
    document: Document
    folded: Folded
    given: Mapping[Quote, Quote] = field(default_factory=dict)

    def placed(self, held: Held) -> Held:
        """Anything that holds quotations of the original, with every one of them in the plain document."""
        return self._with(held, lambda quote: quote.within(self.folded))

    def original(self, held: Held) -> Held:
        """Anything that holds quotations of the plain document, with every one of them as it stands in the original."""
        return self._with(held, self._given)

    def _given(self, quote: Quote) -> Quote:
        return self.given.get(quote, self.document.quote(*self.folded.original_span(quote.start, quote.end)))

    def _with(self, held: Held, change: Callable[[Quote], Quote]) -> Held:
        return held if self.folded.text == self.document.text else with_quotes(held, change)


def plain(items: AnyItems) -> Plain[AnyItems]:
    """The items with every quotation, sentence and offset in the article as it reads.

    A "not" that hides behind a soft hyphen, a character without width or full-width letters is a "not" here. What is
    quoted stays the article's own: this is for looking up words, never for showing them.
    """
    document, folded = items.document, plain_text(items.document.text)
    if folded.text == document.text:
        return Plain(items, document, folded)
    read = items.mapped(lambda _, item: with_quotes(item, lambda quote: quote.within(folded)))
    given = {quote.within(folded): quote for _, item in items.all() for _, quote in items.quotes(item)}
    return Plain(replace(read, document=document.plain), document, folded, given)
