"""Figures over many articles: precision, recall, accuracies with their intervals, confusion, what it took."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from summarizer.evaluation.scoring import ATTACK_SLOTS, THREAT_SLOTS, Scored, Verdict, verdicts_of

Z = 1.959964
"""Standard normal quantile of a two-sided interval of 95 %."""
ITEMS = ("threat", "attack")
SLOTS = (*(f"threat.{slot}" for slot in THREAT_SLOTS), *(f"attack.{slot}" for slot in ATTACK_SLOTS))
SPURIOUS_IS_WRONG = frozenset({"threat.condition", "attack.perpetrator"})
"""Slots where a value that gold lacks counts against accuracy; elsewhere gold need not list everything."""
STATUSES = ("threat.status", "occurrence", "attribution", "background")
SERIOUS = ("promotion", "background as current", "asserted", "demotion")


@dataclass(frozen=True)
class Share:
    """So many of so many, with the 95 % interval of Wilson (1927); all None where there was nothing to judge."""

    right: int
    of: int

    def __str__(self) -> str:
        return f"{self.right} of {self.of}"

    @property
    def share(self) -> float | None:
        """The share, 0 to 1."""
        return self.right / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Lowest and highest share that agree with what was seen."""
        if not self.of:
            return None
        share, z = self.right / self.of, Z * Z / self.of
        half = Z * math.sqrt(share * (1 - share) / self.of + z / (4 * self.of))
        low, high = (share + z / 2 - half) / (1 + z), (share + z / 2 + half) / (1 + z)
        return (max(0.0, low), min(1.0, high))


@dataclass(frozen=True)
class Found:
    """Threats, or attacks: how many of those in gold were found, and how many that were given are in gold."""

    right: int
    missed: int
    extra: int
    neutral: int

    @property
    def precision(self) -> Share:
        """Of those given; optional and split ones count nowhere."""
        return Share(self.right, self.right + self.extra)

    @property
    def recall(self) -> Share:
        """Of those in gold."""
        return Share(self.right, self.right + self.missed)

    @property
    def in_both(self) -> Share:
        """Of those that gold or the brief has; F1 rises and falls with it: F1 = 2s / (1 + s)."""
        return Share(self.right, self.right + self.missed + self.extra)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall, 0 to 1."""
        total = 2 * self.right + self.missed + self.extra
        return 2 * self.right / total if total else None


@dataclass(frozen=True)
class Confusion:
    """How often gold's value met the brief's; `accepted` counts those that gold's alternatives allow."""

    cells: dict[tuple[str, str], int] = field(default_factory=dict)
    accepted: dict[tuple[str, str], int] = field(default_factory=dict)

    def macro_f1(self) -> float | None:
        """Mean F1 over the values that gold or the briefs give; an accepted alternative counts as gold's value."""
        settled: Counter[tuple[str, str]] = Counter()
        for (gold, given), count in self.cells.items():
            fine = self.accepted.get((gold, given), 0)
            settled[gold, gold] += fine
            settled[gold, given] += count - fine
        values = {value for cell, count in settled.items() if count for value in cell}
        return sum(_f1_of(value, settled) for value in values) / len(values) if values else None


def _f1_of(value: str, cells: Counter[tuple[str, str]]) -> float:
    right = cells[value, value]
    both = sum(count * ((gold == value) + (given == value)) for (gold, given), count in cells.items())
    return 2 * right / both if both else 0.0


@dataclass(frozen=True)
class Cost:
    """What the briefs took, as far as it is known; dollars are None where no price is known for one of them."""

    articles: int
    prompt_tokens: int
    completion_tokens: int
    seconds: float
    dollars: float | None


@dataclass(frozen=True)
class Figures:
    """Everything that a report shows, by what it is about."""

    articles: int
    failed: tuple[str, ...]
    items: dict[str, Found]
    slots: dict[str, Share]
    spurious: dict[str, int]
    statuses: dict[str, Share]
    confusion: dict[str, Confusion]
    serious: dict[str, int]
    cost: Cost

    def shares(self) -> dict[str, Share]:
        """The shares that a floor can be set for, by name, where there was something to judge."""
        named: dict[str, Share] = {}
        for what, found in self.items.items():
            named |= {
                f"{what}s precision": found.precision,
                f"{what}s recall": found.recall,
                f"{what}s in both": found.in_both,
            }
        return {what: share for what, share in (named | self.slots | self.statuses).items() if share.of}


def figures_of(scored: Sequence[Scored]) -> Figures:
    """Count the verdicts of all articles."""
    outcomes: dict[str, Counter[str]] = {
        what: Counter(verdict.outcome for verdict in verdicts_of(scored, what)) for what in (*ITEMS, *SLOTS, *STATUSES)
    }
    return Figures(
        articles=len(scored),
        failed=tuple(article.id for article in scored if article.failed),
        items={what: _found(outcomes[what]) for what in ITEMS},
        slots={what: _share(outcomes[what], what in SPURIOUS_IS_WRONG) for what in SLOTS},
        spurious={what: outcomes[what]["spurious"] for what in SLOTS},
        statuses={what: _share(outcomes[what], False) for what in STATUSES},
        confusion={what: _confusion(verdicts_of(scored, what)) for what in ("occurrence", "attribution")},
        serious={what: len(verdicts_of(scored, what)) for what in SERIOUS},
        cost=_cost(scored),
    )


def _found(outcomes: Counter[str]) -> Found:
    return Found(outcomes["right"], outcomes["missing"], outcomes["spurious"], outcomes["neutral"])


def _share(outcomes: Counter[str], spurious_is_wrong: bool) -> Share:
    wrong = outcomes["wrong"] + outcomes["missing"] + (outcomes["spurious"] if spurious_is_wrong else 0)
    return Share(outcomes["right"], outcomes["right"] + wrong)


def _confusion(verdicts: Iterable[Verdict]) -> Confusion:
    cells: Counter[tuple[str, str]] = Counter()
    accepted: Counter[tuple[str, str]] = Counter()
    for verdict in verdicts:
        cell = (verdict.gold or "", verdict.given or "")
        cells[cell] += 1
        accepted[cell] += verdict.outcome == "right"
    return Confusion(dict(cells), {cell: count for cell, count in accepted.items() if count})


def _cost(scored: Sequence[Scored]) -> Cost:
    runs = [article.run for article in scored if article.run]
    costs = [run.cost for run in runs]
    return Cost(
        articles=len(runs),
        prompt_tokens=sum(run.tokens.prompt for run in runs),
        completion_tokens=sum(run.tokens.completion for run in runs),
        seconds=sum(run.seconds for run in runs),
        dollars=sum(cost for cost in costs if cost is not None) if costs and None not in costs else None,
    )


def as_json(found: Figures) -> dict[str, Any]:
    """The figures as plain values."""

    def share(of: Share) -> dict[str, Any]:
        return {"right": of.right, "of": of.of, "share": of.share, "interval": of.interval}

    return {
        "articles": found.articles,
        "failed": list(found.failed),
        **{
            f"{what}s": {
                **asdict(each),
                "precision": share(each.precision),
                "recall": share(each.recall),
                "f1": each.f1,
            }
            for what, each in found.items.items()
        },
        "slots": {what: {**share(each), "spurious": found.spurious[what]} for what, each in found.slots.items()},
        "statuses": {what: share(each) for what, each in found.statuses.items()},
        "confusion": {
            what: {
                "macro_f1": table.macro_f1(),
                "cells": [
                    {"gold": cell[0], "given": cell[1], "count": count, "accepted": table.accepted.get(cell, 0)}
                    for cell, count in sorted(table.cells.items())
                ],
            }
            for what, table in found.confusion.items()
        },
        "serious": found.serious,
        "cost": asdict(found.cost),
    }
