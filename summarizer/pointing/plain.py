"""The article as a reader sees it, for the checks: nothing invisible, one form of each letter, with the way back."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Generic

from summarizer.documents.characters import Folded, plain_text
from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote, with_quotes
from summarizer.pointing.located import AnyItems


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

    def placed(self, held: Any) -> Any:
        """Anything that holds quotations of the original, with every one of them in the plain document."""
        folded = self.folded
        return held if folded is None else with_quotes(held, lambda quote: quote.within(folded))

    def original(self, held: Any) -> Any:
        """Anything that holds quotations of the plain document, with every one of them as it stands in the original."""
        return held if self.folded is None else with_quotes(held, partial(self._given, self.folded))

    def _given(self, folded: Folded, quote: Quote) -> Quote:
        return self.given.get(quote) or self.document.quote(*folded.original_span(quote.start, quote.end))


def plain(items: AnyItems) -> Plain[AnyItems]:
    """The items with every quotation, sentence and offset in the article as it reads.

    A "not" that hides behind a soft hyphen, a character without width or full-width letters is a "not" here. What is
    quoted stays the article's own: this is for looking up words, never for showing them.
    """
    document, folded = items.document, plain_text(items.document.text)
    if folded.text == document.text:
        return Plain(items, document)
    read = items.mapped(lambda _, item: with_quotes(item, lambda quote: quote.within(folded)))
    given = {quote.within(folded): quote for _, item in items.all() for _, quote in items.quotes(item)}
    return Plain(replace(read, document=document.plain), document, folded, given)
