"""The comparison itself: items against items, values against values, audit against audit.

The order of items, and of the parts of an item, is no change, nor is another id. Everything else is.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any

from pydantic import BaseModel

from summarizer.documents.quotes import Quote
from summarizer.pointing.audit import Audit, Finding, ItemKind, ItemOutcome, Rejected
from summarizer.pointing.briefs import StoredBrief
from summarizer.pointing.roles import items_in, lists_of
from summarizer.regression.pairing import renumbered
from summarizer.regression.telling import ItemNames, Telling, choice, places, words

DESCENDED = ("source", "source.dateline")
"""Values that are compared part by part, in every field."""

DONE: Mapping[str, str] = {"warn": "marked", "note": "noted", "reject": "dropped"}
"""What became of a value, by the severity of the finding."""


def changes(accepted: StoredBrief, now: StoredBrief, telling: Telling) -> tuple[str, ...]:
    """What a brief says otherwise than the accepted one of the same article; nothing, where it says the same.

    The lines hold words of the article, and of what was dropped also the extractor's: escape them before showing them.

    Args:
        accepted: the brief that somebody has accepted.
        now: the brief that comes out now.
        telling: what their field calls its items.
    """
    return tuple(_Comparison(accepted, renumbered(now, accepted), telling).lines())


def statuses_changed(accepted: StoredBrief, now: StoredBrief, telling: Telling) -> int:
    """How many items of the accepted brief have another status now, or are missing.

    Args:
        accepted: the brief that was kept.
        now: the brief that comes out now.
        telling: what their field calls its items, and a status.
    """
    return len(_standings(accepted, telling) - _standings(renumbered(now, accepted), telling))


def _standings(brief: StoredBrief, telling: Telling) -> set[tuple[ItemKind, int, str]]:
    """The items that have a status, each with it."""
    found = ((kind, item.id, telling.standing(item)) for kind, item in items_in(brief))
    return set(filter(itemgetter(2), found))


class _Comparison:
    """Two briefs whose items bear the same ids where they are the same."""

    def __init__(self, accepted: StoredBrief, now: StoredBrief, telling: Telling) -> None:
        self.accepted, self.now, self.telling = accepted, now, telling
        self.same_text = accepted.source.sha256 == now.source.sha256
        self.words = ItemNames(telling, now, accepted)
        self.descended = {*DESCENDED, *telling.descended}

    def lines(self) -> Iterator[str]:
        """Every change: of the whole brief, of its items in the order in which a reader wants them, of its audit."""
        if not self.same_text:
            yield "the article: is another text than the one that the accepted brief is of"
        yield from self._value("the brief", "policy", self.accepted.policy, self.now.policy)
        if self.same_text:
            yield from self._value("the brief", "source", self.accepted.source, self.now.source)
        for kind in self.telling.order:
            yield from self._items(kind)
        yield from self._audits(self.accepted.audit, self.now.audit)

    def _items(self, kind: ItemKind) -> Iterator[str]:
        """Items that changed or are missing, in the accepted brief's order; then those that are new."""
        before, after = _by_id(self.accepted, kind), _by_id(self.now, kind)
        for number, item in before.items():
            name = self.words.name(kind, number)
            if number in after:
                yield from self._parts(name, "", item, after[number])
            else:
                yield f"{name}: missing"
        for number, item in after.items():
            if number not in before:
                yield f"new: {self.words.name(kind, number)}{self.telling.status(item)}"

    # --- one item -------------------------------------------------------------------------------

    def _parts(self, name: str, path: str, before: Any, after: Any) -> Iterator[str]:
        """What changed in the fields of an item, or of a part of it; the same items bear the same id."""
        for field in sorted(
            type(before).model_fields, key=lambda field: field != self.telling.first
        ):  # the status first
            inner = f"{path}.{field}".removeprefix(".")
            yield from self._value(name, inner, getattr(before, field), getattr(after, field))

    def _value(self, name: str, path: str, before: Any, after: Any) -> Iterator[str]:
        """What changed in one value.

        Args:
            name: what its item is called.
            path: the fields that lead to it, from its item on.
            before, after: the value in the accepted brief, and now.
        """
        if self._key(before) == self._key(after):
            return
        field = path.rpartition(".")[2]
        called = self.telling.called.get(path, choice(field))
        head = f"{name}, {called}" if called else name
        if path in self.descended and None not in (before, after):
            yield from self._parts(name, path, before, after)
        elif _is_list(before) and _is_list(after):
            yield from self._entries(head, field, before, after)
        else:
            yield self._turned(head, field, before, after)

    def _entries(self, head: str, field: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> Iterator[str]:
        """Entries that went and came; one that went and one that came are one that changed."""
        lost, found = _without(before, after, self._key), _without(after, before, self._key)
        if len(lost) == len(found) == 1:
            yield self._turned(head, field, lost[0], found[0])
            return
        yield from (f"{head}: {self.words.said(entry, field)} missing" for entry in lost)
        yield from (f"{head}: {self.words.said(entry, field)} is new" for entry in found)

    def _turned(self, head: str, field: str, before: Any, after: Any) -> str:
        """One value for another; where both read alike, by their places."""
        was, now = self.words.said(before, field), self.words.said(after, field)
        if was != now:
            return f"{head}: {was} → {now}"
        if places(before) != places(after):
            return f"{head}: {was}: {places(before)} → {places(after)}"
        return f"{head}: {was}, in a detail that only the JSON shows"

    def _key(self, value: Any) -> Hashable:
        """The same for values that are the same.

        Parts count in any order, but the pieces of a quotation in theirs; of a quotation from another text the words
        count alone, as its places say nothing.
        """
        if isinstance(value, Quote) and not self.same_text:
            return value.text
        if isinstance(value, BaseModel):
            return type(value).__name__, *(self._key(part) for _, part in value)
        if isinstance(value, tuple):
            keys = tuple(map(self._key, value))
            return tuple(sorted(keys, key=repr)) if _is_list(value) else keys
        return value  # type: ignore[no-any-return]  # a scalar of a brief

    # --- the audit ------------------------------------------------------------------------------

    def _audits(self, before: Audit, after: Audit) -> Iterator[str]:
        """What two audits say otherwise: findings, items that were not kept, words that the article lacks, gaps."""
        yield from _told(map(self._finding, before.findings), map(self._finding, after.findings))
        yield from _told(self._dropped(before), self._dropped(after))
        yield from _told(map(self._raw, before.rejected_raw), map(self._raw, after.rejected_raw))
        lost = _without(before.uncovered, after.uncovered, self._key)
        found = _without(after.uncovered, before.uncovered, self._key)
        yield from (f"cited by an item now: {words((quote,))}" for quote in lost)
        yield from (f"cited by no item any more: {words((quote,))}" for quote in found)

    def _finding(self, finding: Finding) -> str:
        where = self.words.bearer(finding.item, finding.id) + _of(finding.field)
        quotes = f" {words(finding.quotes)}" if finding.quotes else ""
        return f"{DONE[finding.severity]}: {where}: {finding.message}{quotes}"

    def _dropped(self, audit: Audit) -> Iterator[str]:
        """How the items ended that were not kept."""
        for outcome in audit.outcomes:
            if outcome.disposition != "kept":
                yield self._outcome(outcome)

    def _outcome(self, outcome: ItemOutcome) -> str:
        into = f" {self.words.bearer(outcome.item, outcome.into)}" if outcome.into is not None else ""
        because = f", because of {outcome.because}" if outcome.because else ""
        return f"a proposed {outcome.item}: {choice(outcome.disposition)}{into}{because}"

    def _raw(self, entry: Rejected) -> str:
        where = self.words.bearer(entry.item, entry.id) + _of(entry.field)
        return f"not in the article, for {where}: “{entry.raw}”"


def _by_id(brief: StoredBrief, kind: ItemKind) -> dict[int, Any]:
    """A brief's items of one kind, in its order."""
    return {item.id: item for item in getattr(brief, lists_of(type(brief))[kind])}


def _told(before: Iterable[str], after: Iterable[str]) -> Iterator[str]:
    """What two audits say, by its words: their ids are those of proposals, which differ from run to run."""
    was, now = Counter(before), Counter(after)
    yield from (f"no longer {text}" for text in (was - now).elements())
    yield from (now - was).elements()


def _of(field: str) -> str:
    """Which value of an item a line is about, after what the item is called; nothing for the whole of it."""
    return f", {choice(field.partition('.')[0])}" if field else ""


def _without(these: Iterable[Any], those: Iterable[Any], key: Callable[[Any], Hashable]) -> list[Any]:
    """The entries of `these` that `those` lacks, each as often as it is lacking."""
    left = Counter(map(key, those))
    missing = []
    for entry in these:
        left[key(entry)] -= 1
        if left[key(entry)] < 0:
            missing.append(entry)
    return missing


def _is_list(value: Any) -> bool:
    """Whether a value is several entries in any order, and not the pieces of a quotation, which have one."""
    return isinstance(value, tuple) and not any(isinstance(part, Quote) for part in value)
