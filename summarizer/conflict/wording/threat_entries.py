"""Entries for threats and for warnings of somebody else's attack."""

from collections.abc import Iterator

from summarizer.conflict.wording import phrasing
from summarizer.conflict.wording.view import View, part_of, stated, targets
from summarizer.rendering.page import Entry, Phrase, Row, joined, led, phrase, strong, with_words
from summarizer.schemas.brief import AssessedThreat, ThirdPartyWarning

MARKED = ("issuer", "on_behalf_of", "delivery", "form", "condition", "conditionality", "deadline")
"""Fields that always appear with a mark of their own."""

MARKED_WHERE_STATED = ("content", "action", "means", "time")


def threat_entry(view: View, threat: AssessedThreat) -> Entry:
    """One threat: issuer → target, how it is given, on what condition, and its words."""
    words = view.passage(threat.content) or view.passage(threat.issuer_words, threat.cue)
    rows = [
        Row("", joined(" · ", _given(view, threat))),
        Row("", phrase(words, view.mark(threat, "content")), view.paragraphs(threat.content), True),
        *_further(view, threat),
    ]
    return Entry(
        label=view.label("threat", threat.id),
        head=phrase(strong(issuer(view, threat)), " → ", _targets(view, threat), _other_mark(view, threat)),
        paragraphs=view.paragraphs(threat.cue or threat.content)[:1],
        rows=with_words(*rows),
        item=("threat", threat.id),
    )


def _other_mark(view: View, threat: AssessedThreat) -> str:
    """The mark of whatever has none of its own."""
    return view.mark_besides(threat, *MARKED, *targets(threat), *stated(threat, MARKED_WHERE_STATED))


def issuer(view: View, threat: AssessedThreat) -> Phrase:
    """Whose words they are, and for whom; what the issuer belongs to is not said of those for whom it speaks."""
    behalf = view.names(threat.on_behalf_of, but=(threat.issuer,))
    mark = view.mark(threat, "issuer", "on_behalf_of")
    return phrase(view.introduced(threat.issuer, threat.on_behalf_of), led(" for ", behalf), mark)


def _targets(view: View, threat: AssessedThreat) -> Phrase:
    words = (view.value(threat, *target) for target in targets(threat).items())
    return joined(", ", words) or phrase(f"target {view.unsaid}")


def _given(view: View, threat: AssessedThreat) -> Iterator[Phrase]:
    if threat.status != "current":
        words = led(": ", view.words(threat.status_words))
        yield strong(phrasing.THREAT_STATUS[threat.status], words, view.mark(threat, "status_words"))
    yield phrase(phrasing.DELIVERY[threat.delivery], view.mark(threat, "delivery", "form"))
    yield _conditionality(view, threat)
    yield phrase(phrasing.FORM[threat.form])
    yield view.value(threat, "time", threat.time)


def _conditionality(view: View, threat: AssessedThreat) -> Phrase:
    no_deadline = phrase(phrasing.NO_DEADLINE[threat.conditionality])
    deadline = led(", deadline ", view.words(threat.deadline)) or no_deadline
    mark = view.mark(threat, "condition", "conditionality", "deadline")
    return phrase(phrasing.CONDITION[threat.conditionality].replace("not stated", view.unsaid), deadline, mark)


def _further(view: View, threat: AssessedThreat) -> Iterator[Row]:
    """The condition, and what the words shown do not already hold."""
    condition = view.value(threat, "condition", threat.condition)
    yield Row("Condition", condition, view.paragraphs(threat.condition))
    for field, label in {"action": "Harm", "means": "Means"}.items():
        value = getattr(threat, field)
        if view.mark(threat, field) or not part_of(value, threat.content):
            yield Row(label, view.value(threat, field, value), view.paragraphs(value))
    yield Row("Relayed", led("by ", view.names(threat.relayed_by)))
    if threat.restates is not None:
        yield Row("Restates", phrase("another threat, which is not in this brief"))


def restatement(view: View, threat: AssessedThreat, of: AssessedThreat) -> Row:
    """A line for words that only tell a threat again.

    Args:
        threat: the words.
        of: the threat that they tell; who issues them is said where it is somebody else.
    """
    words = threat.content or threat.cue
    where = "".join(f"¶{number} " for number in view.paragraphs(words))
    lost = ", without its condition" if of.condition and not threat.condition else ""
    mark = view.mark_besides(threat)
    label = view.label("threat", of.id)
    by = led(", by ", view.names((threat.issuer,), but=(of.issuer,)))
    return Row("", phrase(f"{where}restates {label}{lost}", by, ": ", view.passage(words), mark, ". Not counted."))


def warning_entry(view: View, warning: ThirdPartyWarning) -> Entry:
    """One warning: who warns, whom they fear, where, for when."""
    shown = stated(warning, ("place", "time"))
    feared = view.names(warning.feared, nobody="nobody named")
    mark = view.mark_besides(warning, *shown)
    place, time = view.value(warning, "place", warning.place), view.value(warning, "time", warning.time)
    fears = phrase(strong(view.introduced(warning.speaker)), " warns of ", feared, mark)
    words = Row("", view.passage(warning.speaker_words, warning.cue, warning.content), block=True)
    return Entry(
        label=view.label("warning", warning.id),
        head=joined(" · ", (fears, place, time)),
        paragraphs=view.paragraphs(warning.cue or warning.content)[:1],
        rows=with_words(words),
        item=("warning", warning.id),
    )
