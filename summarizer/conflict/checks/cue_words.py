"""The words of an item as the checks of kind read them: joined, in their sentences, and held against tables of cues."""

from summarizer.documents.document import Document
from summarizer.documents.quotes import Quotes
from summarizer.english.clauses import sentence_span
from summarizer.english.grammar.negation import negations
from summarizer.lexicons import pattern
from summarizer.schemas.brief import Statement, ThirdPartyWarning


def hits(text: str, tables: tuple[str, ...]) -> bool:
    """Whether a text holds a word of one of these tables of cues.toml."""
    return bool(tables) and pattern("cues", *tables).search(text) is not None


def joined(quotes: Quotes) -> str:
    """The words of some quotations, with a mark between them."""
    return " … ".join(quote.text for quote in quotes)


def sentences(item: Statement | ThirdPartyWarning, document: Document) -> str:
    """The sentences of the cue and of the content."""
    spans = dict.fromkeys(sentence_span(document, quote) for quote in (*item.cue, *item.content))
    return " ".join(document.text[start:end] for start, end in spans)


def are_negated(quotes: Quotes, document: Document) -> bool:
    """Whether a negation stands in some words; "not fewer than" is none."""
    return any(negations(document, quote.start, quote.end, verbs=False) for quote in quotes)
