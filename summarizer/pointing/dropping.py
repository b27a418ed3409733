"""What a finding does: drop a value, drop an item, and drop what rested on it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from summarizer.documents.quotes import Part
from summarizer.pointing.audit import Finding, ItemKind, Key
from summarizer.pointing.check import Code
from summarizer.pointing.located import AnItem, AnyItems, Located
from summarizer.pointing.roles import Refers, roles

CHECK = "references"
CODES = {
    "rests_on_rejected": Code("reject", "What it rests on was dropped, and it with that."),
    "no_evidence": Code("reject", "It cites no words of the article."),
    "source_dropped": Code("reject", "The one who gives this count was dropped, and the count with it."),
    "leads_nowhere": Code("warn", "It also refers to an item that is not there."),
}
"""What is said of items that fall with others, and of those that stay."""

Rule = Callable[[ItemKind, AnItem, Any], str | None]
"""A field's own reason why an item cannot stand beside what is kept: a code of `CODES`, or None if it can."""
Rejections = Mapping[Key, str]
"""Items that are dropped, each with the code that decided it."""


def fatal(findings: Iterable[Finding], items: Located) -> dict[Key, str]:
    """The items that these findings reject, each with the code that decided it."""
    rejected: dict[Key, str] = {}
    for finding in findings:
        key = _rejects(finding)
        if key is not None and (not finding.field or _is_essential(key, finding.field, items)):
            rejected.setdefault(key, finding.code)
    return rejected


def _rejects(finding: Finding) -> Key | None:
    """The item of which a finding drops something."""
    if finding.severity != "reject" or finding.item is None or finding.id is None:
        return None
    return finding.item, finding.id


def _is_essential(key: Key, path: str, items: Located) -> bool:
    kind, number = key
    item = items.of(kind).get(number)
    return item is not None and path.partition(".")[0] in roles(type(item)).essential


def apply(findings: Iterable[Finding], items: AnyItems) -> AnyItems:
    """The items without the values that these findings reject. Whole items are left to `cascade`."""
    paths: dict[Key, set[str]] = defaultdict(set)
    for finding in findings:
        key = _rejects(finding)
        if key is not None and finding.field:
            paths[key].add(finding.field)
    return items.mapped(lambda kind, item: _without(item, paths.get((kind, item.id), ())))


def cascade(items: AnyItems, rejected: Rejections, rule: Rule) -> tuple[AnyItems, dict[Key, str], tuple[Finding, ...]]:
    """Remove the rejected items and, until nothing changes, every reference to them.

    An item that cannot stand without what it referred to is rejected in its turn, with the code
    `rests_on_rejected`; one that cites no words of the article, with `no_evidence`. The findings tell
    which these are, and what those that stay have lost.

    Args:
        items: all of them.
        rejected: the items to remove, each with the code that decided it.
        rule: what else makes an item fall, in this field.
    """
    gone = dict(rejected)
    kept = _keeping(items, gone)
    fallen: list[Finding] = []
    while newly := {(kind, item.id): code for kind, item in kept.all() if (code := _falls(kind, item, kept, rule))}:
        fallen += [told(code, key) for key, code in newly.items()]
        gone |= newly
        kept = _keeping(kept, gone)
    lost = (finding for kind, item in kept.all() for finding in _lost(kind, item, kept))
    return kept.mapped(lambda kind, item: _with_live_references(kind, item, kept)), gone, (*fallen, *lost)


def told(code: str, key: Key, field: str = "", codes: Mapping[str, Code] = CODES) -> Finding:
    """A finding on an item that falls, or loses something, with others."""
    row = codes[code]
    return Finding(
        check=CHECK, code=code, severity=row.severity, item=key[0], id=key[1], field=field, message=row.message
    )


def _keeping(items: AnyItems, gone: Rejections) -> AnyItems:
    return items.mapped(lambda kind, item: None if (kind, item.id) in gone else item)


# --- what falls -------------------------------------------------------------------------------------


def _falls(kind: ItemKind, item: AnItem, kept: Located, rule: Rule) -> str | None:
    """Why the item cannot stand beside what is kept; None if it can."""
    declared = roles(type(item))
    if not any(getattr(item, name) for name in declared.substance):
        return "no_evidence"
    needed = ((role, _ids(getattr(item, name))) for name, role in declared.references.items() if role.falls)
    linked = ((role, _linked(getattr(item, name), to)) for name, to, role in _links(item) if role.falls)
    if any(named and not _there(named, role, kept) for role, named in (*needed, *linked)):
        return "rests_on_rejected"
    return rule(kind, item, kept)


def _links(item: AnItem) -> Iterator[tuple[str, str, Refers]]:
    """The fields of parts that refer to another item: the field, and the part's own field with its role."""
    for name, part in roles(type(item)).parts.items():
        for to, role in roles(part).references.items():
            yield name, to, role


def _linked(parts: Collection[Part], to: str) -> list[int]:
    return [number for part in parts for number in _ids(getattr(part, to))]


def _ids(reference: Any) -> Collection[int]:
    """The ids in a field: of one reference, of several, or of none."""
    if isinstance(reference, tuple):
        return reference
    return () if reference is None else (reference,)


def _there(named: Collection[int], role: Refers, kept: Located) -> bool:
    return any(number in kept.of(role.kind) for number in named)


# --- what those that stay have lost -----------------------------------------------------------------


def _lost(kind: ItemKind, item: AnItem, kept: Located) -> Iterator[Finding]:
    """What is told of an item that stays without something that it referred to."""
    for name, to, role in _links(item):
        gone = [at for at, part in enumerate(getattr(item, name)) if not _leads(part, to, role, kept)]
        if gone and CODES[role.mark].severity != "reject":
            yield told(role.mark, (kind, item.id), name)
        elif gone:
            yield from (told(role.mark, (kind, item.id), f"{name}.{at}") for at in gone)
    for name, role in _lists(item):
        if not all(number in kept.of(role.kind) for number in getattr(item, name)):
            yield told(role.mark, (kind, item.id), name)


def _leads(part: Part, to: str, role: Refers, kept: Located) -> bool:
    """Whether a part refers to nothing, or to what is there."""
    return all(number in kept.of(role.kind) for number in _ids(getattr(part, to)))


def _lists(item: AnItem) -> Iterator[tuple[str, Refers]]:
    """The fields with several references of their own."""
    for name, role in roles(type(item)).references.items():
        if isinstance(getattr(item, name), tuple):
            yield name, role


def _with_live_references(kind: ItemKind, item: AnItem, kept: Located) -> AnItem:
    """The item with only the references that still lead somewhere, each once and none to itself."""
    live: dict[str, Any] = {}
    for name, role in _lists(item):
        itself = item.id if role.kind == kind else None
        there = (number for number in getattr(item, name) if number in kept.of(role.kind) and number != itself)
        live[name] = tuple(dict.fromkeys(there))
    for name, to, role in _links(item):
        itself = item.id if role.kind == kind else None
        parts = [part for part in getattr(item, name) if _leads(part, to, role, kept)]
        live[name] = _each_once(parts, to, itself) if role.mark == "leads_nowhere" else tuple(parts)
    return changed(item, live)


def _each_once(parts: Iterable[Part], to: str, itself: int | None) -> tuple[Part, ...]:
    """Of parts that refer to the same item, the first; none that refers to its own item."""
    found: dict[int, Part] = {}
    for part in parts:
        if getattr(part, to) != itself:
            found.setdefault(getattr(part, to), part)
    return tuple(found.values())


# --- changing items ---------------------------------------------------------------------------------


def changed(item: AnItem, update: dict[str, Any]) -> AnItem:
    """The item with these fields; itself where they say nothing new."""
    new = {name: value for name, value in update.items() if value != getattr(item, name)}
    return item.model_copy(update=new) if new else item


def _without(item: AnItem, paths: Collection[str]) -> AnItem:
    """The item without the values at these paths; parts with a substance go whole."""
    if not paths:
        return item
    inner: dict[str, list[list[str]]] = defaultdict(list)
    for path in paths:
        name, *steps = path.split(".")
        inner[name].append(steps)
    whole = roles(type(item)).whole
    update = {
        name: () if [] in steps else _entries(getattr(item, name), steps, name in whole)
        for name, steps in inner.items()
    }
    return item.model_copy(update=update)


def _entries(entries: tuple[Any, ...], inner: list[list[str]], whole: bool) -> tuple[Any, ...]:
    """A list without some of its entries, or with some values of them cleared."""
    gone = {int(path[0]) for path in inner if whole or len(path) == 1}
    cleared = {int(path[0]): path[1] for path in inner if len(path) > 1}
    return tuple(
        entry.model_copy(update={cleared[position]: ()}) if position in cleared else entry
        for position, entry in enumerate(entries)
        if position not in gone
    )
