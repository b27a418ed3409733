"""A second opinion on each kept item: the proposition that it comes to, and the mark that a verdict leaves."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from summarizer.documents.quotes import Part
from summarizer.pointing.audit import Finding, ItemKind

Verdict = Literal["supported", "contradicted", "not_stated"]


class Opinion(Part):
    """A verdict on one proposition, from one passage."""

    verdict: Verdict = Field(
        description="supported: the passage says so. contradicted: it says otherwise. not_stated: it leaves it open."
    )


MESSAGES: Mapping[Verdict, str] = {
    "contradicted": "A second reading of the passage says that it says otherwise.",
    "not_stated": "A second reading of the passage does not find this in it.",
}
"""Verdicts that leave a mark. A verdict never adds, keeps or raises anything."""


@dataclass(frozen=True)
class Proposition:
    """One sentence on one item, and the numbers of the sentences that it is to be held against."""

    kind: ItemKind
    id: int
    text: str
    sentences: tuple[int, ...]


def mark(proposition: Proposition, verdict: Verdict) -> Finding | None:
    """The mark that a verdict leaves on the item; none where it is supported."""
    if verdict == "supported":
        return None
    return Finding(
        check="second_opinion",
        code=verdict,
        severity="warn",
        item=proposition.kind,
        id=proposition.id,
        message=MESSAGES[verdict],
    )
