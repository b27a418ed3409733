"""A brief from anywhere → the same pipeline again: what of it holds against its article."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from summarizer.document import Document
from summarizer.schemas.brief import Finding, Quote, UnverifiedBrief
from summarizer.schemas.vocabulary import ItemKind
from summarizer.verification.applying import apply
from summarizer.verification.boundaries import at_boundaries
from summarizer.verification.grounding import Index, resolve
from summarizer.verification.items import KINDS, Grounded, Items, quotes_in

NOT_THERE = "These words do not stand at this place of the article."


@dataclass(frozen=True)
class Difference:
    """One thing that a brief states and its article, verified again, does not give.

    `stated` and `found` are an enum's word, a number, or the words concerned; None where there is
    nothing. They may hold anything that the file held: escape them before showing them.
    """

    item: ItemKind | None
    id: int | None
    field: str
    stated: str | None
    found: str | None


def located(brief: UnverifiedBrief, document: Document) -> Grounded:
    """The brief's items, each quotation looked up at its own offsets, as `ground` does for a draft's mentions."""
    lists = {name: _by_id(getattr(brief, name)) for name in KINDS.values()}
    items = Items(document=document, **lists)
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
    return Grounded(items=apply(findings, items), findings=findings)


def _by_id(listed: Iterable[Any]) -> dict[int, Any]:
    """The items by id, in their order; of several with one id, the first."""
    found: dict[int, Any] = {}
    for item in listed:
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


def differences(brief: UnverifiedBrief, verified: UnverifiedBrief) -> tuple[Difference, ...]:
    """Where a brief says something else than the same brief verified again: sources, items, values, statuses.

    What the audits say is not compared: an audit tells of a draft that is no longer there.
    """
    found: list[Difference] = []
    if brief.source != verified.source:
        found.extend(_of_part(None, None, "source", brief.source, verified.source))
    for kind, name in KINDS.items():
        stated: list[Any] = list(getattr(brief, name))
        holds = {item.id: item for item in getattr(verified, name)}
        for item in stated:
            found.extend(_of_item(kind, item, holds.pop(item.id, None)))
    return tuple(found)


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
