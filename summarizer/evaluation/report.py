"""Figures and errors as a page: text, Markdown or JSON; the worst articles first, with what went wrong in words."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from summarizer.errors import printable
from summarizer.evaluation.figures import ITEMS, Confusion, Figures, Share, as_json, figures_of
from summarizer.evaluation.scoring import Scored, Verdict

ReportFormat = Literal["table", "md", "json"]
Cells = tuple[str, ...]

GRAVITY = {"promotion": 4, "background as current": 4, "asserted": 4, "attack": 3, "threat": 3, "occurrence": 2}
"""How much each error counts in the order of articles."""
OF_STATUS = frozenset({"promotion", "demotion", "background as current"})
"""Serious errors that say of an occurrence, or of its time, that it is wrong."""
ELSE = 1
ESCAPED = str.maketrans({mark: f"\\{mark}" for mark in "\\|<>*_`[]&#"})
"""What has a meaning in Markdown, and how it is written without it."""
WORST = 20
"""Articles with errors that a page shows; JSON has all."""


def gravity(article: Scored) -> int:
    """How badly one article went: the sum over its errors; 0 where everything is right.

    Args:
        article: an article, scored.
    """
    return sum(map(_weight, article.errors))


def _weight(error: Verdict) -> int:
    return GRAVITY.get(error.what, ELSE)


def in_words(verdict: Verdict) -> str:
    """What went wrong, as a person would say it.

    Args:
        verdict: an error.
    """
    missing = verdict.outcome == "missing"
    item = verdict.item
    if verdict.what in ITEMS:
        return f"missed {verdict.what}: {item}" if missing else f"{verdict.what} not in gold: {item}"
    if verdict.what == "asserted":
        return f"{item}: '{verdict.given}' is named as the doer without doubt; gold has {verdict.gold}"
    if verdict.what in OF_STATUS:
        return f"{verdict.what}: {item}: {verdict.gold} → {verdict.given}"
    what = verdict.what.rpartition(".")[2].replace("date_text", "date")
    if missing:
        return f"{item}: no {what}; gold has '{verdict.gold}'"
    if verdict.outcome == "spurious":
        return f"{item}: {what} '{verdict.given}'; gold has none"
    return f"{item}: {what} '{verdict.given}' for '{verdict.gold}'"


def page(scored: Sequence[Scored], form: ReportFormat, digest: str = "") -> str:
    """The report on these articles.

    Args:
        scored: the articles, each scored.
        form: `table` for a terminal, `md`, or `json`.
        digest: of the gold answers, shown with the figures.
    """
    found = figures_of(scored)
    amiss = [each for each in scored if each.errors or each.failed]
    worst = sorted(amiss, key=lambda each: (-gravity(each), each.id))
    if form == "json":
        return _json(found, worst, digest)
    write = _Markdown() if form == "md" else _Plain()
    parts: list[str] = []
    for title, rows in _tables(found, digest):
        parts += [write.table(title, rows), ""]
    parts.append(write.heading("worst articles first") + write.below_heading)
    for article in worst[:WORST]:
        parts += [write.entry(article.id), *(write.point(line) for line in _errors(article))]
    left = len(worst) - WORST
    if left > 0:
        parts.append(write.point(f"and {left} more articles with errors; --format json has them all"))
    if not worst:
        parts.append(write.point("no errors"))
    return "\n".join(parts) + "\n"


def _errors(article: Scored) -> Iterator[str]:
    """What went wrong with one article, in words, the gravest first; that there is no brief before all."""
    if article.failed:
        yield f"no brief, so everything is missed: {article.failed}"
    told = sorted(article.errors, key=_weight, reverse=True)
    serious = {verdict.item for verdict in told if verdict.what in OF_STATUS}
    for verdict in told:
        if verdict.item in serious and verdict.what in ("occurrence", "background"):
            continue  # told already as the serious error that it is
        yield in_words(verdict)


def _json(found: Figures, worst: Sequence[Scored], digest: str) -> str:
    content: dict[str, Any] = {"gold_sha256": digest, **as_json(found)}
    content["worst"] = [
        {"id": each.id, "gravity": gravity(each), "failed": each.failed, "errors": list(_errors(each))}
        for each in worst
    ]
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


# --- the tables ------------------------------------------------------------------------------------


def _tables(found: Figures, digest: str) -> Iterator[tuple[str, list[Cells]]]:
    """The tables, each with its title and a first row of headings."""
    heads = ("", "precision", "recall", "F1", "right", "missed", "not in gold", "neutral")
    rows: list[Cells] = [heads]
    for what, each in found.items.items():
        counts = tuple(map(str, (each.right, each.missed, each.extra, each.neutral)))
        rows.append((f"{what}s", _interval(each.precision), _interval(each.recall), _percent(each.f1), *counts))
    yield _title(found, digest), rows
    rows = [("", "accuracy, 95 %", "right", "of", "only in the brief")]
    for what, share in (*found.slots.items(), *found.statuses.items()):
        rows.append((what, _interval(share), str(share.right), str(share.of), str(found.spurious.get(what, ""))))
    yield "slots and statuses of the items found", rows
    yield "serious errors", [("", "count"), *((what, str(count)) for what, count in found.serious.items())]
    for what, table in found.confusion.items():
        if table.cells:
            yield f"{what}: gold in rows, brief in columns; macro-F1 {_percent(table.macro_f1())}", _confusion(table)
    yield "what it took", _cost(found)


def _title(found: Figures, digest: str) -> str:
    title = f"{found.articles} article{'' if found.articles == 1 else 's'}"
    if digest:
        title += f", gold {digest[:12]}"
    if found.failed:
        title += f"; no brief of {', '.join(found.failed)}"
    return title


def _confusion(table: Confusion) -> list[Cells]:
    """A row for each value of gold, a column for each of the brief's."""
    golds, given = (sorted(set(values)) for values in zip(*table.cells, strict=True))
    rows = [(gold, *(_cell(table, gold, value) for value in given)) for gold in golds]
    return [("", *given), *rows]


def _cell(table: Confusion, gold: str, given: str) -> str:
    """How often the one met the other, and how often of these another value than gold's own was right."""
    count, accepted = table.cells[gold, given], table.accepted[gold, given]
    if gold != given and accepted:
        return f"{count} ({accepted} accepted)"
    return str(count or ".")


def _cost(found: Figures) -> list[Cells]:
    cost = found.cost
    if not cost.articles:
        return [("", ""), ("stored briefs", "not known")]
    dollars, each = "not known", ""
    if cost.dollars is not None:
        dollars, each = f"${cost.dollars:.4f}", f"${cost.dollars / cost.articles:.4f}"
    return [
        ("", f"{cost.articles} articles", "each"),
        ("tokens in", f"{cost.prompt_tokens:,}", f"{cost.prompt_tokens / cost.articles:,.0f}"),
        ("tokens out", f"{cost.completion_tokens:,}", f"{cost.completion_tokens / cost.articles:,.0f}"),
        ("seconds", f"{cost.seconds:.1f}", f"{cost.seconds / cost.articles:.1f}"),
        ("cost", dollars, each),
    ]


def _percent(share: float | None) -> str:
    """A share, 0 to 1, in percent; n/a where there was nothing to judge."""
    return "n/a" if share is None else f"{100 * share:.1f}"


def _interval(of: Share) -> str:
    if of.interval is None:
        return "n/a"
    return f"{_percent(of.share)} [{_percent(of.interval[0])}–{_percent(of.interval[1])}]"


# --- two ways to write them ---------------------------------------------------------------------------


def _inert(text: str) -> str:
    """On one line, with whatever a terminal would act on as an escape: values are the article's and gold's words."""
    return printable(text.replace("\n", " ").replace("\t", " "))


class _Plain:
    below_heading = ""

    def table(self, title: str, rows: Sequence[Cells]) -> str:
        first, *others = (max(map(len, column)) for column in zip(*rows, strict=True))
        lines = [self.heading(title)]
        for head, *cells in rows:
            right = (cell.rjust(width) for cell, width in zip(cells, others, strict=True))
            lines.append("  ".join((head.ljust(first), *right)).rstrip())
        return "\n".join(lines)

    def heading(self, title: str) -> str:
        return _inert(title)

    entry = heading

    def point(self, text: str) -> str:
        return f"  - {_inert(text)}"


class _Markdown:
    below_heading = "\n"

    def table(self, title: str, rows: Sequence[Cells]) -> str:
        lines = ["| " + " | ".join(map(self._cell, row)) + " |" for row in rows]
        rule = "|" + "---|" * len(rows[0])
        return "\n".join((self.heading(title), "", lines[0], rule, *lines[1:]))

    def heading(self, title: str) -> str:
        return f"## {self._cell(title)}"

    def entry(self, name: str) -> str:
        return f"\n**{self._cell(name)}**\n"

    def point(self, text: str) -> str:
        return f"- {self._cell(text)}"

    def _cell(self, text: str) -> str:
        return _inert(text).translate(ESCAPED)
