"""What a finding does: drop a value, drop an item, and drop what rested on it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, TypeVar

from summarizer.documents.quotes import Part
from summarizer.pointing.audit import Finding, ItemKind, Key
from summarizer.pointing.check import Code
from summarizer.pointing.located import AnItem, AnyItems, Located
from summarizer.pointing.roles import Refers, first_of_each, roles, says_something

AnyPart = TypeVar("AnyPart", bound=Part)
CHECK = "references"
CODES = {
    "rests_on_rejected": Code("reject", "What it rests on was dropped, and it with that."),
    "no_evidence": Code("reject", "It cites no words of the article."),
    "leads_nowhere": Code("warn", "It also refers to an item that is not there."),
}
"""What is said of items that fall with others, and of those that stay."""

Rule = Callable[[ItemKind, AnItem, Any], str | None]
"""A field's own reason why an item cannot stand beside what is kept: a code of `CODES`, or None if it can."""
Rejections = Mapping[Key, str]
"""Items that are dropped, each with the code that decided it."""


def fatal(findings: Iterable[Finding], items: Located) -> dict[Key, str]:
    """The items that these findings reject, each with the code that decided it.

    Args:
        findings: of any severity; only `reject` drops anything.
        items: those that they are on, which say whether the value at a finding's field is essential.
    """
    rejected: dict[Key, str] = {}
    for (kind, number), finding in rejecting(findings):
        essential = roles(type(items.of(kind)[number])).essential
        if finding.field.partition(".")[0] in {"", *essential}:
            rejected.setdefault((kind, number), finding.code)
    return rejected


def rejecting(findings: Iterable[Finding]) -> Iterator[tuple[Key, Finding]]:
    """The findings that drop an item, or something of it, with the item."""
    for finding in findings:
        if finding.severity == "reject" and finding.key is not None:
            yield finding.key, finding


def apply(findings: Iterable[Finding], items: AnyItems) -> AnyItems:
    """The items without the values that these findings reject. Whole items are left to `cascade`.

    Args:
        findings: of any severity; the paths in their fields count positions as in `items`.
        items: all of them.
    """
    paths: dict[Key, set[str]] = defaultdict(set)
    for key, finding in rejecting(findings):
        if finding.field:
            paths[key].add(finding.field)
    return items.mapped(lambda kind, item: _without(item, paths.get((kind, item.id), ())))


def cascade(
    items: AnyItems, rejected: Rejections, rule: Rule, codes: Mapping[str, Code] = CODES
) -> tuple[AnyItems, dict[Key, str], tuple[Finding, ...]]:
    """Remove the rejected items and, until nothing changes, every reference to them.

    An item that cannot stand without what it referred to is rejected in its turn, with the code
    `rests_on_rejected`; one that cites no words of the article, with `no_evidence`. The findings tell
    which these are, and what those that stay have lost.

    Args:
        items: all of them.
        rejected: the items to remove, each with the code that decided it.
        rule: what else makes an item fall, in this field.
        codes: how grave each thing is that is told, and in which words: `CODES`, and the field's own.
    """
    gone = dict(rejected)
    kept = _keeping(items, gone)
    fallen: list[Finding] = []
    while newly := {(kind, item.id): code for kind, item in kept.all() if (code := _falls(kind, item, kept, rule))}:
        fallen += [told(code, key, codes=codes) for key, code in newly.items()]
        gone |= newly
        kept = _keeping(kept, gone)
    lost = (finding for kind, item in kept.all() for finding in _lost(kind, item, kept, codes))
    return kept.mapped(lambda kind, item: _with_live_references(kind, item, kept)), gone, (*fallen, *lost)


def told(code: str, key: Key, field: str = "", codes: Mapping[str, Code] = CODES) -> Finding:
    """A finding on an item that falls, or loses something, with others.

    Args:
        code: of what is told.
        key: the item.
        field: path of what it loses; empty where it falls.
        codes: the table that says how grave this is, and in which words.
    """
    row = codes[code]
    return Finding(
        check=CHECK, code=code, severity=row.severity, item=key[0], id=key[1], field=field, message=row.message
    )


def _keeping(items: AnyItems, gone: Rejections) -> AnyItems:
    return items.mapped(lambda kind, item: None if (kind, item.id) in gone else item)


# --- what falls -------------------------------------------------------------------------------------


def _falls(kind: ItemKind, item: AnItem, kept: Located, rule: Rule) -> str | None:
    """Why the item cannot stand beside what is kept; None if it can."""
    if not says_something(item):
        return "no_evidence"
    for role, ids in _rested_on(item):
        if ids and not _live(ids, role, kept):
            return "rests_on_rejected"
    return rule(kind, item, kept)


def _rested_on(item: AnItem) -> Iterator[tuple[Refers, tuple[int, ...]]]:
    """The ids in each field of an item, and of its parts, with whose last one the item falls."""
    declared = roles(type(item))
    for name, role in declared.references.items():
        if role.falls:
            yield role, _ids(item, name)
    for link in declared.links:
        if link.role.falls:
            yield link.role, tuple(chain.from_iterable(_ids(part, link.to) for part in getattr(item, link.field)))


def _ids(part: Part, name: str) -> tuple[int, ...]:
    """The ids in a field: of one reference, of several, or of none."""
    held = getattr(part, name)
    if isinstance(held, tuple):
        return held
    return () if held is None else (held,)


def _live(ids: Iterable[int], role: Refers, kept: Located) -> tuple[int, ...]:
    """Those of the ids that lead to an item that is kept."""
    there = kept.of(role.kind)
    return tuple(number for number in ids if number in there)


# --- what those that stay have lost -----------------------------------------------------------------


def _lost(kind: ItemKind, item: AnItem, kept: Located, codes: Mapping[str, Code]) -> Iterator[Finding]:
    """What is told of an item that stays without something that it referred to."""
    declared = roles(type(item))
    lost: dict[str, str] = {}
    for link in declared.links:
        goes = codes[link.role.mark].severity == "reject"  # told of each part, since the part goes
        for at, part in enumerate(getattr(item, link.field)):
            if not _leads(part, link.to, link.role, kept):
                lost[f"{link.field}.{at}" if goes else link.field] = link.role.mark
    for name, role in declared.several.items():
        if not _leads(item, name, role, kept):
            lost[name] = role.mark
    return (told(mark, (kind, item.id), path, codes) for path, mark in lost.items())


def _leads(part: Part, name: str, role: Refers, kept: Located) -> bool:
    """Whether a field of a part refers to nothing, or only to what is there."""
    return kept.of(role.kind).keys() >= set(_ids(part, name))


def _with_live_references(kind: ItemKind, item: AnItem, kept: Located) -> AnItem:
    """The item with only the references that still lead somewhere, each once and none to itself."""
    declared, itself = roles(type(item)), (kind, item.id)
    live: dict[str, Any] = {}
    for name, role in declared.several.items():
        there = dict.fromkeys(_live(_ids(item, name), role, kept))
        live[name] = tuple(number for number in there if (role.kind, number) != itself)
    for link in declared.links:
        to, role, parts = link.to, link.role, live.get(link.field, getattr(item, link.field))
        parts = tuple(part for part in parts if _leads(part, to, role, kept))
        if not role.repeats:
            parts = first_of_each((part for part in parts if (role.kind, getattr(part, to)) != itself), to)
        live[link.field] = parts
    return changed(item, live)


# --- changing items ---------------------------------------------------------------------------------


def changed(part: AnyPart, update: dict[str, Any]) -> AnyPart:
    """An item, or a part of one, with these fields; itself where they say nothing new.

    Args:
        part: of any kind.
        update: values by the name of the field.
    """
    new = {name: value for name, value in update.items() if value != getattr(part, name)}
    return part.model_copy(update=new) if new else part


def _without(item: AnItem, paths: Collection[str]) -> AnItem:
    """The item without the values at these paths; parts with a substance go whole."""
    inner: dict[str, list[list[str]]] = defaultdict(list)
    for path in paths:
        name, *steps = path.split(".")
        inner[name].append(steps)
    whole = roles(type(item)).whole
    update = {
        name: () if [] in steps else _entries(getattr(item, name), steps, name in whole)
        for name, steps in inner.items()
    }
    return changed(item, update)


def _entries(entries: tuple[Any, ...], inner: list[list[str]], whole: bool) -> tuple[Any, ...]:
    """A list without some of its entries, or with some values of them cleared.

    Args:
        entries: the parts, or the quotations, of one field.
        inner: what to drop, as paths within the field: a position, or a position and a field.
        whole: whether an entry goes with any of its values.
    """
    left = dict(enumerate(entries))
    for position, *fields in inner:
        at = int(position)
        if whole or not fields:
            left.pop(at, None)
        elif at in left:
            left[at] = left[at].model_copy(update={fields[0]: ()})
    return tuple(left.values())
