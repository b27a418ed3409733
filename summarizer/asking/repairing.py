"""What a repair may be asked for, and what becomes of its answer: only failed items, under their own ids."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from summarizer.documents.document import Document
from summarizer.documents.quotes import Part, Quote
from summarizer.pointing.audit import Audit, Finding, ItemKind, ItemOutcome, Key
from summarizer.pointing.briefs import StoredBrief
from summarizer.pointing.dropping import rejecting
from summarizer.pointing.roles import Item, Mention, items_in, lists_of, roles, words_in

AnyDraft = TypeVar("AnyDraft", bound=Part)

NOT_THE_ITEMS_FAULT = frozenset({"rests_on_rejected", "nothing_left", "duplicate_id", "too_many_items"})
"""Codes of what follows from another item's fall: repairing that one brings these back."""
NOWHERE = frozenset({"absent", "ambiguous"})
"""Codes of words that do not stand where they were said to stand."""
NEAREST = 60
"""Similarity, of 100, from which a passage is worth suggesting to a repair. Nothing is accepted on it."""


@dataclass(frozen=True)
class Failing:
    """One item that was dropped, or lost a value, with what was found and the sentences that it may rest on."""

    kind: ItemKind
    item: Item[Mention]
    findings: tuple[Finding, ...]
    sentences: tuple[int, ...]

    @property
    def key(self) -> Key:
        """Which item it is."""
        return self.kind, self.item.id


def failing(draft: Part, brief: StoredBrief, document: Document, beyond_repair: frozenset[str]) -> tuple[Failing, ...]:
    """The items of the draft that a repair could mend, in the draft's order.

    Args:
        draft: what was proposed.
        brief: what verifying it gave.
        document: the article, for the sentences that an item may rest on.
        beyond_repair: codes of what no other words would mend.
    """
    found: dict[Key, list[Finding]] = defaultdict(list)
    for key, finding in rejecting(brief.audit.findings):
        found[key].append(finding)
    mendable = []
    for kind, item in items_in(draft):
        findings = tuple(each for each in found[kind, item.id] if not _only_of_a_link(each, item))
        codes = {finding.code for finding in findings}
        mentions = [mention for _, mention in words_in(item)]
        if mentions and codes - NOT_THE_ITEMS_FAULT - beyond_repair:  # words mend nothing where there are none to mend
            mendable.append(Failing(kind, item, findings, _sentences(mentions, codes, document)))
    return tuple(mendable)


def _only_of_a_link(finding: Finding, item: Item[Mention]) -> bool:
    """Whether it is on the words of a link to another item: the link stands without them, and shows less."""
    return finding.field.partition(".")[0] in {link.field for link in roles(type(item)).links}


def merged(draft: AnyDraft, answer: AnyDraft, asked: Sequence[Failing]) -> AnyDraft:
    """The draft with the items that were asked for as the answer has them; what was not asked for is ignored.

    An item that the answer leaves out stays as it was: it fails again, and its outcome says why.

    Args:
        draft: what was proposed.
        answer: to the repair; of several items with one id, the first counts.
        asked: what the repair asked for.
    """
    wanted = {one.key for one in asked}
    given: dict[Key, Item[Mention]] = {}
    for kind, item in items_in(answer):
        if (kind, item.id) in wanted:
            given.setdefault((kind, item.id), item)
    return _listing(draft, ((kind, given.get((kind, item.id), item)) for kind, item in items_in(draft)))


def amended(draft: AnyDraft, answer: AnyDraft, keys: Collection[Key], first_id: int) -> AnyDraft:
    """The draft with some items as an answer gives them again, and with what it adds under new ids.

    Args:
        draft: what was proposed.
        answer: to the question.
        keys: the items that it was asked about.
        first_id: from where new items are numbered.
    """
    again = {(kind, item.id): item for kind, item in items_in(answer) if (kind, item.id) in keys}
    kept = ((kind, again.get((kind, item.id), item)) for kind, item in items_in(draft))
    return extended(_listing(draft, kept), answer, first_id)


def extended(draft: AnyDraft, answer: AnyDraft, first_id: int) -> AnyDraft:
    """The draft with what a second look adds: items numbered from `first_id`; no item that stands is touched."""
    added = ((kind, item) for kind, item in items_in(answer) if item.id >= first_id)
    return _listing(draft, (*items_in(draft), *added))


def following_id(draft: Part) -> int:
    """An id from which nothing in a draft is numbered yet."""
    return 1 + max((item.id for _, item in items_in(draft)), default=0)


def within(draft: AnyDraft, sentences: Collection[int], throughout: Collection[ItemKind]) -> AnyDraft:
    """The part of a draft that a look at these sentences needs.

    Args:
        draft: of the whole article.
        sentences: numbers of the sentences that are looked at; items with words in one of them stay.
        throughout: kinds whose items stay wherever they stand.
    """
    needed = (
        (kind, item)
        for kind, item in items_in(draft)
        if kind in throughout or any(mention.sentence in sentences for _, mention in words_in(item))
    )
    return _listing(draft, needed)


def _listing(draft: AnyDraft, items: Iterable[tuple[ItemKind, Item[Mention]]]) -> AnyDraft:
    """A draft of the same field with these items, in their order."""
    names = lists_of(type(draft))
    lists: dict[str, list[Item[Mention]]] = {name: [] for name in names.values()}
    for kind, item in items:
        lists[names[kind]].append(item)
    return type(draft)(**lists)


def replaced(asked: Sequence[Failing], after: Part) -> frozenset[Key]:
    """The items that a repair gave another wording."""
    lists = lists_of(type(after))
    return frozenset(one.key for one in asked if one.item not in getattr(after, lists[one.kind]))


def superseded(brief: StoredBrief, items: frozenset[Key]) -> Audit:
    """What the audit goes on telling of items that a repair replaced: how they ended, and what was found in them.

    Args:
        brief: of the draft before the repair.
        items: those that the repair gave another wording.
    """
    return Audit(
        outcomes=tuple(
            ItemOutcome(item=o.item, id=o.id, disposition="superseded", into=o.id, because=o.because)
            for o in brief.audit.outcomes
            if o.key in items
        ),
        findings=tuple(finding for key, finding in rejecting(brief.audit.findings) if key in items),
        rejected_raw=tuple(r for r in brief.audit.rejected_raw if r.key in items),
    )


def listed(asked: tuple[Failing, ...], written: Callable[[Iterable[Item[Mention]]], str]) -> str:
    """The items of a repair, each under the codes and messages of what was found in it.

    Args:
        asked: the items.
        written: how items are shown to a model.
    """
    lines = []
    for one in asked:
        found = "; ".join(
            f"{finding.code} at {finding.field or 'the item'}: {finding.message}" for finding in one.findings
        )
        lines.append(f"{one.kind} {one.item.id}: {found}\n{written((one.item,))}")
    return "\n\n".join(lines)


def compact(part: Part) -> str:
    """The JSON of a part without its empty values."""
    filled = json.loads(part.model_dump_json(), object_hook=_without_empty)
    return json.dumps(filled, ensure_ascii=False, separators=(",", ":"))


def _without_empty(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: held for name, held in fields.items() if held not in ([], None)}


def _sentences(mentions: Sequence[Mention | Quote], codes: Collection[str], document: Document) -> tuple[int, ...]:
    """The sentences that an item names, those beside them, and the nearest passage of each mention that is nowhere."""
    around = {mention.sentence + step for mention in mentions for step in (-1, 0, 1)}
    if not NOWHERE.isdisjoint(codes):
        around |= {_nearest(mention.text, document) for mention in mentions}
    return tuple(sorted(around.intersection(range(1, len(document.sentences) + 1))))


def _nearest(text: str, document: Document) -> int:
    """The number of the sentence that holds the passage most like these words; 0 if none is like them at all."""
    from rapidfuzz import fuzz, process

    sentences = {sentence.number: document.words(sentence.number) for sentence in document.sentences}
    best = process.extractOne(text, sentences, scorer=fuzz.partial_ratio, score_cutoff=NEAREST)
    return best[2] if best else 0
