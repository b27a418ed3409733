"""Figures over many articles: precision, recall, accuracies with their intervals, confusion, what it took."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from itertools import chain
from typing import Any

from summarizer.evaluation.scoring import ATTACK_SLOTS, THREAT_SLOTS, Outcome, Scored, Verdict

Z = 1.959964
"""Standard normal quantile of a two-sided interval of 95 %."""
ROUNDING = 1e-9
"""Error of the arithmetic; an interval that should begin at 0 may begin a hair above."""
ITEMS = ("threat", "attack")
SLOTS = (*(f"threat.{slot}" for slot in THREAT_SLOTS), *(f"attack.{slot}" for slot in ATTACK_SLOTS))
SPURIOUS_IS_WRONG = frozenset({"threat.condition", "attack.perpetrator"})
"""Slots where a value that gold lacks counts against accuracy; elsewhere gold need not list everything."""
Cell = tuple[str, str]
"""Gold's value, and the brief's."""
Counts = Counter[tuple[str, Outcome]]
"""How often something that is compared had an outcome."""
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

    @property
    def low(self) -> float:
        """The lowest share that agrees with what was seen; 0 where there was nothing to judge."""
        return self.interval[0] if self.interval else 0.0

    def below(self, pin: "Share") -> bool:
        """Whether this share is clearly lower than another: below its interval; one of nothing counts as 0."""
        return (self.share or 0.0) < pin.low - ROUNDING


@dataclass(frozen=True)
class MatchedItems:
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

    cells: Counter[Cell] = field(default_factory=Counter)
    accepted: Counter[Cell] = field(default_factory=Counter)

    def macro_f1(self) -> float | None:
        """Mean of the F1 of each value that gold or the briefs give; None where there are none.

        Of the two formulas that go by the name, this is the averaged F1 (Opitz and Burst, 2019). An accepted
        alternative counts as gold's value.
        """
        settled: Counter[Cell] = Counter()
        for (gold, given), count in self.cells.items():
            fine = self.accepted[gold, given]
            settled[gold, gold] += fine
            settled[gold, given] += count - fine
        settled = +settled  # without those that are empty
        values = sorted({value for cell in settled for value in cell})
        if not values:
            return None
        return sum(_f1_of(value, settled) for value in values) / len(values)


def _f1_of(value: str, cells: Counter[Cell]) -> float:
    """F1 of a value that at least one of the cells is of."""
    both = sum(count * cell.count(value) for cell, count in cells.items())
    return 2 * cells[value, value] / both


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
    items: dict[str, MatchedItems]
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
            named[f"{what}s precision"] = found.precision
            named[f"{what}s recall"] = found.recall
            named[f"{what}s in both"] = found.in_both
        return {what: share for what, share in (named | self.slots | self.statuses).items() if share.of}


def figures_of(scored: Sequence[Scored]) -> Figures:
    """Count the verdicts of all articles.

    Args:
        scored: the articles, each scored.
    """
    verdicts = list(chain.from_iterable(article.verdicts for article in scored))
    counts = Counter((verdict.what, verdict.outcome) for verdict in verdicts)
    return Figures(
        articles=len(scored),
        failed=tuple(article.id for article in scored if article.failed),
        items={what: _found(counts, what) for what in ITEMS},
        slots=_shares(counts, SLOTS),
        spurious=_how_often(counts, SLOTS, "spurious"),
        statuses=_shares(counts, STATUSES),
        confusion={what: _confusion(verdicts, what) for what in ("occurrence", "attribution")},
        serious=_how_often(counts, SERIOUS, "wrong"),
        cost=_cost(scored),
    )


def _found(counts: Counts, what: str) -> MatchedItems:
    """How many items of a kind were found; those that gold allows but does not ask for are neutral."""
    return MatchedItems(
        right=counts[what, "right"],
        missed=counts[what, "missing"],
        extra=counts[what, "spurious"],
        neutral=counts[what, "neutral"],
    )


def _how_often(counts: Counts, names: Iterable[str], outcome: Outcome) -> dict[str, int]:
    """How often each of some things had an outcome."""
    return {what: counts[what, outcome] for what in names}


def _shares(counts: Counts, names: Iterable[str]) -> dict[str, Share]:
    """Of some things, the right ones among those that were judged."""
    shares = {}
    for what in names:
        right = counts[what, "right"]
        of = right + counts[what, "wrong"] + counts[what, "missing"]
        if what in SPURIOUS_IS_WRONG:
            of += counts[what, "spurious"]
        shares[what] = Share(right, of)
    return shares


def _confusion(verdicts: Sequence[Verdict], what: str) -> Confusion:
    """The table of a status, which gold and the brief always have."""
    table = Confusion()
    for verdict in verdicts:
        if verdict.what != what:
            continue
        cell = (str(verdict.gold), str(verdict.given))
        table.cells[cell] += 1
        table.accepted[cell] += verdict.outcome == "right"
    return table


def _cost(scored: Sequence[Scored]) -> Cost:
    """The sums over the runs that are known; no dollars where the price of one of them is not."""
    runs = [article.run for article in scored if article.run]
    if not runs:
        return Cost(articles=0, prompt_tokens=0, completion_tokens=0, seconds=0, dollars=None)
    priced = [run.cost for run in runs if run.cost is not None]
    prompt = completion = 0
    seconds: list[float] = []
    for run in runs:
        prompt += run.tokens.prompt
        completion += run.tokens.completion
        seconds.append(run.seconds)
    return Cost(
        articles=len(runs),
        prompt_tokens=prompt,
        completion_tokens=completion,
        seconds=sum(seconds),
        dollars=sum(priced) if len(priced) == len(runs) else None,
    )


def as_json(found: Figures) -> dict[str, Any]:
    """The figures as plain values, for JSON.

    Args:
        found: the figures; a share or an F1 of nothing is None.
    """

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
                    {"gold": cell[0], "given": cell[1], "count": count, "accepted": table.accepted[cell]}
                    for cell, count in sorted(table.cells.items())
                ],
            }
            for what, table in found.confusion.items()
        },
        "serious": found.serious,
        "cost": asdict(found.cost),
    }
