"""What a repair may be asked for, and what becomes of its answer: only failed items, under their own ids."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.conflict.items import KINDS
from summarizer.documents.document import Document
from summarizer.schemas.brief import Audit, Brief, Finding, ItemOutcome
from summarizer.schemas.draft import Draft
from summarizer.schemas.vocabulary import ItemKind

NOT_THE_ITEMS_FAULT = frozenset({"rests_on_rejected", "nothing_left", "duplicate_id"})
"""Codes of what follows from another item's fall: repairing that one brings these back."""
NEAREST = 60
"""Similarity, of 100, from which a passage is worth suggesting to a repair. Nothing is accepted on it."""


@dataclass(frozen=True)
class Failing:
    """One item that was dropped, or lost a value, with what was found and the sentences that it may rest on."""

    kind: ItemKind
    item: Any
    findings: tuple[Finding, ...]
    sentences: tuple[int, ...]


def failing(draft: Draft, brief: Brief, document: Document) -> tuple[Failing, ...]:
    """The items of the draft that a repair could mend, in the draft's order."""
    found: dict[tuple[ItemKind, int], list[Finding]] = {}
    for finding in brief.audit.findings:
        if finding.severity == "reject" and finding.item and finding.id is not None:
            found.setdefault((finding.item, finding.id), []).append(finding)
    return tuple(
        Failing(kind, item, tuple(findings), _sentences(item, findings, document))
        for kind, name in KINDS.items()
        for item in getattr(draft, name)
        if (findings := found.get((kind, item.id)))
        and any(finding.code not in NOT_THE_ITEMS_FAULT for finding in findings)
    )


def merged(draft: Draft, answer: Draft, asked: Sequence[Failing]) -> Draft:
    """The draft with the items that were asked for as the answer has them; what was not asked for is ignored.

    An item that the answer leaves out stays as it was: it fails again, and its outcome says why.
    """
    wanted = {(one.kind, one.item.id) for one in asked}
    given = {(kind, item.id): item for kind, name in KINDS.items() for item in reversed(getattr(answer, name))}
    lists = {
        name: [given.get((kind, item.id), item) if (kind, item.id) in wanted else item for item in getattr(draft, name)]
        for kind, name in KINDS.items()
    }
    return Draft(**lists)


def extended(draft: Draft, answer: Draft, first_id: int) -> Draft:
    """The draft with what a second look adds: items numbered from `first_id`; no item that stands is touched."""
    lists = {
        name: [*getattr(draft, name), *(item for item in getattr(answer, name) if item.id >= first_id)]
        for name in KINDS.values()
    }
    return Draft(**lists)


def within(draft: Draft, sentences: Collection[int]) -> Draft:
    """The part of a draft that a look at these sentences needs: what points into them, and all actors."""
    lists = {
        name: [
            item
            for item in getattr(draft, name)
            if kind == "actor" or any(mention["sentence"] in sentences for mention in _mentions(item.model_dump()))
        ]
        for kind, name in KINDS.items()
    }
    return Draft(**lists)


def replaced(asked: Sequence[Failing], after: Draft) -> frozenset[tuple[ItemKind, int]]:
    """The items that a repair gave another wording."""
    return frozenset((one.kind, one.item.id) for one in asked if one.item not in getattr(after, KINDS[one.kind]))


def superseded(brief: Brief, items: frozenset[tuple[ItemKind, int]]) -> Audit:
    """What the audit goes on telling of items that a repair replaced: how they ended, and what was found in them."""
    return Audit(
        outcomes=tuple(
            ItemOutcome(item=o.item, id=o.id, disposition="superseded", into=o.id, because=o.because)
            for o in brief.audit.outcomes
            if (o.item, o.id) in items
        ),
        findings=tuple(f for f in brief.audit.findings if (f.item, f.id) in items and f.severity == "reject"),
        rejected_raw=tuple(r for r in brief.audit.rejected_raw if (r.item, r.id) in items),
    )


def _sentences(item: Any, findings: Iterable[Finding], document: Document) -> tuple[int, ...]:
    """The sentences that the item names, those beside them, and the nearest passage of each mention that is nowhere."""
    named = {mention["sentence"] for mention in _mentions(item.model_dump())}
    around = {number + step for number in named for step in (-1, 0, 1)}
    if any(finding.code in {"absent", "ambiguous"} for finding in findings):
        around |= {
            number for mention in _mentions(item.model_dump()) if (number := _nearest(mention["text"], document))
        }
    return tuple(sorted(number for number in around if 1 <= number <= len(document.sentences)))


def _mentions(part: Any) -> list[dict[str, Any]]:
    if isinstance(part, dict):
        if part.keys() == {"sentence", "text"}:
            return [part]
        return [mention for value in part.values() for mention in _mentions(value)]
    return [mention for value in part for mention in _mentions(value)] if isinstance(part, list) else []


def _nearest(text: str, document: Document) -> int | None:
    """The sentence that holds the passage most like these words, if any is like them at all."""
    from rapidfuzz import fuzz, process

    sentences = {sentence.number: document.words(sentence.number) for sentence in document.sentences}
    best = process.extractOne(text, sentences, scorer=fuzz.partial_ratio, score_cutoff=NEAREST)
    return best[2] if best else None
