"""Who did it in MUC-4's words: individuals and organizations, everybody once."""

import re
from typing import Any

from summarizer.conflict.mapping import news as mapping
from summarizer.conflict.mapping.news import first
from summarizer.lexicons import word_set
from summarizer.schemas.brief import AssessedIncident, UnverifiedBrief

PEOPLE = frozenset({"person", "people", "official"})
"""Kinds of actors that MUC-4 counts among individuals; all others are organizations."""
ARMED = frozenset({"armed_group", "armed_forces"})
_SORTS = frozenset({"group", "groups", "organization", "organizations", "organisation", "organisations"})
_WORD = re.compile(r"[\w'’-]+")


def doers_of(incident: AssessedIncident, brief: UnverifiedBrief) -> tuple[list[str], list[dict[str, Any]]]:
    """The individuals, and the organizations with the confidence in each.

    An organization's unnamed people, "the troops", are individuals; whoever is told twice counts once.
    """
    people = [quote.text for quote in incident.perpetrator_words]
    organizations: dict[str, str] = {}
    bodies: dict[str, str] = {}
    for each in incident.assessment.attributed if incident.assessment else ():
        accusers = mapping.accusers_of(each.actor, incident.id, brief)
        confidence = mapping.muc4_confidence(each.status, accusers, blamed=mapping.is_blamed(each, brief))
        name = _full_name(each.actor, brief)
        if confidence is None or name is None:
            continue
        if _is_some_group(each.actor, name, brief):
            continue
        if is_people(each.actor, brief) or _are_troops(name):
            people.append(name)
            bodies |= dict.fromkeys(_bodies_of(each.actor, brief), confidence)
        else:
            organizations[name] = confidence
    told = [{"name": name, "confidence": confidence} for name, confidence in (bodies | organizations).items()]
    return _once(people, [each["name"] for each in told]), told


def _bodies_of(actor: int, brief: UnverifiedBrief) -> list[str]:
    """The armed bodies that people are said to belong to: of "a soldier from the Fifth Battalion", the battalion."""
    found = (link.actor for each in brief.actors if each.id == actor for link in each.affiliations)
    armed = (each for each in found if any(body.id == each and body.kind in ARMED for body in brief.actors))
    return [name for each in armed if (name := _full_name(each, brief))]


def is_people(actor: int, brief: UnverifiedBrief) -> bool:
    """Whether an actor is an individual, or several."""
    return any(each.id == actor and each.kind in PEOPLE for each in brief.actors)


def _full_name(actor: int, brief: UnverifiedBrief) -> str | None:
    """The name of an actor, with a short form that the article gives it: keys hold the one or the other."""
    found = next((each for each in brief.actors if each.id == actor), None)
    if found is None:
        return None
    name, alias = first(found.name), first(found.aliases)
    return f"{name} ({alias})" if name and alias else name


def _is_some_group(actor: int, name: str, brief: UnverifiedBrief) -> bool:
    """Whether a group is one of a sort, and nobody tells which: "a leftist group"."""
    told = _words(name)
    unnamed = any(each.id == actor and each.identity == "anonymous" for each in brief.actors)
    return unnamed and bool(told) and (told[-1] in _SORTS or told[0] in _SORTS)


def _are_troops(name: str) -> bool:
    """Whether a name only says that they were some body's people: "Velland troops"."""
    told = _words(name)
    listed = " ".join(told[-2:]) in word_set("nouns", "forces") and len(told) > 1
    return bool(told) and told[-1] in mapping.table()["muc4_armed"]["people"] and not listed


def _once(people: list[str], organizations: list[str]) -> list[str]:
    """Those who are no organization told again, and nobody twice: "a soldier" goes on as "a soldier of the guard"."""
    told = [set(_words(name)) for name in organizations]
    found: list[list[str]] = []
    texts: list[str] = []
    for text in people:
        words_of = _words(text)
        again = any(words_of[: len(each)] == each or each[: len(words_of)] == words_of for each in found)
        if again or set(words_of) in told or not words_of:
            continue
        found.append(words_of)
        texts.append(text)
    return texts


def _words(text: str) -> list[str]:
    """The words of a description, without what only opens it or counts."""
    opening = word_set("links", "unnamed") | {"the", "these", "those", "alleged"}
    return [word for word in _WORD.findall(text.lower()) if word not in opening]
