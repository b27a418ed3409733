"""The section on what the checks did: dropped, marked, noted, and the sentences that nothing cites."""

from collections import Counter
from collections.abc import Iterator

from summarizer.conflict.wording import phrasing
from summarizer.conflict.wording.statement_rows import sentences
from summarizer.conflict.wording.view import View
from summarizer.pointing.audit import UNREAD, Finding
from summarizer.rendering.page import Phrase, Row, Section, foreign, joined, led, phrase
from summarizer.schemas.brief import Statement

ORDER = ("reject", "warn", "note")
UNTOLD = frozenset({"repeated", "apart", "no_number", "not_a_hedge", "count_told_again", UNREAD})
"""Notes that change nothing for a reader, and what the head of the page tells; they stand in the JSON."""


def checks(view: View) -> Section:
    """Counts in one line, then every finding in words."""
    uncovered = view.brief.audit.uncovered
    unused = phrase(f"unused sentences with attack or threat words: {len(sentences(uncovered))}")
    counts = Row("", joined(" · ", (*_counts(view), unused)), view.paragraphs(uncovered))
    return Section("CHECKS", notes=(counts, *_findings(view), *_unused(view)), compact=True)


def _unused(view: View) -> Iterator[Row]:
    """The sentences that no item cites, quoted; on a page by rules they stand under NOT PLACED."""
    if not view.by_rules:
        for quote in view.brief.audit.uncovered:
            told = phrase("unused: ", view.words((quote,)))
            yield Row("", told, view.paragraphs((quote,)), minor="unused sentences")


def _counts(view: View) -> Iterator[Phrase]:
    audit = view.brief.audit
    ended = Counter(outcome.disposition for outcome in audit.outcomes)
    told = Counter(finding.severity for finding in audit.findings)
    dropped = {outcome.key for outcome in audit.ended("rejected")}
    values = sum(finding.key not in dropped for finding in audit.findings if finding.severity == "reject")
    yield phrase(f"dropped {len(dropped)}")
    yield _counted("single values dropped", values)
    yield _counted("marked [!]", told["warn"])
    yield _counted(phrasing.DISPOSITION["merged_into"], ended["merged_into"])
    yield _counted(phrasing.DISPOSITION["superseded"], ended["superseded"])
    shown = Counter(link.shown for link in audit.links)
    yield from (_counted(f"links {words}", shown[how]) for how, words in phrasing.SHOWN.items())


def _counted(what: str, number: int) -> Phrase:
    return phrase(f"{what} {number}") if number else ()


def _findings(view: View) -> Iterator[Row]:
    """A row for each, what was dropped first."""
    for finding in sorted(view.brief.audit.findings, key=lambda finding: ORDER.index(finding.severity)):
        if finding.code not in UNTOLD:
            yield Row("", _told(view, finding), view.paragraphs(finding.quotes), minor="findings of the checks")


def _told(view: View, finding: Finding) -> Phrase:
    """Mark, place and message; text that the article lacks is never shown."""
    mark = "[!] " if finding.severity == "warn" else ""
    field = phrase(foreign(" ".join(map(_step, finding.field.split(".")))))
    told = phrase(f"{mark}{phrasing.SEVERITY[finding.severity]}: ", _where(view, finding), led(" · ", field), ": ")
    words = view.passage(finding.quotes)
    message = finding.message.rstrip(".") if words else finding.message
    return phrase(told, foreign(message), led(": ", words))


def _step(part: str) -> str:
    """One step of a field's path in words: places in a list are counted from one."""
    return str(int(part) + 1) if part.isdigit() else part.replace("_", " ")


def _where(view: View, finding: Finding) -> Phrase:
    """The item as the page numbers or names it; one that is not on the page has its kind and id."""
    if finding.key is None:
        return phrase("the article")
    kind, number = finding.key
    if kind == "actor" and number in view.items.actors:
        return view.name(number)
    if kind == "statement" and number in view.items.statements:
        return _said(view, view.items.statements[number])
    return phrase(view.label(kind, number))


def _said(view: View, statement: Statement) -> Phrase:
    """The first incident that it is on, its kind, and who says it."""
    place = joined(" ", (phrase(view.first_label(statement)), phrase(phrasing.LABEL[statement.kind].lower())))
    return phrase(place, ", ", view.name(statement.speaker))
