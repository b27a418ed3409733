"""False alarms: how many items of drafts that are correct the checks drop or mark."""

from collections.abc import Iterable
from math import sqrt

from .harness import Article

Z = 1.959964
"""Of the normal distribution, for an interval of 95 %."""


def wilson(count: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share; all of it where nothing was counted."""
    if not of:
        return 0.0, 1.0
    share, wide = count / of, Z * Z / of
    middle = (share + wide / 2) / (1 + wide)
    half = Z * sqrt(share * (1 - share) / of + wide / of / 4) / (1 + wide)
    return max(0.0, middle - half), min(1.0, middle + half)


def alarms(articles: Iterable[Article]) -> str:
    """One line per item that is dropped or marked, with what was found, and the shares."""
    lines: list[str] = []
    proposed = kept = dropped = marked = 0
    for article in articles:
        brief = article.brief
        told: dict[tuple[str | None, int | None], list[str]] = {}
        for found in brief.audit.findings:
            if found.severity != "note":
                told.setdefault((found.item, found.id), []).append(f"{found.check}.{found.code}")
        for outcome in brief.audit.outcomes:
            codes = ", ".join(dict.fromkeys(told.get((outcome.item, outcome.id), ())))
            end = "marked" if codes else ""
            if outcome.disposition in ("rejected", "superseded"):
                end, codes = "dropped", codes or outcome.because or ""
            proposed += 1
            kept += outcome.disposition == "kept"
            dropped += end == "dropped"
            marked += outcome.disposition == "kept" and end == "marked"
            if end and outcome.disposition != "merged_into":
                lines.append(f"{article.name}: {outcome.item} {outcome.id}: {end}: {codes}")
    return "\n".join([*lines, "", _share("dropped", dropped, proposed), _share("marked", marked, kept)])


def _share(name: str, count: int, of: int) -> str:
    low, high = wilson(count, of)
    share = 100 * count / of if of else 0.0
    return f"{name:8}{count:4} of {of:4} items = {share:4.1f} % (95 % Wilson {100 * low:.1f} to {100 * high:.1f})"
