"""What a repair may be asked for, and what becomes of its answer: only failed items, under their own ids."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from summarizer.documents.document import Document
from summarizer.documents.quotes import Part
from summarizer.pointing.audit import Audit, Finding, ItemKind, ItemOutcome, Key
from summarizer.pointing.briefs import StoredBrief
from summarizer.pointing.roles import Item, Mention, lists_of, words_in

AnyDraft = TypeVar("AnyDraft", bound=Part)

NOT_THE_ITEMS_FAULT = frozenset({"rests_on_rejected", "nothing_left", "duplicate_id"})
"""Codes of what follows from another item's fall: repairing that one brings these back."""
NEAREST = 60
"""Similarity, of 100, from which a passage is worth suggesting to a repair. Nothing is accepted on it."""


@dataclass(frozen=True)
class Failing:
    """One item that was dropped, or lost a value, with what was found and the sentences that it may rest on."""

    kind: ItemKind
    item: Item[Mention]
    findings: tuple[Finding, ...]
    sentences: tuple[int, ...]


def failing(draft: Part, brief: StoredBrief, document: Document) -> tuple[Failing, ...]:
    """The items of the draft that a repair could mend, in the draft's order."""
    found: dict[Key, list[Finding]] = {}
    for finding in brief.audit.findings:
        if finding.severity == "reject" and finding.item and finding.id is not None:
            found.setdefault((finding.item, finding.id), []).append(finding)
    return tuple(
        Failing(kind, item, tuple(findings), _sentences(item, findings, document))
        for kind, name in lists_of(type(draft)).items()
        for item in getattr(draft, name)
        if (findings := found.get((kind, item.id)))
        and any(finding.code not in NOT_THE_ITEMS_FAULT for finding in findings)
    )


def merged(draft: AnyDraft, answer: AnyDraft, asked: Sequence[Failing]) -> AnyDraft:
    """The draft with the items that were asked for as the answer has them; what was not asked for is ignored.

    An item that the answer leaves out stays as it was: it fails again, and its outcome says why.
    """
    wanted = {(one.kind, one.item.id) for one in asked}
    given = {
        (kind, item.id): item
        for kind, name in lists_of(type(draft)).items()
        for item in reversed(getattr(answer, name))
    }
    lists = {
        name: [given.get((kind, item.id), item) if (kind, item.id) in wanted else item for item in getattr(draft, name)]
        for kind, name in lists_of(type(draft)).items()
    }
    return type(draft)(**lists)


def extended(draft: AnyDraft, answer: AnyDraft, first_id: int) -> AnyDraft:
    """The draft with what a second look adds: items numbered from `first_id`; no item that stands is touched."""
    lists = {
        name: [*getattr(draft, name), *(item for item in getattr(answer, name) if item.id >= first_id)]
        for name in lists_of(type(draft)).values()
    }
    return type(draft)(**lists)


def within(draft: AnyDraft, sentences: Collection[int], throughout: Collection[ItemKind]) -> AnyDraft:
    """The part of a draft that a look at these sentences needs: what points into them, and all items of kinds known throughout."""
    lists = {
        name: [
            item
            for item in getattr(draft, name)
            if kind in throughout or any(mention.sentence in sentences for _, mention in words_in(item))
        ]
        for kind, name in lists_of(type(draft)).items()
    }
    return type(draft)(**lists)


def replaced(asked: Sequence[Failing], after: Part) -> frozenset[Key]:
    """The items that a repair gave another wording."""
    lists = lists_of(type(after))
    return frozenset((one.kind, one.item.id) for one in asked if one.item not in getattr(after, lists[one.kind]))


def superseded(brief: StoredBrief, items: frozenset[Key]) -> Audit:
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


def listed(asked: tuple[Failing, ...]) -> str:
    """The items of a repair as JSON, each under the codes and messages of what was found in it."""
    lines = []
    for one in asked:
        found = "; ".join(
            f"{finding.code} at {finding.field or 'the item'}: {finding.message}" for finding in one.findings
        )
        lines.append(f"{one.kind} {one.item.id}: {found}\n{compact(one.item)}")
    return "\n\n".join(lines)


def compact(part: Part) -> str:
    """The JSON of a part without its empty values."""
    return json.dumps(_without_empty(part.model_dump(mode="json")), ensure_ascii=False, separators=(",", ":"))


def _without_empty(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: _without_empty(value) for key, value in part.items() if value not in ([], None)}
    return [_without_empty(value) for value in part] if isinstance(part, list) else part


def _sentences(item: Item[Mention], findings: Iterable[Finding], document: Document) -> tuple[int, ...]:
    """The sentences that the item names, those beside them, and the nearest passage of each mention that is nowhere."""
    mentions = [mention for _, mention in words_in(item)]
    around = {mention.sentence + step for mention in mentions for step in (-1, 0, 1)}
    if any(finding.code in {"absent", "ambiguous"} for finding in findings):
        around |= {number for mention in mentions if (number := _nearest(mention.text, document))}
    return tuple(sorted(number for number in around if 1 <= number <= len(document.sentences)))


def _nearest(text: str, document: Document) -> int | None:
    """The sentence that holds the passage most like these words, if any is like them at all."""
    from rapidfuzz import fuzz, process

    sentences = {sentence.number: document.words(sentence.number) for sentence in document.sentences}
    best = process.extractOne(text, sentences, scorer=fuzz.partial_ratio, score_cutoff=NEAREST)
    return best[2] if best else None
