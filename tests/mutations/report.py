"""Figures on planted faults: per operator, per group, and the survivors one by one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from .harness import Planted

MUST_BE_CAUGHT = ("quote", "number", "date_place", "modality")
"""Groups in which a fault that the evidence contradicts in so many words is never to get past the checks."""

UNCOUNTED = ("marked_before", "harmless")
"""Ends that show nothing of the checks."""


@dataclass(frozen=True)
class Figures:
    """How many faults met which end; harmless ones, and those where a mark stood before, are not among the planted."""

    planted: int
    rejected: int
    marked: int
    survived: int
    marked_before: int
    harmless: int
    exact: int
    fuzzy: int

    @property
    def caught(self) -> float:
        """Share of the planted that was rejected or marked; 1 where nothing was planted."""
        return 1 - self.survived / self.planted if self.planted else 1.0


def figures(planted: Iterable[Planted]) -> Figures:
    """Figures of some faults."""
    every = list(planted)
    counted = [one for one in every if one.verdict not in UNCOUNTED]
    verdicts = ("rejected", "marked", "survived", *UNCOUNTED)
    by = {verdict: sum(one.verdict == verdict for one in every) for verdict in verdicts}
    return Figures(
        planted=len(counted),
        exact=sum(one.exact for one in counted),
        fuzzy=sum(one.fuzzy for one in counted),
        **by,
    )


def totals(planted: Sequence[Planted]) -> dict[str, Figures]:
    """Figures per group, over all, and over the faults that a table of words is to catch without exception."""
    groups: list[str] = list(dict.fromkeys(one.group for one in planted))
    found = {group: figures(one for one in planted if one.group == group) for group in groups}
    found["all"] = figures(planted)
    found["with a cue"] = figures(one for one in planted if one.cue and one.group in MUST_BE_CAUGHT)
    return found


def per_operator(planted: Sequence[Planted]) -> dict[str, Figures]:
    """Figures per operator."""
    names = list(dict.fromkeys(one.operator for one in planted))
    return {name: figures(one for one in planted if one.operator == name) for name in names}


def table(planted: Sequence[Planted]) -> str:
    """All figures as text."""
    group = {one.operator: one.group + ("" if one.cue else "*") for one in planted}
    head = f"{'operator':27}{'group':12}{'planted':>8}{'rejected':>9}{'marked':>7}{'survived':>9}{'%':>7}{'before':>7}{'exact':>7}{'fuzzy':>7}"
    lines = [head, *(_line(name, group[name], row) for name, row in per_operator(planted).items())]
    lines += ["", *(_line(name, "", row) for name, row in totals(planted).items())]
    return "\n".join([*lines, FOOT])


FOOT = """* no word of the item's own evidence contradicts the fault
before: not planted, for the value is marked in the correct draft too"""


def _line(name: str, group: str, row: Figures) -> str:
    def share(count: int) -> str:
        return f"{100 * count / row.planted:.0f}" if row.planted else "–"

    return (
        f"{name:27}{group:12}{row.planted:8}{row.rejected:9}{row.marked:7}{row.survived:9}{100 * row.caught:7.1f}"
        f"{row.marked_before:7}{share(row.exact):>7}{share(row.fuzzy):>7}"
    )


def survivors(planted: Iterable[Planted]) -> str:
    """One line for each fault that is in the brief and unmarked."""
    return "\n".join(
        f"{one.article}: {one.operator}: {one.item} {one.field}: {one.change}"
        for one in planted
        if one.verdict == "survived"
    )


def as_json(planted: Sequence[Planted]) -> dict[str, Any]:
    """Everything, for programs."""
    return {
        "totals": {name: vars(row) | {"caught": row.caught} for name, row in totals(planted).items()},
        "operators": {name: vars(row) | {"caught": row.caught} for name, row in per_operator(planted).items()},
        "survivors": [
            {"article": one.article, "operator": one.operator, "item": one.item, "field": one.field}
            | {"change": one.change}
            for one in planted
            if one.verdict == "survived"
        ],
    }
