"""Who did it in MUC-4's words: individuals and organizations, everybody once."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Any

from summarizer.conflict.coder.grammar.morphology import plural
from summarizer.conflict.items import Items
from summarizer.conflict.mapping import news as mapping
from summarizer.conflict.mapping.news import ends_in, listed
from summarizer.conflict.mapping.struck import whole
from summarizer.lexicons import word_set, words
from summarizer.schemas.brief import Actor, AssessedIncident, Assessment

PEOPLE = frozenset({"person", "people", "official"})
"""Kinds of actors that MUC-4 counts among individuals; all others are organizations."""
ARMED = frozenset({"armed_group", "armed_forces"})
_SORTS = frozenset({"group", "groups", "organization", "organizations", "organisation", "organisations"})
_WORD = re.compile(r"[\w'’-]+")


def doers_of(incident: AssessedIncident, found: Assessment, items: Items) -> tuple[list[str], list[dict[str, Any]]]:
    """Who did it, as MUC-4's keys list them.

    An organization's unnamed people, "the troops", are individuals; whoever is told twice counts once.

    Args:
        incident: an incident of the brief.
        found: its statuses.
        items: the actors, and the statements that the confidence rests on.

    Returns:
        The individuals, and the organizations with the confidence in each.
    """
    people = [whole(quote.text) for quote in incident.perpetrator_words]
    beside: list[str] = []
    organizations: dict[str, str] = {}
    bodies: dict[str, str] = {}
    for actor, confidence in _doers(incident, found, items):
        name = _full_name(actor)
        if are_individuals(actor, name):
            people.append(whole(name))
            bodies |= dict.fromkeys(_bodies_of(actor, items), confidence)
        elif not _is_some_group(actor, name):
            organizations[name] = confidence
            beside += _people_of(actor, incident, items)
    people = people or beside
    told = [{"name": name, "confidence": confidence} for name, confidence in (bodies | organizations).items()]
    return _once(people, [each["name"] for each in told]), told


def threatening(issuer: Actor) -> tuple[list[str], list[dict[str, Any]]]:
    """The issuer of a threat as its doer; a news medium only carries it."""
    name = _full_name(issuer)
    if issuer.kind == "outlet":
        return [], []
    if are_individuals(issuer, name):
        return [whole(name)], []
    return [], [{"name": name, "confidence": "REPORTED AS FACT"}]


def _doers(incident: AssessedIncident, found: Assessment, items: Items) -> Iterator[tuple[Actor, str]]:
    """The actors that a key lists, each with the confidence in it."""
    for each in found.attributed:
        accusers = mapping.accusers_of(each.actor, incident.id, items)
        confidence = mapping.muc4_confidence(each.status, accusers, blamed=mapping.is_blamed(each, items))
        if confidence:
            yield items.actors[each.actor], confidence


def _bodies_of(people: Actor, items: Items) -> Iterator[str]:
    """The armed bodies that people are said to belong to: of "a soldier from the Fifth Battalion", the battalion."""
    for link in people.affiliations:
        body = items.actors[link.actor]
        if body.kind in ARMED:
            yield _full_name(body)


def are_individuals(actor: Actor, name: str) -> bool:
    """Whether an actor of this name is an individual or several, or some body's people."""
    return actor.kind in PEOPLE or _are_troops(name) or _is_a_sort(actor)


def _people_of(body: Actor, incident: AssessedIncident, items: Items) -> list[str]:
    """What the people of an organization are called beside its name, where the incident is told: "rebels of the Front"."""
    told = [items.sentences(incident), *map(items.sentences, items.statements_on(incident.id))]
    texts = [items.document.words(number) for number in sorted(set(chain(*told)))]
    names = [quote.text for quote in (*body.name, *body.aliases)]
    return [people for text in texts for name in names for people in _beside(name, text)]


def _beside(name: str, text: str) -> Iterator[str]:
    """The nouns for armed people that stand beside a name in a text."""
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        before, after = _OF_IT.search(text[: found.start()]), _ITS.match(text[found.end() :])
        nouns = [match["people"] for match in (before, after) if match]
        yield from (noun for noun in nouns if noun.lower() in _armed_people())


_OF_IT = re.compile(r"(?P<people>[\w-]+) (?:of|from) (?:the |a |an )?[^\w\s]?$", re.IGNORECASE)
_ITS = re.compile(r"[^\w\s,.;:]*\s(?P<people>[\w-]+)")


@cache
def _armed_people() -> frozenset[str]:
    nouns = {noun.split()[-1] for noun in words("nouns", "armed_persons", "military_persons")}
    return frozenset(map(plural, nouns)) | {"members", "personnel"}


def _is_a_sort(actor: Actor) -> bool:
    """Whether an armed group is a mere sort of people, "the rebels", and no sort of bodies, as "death squads"."""
    told = _words(" ".join(quote.text for quote in actor.name))
    return actor.kind == "armed_group" and actor.identity == "generic" and not ends_in(told, _bodies())


@cache
def _bodies() -> frozenset[str]:
    nouns = frozenset(noun.split()[-1] for noun in words("nouns", "armed_group"))
    return nouns.union(map(plural, nouns))


def _full_name(actor: Actor) -> str:
    """The name of an actor, with a short form that the article gives it: keys hold the one or the other."""
    name = " ".join(quote.text for quote in actor.name[:1])
    return f"{name} ({actor.aliases[0].text})" if actor.aliases else name


def _is_some_group(actor: Actor, name: str) -> bool:
    """Whether a group is one of a sort, and nobody tells which: "a leftist group"."""
    if actor.identity != "anonymous":
        return False
    told = _words(name)
    return not _SORTS.isdisjoint(told[:1] + told[-1:])


def _are_troops(name: str) -> bool:
    """Whether a name only says that they were some body's people: "Velland troops"."""
    told = _words(name)
    if len(told) > 1 and " ".join(told[-2:]) in word_set("nouns", "forces"):
        return False
    return ends_in(told, listed("muc4_armed", "people"))


def _once(people: list[str], organizations: list[str]) -> list[str]:
    """Those who are no organization told again, and nobody twice: "a soldier" goes on as "a soldier of the guard".

    Those whose words only open a description or count are nobody.
    """
    known = [set[str](), *(set(_words(name)) for name in organizations)]
    found: dict[str, list[str]] = {}
    for text in people:
        told = _words(text)
        if set(told) not in known and not any(_go_on(told, before) for before in found.values()):
            found[text] = told
    return list(found)


def _go_on(one: list[str], other: list[str]) -> bool:
    """Whether one of two descriptions only goes on where the other ends."""
    return all(word == same for word, same in zip(one, other, strict=False))


def _words(text: str) -> list[str]:
    """The words of a description, without what only opens it or counts."""
    opening = word_set("links", "unnamed") | {"the", "these", "those", "alleged"}
    return [word for word in _WORD.findall(text.lower()) if word not in opening]
