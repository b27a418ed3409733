"""Sentences that talk to a reader machine, and articles that the checks cannot read."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from summarizer.conflict.items import Item, Items
from summarizer.documents.document import Document, sentence_quote
from summarizer.pointing.audit import Finding, about_document
from summarizer.pointing.check import Check, Code, Found
from summarizer.schemas import declared

_ADDRESSING = (
    r"(?:ignore|disregard|forget|override|bypass)\s+(?:(?:all|any|the|your|these|those|every|each|of)\s+)*"
    r"(?:previous|prior|above|earlier|preceding|foregoing|system|original|initial|other)\s+"
    r"(?:\w+\s+)?(?:instruction|instructions|prompt|prompts|rule|rules|direction|directions|message|messages|guideline|guidelines|text|context)",
    r"(?:ignore|disregard|forget|override)\s+(?:all\s+|any\s+)?(?:of\s+)?your\s+(?:\w+\s+)?(?:instructions|rules|guidelines|prompt|training|programming)",
    r"(?:ignore|disregard|forget)\s+everything\s+(?:above|before|you)",
    r"(?:system|developer|hidden|initial)\s+(?:prompt|message|instruction|instructions)\b",
    r"as\s+an?\s+(?:ai|artificial\s+intelligence|large\s+language\s+model|language\s+model|llm|assistant|chatbot)\b",
    r"you\s+are\s+(?:now\s+)?(?:an?\s+)?(?:\w+\s+)?(?:ai|assistant|language\s+model|llm|chatbot|gpt)\b",
    r"(?:dear|attention|note\s+to|instructions?\s+(?:for|to))\s*,?:?\s*(?:the\s+|any\s+|all\s+)?(?:ai|llm|language\s+model|assistant|summari[sz]er|chatbot|model|bots?)s?\b",
    r"(?:the|any)\s+(?:ai\s+)?(?:assistant|model|llm|language\s+model|summari[sz]er|extractor|chatbot)\s+(?:should|must|shall|will|has\s+to|is\s+to)\b",
    r"(?:ai|llm|language\s+model)s?\s+(?:reading|processing|summari[sz]ing|that\s+reads?)\b",
    r"(?:you\s+must|you\s+should|please|always|only)\s+(?:now\s+|only\s+)?(?:answer|respond|reply|output|return|print|emit|summari[sz]e|extract|classify|label)\b",
    r"(?:output|return|respond\s+with|reply\s+with|answer\s+with|print|emit)\s+(?:only\s+)?(?:an?\s+|the\s+|valid\s+|empty\s+)*(?:json|xml|yaml|markdown|array|list|object|schema)\b",
    r"(?:mark|label|classify|tag|report|treat|list|record|set)\s+(?:this|it|them|all|every|the)\s*(?:\w+\s+){0,4}?(?:as\s+|to\s+)[\"'“‘]?(?:confirmed|denied|claimed|verified|reported|true|false)\b",
    r"do\s+not\s+(?:extract|report|include|mention|list|summari[sz]e)\s+(?:any|this|the|these|other)\s+(?:\w+\s+){0,2}?(?:attack|attacks|threat|threats|incident|incidents|item|items|sentence|article|statement|statements)\b",
    r"(?:new|updated|additional|revised|following)\s+instructions\s*:",
    r"<\|?\s*/?(?:system|assistant|user|im_start|im_end|article|instructions?|inst|endoftext)\b[^>]{0,40}>",
    r"\[/?(?:inst|system)\]",
    r"(?:developer\s+mode|dan\s+mode)\b",
    r"(?:in|begin|start|end|open|let|have)\s+your\s+(?:\w+\s+)?(?:answer|summary|reply|response|output|brief|digest)\b",
    r"for\s+(?:indexing|training|search|archiving|summary|summari[sz]ation)\s+purposes\b",
    r"(?:summari[sz]e|rewrite|paraphrase)\s+(?:this|the)\s+(?:article|text|page|report|story|post)\b",
    r"(?:begin|end)\s+(?:of\s+)?(?:system|prompt|instructions|the\s+article)\b",
    r"(?:sentence|item|actor|incident|statement)\s+(?:number\s+)?\d+\s+(?:must|should)\s+be\s+(?:marked|listed|ignored|omitted|confirmed)",
)
"""What nobody says to a newspaper's readers, or to a city under curfew."""


_ROLE = re.compile(r"(?:^|[\n\"“‘'>#*(])\s*(?:SYSTEM|ASSISTANT|USER|(?:system|assistant|System|Assistant))\s*:\s")
"""The name of a role in a chat, at the head of a line or a quotation."""


@cache
def _addressing() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_ADDRESSING)})", re.IGNORECASE)


def _is_order(document: Document, number: int) -> bool:
    return _reads_as_order(document.words(number))


@lru_cache(maxsize=1024)
def _reads_as_order(text: str) -> bool:
    """Every item asks it of its sentences, in every round."""
    return _addressing().search(text) is not None or _ROLE.search(text) is not None


def _rests_on_order(item: Item, items: Items) -> Iterator[Found]:
    ordered = [(field, quote) for field, quote in items.quotes(item) if _is_order(items.document, quote.sentence)]
    spoken = [quote for field, quote in ordered if field in WORDS_IT_RESTS_ON]
    if isinstance(item, declared.Incident):
        yield from (Found("rests_on_order", field, (quote,)) for field, quote in ordered[:1])
    elif spoken:
        yield Found("stands_in_order", "", tuple(spoken))
    else:
        yield from (Found("shown_by_order", field, (quote,)) for field, quote in ordered if field.startswith("about."))


WORDS_IT_RESTS_ON = frozenset({"cue", "content"})
ORDERS = Check(
    name="orders",
    reason="What stands in a sentence that gives orders to a program may stand there for the program alone.",
    applies_to=("incident", "statement", "threat", "warning"),
    codes={
        "stands_in_order": Code(
            "reject", "It stands in a sentence that reads as an order to a program.", mendable=False
        ),
        "shown_by_order": Code("reject", "What shows this stands in a sentence that reads as an order to a program."),
        "rests_on_order": Code("warn", "Part of it stands in a sentence that reads as an order to a program."),
    },
    run=_rests_on_order,
)


def instruction_findings(document: Document) -> tuple[Finding, ...]:
    """A finding for every sentence that reads as an order to a program; it is shown, never followed."""
    message = "This sentence reads as an order to a program."
    orders = (sentence.number for sentence in document.sentences if _is_order(document, sentence.number))
    return tuple(
        about_document("instructions", "instruction", message, (sentence_quote(document, number),), sentence=number)
        for number in orders
    )


def language_findings(document: Document) -> tuple[Finding, ...]:
    """A finding where the article is not in English, which is all that the checks read."""
    if document.language == "en":
        return ()
    message = "The checks read English: of this article only the quotations were checked."
    return (about_document("language", "not_english", message),)
