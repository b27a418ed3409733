"""What a finding does: drop a value, drop an item, and drop what rested on it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from summarizer.schemas.brief import Finding, Statement
from summarizer.schemas.vocabulary import ItemKind
from summarizer.verification.items import KINDS, Item, Items, quotes_in

Key = tuple[ItemKind, int]

ESSENTIAL: dict[ItemKind, frozenset[str]] = {
    "actor": frozenset({"name"}),
    "incident": frozenset({"words"}),
    "statement": frozenset({"cue", "content", "hedge"}),
    "threat": frozenset({"content"}),
    "warning": frozenset({"content"}),
}
"""Values that an item cannot lose and stay what it is. Losing a hedge would make a statement firmer than it was."""

WHOLE_PARTS = frozenset({"targets", "casualties"})
"""Lists whose entries go as a whole where one of their values goes."""


def fatal(findings: Iterable[Finding]) -> dict[Key, str]:
    """The items that these findings reject, each with the code that decided it."""
    rejected: dict[Key, str] = {}
    for finding in findings:
        if finding.item is None or finding.id is None or finding.severity != "reject":
            continue
        if not finding.field or finding.field.split(".")[0] in ESSENTIAL[finding.item]:
            rejected.setdefault((finding.item, finding.id), finding.code)
    return rejected


def apply(findings: Iterable[Finding], items: Items) -> Items:
    """The items without the values that these findings reject. Whole items are left to `cascade`."""
    paths: dict[Key, set[str]] = defaultdict(set)
    for finding in findings:
        if finding.item is not None and finding.id is not None and finding.severity == "reject" and finding.field:
            paths[finding.item, finding.id].add(finding.field)
    return _mapped(items, lambda kind, item: _without(item, paths.get((kind, item.id), set())))


def adopt_hedges(findings: Iterable[Finding], items: Items) -> Items:
    """Give a statement the hedge that the article words and the extractor left out."""
    hedges = {finding.id: finding.quotes for finding in findings if finding.code == "hedge_left_out" and finding.quotes}

    def hedged(kind: ItemKind, item: Item) -> Item:
        if isinstance(item, Statement) and item.id in hedges:
            return item.model_copy(update={"hedge": tuple(dict.fromkeys((*item.hedge, *hedges[item.id])))})
        return item

    return _mapped(items, hedged)


def cascade(items: Items, rejected: Mapping[Key, str]) -> tuple[Items, dict[Key, str]]:
    """Remove the rejected items and, until nothing changes, every reference to them.

    An item that cannot stand without what it referred to is rejected in its turn, with the code
    `rests_on_rejected`; one that cites no words of the article, with `no_evidence`.
    """
    gone = dict(rejected)
    kept = _keeping(items, gone)
    while newly := {(kind, item.id): code for kind, item in kept.all() if (code := _falls(kind, item, kept))}:
        gone |= newly
        kept = _keeping(kept, gone)
    return _with_live_references(kept), gone


def _keeping(items: Items, gone: Mapping[Key, str]) -> Items:
    lists = {name: {n: i for n, i in items.of(kind).items() if (kind, n) not in gone} for kind, name in KINDS.items()}
    return Items(document=items.document, **lists)


def _with_live_references(kept: Items) -> Items:
    return _mapped(kept, lambda kind, item: _changed(item, _live_references(kind, item, kept)))


def _falls(kind: ItemKind, item: Any, kept: Items) -> str | None:
    """Why the item cannot stand beside what is kept; None if it can."""
    if not any(quotes_in(item)):
        return "no_evidence"
    spoken_by = item.issuer if kind == "threat" else getattr(item, "speaker", None)
    if spoken_by is not None and spoken_by not in kept.actors:
        return "rests_on_rejected"
    if kind == "statement" and item.about and not any(link.incident in kept.incidents for link in item.about):
        return "rests_on_rejected"
    if kind == "incident" and item.summarises and not set(item.summarises) & set(kept.incidents):
        return "rests_on_rejected" if not _spoken_of(item.id, kept) else None
    return None


def _spoken_of(incident: int, kept: Items) -> bool:
    return any(link.incident == incident for statement in kept.statements.values() for link in statement.about)


def _live_references(kind: ItemKind, item: Any, kept: Items) -> dict[str, Any]:
    """The fields that refer to other items, with only the references that still lead somewhere."""
    actors = kept.actors
    match kind:
        case "actor":
            return {
                "affiliations": tuple(
                    link for link in item.affiliations if link.actor in actors and link.actor != item.id
                )
            }
        case "incident":
            sources = tuple(c for c in item.casualties if c.source is None or c.source in actors)
            return {"casualties": sources, "summarises": _live(item.summarises, kept.incidents, item.id)}
        case "statement":
            return {
                "about": tuple(
                    {link.incident: link for link in item.about if link.incident in kept.incidents}.values()
                ),
                "whom": _live(item.whom, actors),
                "relayed_by": _live(item.relayed_by, actors),
                "supersedes": _live(item.supersedes, kept.statements, item.id),
            }
        case "threat":
            return {
                "on_behalf_of": _live(item.on_behalf_of, actors),
                "relayed_by": _live(item.relayed_by, actors),
                "restates": item.restates if item.restates in kept.threats and item.restates != item.id else None,
            }
        case "warning":
            return {"feared": _live(item.feared, actors)}


def _live(references: tuple[int, ...], there: Mapping[int, Any], itself: int | None = None) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for number in references if number in there and number != itself))


def _mapped(items: Items, change: Any) -> Items:
    lists = {
        name: {number: change(kind, item) for number, item in items.of(kind).items()} for kind, name in KINDS.items()
    }
    return Items(document=items.document, **lists)


def _changed(item: Any, update: dict[str, Any]) -> Any:
    """The item with these fields; itself where they say nothing new."""
    new = {name: value for name, value in update.items() if value != getattr(item, name)}
    return item.model_copy(update=new) if new else item


def _without(item: Any, paths: set[str]) -> Any:
    """The item without the values at these paths; entries of WHOLE_PARTS go whole."""
    if not paths:
        return item
    update: dict[str, Any] = {}
    for name in {path.split(".")[0] for path in paths}:
        inner = [path.split(".")[1:] for path in paths if path.split(".")[0] == name]
        update[name] = () if [] in inner else _entries(name, getattr(item, name), inner)
    return item.model_copy(update=update)


def _entries(name: str, entries: tuple[Any, ...], inner: list[list[str]]) -> tuple[Any, ...]:
    whole = {int(path[0]) for path in inner if len(path) == 1 or name in WHOLE_PARTS}
    cleared = {int(path[0]): path[1] for path in inner if len(path) > 1 and name not in WHOLE_PARTS}
    return tuple(
        entry.model_copy(update={cleared[position]: ()}) if position in cleared else entry
        for position, entry in enumerate(entries)
        if position not in whole
    )
