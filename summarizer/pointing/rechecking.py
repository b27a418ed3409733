"""A brief from anywhere → the same pipeline again: what of it holds against its article."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel

from summarizer.documents.document import Document
from summarizer.documents.quotes import Part, Quote
from summarizer.pointing.audit import Audit, Finding, ItemKind, ShownLink
from summarizer.pointing.briefs import StoredBrief
from summarizer.pointing.dropping import apply
from summarizer.pointing.grounding import CHECK, CODES, Index, has_words, resolve
from summarizer.pointing.located import AnItem, Grounded, Located
from summarizer.pointing.roles import as_located, items_in, quotes_in, roles, says_something, step_into
from summarizer.pointing.sealing import broken

AnyKey = TypeVar("AnyKey", bound=Hashable)
OUTCOMES, FINDINGS, LINKS = "audit.outcomes", "audit.findings", "audit.links"
"""Fields under which it is told what an audit lacks, or has too much of."""
SEAL = "audit.seal."
"""What the field of a difference begins with that a seal shows; the name of the part stands behind it."""

MESSAGES = {
    "not_there": "These words do not stand at this place of the article.",
    "nothing_left": CODES["nothing_left"].message,
}


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


def of_seal(difference: Difference) -> bool:
    """Whether it is the seal alone that shows it."""
    return difference.field.startswith(SEAL)


def relocate(brief: Part, document: Document, form: type[Located]) -> Grounded:
    """The brief's items, each quotation looked up at its own offsets, as `ground` does for a draft's mentions.

    Args:
        brief: from anywhere.
        document: the article.
        form: the class of the located items, which names the lists of the brief.
    """
    items = form(document, **{name: _by_id(getattr(brief, name)) for name in form.lists.values()})
    index = Index.of(document)
    findings = tuple(
        Finding(
            check=CHECK,
            code=code,
            severity="reject",
            item=kind,
            id=item.id,
            field=field,
            message=MESSAGES[code],
        )
        for kind, item in items.all()
        for field, code in _lost(item, index)
    )
    return Grounded(apply(findings, items), findings)


def _lost(item: AnItem, index: Index) -> Iterator[tuple[str, str]]:
    """The fields of an item that do not stand, and its parts that lack the words without which they say nothing."""
    for field, quote in quotes_in(item):
        if not _stands(quote, index):
            yield field, "not_there"
    for field in roles(type(item)).whole:
        for position, part in enumerate(getattr(item, field)):
            if not says_something(part):
                yield step_into(field, position), "nothing_left"


def _by_id(listed: Iterable[Part]) -> dict[int, AnItem]:
    """The items by id, in their order, without what was derived of them; of several with one id, the first."""
    found: dict[int, AnItem] = {}
    for item in map(as_located, listed):
        found.setdefault(item.id, item)
    return found


def _stands(quote: Quote, index: Index) -> bool:
    """Whether a quotation is one that grounding could have given: whole words, of at most two sentences of a paragraph."""
    document, folded = index.document, index.folded
    if not resolve(quote, document) or not has_words(quote.text):
        return False
    if quote.end > index.reach(document.sentences[quote.sentence - 1]):
        return False
    return index.cuts_nothing(folded.folded_offset(quote.start), folded.folded_offset(quote.end))


def differences(brief: StoredBrief, verified: StoredBrief) -> tuple[Difference, ...]:
    """Where a brief says something else than the same brief verified again: sources, items, values, statuses, audit.

    An audit tells of a draft that is no longer there, so what it says of dropped values is not derived again. It
    must account for every item of the brief and for no other, hold every mark and note that verifying again gives, name the
    finding on account of which an item was dropped, and list the sentences that nothing cites. A seal must fit what the
    brief holds; one that is not there is no difference.

    Args:
        brief: from anywhere.
        verified: what `verify` made of it.

    Returns:
        The differences in the order of the brief's fields, those of the seal last; none where everything holds.
    """
    source = _of_part(None, None, "source", brief.source, verified.source)
    changed = (Difference(None, None, SEAL + name, *digests) for name, digests in broken(brief).items())
    return (*source, *_of_items(brief, verified), *_of_audit(brief, verified), *changed)


def _of_items(brief: StoredBrief, verified: StoredBrief) -> Iterator[Difference]:
    holds = {(kind, item.id): item for kind, item in items_in(verified)}
    for kind, stated in items_in(brief):
        held = holds.pop((kind, stated.id), None)  # taken once, so that a second item of the same id has none
        if held is None:
            yield Difference(kind, stated.id, "", "stands in the brief", None)
        else:
            yield from _of_part(kind, stated.id, "", stated, held)


def _of_part(kind: ItemKind | None, number: int | None, path: str, stated: Any, holds: Any) -> Iterator[Difference]:
    """Descend to the smallest values that differ; a value of quotations is one."""
    if stated == holds:
        return
    inner, held = _within(stated), _within(holds)
    if not inner or inner.keys() != held.keys():
        yield Difference(kind, number, path, _shown(stated), _shown(holds))
        return
    for step, value in inner.items():
        yield from _of_part(kind, number, step_into(path, step), value, held[step])


def _within(value: Any) -> dict[Any, Any]:
    """What may differ by itself within a value: the fields of a part, or the parts in a tuple."""
    match value:
        case Quote() | (Quote(), *_):
            return {}
        case BaseModel():
            return dict(value)
        case tuple():
            return dict(enumerate(value))
    return {}


# --- the audit ----------------------------------------------------------------------------------------


def _of_audit(brief: StoredBrief, verified: StoredBrief) -> Iterator[Difference]:
    yield from _unaccounted(brief)
    yield from _unreasoned(brief.audit)
    yield from _unmarked(brief, verified)
    yield from _of_links(brief.audit.links, verified.audit.links)
    yield from _of_part(None, None, "audit.uncovered", brief.audit.uncovered, verified.audit.uncovered)


def _of_links(stated: Sequence[ShownLink], found: Sequence[ShownLink]) -> Iterator[Difference]:
    """Links that stand in the article otherwise than the brief says; and those that are not shown, and of which it says nothing."""
    yield from (Difference(*link.key, LINKS, _told(link), None) for link in _not_among(stated, found))
    doubtful = [link for link in found if link.shown == "not_shown"]
    yield from (Difference(*link.key, LINKS, None, _told(link)) for link in _not_among(doubtful, stated))


def _told(link: ShownLink) -> str:
    return f"{link.field} {link.shown}: {_shown(link.words)}"


def _unaccounted(brief: StoredBrief) -> Iterator[Difference]:
    """Items that the audit does not call kept, and items that it calls kept, or merged into, of which nothing is told."""
    there = [(kind, item.id) for kind, item in items_in(brief)]
    audit = brief.audit
    kept = [one.key for one in audit.ended("kept")]
    yield from _each(_not_among(there, kept), OUTCOMES, None, "kept")
    yield from _each(_not_among(kept, there), OUTCOMES, "kept", None)
    into = [(one.item, one.into) for one in audit.ended("merged_into") if one.into is not None]
    told = (*there, *(one.key for one in audit.outcomes))  # what others were merged into may be dropped later
    for kind, number in _not_among(into, told):
        yield Difference(kind, number, OUTCOMES, f"merged into {number}", None)


def _unreasoned(audit: Audit) -> Iterator[Difference]:
    """Items that were dropped for a reason that no finding gives, and findings on dropped items that are not told of."""
    given = {(one.item, one.id, one.code) for one in audit.findings}
    for one in audit.ended("rejected"):
        if (*one.key, one.because) not in given:
            yield Difference(*one.key, FINDINGS, None, one.because or "why it was dropped")
    found = filter(None, (one.key for one in audit.findings))
    ended = [one.key for one in audit.outcomes]
    yield from _each(_not_among(found, ended), OUTCOMES, None, "how it ended")


def _each(
    keys: Iterable[tuple[ItemKind | None, int | None]], field: str, stated: str | None, found: str | None
) -> list[Difference]:
    """The same of each of these items."""
    return [Difference(*key, field, stated, found) for key in keys]


def _not_among(some: Iterable[AnyKey], others: Iterable[Hashable]) -> list[AnyKey]:
    """Those of the first that are not among the others, each once."""
    known = set(others)
    return [one for one in dict.fromkeys(some) if one not in known]


def _unmarked(brief: StoredBrief, verified: StoredBrief) -> Iterator[Difference]:
    """Marks and notes that verifying again gives and the brief lacks, each with its code and the value that it is on."""
    marks = {_mark(one) for one in brief.audit.findings}
    for one in verified.audit.findings:
        if one.severity != "reject" and _mark(one) not in marks:
            yield Difference(one.item, one.id, FINDINGS, None, f"{one.code} {one.field}".strip())


def _mark(finding: Finding) -> tuple[object, ...]:
    return finding.item, finding.id, finding.field, finding.code, finding.severity, finding.message


def _shown(value: Any) -> str | None:
    match value:
        case None | ():
            return None
        case Quote():
            return f"“{value.text}” at {value.start}"
        case tuple():
            return ", ".join(filter(None, map(_shown, value)))
        case BaseModel():
            return value.model_dump_json()
    return str(value)
