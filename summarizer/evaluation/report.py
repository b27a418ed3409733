"""Figures and errors as a page: text, Markdown or JSON; the worst articles first, with what went wrong in words."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from summarizer.evaluation.figures import Confusion, Figures, Share, as_json, figures_of
from summarizer.evaluation.scoring import Scored, Verdict

ReportFormat = Literal["table", "md", "json"]
Row = tuple[str, ...]

GRAVITY = {"promotion": 4, "background as current": 4, "asserted": 4, "attack": 3, "threat": 3, "occurrence": 2}
"""How much each error counts in the order of articles."""
ELSE = 1
WORST = 20
"""Articles with errors that a page shows; JSON has all."""


def gravity(article: Scored) -> int:
    """How badly one article went; 0 where everything is right."""
    return sum(GRAVITY.get(verdict.what, ELSE) for verdict in article.verdicts if _is_error(verdict))


def in_words(verdict: Verdict) -> str:
    """What went wrong, as a person would say it."""
    item = verdict.item
    if verdict.what in ("attack", "threat"):
        return (
            f"missed {verdict.what}: {item}" if verdict.outcome == "missing" else f"{verdict.what} not in gold: {item}"
        )
    if verdict.what == "asserted":
        return f"{item}: '{verdict.given}' is named as the doer without doubt; gold has {verdict.gold}"
    if verdict.what in ("promotion", "demotion", "background as current"):
        return f"{verdict.what}: {item}: {verdict.gold} → {verdict.given}"
    what = verdict.what.rpartition(".")[2].replace("date_text", "date")
    if verdict.outcome == "missing":
        return f"{item}: no {what}; gold has '{verdict.gold}'"
    if verdict.outcome == "spurious":
        return f"{item}: {what} '{verdict.given}'; gold has none"
    return f"{item}: {what} '{verdict.given}' for '{verdict.gold}'"


def _is_error(verdict: Verdict) -> bool:
    return verdict.outcome not in ("right", "neutral")


def page(scored: Sequence[Scored], form: ReportFormat, digest: str = "") -> str:
    """The report on these articles.

    Args:
        scored: the articles, each scored.
        form: `table` for a terminal, `md`, or `json`.
        digest: of the gold answers, shown with the figures.
    """
    found = figures_of(scored)
    worst = sorted(
        (each for each in scored if gravity(each) or each.failed), key=lambda each: (-gravity(each), each.id)
    )
    if form == "json":
        return _json(found, worst, digest)
    write = _Markdown() if form == "md" else _Plain()
    parts: list[str] = []
    for title, rows in _tables(found, digest):
        parts += [write.table(title, rows), ""]
    parts.append(write.heading("worst articles first"))
    for article in worst[:WORST]:
        parts += [write.entry(article.id), *(write.point(line) for line in _errors(article))]
    left = len(worst) - WORST
    if left > 0:
        parts.append(write.point(f"and {left} more articles with errors; --format json has them all"))
    if not worst:
        parts.append(write.point("no errors"))
    return "\n".join(parts) + "\n"


def _errors(article: Scored) -> Iterator[str]:
    if article.failed:
        yield f"no brief, so everything is missed: {article.failed}"
    told = [verdict for verdict in article.verdicts if _is_error(verdict)]
    serious = {verdict.item for verdict in told if verdict.what in ("promotion", "demotion", "background as current")}
    for verdict in sorted(told, key=lambda each: -GRAVITY.get(each.what, ELSE)):
        repeats = verdict.what in ("occurrence", "background") and verdict.item in serious
        if not repeats:
            yield in_words(verdict)


def _json(found: Figures, worst: Sequence[Scored], digest: str) -> str:
    content: dict[str, Any] = {"gold_sha256": digest, **as_json(found)}
    content["worst"] = [
        {"id": each.id, "gravity": gravity(each), "failed": each.failed, "errors": list(_errors(each))}
        for each in worst
    ]
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


# --- the tables ------------------------------------------------------------------------------------


def _tables(found: Figures, digest: str) -> Iterator[tuple[str, list[Row]]]:
    heads = ("", "precision", "recall", "F1", "right", "missed", "not in gold", "neutral")
    rows: list[Row] = [heads]
    for what, each in found.items.items():
        counts = tuple(map(str, (each.right, each.missed, each.extra, each.neutral)))
        rows.append((f"{what}s", _interval(each.precision), _interval(each.recall), _percent(each.f1), *counts))
    told = f"{found.articles} article{'' if found.articles == 1 else 's'}" + (f", gold {digest[:12]}" if digest else "")
    failed = f"; no brief of {', '.join(found.failed)}" if found.failed else ""
    yield told + failed, rows
    rows = [("", "accuracy, 95 %", "right", "of", "only in the brief")]
    for what, share in (*found.slots.items(), *found.statuses.items()):
        rows.append((what, _interval(share), str(share.right), str(share.of), str(found.spurious.get(what, ""))))
    yield "slots and statuses of the items found", rows
    yield "serious errors", [("", "count"), *((what, str(count)) for what, count in found.serious.items())]
    for what, table in found.confusion.items():
        if table.cells:
            yield f"{what}: gold in rows, brief in columns; macro-F1 {_percent(table.macro_f1())}", _confusion(table)
    yield "what it took", _cost(found)


def _confusion(table: Confusion) -> list[Row]:
    golds = sorted({gold for gold, _ in table.cells})
    given = sorted({value for _, value in table.cells})
    return [("", *given), *((gold, *(_cell(table, (gold, value)) for value in given)) for gold in golds)]


def _cell(table: Confusion, cell: tuple[str, str]) -> str:
    count, accepted = table.cells.get(cell, 0), table.accepted.get(cell, 0)
    if not count:
        return "."
    return f"{count} ({accepted} accepted)" if accepted and cell[0] != cell[1] else str(count)


def _cost(found: Figures) -> list[Row]:
    cost = found.cost
    if not cost.articles:
        return [("", ""), ("stored briefs", "not known")]
    dollars = "not known" if cost.dollars is None else f"${cost.dollars:.4f}"
    return [
        ("", f"{cost.articles} articles", "each"),
        ("tokens in", f"{cost.prompt_tokens:,}", f"{cost.prompt_tokens / cost.articles:,.0f}"),
        ("tokens out", f"{cost.completion_tokens:,}", f"{cost.completion_tokens / cost.articles:,.0f}"),
        ("seconds", f"{cost.seconds:.1f}", f"{cost.seconds / cost.articles:.1f}"),
        ("cost", dollars, "" if cost.dollars is None else f"${cost.dollars / cost.articles:.4f}"),
    ]


def _percent(share: float | None) -> str:
    return "n/a" if share is None else f"{100 * share:.1f}"


def _interval(of: Share) -> str:
    if of.interval is None:
        return "n/a"
    return f"{_percent(of.share)} [{_percent(of.interval[0])}–{_percent(of.interval[1])}]"


# --- two ways to write them ---------------------------------------------------------------------------


def _inert(text: str) -> str:
    """On one line, with whatever a terminal would act on as an escape: values are the article's and gold's words."""
    return "".join(each if each.isprintable() else " " if each in "\n\t" else repr(each)[1:-1] for each in text)


class _Plain:
    def table(self, title: str, rows: Sequence[Row]) -> str:
        widths = [max(len(row[at]) if at < len(row) else 0 for row in rows) for at in range(len(rows[0]))]
        lines = [
            "  ".join(cell.ljust(width) if at == 0 else cell.rjust(width) for at, (cell, width) in enumerate(pairs))
            for pairs in (list(zip(row, widths, strict=False)) for row in rows)
        ]
        return "\n".join((self.heading(title), *(line.rstrip() for line in lines)))

    def heading(self, title: str) -> str:
        return _inert(title)

    def entry(self, name: str) -> str:
        return _inert(name)

    def point(self, text: str) -> str:
        return f"  - {_inert(text)}"


class _Markdown:
    def table(self, title: str, rows: Sequence[Row]) -> str:
        lines = ["| " + " | ".join(map(self._cell, row)) + " |" for row in rows]
        rule = "|" + "---|" * len(rows[0])
        return "\n".join((self.heading(title), "", lines[0], rule, *lines[1:]))

    def heading(self, title: str) -> str:
        return f"## {self._cell(title)}\n" if title == "worst articles first" else f"## {self._cell(title)}"

    def entry(self, name: str) -> str:
        return f"\n**{self._cell(name)}**\n"

    def point(self, text: str) -> str:
        return f"- {self._cell(text)}"

    def _cell(self, text: str) -> str:
        plain = _inert(text).replace("\\", "\\\\")
        for mark in "|<>*_`[]&#":
            plain = plain.replace(mark, f"\\{mark}")
        return plain
