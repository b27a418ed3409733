"""What was compared: each item that the editor wants, found or missing, and items of ours that the editor does not have."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

SORTS: Mapping[str, bool] = {
    "incidents": True,
    "articles that tell one": True,
    "articles of what came of one": False,
    "kind": False,
    "day": False,
    "occurrence": False,
    "attribution": False,
    "authors": False,
    "origins": True,
    "articles that carry an origin": True,
    "lowest and highest killed": False,
    "killed, by whom": True,
    "conflicts": True,
    "follow-ups": True,
    "history": False,
    "incidents kept apart": False,
    "copies": True,
    "no copies, though like": False,
    "rewrites that are no new origin": False,
    "passing mention that adds no source": False,
    "no more sources": False,
    "threats": True,
    "threat: issuer": False,
    "threat: targets": False,
    "threat: first told in": False,
    "threat: told again in": True,
    "threat: escalated in": True,
    "threat: withdrawn in": True,
    "threat: carried out in": True,
    "threat: status": False,
    "threat: day of the deadline": False,
    "warnings": True,
    "old events": True,
    "open questions": True,
    "answered questions closed": False,
    "withdrawn articles": True,
    "copies of withdrawn articles": True,
    "articles with a correction": True,
    "superseded articles": True,
    "articles that tell nothing": False,
}
"""Every sort of item, and whether it can be said that one of ours is foreign to the editor."""

Result = Literal["found", "missing", "foreign"]


@dataclass(frozen=True)
class Finding:
    """One item: what the editor wants of what, and what ours has there."""

    sort: str
    about: str
    wanted: str
    ours: str
    result: Result


@dataclass
class Sheet:
    """All findings."""

    findings: list[Finding] = field(default_factory=list)

    def wants(self, sort: str, about: str, wanted: object, found: bool, ours: object = "") -> None:
        """An item of the editor's."""
        self.findings.append(Finding(sort, about, _told(wanted), _told(ours), "found" if found else "missing"))

    def each(self, sort: str, about: str, wanted: set[str], ours: set[str], allowed: Iterable[str] = ()) -> None:
        """Names that the editor wants, beside ours; ours are foreign that are neither wanted nor allowed."""
        for name in sorted(wanted):
            self.wants(sort, about, name, name in ours, ours)
        for name in sorted(ours - wanted - set(allowed)):
            self.has_foreign(sort, about, name)

    def has_foreign(self, sort: str, about: str, ours: object) -> None:
        """An item of ours that the editor does not have."""
        if SORTS[sort]:
            self.findings.append(Finding(sort, about, "", _told(ours), "foreign"))

    def of(self, sort: str, result: Result) -> list[Finding]:
        """The findings of a sort with this result."""
        return [each for each in self.findings if each.sort == sort and each.result == result]

    def counts(self, sort: str) -> tuple[int, int, int]:
        """How many of a sort are found, missing and foreign."""
        return len(self.of(sort, "found")), len(self.of(sort, "missing")), len(self.of(sort, "foreign"))


def _told(value: object) -> str:
    if isinstance(value, (set, frozenset, list, tuple)):
        parts = map(str, sorted(value) if isinstance(value, (set, frozenset)) else value)
        return ", ".join(parts) or "nothing"
    return "nothing" if value is None else str(value)
