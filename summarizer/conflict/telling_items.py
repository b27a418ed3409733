"""What the items of conflict news are called where it is told how a brief has changed."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel

from summarizer.conflict.counting import said_once
from summarizer.pointing.audit import ItemKind
from summarizer.regression.telling import LONGEST_NAME, ItemNames, Telling, choice, short, words
from summarizer.schemas import declared
from summarizer.schemas.brief import Actor, Attributed, Incident, Statement, Support, ThirdPartyWarning, Threat

CALLED: Mapping[str, str] = {
    "assessment.occurrence": "",
    "assessment.basis.row": "row of the occurrence table",
    "assessment.basis.grounds": "basis",
    "assessment.basis.support": "rests on",
    "assessment.basis.against": "against it",
    "assessment.basis.differ_on": "accounts differ on",
    "assessment.facets": "covered",
    "assessment.attributed": "authorship",
}
"""The status of an attack goes unnamed."""


def _part(part: BaseModel, names: ItemNames) -> str | None:
    """How a part of an item is told; None for a part that is told field by field."""
    match part:
        case declared.Target():
            return words(part.text)
        case declared.Affiliation():
            return f"of {names.who(part.actor)} ({words(part.evidence)})"
        case declared.Casualty():
            count = " ".join(map(words, filter(None, (said_once(part.count), part.whom))))
            return f"{count} {part.outcome}, says {names.who(part.source)}"
        case Support():
            covers = f" on {', '.join(part.facets)}" if part.facets else ""
            return f"{names.name('statement', part.statement)} as {choice(part.relation)}{covers}"
        case Attributed():
            return f"{names.who(part.actor)} {choice(part.status)}, by {names.said(part.statements, 'statements')}"
    return None


def _actor(actor: Actor, _: ItemNames) -> str:
    return f"actor {words(actor.name, LONGEST_NAME)}"


def _incident(incident: Incident, _: ItemNames) -> str:
    """What was struck; else where; else in what words the article tells it."""
    struck = tuple(quote for target in incident.targets[:1] for quote in target.text)
    told = struck or incident.place or incident.words
    return " […] ".join(short(quote.text, LONGEST_NAME) for quote in told) or f"{choice(incident.kind)} without words"


def _threat(threat: Threat, _: ItemNames) -> str:
    """Whom or what it is to; else in what words it is made."""
    at = ", ".join(words(target.text, LONGEST_NAME) for target in threat.targets)
    return f"threat to {at}" if at else f"threat {words(threat.content or threat.cue, LONGEST_NAME)}"


def _statement(statement: Statement, names: ItemNames) -> str:
    return f"{choice(statement.kind)} by {_speaks(statement, names)}"


def _warning(warning: ThirdPartyWarning, names: ItemNames) -> str:
    return f"warning by {_speaks(warning, names)}"


def _speaks(item: Statement | ThirdPartyWarning, names: ItemNames) -> str:
    return f"{names.who(item.speaker)} ({words(item.content or item.cue, LONGEST_NAME)})"


NAMES: Mapping[ItemKind, Callable[[Any, ItemNames], str]] = {
    "actor": _actor,
    "incident": _incident,
    "threat": _threat,
    "statement": _statement,
    "warning": _warning,
}
"""What an item of each kind is called."""


def _name(item: Any, names: ItemNames) -> str:
    return NAMES[item.kind_of_item](item, names)


def _status(item: Any) -> str:
    assessment = getattr(item, "assessment", None)
    return f" ({choice(assessment.occurrence)})" if assessment else ""


def _standing(item: Any) -> str:
    """Occurrence and attribution of an incident, the status of a threat."""
    assessment = getattr(item, "assessment", None)
    if assessment:
        return f"{assessment.occurrence}, {assessment.attribution}"
    return str(getattr(item, "status", ""))


TELLING = Telling(
    name=_name,
    part=_part,
    order=("incident", "threat", "statement", "warning", "actor"),
    named_first="actor",
    called=CALLED,
    descended=("assessment", "assessment.basis"),
    first="assessment",
    status=_status,
    standing=_standing,
)
