"""Draft + Document → Brief: the one place where a brief is made."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarizer.document import Document
from summarizer.schemas.brief import Audit, Brief, Finding, ItemOutcome, UnverifiedBrief
from summarizer.schemas.draft import Draft
from summarizer.schemas.vocabulary import ItemKind, Policy
from summarizer.verification import derivation
from summarizer.verification.applying import Key, adopt_hedges, apply, cascade, fatal
from summarizer.verification.checks import CHECKS, document_findings
from summarizer.verification.checks.check import Check
from summarizer.verification.checks.conditions import conditionality
from summarizer.verification.checks.duplicates import merges
from summarizer.verification.coverage import uncovered
from summarizer.verification.evidence import is_quoted
from summarizer.verification.grounding import ground
from summarizer.verification.items import KINDS, Items
from summarizer.verification.merging import merge, targets
from summarizer.verification.numbers import with_counts
from summarizer.verification.rechecking import located


def verify(
    proposed: Draft | UnverifiedBrief,
    document: Document,
    *,
    policy: Policy | None = None,
    checks: Sequence[Check] = CHECKS,
) -> Brief:
    """Check everything that is proposed against the document, and derive the statuses.

    Args:
        proposed: a draft, or a brief from anywhere, whose every quotation, link and status is then
            derived again (`differences` tells what did not hold); nothing in it is trusted.
        document: the article that it is of.
        policy: `standard`, or `strict`, which asks more of official accounts (see the occurrence
            table); by default the brief's own, and `standard` for a draft.
        checks: rows of the table of checks to run; all of them unless a test switches one off.

    Returns:
        A brief whose every quotation stands in the document. It depends on nothing but the arguments.

    Anything that fits the schema gives a brief: nothing is raised on account of what it says.
    """
    grounded = ground(proposed, document) if isinstance(proposed, Draft) else located(proposed, document)
    policy = policy or ("standard" if isinstance(proposed, Draft) else proposed.policy)
    findings = list(grounded.findings)
    items, gone = cascade(grounded.items, fatal(findings))
    found = run_checks(items, checks)
    findings += found
    items, gone = cascade(apply(found, items), gone | fatal(found))
    items = adopt_hedges(found, items)
    items, merged = _merge(items)
    items = _derive_values(items)
    items, gone = _assess(items, gone, policy)
    audit = Audit(
        outcomes=tuple(_outcomes(proposed, gone, merged)),
        findings=(*findings, *document_findings(document)),
        uncovered=uncovered(items),
        rejected_raw=grounded.rejected,
    )
    lists = {name: tuple(items.of(kind).values()) for kind, name in KINDS.items()}
    values = {"source": document.source(), "policy": policy, "audit": audit, **lists}
    return Brief.model_validate(values, context={"verified": True})


def run_checks(items: Items, checks: Sequence[Check] = CHECKS) -> list[Finding]:
    """What the checks say of these items, in the order of the table."""
    return [
        finding
        for check in checks
        for kind, item in items.all()
        if kind in check.applies_to
        for finding in check.findings(kind, item, items)
    ]


def _merge(items: Items) -> tuple[Items, dict[Key, int]]:
    """The items with duplicates merged, and what was merged into what."""
    into = targets(merges(items))
    return merge(items, into), into


def _derive_values(items: Items) -> Items:
    """Fill in what follows from an item's own words: counts, delivery, conditionality, relations."""
    document = items.document
    return replace(
        items,
        incidents={
            number: incident.model_copy(update={"casualties": tuple(map(with_counts, incident.casualties))})
            for number, incident in items.incidents.items()
        },
        statements=derivation.settled(items),
        threats={
            number: threat.model_copy(
                update={
                    "delivery": "quoted"
                    if all(is_quoted(quote, document) for quote in threat.content)
                    else "paraphrased",
                    "conditionality": conditionality(threat, document),
                }
            )
            for number, threat in items.threats.items()
        },
    )


def _assess(items: Items, gone: dict[Key, str], policy: Policy) -> tuple[Items, dict[Key, str]]:
    """Give every incident its statuses; one that no statement carries falls, unless it sums up others."""
    assessed = {
        number: incident.model_copy(update={"assessment": derivation.assess(incident, items, policy)})
        for number, incident in items.incidents.items()
    }
    unsaid: dict[Key, str] = {
        ("incident", number): "nothing_left"
        for number, incident in assessed.items()
        if incident.assessment is None and not incident.summarises
    }
    return cascade(replace(items, incidents=assessed), gone | unsaid)


def _outcomes(proposed: Draft | UnverifiedBrief, gone: dict[Key, str], merged: dict[Key, int]) -> Iterator[ItemOutcome]:
    """How each proposed item ended, in the order in which it was proposed."""
    for kind, name in KINDS.items():
        seen: set[int] = set()
        for item in getattr(proposed, name):
            yield _outcome(kind, item.id, gone, merged, again=item.id in seen)
            seen.add(item.id)


def _outcome(kind: ItemKind, number: int, gone: dict[Key, str], merged: dict[Key, int], *, again: bool) -> ItemOutcome:
    if again:
        return ItemOutcome(item=kind, id=number, disposition="rejected", because="duplicate_id")
    if (kind, number) in gone:
        return ItemOutcome(item=kind, id=number, disposition="rejected", because=gone[kind, number])
    if (kind, number) in merged:
        into = merged[kind, number]
        return ItemOutcome(item=kind, id=number, disposition="merged_into", into=into, because="duplicate")
    return ItemOutcome(item=kind, id=number, disposition="kept")
