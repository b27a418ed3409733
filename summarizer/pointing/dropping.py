"""What a finding does: drop a value, drop an item, and drop what rested on it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from summarizer.conflict.checks.duplicates import end_of_chain
from summarizer.conflict.items import KINDS, Item, Items
from summarizer.conflict.statement_kinds import CASTS_DOUBT, OF_ITS_OWN_DEED
from summarizer.pointing.check import Code
from summarizer.schemas.brief import Affiliation, Finding, Statement, Threat
from summarizer.schemas.vocabulary import ItemKind

Key = tuple[ItemKind, int]

ESSENTIAL: dict[ItemKind, frozenset[str]] = {
    "actor": frozenset({"name"}),
    "incident": frozenset({"words"}),
    "statement": frozenset({"cue", "content", "hedge"}),
    "threat": frozenset({"content"}),
    "warning": frozenset({"content"}),
}
"""Values that an item cannot lose and stay what it is. Losing a hedge would make a statement firmer than it was."""

CARRYING: dict[ItemKind, tuple[str, ...]] = {
    "actor": ("name",),
    "incident": ("words",),
    "statement": ("cue", "content"),
    "threat": ("content",),
    "warning": ("content",),
}
"""Values of which an item needs one: without it, it cites no words that say what it says."""

CHECK = "references"
CODES = {
    "rests_on_rejected": Code("reject", "What it rests on was dropped, and it with that."),
    "no_evidence": Code("reject", "It cites no words of the article."),
    "nothing_left": Code("reject", "No statement that weighs is left to carry it."),
    "source_dropped": Code("reject", "The one who gives this count was dropped, and the count with it."),
    "leads_nowhere": Code("warn", "It also refers to an item that is not there."),
    "doubt_dropped": Code("warn", "A statement that denies, disputes or retracts it was dropped."),
}
"""What the cascade says of items that fall with others, and of those that stay."""

MENDED = frozenset({"hedge_left_out", "restates_nothing", "restates_in_circle", "restates_a_retelling"})
"""Marks on account of which an item is changed as well."""

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


def changes_the_item(finding: Finding) -> bool:
    """Whether the item is another one after this finding."""
    return finding.severity == "reject" or finding.code in MENDED


def mend(findings: Iterable[Finding], items: Items) -> Items:
    """Give a statement the hedge that the extractor left out; let a threat restate what stands for itself, or stand so."""
    found = {(finding.code, finding.id): finding.quotes for finding in findings if finding.code in MENDED}

    def mended(_: ItemKind, item: Item) -> Item:
        if isinstance(item, Statement) and ("hedge_left_out", item.id) in found:
            hedges = dict.fromkeys((*item.hedge, *found["hedge_left_out", item.id]))
            return _changed(item, {"hedge": tuple(hedges)})  # type: ignore[no-any-return]
        if isinstance(item, Threat) and {("restates_nothing", item.id), ("restates_in_circle", item.id)} & set(found):
            return _changed(item, {"restates": None})  # type: ignore[no-any-return]
        if isinstance(item, Threat) and ("restates_a_retelling", item.id) in found:
            return _changed(item, {"restates": end_of_chain(item, items.threats)})  # type: ignore[no-any-return]
        return item

    return _mapped(items, mended)


def cascade(items: Items, rejected: Mapping[Key, str]) -> tuple[Items, dict[Key, str], tuple[Finding, ...]]:
    """Remove the rejected items and, until nothing changes, every reference to them.

    An item that cannot stand without what it referred to is rejected in its turn, with the code
    `rests_on_rejected`; one that cites no words of the article, with `no_evidence`. The findings tell
    which these are, and what those that stay have lost. What a threat restates is left to its check.
    """
    gone = dict(rejected)
    kept = _keeping(items, gone)
    fallen: list[Finding] = []
    while newly := {(kind, item.id): code for kind, item in kept.all() if (code := _falls(kind, item, kept))}:
        fallen += [_finding(code, kind, kept.of(kind)[number], "") for (kind, number), code in newly.items()]
        gone |= newly
        kept = _keeping(kept, gone)
    lost = (finding for kind, item in kept.all() for finding in _lost(kind, item, kept))
    return _with_live_references(kept), gone, (*fallen, *lost)


def unsaid(items: Items) -> tuple[dict[Key, str], tuple[Finding, ...]]:
    """Incidents that no statement carries, unless they only sum up others, and what is told of them."""
    found = [i for i in items.incidents.values() if i.assessment is None and not i.summarises]
    gone: dict[Key, str] = {("incident", incident.id): "nothing_left" for incident in found}
    return gone, tuple(_finding("nothing_left", "incident", incident, "") for incident in found)


def doubts_dropped(located: Items, left: Items, merged: Mapping[Key, int]) -> tuple[Finding, ...]:
    """What is told of an incident that is left when a statement that casts doubt on it is not."""
    doubted = {
        _end(("incident", link.incident), merged): None
        for number, said in located.statements.items()
        if said.kind in CASTS_DOUBT and _end(("statement", number), merged) not in left.statements
        for link in said.about
    }
    return tuple(_finding("doubt_dropped", "incident", left.incidents[n], "") for n in doubted if n in left.incidents)


def _end(key: Key, merged: Mapping[Key, int]) -> int:
    """The id that an item goes by after merging."""
    kind, number = key
    while (kind, number) in merged:
        number = merged[kind, number]
    return number


def _keeping(items: Items, gone: Mapping[Key, str]) -> Items:
    lists = {name: {n: i for n, i in items.of(kind).items() if (kind, n) not in gone} for kind, name in KINDS.items()}
    return Items(document=items.document, **lists)


def _with_live_references(kept: Items) -> Items:
    return _mapped(kept, lambda kind, item: _changed(item, _live_references(kind, item, kept)))


def _falls(kind: ItemKind, item: Any, kept: Items) -> str | None:
    """Why the item cannot stand beside what is kept; None if it can."""
    if not any(getattr(item, name) for name in CARRYING[kind]):
        return "no_evidence"
    spoken_by = item.issuer if kind == "threat" else getattr(item, "speaker", None)
    if spoken_by is not None and spoken_by not in kept.actors:
        return "rests_on_rejected"
    if kind == "statement" and item.about and not any(link.incident in kept.incidents for link in item.about):
        return "rests_on_rejected"
    if kind == "statement" and item.kind in OF_ITS_OWN_DEED and item.whom and not set(item.whom) & set(kept.actors):
        return "rests_on_rejected"
    if kind == "incident" and item.summarises and not set(item.summarises) & set(kept.incidents):
        return "rests_on_rejected" if not kept.statements_on(item.id) else None
    return None


def _lost(kind: ItemKind, item: Any, kept: Items) -> Iterator[Finding]:
    """What is told of an item that stays without something that it referred to."""
    if kind == "incident":
        for position, casualty in enumerate(item.casualties):
            if casualty.source is not None and casualty.source not in kept.actors:
                yield _finding("source_dropped", kind, item, f"casualties.{position}")
    for field, name in REFERRING[kind].items():
        there = getattr(kept, name)
        if any(_referred(entry) not in there for entry in getattr(item, field)):
            yield _finding("leads_nowhere", kind, item, field)


def _finding(code: str, kind: ItemKind, item: Any, field: str) -> Finding:
    row = CODES[code]
    return Finding(
        check=CHECK, code=code, severity=row.severity, item=kind, id=item.id, field=field, message=row.message
    )


def _referred(entry: Any) -> int:
    """The id that an entry refers to: itself, or that of an affiliation or of a link."""
    if isinstance(entry, int):
        return entry
    return int(entry.actor if isinstance(entry, Affiliation) else entry.incident)


REFERRING: dict[ItemKind, dict[str, str]] = {
    "actor": {"affiliations": "actors"},
    "incident": {"summarises": "incidents"},
    "statement": {"about": "incidents", "whom": "actors", "relayed_by": "actors", "supersedes": "statements"},
    "threat": {"on_behalf_of": "actors", "relayed_by": "actors"},
    "warning": {"feared": "actors"},
}
"""The lists of references of each kind of item, and the list of items that they lead into."""


def _live_references(kind: ItemKind, item: Any, kept: Items) -> dict[str, Any]:
    """The fields that refer to other items, with only the references that still lead somewhere, each once."""
    live: dict[str, Any] = {}
    for field, name in REFERRING[kind].items():
        there = getattr(kept, name)
        itself = item.id if KINDS[kind] == name else None
        found: dict[int, Any] = {}
        for entry in getattr(item, field):
            if _referred(entry) in there and _referred(entry) != itself:
                found.setdefault(_referred(entry), entry)
        live[field] = tuple(found.values())
    if kind == "incident":
        live["casualties"] = tuple(c for c in item.casualties if c.source is None or c.source in kept.actors)
    return live


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
