"""Draft + Document → Brief: the one place where a brief is made."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from summarizer.conflict import derivation
from summarizer.conflict.checks import CHECKS, document_findings
from summarizer.conflict.checks.conditions import conditionality
from summarizer.conflict.checks.duplicates import merges
from summarizer.conflict.coverage import uncovered
from summarizer.conflict.items import KINDS, Grounded, Items
from summarizer.documents.document import Document
from summarizer.english.days import day_of
from summarizer.english.numbers import with_counts
from summarizer.english.passages import is_quoted
from summarizer.pointing.check import Check
from summarizer.pointing.dropping import Key, apply, cascade, changes_the_item, doubts_dropped, fatal, mend, unsaid
from summarizer.pointing.grounding import ground
from summarizer.pointing.merging import merge, targets
from summarizer.pointing.plain import plain
from summarizer.pointing.rechecking import located
from summarizer.schemas.brief import Assessment, Audit, Brief, Finding, Incident, ItemOutcome, UnverifiedBrief
from summarizer.schemas.draft import Draft
from summarizer.schemas.vocabulary import ItemKind, Policy

NOTHING_EARLIER = Audit()


def verify(
    proposed: Draft | UnverifiedBrief,
    document: Document,
    *,
    policy: Policy | None = None,
    checks: Sequence[Check] = CHECKS,
    earlier: Audit = NOTHING_EARLIER,
) -> Brief:
    """Check everything that is proposed against the document, and derive the statuses.

    Args:
        proposed: a draft, or a brief from anywhere, whose every quotation, link and status is then
            derived again (`differences` tells what did not hold); nothing in it is trusted.
        document: the article that it is of.
        policy: `standard`, or `strict`, which asks more of official accounts (see the occurrence
            table); by default the brief's own, and `standard` for a draft.
        checks: rows of the table of checks to run; all of them unless a test switches one off.
        earlier: what the audit is to go on telling of an earlier round: items that a repair replaced,
            and marks of a second opinion (`repairing.superseded`).

    Returns:
        A brief whose every quotation stands in the document. It depends on nothing but the arguments.

    Anything that fits the schema gives a brief: nothing is raised on account of what it says.
    """
    grounded = ground(proposed, document) if isinstance(proposed, Draft) else located(proposed, document)
    policy = policy or ("standard" if isinstance(proposed, Draft) else proposed.policy)
    passed = _settle(grounded, checks, policy)
    items = _derive_values(passed.items)
    audit = Audit(
        outcomes=(*earlier.outcomes, *_outcomes(proposed, passed)),
        findings=tuple(dict.fromkeys((*earlier.findings, *passed.findings, *document_findings(document)))),
        uncovered=uncovered(items),
        rejected_raw=tuple(dict.fromkeys((*earlier.rejected_raw, *grounded.rejected))),
    )
    lists = {name: tuple(items.of(kind).values()) for kind, name in KINDS.items()}
    values = {"source": document.source(), "policy": policy, "audit": audit, **lists}
    return Brief.model_validate(values, context={"verified": True})


@dataclass(frozen=True)
class _Passed:
    """What is left when the checks have nothing more to drop: items, what was said, and where the others went."""

    items: Items
    findings: tuple[Finding, ...]
    gone: Mapping[Key, str]
    merged: Mapping[Key, int]


def _settle(grounded: Grounded, checks: Sequence[Check], policy: Policy) -> _Passed:
    """Check, drop and merge until nothing changes: what is left is checked as it will be read.

    A check may rest on an item that another check drops, so that one round could keep what the same
    checks would drop from the finished brief. Marks are those of the last round; their paths count
    positions as in the brief.
    """
    findings = list(grounded.findings)
    merged: dict[Key, int] = {}
    items, gone, told = cascade(grounded.items, fatal(findings))
    findings += told
    while True:
        found = run_checks(replace(items, statements=derivation.settled(items)), checks)
        acted = [finding for finding in found if changes_the_item(finding)]
        left, gone, told = cascade(apply(acted, items), gone | fatal(acted))
        left = mend(acted, left)
        into = targets(merges(left))
        left = merge(left, into)
        merged |= into
        if left == items:
            assessed = _assessed(items, policy)
            left_out, nothing_said = unsaid(assessed)
            left, gone, told = cascade(assessed, gone | left_out)
            told = (*nothing_said, *told)
            if left == assessed:
                told = doubts_dropped(grounded.items, left, merged)
                return _Passed(left, (*findings, *found, *told), gone, merged)
        findings += [*acted, *told]
        items = left


def run_checks(items: Items, checks: Sequence[Check] = CHECKS) -> list[Finding]:
    """What the checks say of these items, in the order of the table; they read the article in plain characters."""
    read = plain(items)
    return [
        finding.model_copy(update={"quotes": read.original(finding.quotes)})
        for check in checks
        for kind, item in read.items.all()
        if kind in check.applies_to
        for finding in check.findings(kind, item, read.items)
    ]


def _derive_values(items: Items) -> Items:
    """Fill in what follows from an item's own words: counts, delivery, conditionality, relations."""
    document, read = items.document, plain(items).items
    return replace(
        items,
        incidents={
            number: incident.model_copy(
                update={
                    "casualties": tuple(map(with_counts, incident.casualties)),
                    "day": day_of(incident.time, document.published) if incident.frame == "current" else None,
                }
            )
            for number, incident in items.incidents.items()
        },
        statements=derivation.settled(items),
        threats={
            number: threat.model_copy(
                update={
                    "delivery": "quoted"
                    if all(is_quoted(quote, document) for quote in threat.content)
                    else "paraphrased",
                    "conditionality": conditionality(read.threats[number], read.document),
                }
            )
            for number, threat in items.threats.items()
        },
    )


def _assessed(items: Items, policy: Policy) -> Items:
    """The items with every incident's statuses; the relations that they rest on are settled by the table."""
    settled = replace(items, statements=derivation.settled(items))
    return replace(
        items,
        incidents={
            number: incident.model_copy(update={"assessment": _assessment(incident, settled, policy)})
            for number, incident in items.incidents.items()
        },
    )


def _assessment(incident: Incident, settled: Items, policy: Policy) -> Assessment | None:
    """The derived statuses; in a language that the checks cannot read, none goes beyond `reported`."""
    assessment = derivation.assess(incident, settled, policy)
    if assessment is None or assessment.occurrence != "confirmed" or settled.document.language == "en":
        return assessment
    return assessment.model_copy(update={"occurrence": "reported", "contested": False})


def _outcomes(proposed: Draft | UnverifiedBrief, passed: _Passed) -> Iterator[ItemOutcome]:
    """How each proposed item ended, in the order in which it was proposed."""
    for kind, name in KINDS.items():
        seen: set[int] = set()
        for item in getattr(proposed, name):
            yield _outcome(kind, item.id, passed, again=item.id in seen)
            seen.add(item.id)


def _outcome(kind: ItemKind, number: int, passed: _Passed, *, again: bool) -> ItemOutcome:
    if again:
        return ItemOutcome(item=kind, id=number, disposition="rejected", because="duplicate_id")
    end = number
    while (kind, end) in passed.merged:
        end = passed.merged[kind, end]
    if (kind, end) in passed.gone:
        return ItemOutcome(item=kind, id=number, disposition="rejected", because=passed.gone[kind, end])
    if end != number:
        return ItemOutcome(item=kind, id=number, disposition="merged_into", into=end, because="duplicate")
    return ItemOutcome(item=kind, id=number, disposition="kept")
