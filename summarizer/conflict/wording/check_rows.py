"""The section on what the checks did: dropped, marked, noted, and the sentences that nothing cites."""

from collections import Counter
from collections.abc import Iterator

from summarizer.conflict.wording import phrasing
from summarizer.conflict.wording.view import View
from summarizer.pointing.audit import UNREAD, Finding
from summarizer.rendering.page import Phrase, Row, Section, foreign, joined, phrase

ORDER = ("reject", "warn", "note")
UNTOLD = frozenset({"repeated", "no_number", "not_a_hedge", UNREAD})
"""Notes that change nothing for a reader, and what the head of the page tells; they stand in the JSON."""


def checks(view: View) -> Section:
    """Counts in one line, then every finding in words."""
    uncovered = view.brief.audit.uncovered
    unused = phrase(f"unused sentences with attack or threat words: {len({quote.sentence for quote in uncovered})}")
    counts = Row("", joined(" · ", (*_counts(view), unused)), view.paragraphs(uncovered))
    return Section("CHECKS", notes=(counts, *_findings(view)), compact=True)


def _counts(view: View) -> Iterator[Phrase]:
    audit = view.brief.audit
    ended = Counter(outcome.disposition for outcome in audit.outcomes)
    dropped = {(outcome.item, outcome.id) for outcome in audit.outcomes if outcome.disposition == "rejected"}
    severities = Counter(finding.severity for finding in audit.findings)
    values = sum(
        finding.severity == "reject" and (finding.item, finding.id) not in dropped for finding in audit.findings
    )
    yield phrase(f"dropped {len(dropped)}" + (f", and {values} of other items’ values" if values else ""))
    if severities["warn"]:
        yield phrase(f"marked [!] {severities['warn']}")
    for disposition in ("merged_into", "superseded"):
        if ended[disposition]:
            yield phrase(f"{phrasing.DISPOSITION[disposition]} {ended[disposition]}")


def _findings(view: View) -> Iterator[Row]:
    for severity in ORDER:
        for finding in view.brief.audit.findings:
            if finding.severity == severity and finding.code not in UNTOLD:
                yield Row("", _told(view, finding), view.paragraphs(finding.quotes))


def _told(view: View, finding: Finding) -> Phrase:
    """Mark, place and message; text that the article lacks is never shown."""
    mark = "[!] " if finding.severity == "warn" else ""
    where = _where(view, finding)
    field = foreign(" ".join(map(_step, finding.field.split(".")))) if finding.field else ()
    words = view.passage(finding.quotes)
    told = phrase(f"{mark}{phrasing.SEVERITY[finding.severity]}: ", where, " · " if field else "", field, ": ")
    message = finding.message.rstrip(".") if words else finding.message
    return phrase(told, foreign(message), ": " if words else "", words)


def _step(part: str) -> str:
    """One step of a field's path in words: places in a list are counted from one."""
    return str(int(part) + 1) if part.isdigit() else part.replace("_", " ")


def _where(view: View, finding: Finding) -> Phrase:
    """The item as the page numbers or names it; one that is not on the page has its kind and id."""
    if finding.item is None:
        return phrase("the article")
    if finding.item == "actor" and finding.id in view.actors:
        return view.name(finding.id)
    statement = next((said for said in view.brief.statements if said.id == finding.id), None)
    if finding.item == "statement" and statement:
        under = view.first_label(statement)
        speaker = view.name(statement.speaker)
        return phrase(f"{under} " if under else "", phrasing.LABEL[statement.kind].lower(), ", ", speaker)
    return phrase(view.label(finding.item, finding.id))
