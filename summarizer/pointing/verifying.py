"""Draft + Document → Brief, in any field: ground, check, drop, merge, until nothing changes; then what is derived."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic

from summarizer.documents.document import Document
from summarizer.documents.quotes import Part, Quotes
from summarizer.pointing.apart import apart
from summarizer.pointing.audit import Audit, Finding, ItemKind, ItemOutcome, Key
from summarizer.pointing.bounds import MOST_ITEMS, beyond, bounded
from summarizer.pointing.briefs import Policy, StoredBrief
from summarizer.pointing.check import Check
from summarizer.pointing.dropping import CODES, Rejections, apply, cascade, changed, fatal, told
from summarizer.pointing.field import Assessed, Checked, Field
from summarizer.pointing.grounding import ground
from summarizer.pointing.located import AnItem, AnyItems, Located
from summarizer.pointing.merging import end_of, merge, targets
from summarizer.pointing.plain import plain
from summarizer.pointing.rechecking import relocate
from summarizer.pointing.sealing import sealed

NOTHING_EARLIER = Audit()


def verify(
    proposed: Part,
    document: Document,
    field: Field[Any],
    *,
    policy: Policy | None = None,
    checks: Sequence[Check] | None = None,
    earlier: Audit = NOTHING_EARLIER,
    read_by: str | None = None,
) -> StoredBrief:
    """Check everything that is proposed against the document, and derive the statuses.

    Args:
        proposed: a draft of the field, or a brief from anywhere, whose every quotation, link and status is then
            derived again (`differences` tells what did not hold); nothing in it is trusted.
        document: the article that it is of.
        field: whose items, checks and tables they are.
        policy: `standard`, or `strict`; by default the brief's own, and `standard` for a draft.
        checks: rows of the table of checks to run; all of the field's unless a test switches one off.
        earlier: what the audit is to go on telling of an earlier round: items that a repair replaced,
            and marks of a second opinion (`repairing.superseded`).
        read_by: who made the draft; a brief says that itself.

    Returns:
        A brief whose every quotation stands in the document. It depends on nothing but the arguments.

    Anything that fits the schema gives a brief: nothing is raised on account of what it says.
    """
    own: Policy = "standard"
    if isinstance(proposed, StoredBrief):
        own, read_by = proposed.policy, proposed.read_by
        grounded = relocate(bounded(proposed), document, field.items)
    else:
        proposed = field.complete(proposed, document.plain)
        grounded = ground(bounded(proposed), document, field.items)
    chosen = policy or own
    read = plain(grounded.items)
    findings = read.placed(grounded.findings)
    passed = _settle(read.items, findings, field, field.checks if checks is None else checks, chosen)
    found = (*passed.findings, *apart(passed.checked.settled), *field.about_document(document.plain))
    audit = Audit(
        outcomes=tuple(_outcomes(proposed, passed)),
        findings=(*beyond(proposed), *read.original(found)),
        uncovered=read.original(field.uncovered(passed.checked.settled)),
        rejected_raw=grounded.rejected,
        links=read.original(passed.checked.links),
    )
    lists = read.original(tuple(passed.assessed.lists().items()))
    audit = earlier.followed_by(audit)
    values = {"source": document.source(), "policy": chosen, "read_by": read_by, "audit": audit, **dict(lists)}
    return sealed(field.brief.model_validate(values, context={"verified": True}))


@dataclass(frozen=True)
class _Passed(Generic[AnyItems]):
    """What is left when the checks have nothing more to drop: items, what was said, and where the others went."""

    checked: Checked[AnyItems]
    assessed: Assessed
    findings: tuple[Finding, ...]
    gone: Rejections
    merged: Mapping[Key, int]


def _settle(
    located: AnyItems, grounding: Sequence[Finding], field: Field[AnyItems], checks: Sequence[Check], policy: Policy
) -> _Passed[AnyItems]:
    """Check, drop and merge items in plain characters until nothing changes: what is left is checked as it will be read.

    A check may rest on an item that another check drops, so that one round could keep what the same
    checks would drop from the finished brief. Marks are those of the last round; their paths count
    positions as in the brief.
    """
    findings = list(grounding)
    merged: dict[Key, int] = {}
    codes = CODES | field.codes
    standing, gone, fallen = cascade(located, fatal(grounding, located), field.rule, codes)
    items = standing
    findings += fallen
    while True:
        settled = field.settle(items)
        found = run_checks(settled, checks)
        acted = [one for one in found if one.severity == "reject" or one.code in field.mends]
        left, fallen = items, ()
        if acted or items is not standing:  # else they would stand again as they are
            standing, gone, fallen = cascade(apply(acted, items), gone | fatal(acted, items), field.rule, codes)
            left = _mended(acted, items, standing, field)
        into = targets(field.merges(left))
        left = merge(left, into)
        merged |= into
        if left == items:
            checked = Checked(items, settled, field.links(settled, found))
            assessed = field.assess(checked, policy)
            unsaid = assessed.unsaid()
            if not unsaid:
                lost = field.lost(located, left, merged)
                return _Passed(checked, assessed, (*findings, *found, *lost), gone, merged)
            standing, gone, fallen = cascade(items, {**gone, **unsaid}, field.rule, codes)
            left, fallen = standing, (*(told(code, key, codes=codes) for key, code in unsaid.items()), *fallen)
        findings += [*acted, *fallen]
        items = left


def run_checks(items: Located, checks: Sequence[Check]) -> list[Finding]:
    """What the checks say of items in plain characters, in the order of the table.

    Args:
        items: all of them.
        checks: rows of the table; each runs on the kinds of items that it applies to.
    """
    return [
        finding
        for check in checks
        for kind in check.applies_to
        for item in items.of(kind).values()
        for finding in check.findings(kind, item, items)
    ]


def _mended(findings: Sequence[Finding], marked: AnyItems, left: AnyItems, field: Field[AnyItems]) -> AnyItems:
    """The items that are left as the field's mends leave them: each changed as the marks say that were made among all."""
    marks: dict[Key | None, dict[str, Quotes]] = {}
    for one in findings:
        if one.code in field.mends:
            marks.setdefault(one.key, {})[one.code] = one.quotes

    def mended(kind: ItemKind, item: AnItem) -> AnItem:
        for code, quotes in marks.get((kind, item.id), {}).items():
            item = changed(item, field.mends[code](item, quotes, marked))
        return item

    return left.mapped(mended)


# --- how each item ended --------------------------------------------------------------------------


def _outcomes(proposed: Part, passed: _Passed[Any]) -> Iterator[ItemOutcome]:
    """How each proposed item ended, in the order in which it was proposed."""
    for kind, name in passed.checked.items.lists.items():
        seen: set[int] = set()
        items = getattr(proposed, name)
        for item in items[:MOST_ITEMS]:
            yield _rejected(kind, item.id, "duplicate_id") if item.id in seen else _outcome(kind, item.id, passed)
            seen.add(item.id)
        yield from (_rejected(kind, item.id, "too_many_items") for item in items[MOST_ITEMS:])


def _rejected(kind: ItemKind, number: int, because: str) -> ItemOutcome:
    return ItemOutcome(item=kind, id=number, disposition="rejected", because=because)


def _outcome(kind: ItemKind, number: int, passed: _Passed[Any]) -> ItemOutcome:
    end = end_of((kind, number), passed.merged)
    if (kind, end) in passed.gone:
        return _rejected(kind, number, passed.gone[kind, end])
    if end != number:
        return ItemOutcome(item=kind, id=number, disposition="merged_into", into=end, because="duplicate")
    return ItemOutcome(item=kind, id=number, disposition="kept")
