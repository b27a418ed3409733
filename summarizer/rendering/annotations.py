"""Brief → W3C Web Annotations (Recommendation of 23 February 2017): one for each mention, a page of them a line.

The target is the article, by its address or its text's SHA-256, with the mention's words and place; the body says which
item and field they stand for, and what is derived of that item.
"""

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from summarizer.documents.document import Document
from summarizer.documents.quotes import Part, Quote
from summarizer.pointing.audit import Key
from summarizer.pointing.briefs import StoredBrief
from summarizer.pointing.roles import items_in, quotes_in, step_into
from summarizer.rendering.safety import json_escaped

BESIDE = 32
"""Characters before and after the words, by which they are found again where the text has changed."""

Reviewed = Mapping[Key, Mapping[str, str]]

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"brief": "urn:summarizer:brief:1:"}]


def as_annotations(brief: StoredBrief, document: Document, reviewed: Reviewed = MappingProxyType({})) -> str:
    """An `AnnotationPage` as one line of JSON-LD.

    Args:
        brief: the brief of an article, of whatever field.
        document: the article, whose text the positions count code points of.
        reviewed: what people decided about items, as columns, by the keys of the items.
    """
    text = f"urn:sha256:{brief.source.sha256}"
    page = {
        "@context": CONTEXT,
        "id": f"{text}:annotations",
        "type": "AnnotationPage",
        "brief:text": text,
        "items": list(_each(brief, document, text, reviewed)),
    }
    return json_escaped(json.dumps(page, ensure_ascii=False, separators=(",", ":"))) + "\n"


def _each(brief: StoredBrief, document: Document, text: str, reviewed: Reviewed) -> Iterator[dict[str, Any]]:
    source = brief.source.origin.address or text
    marks = brief.audit.marks()
    for kind, item in items_in(brief):
        derived = [f"{path}: {choice}" for path, choice in choices_in(item) if choice]
        marked = marks.get((kind, item.id), ())
        review = {f"brief:{column}": told for column, told in reviewed.get((kind, item.id), {}).items()}
        for number, (path, quote) in enumerate(quotes_in(item)):
            body = {
                "type": "TextualBody",
                "purpose": "tagging",
                "format": "text/plain",
                "value": f"{kind} {item.id}: {path}",
                "brief:item": kind,
                "brief:id": item.id,
                "brief:field": path,
                "brief:status": derived,
                "brief:mark": [finding.code for finding in marked if finding.concerns(path)],
                **review,
            }
            yield {
                "id": f"{text}:{kind}:{item.id}:{number}",
                "type": "Annotation",
                "motivation": "tagging",
                "body": body,
                "target": {"source": source, "selector": _selectors(quote, document)},
            }


def _selectors(quote: Quote, document: Document) -> list[dict[str, Any]]:
    before = document.text[max(0, quote.start - BESIDE) : quote.start]
    after = document.text[quote.end : quote.end + BESIDE]
    return [
        {"type": "TextQuoteSelector", "exact": quote.text, "prefix": before, "suffix": after},
        {"type": "TextPositionSelector", "start": quote.start, "end": quote.end},
    ]


def choices_in(part: Part, path: str = "") -> Iterator[tuple[str, str]]:
    """The choices and statuses of an item, with the path of each: what it holds of single words that are no mentions."""
    for name, held in part:
        where = step_into(path, name)
        if isinstance(held, Part):
            yield from choices_in(held, where)
        elif isinstance(held, str):
            yield where, held
