"""Entries for threats and for warnings of somebody else's attack."""

from collections.abc import Iterator

from summarizer.conflict.wording import phrasing
from summarizer.conflict.wording.view import View
from summarizer.documents.quotes import Quotes
from summarizer.rendering.page import Entry, Phrase, Row, joined, phrase, strong
from summarizer.schemas.brief import AssessedThreat, ThirdPartyWarning

MARKED = ("issuer", "on_behalf_of", "delivery", "form", "condition", "conditionality", "deadline")
"""Fields that always appear with a mark of their own."""


def threat_entry(view: View, threat: AssessedThreat) -> Entry:
    """One threat: issuer → target, how it is given, on what condition, and its words."""
    words = view.passage(threat.content) or view.passage(threat.issuer_words, threat.cue)
    mark = view.mark("threat", threat.id, "content")
    rows = [
        Row("", joined(" · ", _given(view, threat))),
        Row("", phrase(words, mark), view.paragraphs(threat.content), True),
    ]
    rows.extend(_further(view, threat))
    return Entry(
        label=view.label("threat", threat.id),
        head=phrase(strong(issuer(view, threat)), " → ", _targets(view, threat), _other_mark(view, threat)),
        paragraphs=view.paragraphs(threat.cue or threat.content)[:1],
        rows=tuple(row for row in rows if row.body),
    )


def _other_mark(view: View, threat: AssessedThreat) -> str:
    """The mark of whatever has none of its own."""
    targets = (f"targets.{position}" for position, target in enumerate(threat.targets) if target.text)
    stated = (field for field in ("content", "action", "means", "time") if getattr(threat, field))
    return view.mark_besides("threat", threat.id, *MARKED, *targets, *stated)


def issuer(view: View, threat: AssessedThreat) -> Phrase:
    """Whose words they are, and for whom."""
    behalf = [identity for identity in threat.on_behalf_of if identity != threat.issuer]
    mark = view.mark("threat", threat.id, "issuer", "on_behalf_of")
    if not behalf:
        return phrase(view.introduced(threat.issuer), mark)
    return phrase(view.introduced(threat.issuer, behalf), " for ", view.names(behalf), mark)


def _targets(view: View, threat: AssessedThreat) -> Phrase:
    shown = joined(", ", (
        phrase(view.words(target.text), view.mark("threat", threat.id, f"targets.{position}"))
        for position, target in enumerate(threat.targets)
        if target.text
    ))  # fmt: skip
    return shown or phrase("target not stated")


def _given(view: View, threat: AssessedThreat) -> Iterator[Phrase]:
    if threat.status != "current":
        words = view.words(threat.status_words)
        mark = view.mark("threat", threat.id, "status_words")
        yield strong(phrasing.THREAT_STATUS[threat.status], ": " if words else "", words, mark)
    yield phrase(phrasing.DELIVERY[threat.delivery], view.mark("threat", threat.id, "delivery"))
    yield _conditionality(view, threat)
    yield phrase(phrasing.FORM[threat.form], view.mark("threat", threat.id, "form"))
    if threat.time:
        yield phrase(view.words(threat.time), view.mark("threat", threat.id, "time"))


def _conditionality(view: View, threat: AssessedThreat) -> Phrase:
    name = phrasing.CONDITION[threat.conditionality]
    mark = view.mark("threat", threat.id, "condition", "conditionality", "deadline")
    if threat.deadline:
        return phrase(name, ", deadline ", view.words(threat.deadline), mark)
    return phrase(name, ", no deadline" if threat.conditionality == "ultimatum" else "", mark)


def _further(view: View, threat: AssessedThreat) -> Iterator[Row]:
    """What the words shown do not already hold."""
    for label, field in (("Condition", "condition"), ("Harm", "action"), ("Means", "means")):
        value: Quotes = getattr(threat, field)
        mark = view.mark("threat", threat.id, field)
        if value and (mark or not _held(value, threat.content)):
            yield Row(label, phrase(view.words(value), mark), view.paragraphs(value))
    if threat.relayed_by:
        yield Row("Relayed", phrase("by ", view.names(threat.relayed_by)))
    if threat.restates is not None:
        yield Row("Restates", phrase("another threat, which is not in this brief"))


def _held(value: Quotes, by: Quotes) -> bool:
    return all(any(other.start <= quote.start and quote.end <= other.end for other in by) for quote in value)


def restatement(view: View, threat: AssessedThreat, of: AssessedThreat) -> Row:
    """A line for words that only tell a threat again."""
    words = threat.content or threat.cue
    where = "".join(f"¶{number} " for number in view.paragraphs(words))
    lost = ", without its condition" if of.condition and not threat.condition else ""
    mark = view.mark_besides("threat", threat.id)
    label = view.label("threat", of.id)
    by = () if threat.issuer == of.issuer else phrase(", by ", view.name(threat.issuer))
    return Row("", phrase(f"{where}restates {label}{lost}", by, ": ", view.passage(words), mark, ". Not counted."))


def warning_entry(view: View, warning: ThirdPartyWarning) -> Entry:
    """One warning: who warns, whom they fear, where, for when."""
    feared = view.names(warning.feared) or phrase("nobody named")
    shown = [field for field in ("place", "time") if getattr(warning, field)]
    values = (
        phrase(view.words(value), view.mark("warning", warning.id, field))
        for field, value in (("place", warning.place), ("time", warning.time))
        if value
    )
    mark = view.mark_besides("warning", warning.id, *shown)
    fears = phrase(strong(view.introduced(warning.speaker)), " warns of ", feared, mark)
    words = view.passage(warning.speaker_words, warning.cue, warning.content)
    rows = (Row("", words, (), True),) if words else ()
    paragraphs = view.paragraphs(warning.cue or warning.content)[:1]
    return Entry(view.label("warning", warning.id), joined(" · ", (fears, *values)), paragraphs, rows)
