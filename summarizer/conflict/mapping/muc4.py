"""A brief's incidents as MUC-4 would have them: which it counts, and how it writes who, whom and with what."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from summarizer.coder.grammar.morphology import plural
from summarizer.coder.grammar.times import read_time
from summarizer.coder.meaning.countries import country_of
from summarizer.conflict.mapping import news as mapping
from summarizer.conflict.mapping.named_doers import doers_of, is_people
from summarizer.conflict.mapping.news import first, name_of, table
from summarizer.documents.document import Document
from summarizer.documents.quotes import Quotes
from summarizer.lexicons import words
from summarizer.schemas.brief import AssessedIncident, AssessedThreat, UnverifiedBrief

_LINK = re.compile(r"\s(?:of|from|in|at|who|that|which|for|on|near)\s")


def incidents_of(brief: UnverifiedBrief, document: Document) -> list[dict[str, Any]]:
    """The incidents and threats of a brief, each as that corpus's scorer reads one."""
    incidents = (incident_of(incident, brief, document) for incident in brief.incidents)
    threats = (_threat(threat, brief) for threat in brief.threats if threat.restates is None)
    return [each for each in (*incidents, *threats) if each]


def incident_of(incident: AssessedIncident, brief: UnverifiedBrief, document: Document) -> dict[str, Any] | None:
    """One incident; None where MUC-4 has none: a clash of armed parties, no single event, nobody and nothing told."""
    found = incident.assessment
    kind = mapping.muc4_type(incident.kind)
    stage = mapping.muc4_stage(found.occurrence, incident.stage, incident.frame) if found else None
    if found is None or stage is None or kind is None or incident.aggregate or _is_fighting(incident):
        return None
    people, organizations = doers_of(incident, brief)
    struck = _struck(incident)
    if incident.kind in table()["muc4_struck"]["only_with_victims"] and not struck["victims"]:
        return None
    if not any((people, organizations, *struck.values())) or (incident.targets and not any(struck.values())):
        return None
    return {
        "type": kind,
        "stage": stage,
        "date": _date(incident, document.published),
        "location": ", ".join(_texts(incident.place)) or None,
        "instruments": instruments_of(_texts(incident.weapon)),
        "perp_individuals": people,
        "perp_orgs": organizations,
        **struck,
    }


def _is_fighting(incident: AssessedIncident) -> bool:
    return is_fighting(text for text in (first(target.text) for target in incident.targets) if text)


def is_fighting(targets: Iterable[str]) -> bool:
    """Whether everybody and everything that was struck belongs to an armed party: no incident of MUC-4.

    Ranks and bare numbers are of no side: they go with the others.
    """
    heads = [words_of for words_of in map(_head_words, targets) if words_of]
    sided = [each for each in heads if each[-1] not in table()["muc4_armed"]["of_no_side"] or _is_military(each)]
    return bool(sided) and all(_is_military(each) for each in sided)


def _head_words(target: str) -> list[str]:
    """The words of a target up to its head; of "three of the soldiers", the soldiers."""
    parts = _LINK.split(target.lower().replace("’", "'").replace("'s ", " "))
    gathers = (*table()["muc4_armed"]["of_no_side"], "member", "members", "group", "groups", "number")
    counted = len(parts) > 1 and parts[0].split()[-1:] and parts[0].split()[-1] in gathers
    return parts[1 if counted else 0].split()


def _is_military(words_of: list[str]) -> bool:
    armed = _armed()
    if any(" ".join(words_of[first:]) in armed for first in range(len(words_of))) or words_of[0] == "soldier":
        return True
    theirs = (*table()["muc4_armed"]["things"], *table()["muc4_armed"]["of_no_side"], "member", "members")
    return words_of[-1] in theirs and not armed.isdisjoint(words_of[:-1])


@cache
def _armed() -> frozenset[str]:
    """The nouns of armed parties whole, so that "armed man" makes no fighter of a man."""
    nouns = words("nouns", *table()["muc4_armed"]["tables"])
    return frozenset({*nouns, *map(plural, nouns), *table()["muc4_armed"]["words"]})


def _date(incident: AssessedIncident, published: date | None) -> str | None:
    """The day as MUC-4 writes it: where the words leave it open, some day up to that of the report."""
    told = first(incident.time)
    time = read_time(told) if told else None
    day = incident.day or (time.resolved(published) if time else None)
    if day is not None:
        return day.isoformat()
    return told or (f"- {published.isoformat()}" if published else None)


def _threat(threat: AssessedThreat, brief: UnverifiedBrief) -> dict[str, Any] | None:
    stage = mapping.threat_status(threat.status, "muc4")
    name = name_of(threat.issuer, brief)
    if stage is None or name is None or not threat.targets:
        return None
    person = is_people(threat.issuer, brief)
    return {
        "type": "ATTACK",
        "stage": stage,
        "date": first(threat.time),
        "location": None,
        "instruments": instruments_of(_texts(threat.means)),
        "perp_individuals": [name] if person else [],
        "perp_orgs": [] if person else [{"name": name, "confidence": "CLAIMED OR ADMITTED"}],
        **_struck(threat),
    }


def _struck(item: AssessedIncident | AssessedThreat) -> dict[str, list[str]]:
    """Things and people, one string each."""
    named = [(target.kind, first(target.text) or "") for target in item.targets]
    told = [(kind, whole(text)) for kind, text in named if text and is_struck(text)]
    return {
        "targets": [text for kind, text in told if kind == "thing"],
        "victims": [text for kind, text in told if kind != "thing"],
    }


def is_struck(text: str) -> bool:
    """Whether MUC-4 would list these words: no town or country, no armed party, and nobody that is a mere power."""
    head = _head_words(text)
    power = head and (head[-1] in table()["muc4_struck"]["powers"])
    return not (is_place(text) or power or (head and _is_military(head)))


def is_place(text: str) -> bool:
    """Whether words name a country, or a stretch of land or a town by what it is."""
    head = _head_words(text)
    return country_of(text.lower()) is not None or bool(head and head[-1] in _places())


@cache
def _places() -> frozenset[str]:
    heads = {noun.split()[-1] for noun in words("nouns", "places")} - set(table()["muc4_struck"]["built"])
    return frozenset(heads | {plural(head) for head in heads})


def whole(text: str) -> str:
    """Of "a section of the pipeline", the pipeline."""
    part, of, rest = text.lower().partition(" of ")
    return (
        text[-len(rest) :] if of and part.split()[-1:] and part.split()[-1] in table()["muc4_struck"]["parts"] else text
    )


def instruments_of(weapon: Iterable[str]) -> list[str]:
    """What was used: of "rifle fire" the rifle; what a gun shoots is no instrument."""
    fired: list[str] = table()["muc4_struck"]["fired"]
    found = []
    for text in weapon:
        told = text.split()
        while told and told[-1].lower() in fired:
            told.pop()
        if any(word.lower() not in fired for word in told):
            found.append(" ".join(told))
    return found


def _texts(quotes: Quotes) -> list[str]:
    return [quote.text for quote in quotes]
