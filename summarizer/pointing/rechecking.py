"""A brief from anywhere → the same pipeline again: what of it holds against its article."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from summarizer.documents.document import Document
from summarizer.documents.quotes import Part, Quote
from summarizer.pointing.audit import Audit, Finding, ItemKind
from summarizer.pointing.boundaries import at_boundaries
from summarizer.pointing.briefs import StoredBrief
from summarizer.pointing.dropping import apply
from summarizer.pointing.grounding import Index, resolve
from summarizer.pointing.located import AnItem, Grounded, Located
from summarizer.pointing.roles import as_located, lists_of, quotes_in

OUTCOMES, FINDINGS = "audit.outcomes", "audit.findings"
"""Fields under which it is told what an audit lacks, or has too much of."""

NOT_THERE = "These words do not stand at this place of the article."


@dataclass(frozen=True)
class Difference:
    """One thing that a brief states and its article, verified again, does not give; or the reverse, for the audit.

    `stated` and `found` are an enum's word, a number, or the words concerned; None where there is
    nothing. They may hold anything that the file held: escape them before showing them.
    """

    item: ItemKind | None
    id: int | None
    field: str
    stated: str | None
    found: str | None


def relocate(brief: Part, document: Document, form: type[Located]) -> Grounded:
    """The brief's items, each quotation looked up at its own offsets, as `ground` does for a draft's mentions."""
    items = form(document, **{name: _by_id(getattr(brief, name)) for name in form.lists.values()})
    index = Index.of(document)
    findings = tuple(
        Finding(
            check="grounding",
            code="not_there",
            severity="reject",
            item=kind,
            id=item.id,
            field=field,
            message=NOT_THERE,
        )
        for kind, item in items.all()
        for field, quote in quotes_in(item)
        if not _stands(quote, index)
    )
    return Grounded(apply(findings, items), findings)


def _by_id(listed: Iterable[Part]) -> dict[int, AnItem]:
    """The items by id, in their order, without what was derived of them; of several with one id, the first."""
    found: dict[int, AnItem] = {}
    for item in map(as_located, listed):
        found.setdefault(item.id, item)
    return found


def _stands(quote: Quote, index: Index) -> bool:
    """Whether a quotation is one that grounding could have given: whole words, of at most two sentences of a paragraph."""
    document, folded = index.document, index.folded
    if not resolve(quote, document) or not any(map(str.isalnum, quote.text)):
        return False
    last, following = document.sentences[quote.sentence - 1], index.sentence(quote.sentence + 1)
    if following is not None and following.paragraph == last.paragraph:
        last = following
    edges = folded.folded_offset(quote.start), folded.folded_offset(quote.end)
    return quote.end <= last.end and at_boundaries(folded, *edges)


def differences(brief: StoredBrief, verified: StoredBrief) -> tuple[Difference, ...]:
    """Where a brief says something else than the same brief verified again: sources, items, values, statuses, audit.

    An audit tells of a draft that is no longer there, so what it says of dropped values is not derived again. It
    must account for every item of the brief and for no other, hold every mark and note that verifying again gives, name the
    finding on account of which an item was dropped, and list the sentences that nothing cites.
    """
    found: list[Difference] = []
    if brief.source != verified.source:
        found.extend(_of_part(None, None, "source", brief.source, verified.source))
    for kind, name in lists_of(type(brief)).items():
        stated: list[Any] = list(getattr(brief, name))
        holds = {item.id: item for item in getattr(verified, name)}
        for item in stated:
            found.extend(_of_item(kind, item, holds.pop(item.id, None)))
    return (*found, *_of_audit(brief, verified))


def _of_item(kind: ItemKind, stated: Any, holds: Any) -> Iterator[Difference]:
    if holds is None:
        yield Difference(kind, stated.id, "", "stands in the brief", None)
    else:
        yield from _of_part(kind, stated.id, "", stated, holds)


def _of_part(kind: ItemKind | None, number: int | None, path: str, stated: Any, holds: Any) -> Iterator[Difference]:
    """Descend to the smallest values that differ; a value of quotations is one."""
    if stated == holds:
        return
    if isinstance(stated, BaseModel) and type(stated) is type(holds) and not isinstance(stated, Quote):
        for name in type(stated).model_fields:
            inner = f"{path}.{name}" if path else name
            yield from _of_part(kind, number, inner, getattr(stated, name), getattr(holds, name))
    elif _alike(stated, holds):
        for position, (one, other) in enumerate(zip(stated, holds, strict=True)):
            yield from _of_part(kind, number, f"{path}.{position}", one, other)
    else:
        yield Difference(kind, number, path, _shown(stated), _shown(holds))


# --- the audit ----------------------------------------------------------------------------------------


def _of_audit(brief: StoredBrief, verified: StoredBrief) -> Iterator[Difference]:
    yield from _unaccounted(brief)
    yield from _unreasoned(brief.audit)
    yield from _unmarked(brief, verified)
    yield from _of_part(None, None, "audit.uncovered", brief.audit.uncovered, verified.audit.uncovered)


def _unaccounted(brief: StoredBrief) -> Iterator[Difference]:
    """Items that the audit does not call kept, and items that it calls kept, or merged into, of which nothing is told."""
    there = dict.fromkeys(
        (kind, item.id) for kind, name in lists_of(type(brief)).items() for item in getattr(brief, name)
    )
    kept = dict.fromkeys((one.item, one.id) for one in brief.audit.outcomes if one.disposition == "kept")
    into = {
        (one.item, one.into): f"merged into {one.into}"
        for one in brief.audit.outcomes
        if one.disposition == "merged_into" and one.into is not None
    }
    yield from (Difference(*key, OUTCOMES, None, "kept") for key in there if key not in kept)
    yield from (Difference(*key, OUTCOMES, "kept", None) for key in kept if key not in there)
    ended = {(one.item, one.id) for one in brief.audit.outcomes}  # what others were merged into may be dropped later
    yield from (
        Difference(*key, OUTCOMES, told, None) for key, told in into.items() if key not in there and key not in ended
    )


def _unreasoned(audit: Audit) -> Iterator[Difference]:
    """Items that were dropped for a reason that no finding gives, and findings on dropped items that are not told of."""
    given = {(one.item, one.id, one.code) for one in audit.findings}
    for one in audit.outcomes:
        if one.disposition == "rejected" and (one.item, one.id, one.because) not in given:
            yield Difference(one.item, one.id, FINDINGS, None, one.because or "why it was dropped")
    ended = {(one.item, one.id) for one in audit.outcomes}
    gone = dict.fromkeys((one.item, one.id) for one in audit.findings if one.item)
    for item, number in gone:
        if item is not None and (item, number) not in ended:
            yield Difference(item, number, OUTCOMES, None, "how it ended")


def _unmarked(brief: StoredBrief, verified: StoredBrief) -> Iterator[Difference]:
    """Marks and notes that verifying again gives and the brief lacks, each with its code and the value that it is on."""
    marks = {_mark(one) for one in brief.audit.findings}
    for one in verified.audit.findings:
        if one.severity != "reject" and _mark(one) not in marks:
            yield Difference(one.item, one.id, FINDINGS, None, f"{one.code} {one.field}".strip())


def _mark(finding: Finding) -> tuple[object, ...]:
    return finding.item, finding.id, finding.field, finding.code, finding.severity, finding.message


def _alike(stated: Any, holds: Any) -> bool:
    both = isinstance(stated, tuple) and isinstance(holds, tuple) and len(stated) == len(holds)
    return both and not any(isinstance(entry, Quote) for entry in stated)


def _shown(value: Any) -> str | None:
    if value is None or value == ():
        return None
    if isinstance(value, Quote):
        return f"“{value.text}” at {value.start}"
    if isinstance(value, tuple):
        return ", ".join(filter(None, map(_shown, value)))
    return str(value.model_dump_json()) if isinstance(value, BaseModel) else str(value)
