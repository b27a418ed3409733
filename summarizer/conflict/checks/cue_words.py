"""The words of an item as the checks of kind read them: joined, in their sentences, and held against tables of cues."""

from summarizer.documents.document import Document
from summarizer.documents.quotes import Quotes
from summarizer.english.clauses import sentence_span
from summarizer.lexicons import pattern
from summarizer.schemas.brief import Incident, Statement, ThirdPartyWarning, Threat


def hits(text: str, tables: tuple[str, ...]) -> bool:
    """Whether a text holds a word of one of these tables of cues.toml."""
    return bool(tables) and pattern("cues", *tables).search(text) is not None


def sentences(item: Statement | ThirdPartyWarning, document: Document) -> str:
    """The sentences of the cue and of the content."""
    spans = dict.fromkeys(sentence_span(document, quote) for quote in (*item.cue, *item.content))
    return " ".join(document.text[start:end] for start, end in spans)


def targets_of(item: Threat | Incident) -> Quotes:
    """The words for those whom an incident struck, or whom a threat is aimed at."""
    return tuple([quote for target in item.targets for quote in target.text])
