"""A skeleton of gold answers, made from a brief: for a person to correct against the article."""

import json
from dataclasses import asdict
from typing import Any

from summarizer.conflict.mapping.predictions import predicted
from summarizer.documents.document import Document
from summarizer.schemas.brief import UnverifiedBrief

ADVICE = (
    "Made from a brief, errors included. Read the article first; correct every value, add what is missing, take out what"
    " is not there, list other values that are right in also_ok_… and …_also, and then take out 'skeleton'."
)


def skeleton_of(name: str, brief: UnverifiedBrief, document: Document) -> str:
    """The JSON of gold answers that say what a brief says; it is refused as gold until `skeleton` is taken out.

    Args:
        name: the article's id; the file must be called `NAME.json`.
        brief: a brief of the article.
        document: the article.
    """
    found = predicted(brief, document)
    threats = [{**asdict(threat), "optional": False} for threat in found.threats]
    attacks = []
    for attack in found.attacks:
        content: dict[str, Any] = {**asdict(attack), "optional": False}
        del content["background"]  # the occurrence says it
        attacks.append(content)
    unused = [quote.text for quote in brief.audit.uncovered]
    notes = ADVICE + (
        f" Sentences with threat or attack words that nothing cites: {' / '.join(unused)}" if unused else ""
    )
    content = {"id": name, "skeleton": True, "threats": threats, "attacks": attacks, "notes": notes}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
