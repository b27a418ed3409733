"""Who did it in MUC-4's words: individuals and organizations, everybody once."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Any

from summarizer.conflict.items import Items
from summarizer.conflict.mapping import news as mapping
from summarizer.conflict.mapping.news import ends_in, first, listed, texts
from summarizer.conflict.mapping.struck import last_words, plurals, whole
from summarizer.lexicons import phrases_pattern, word_set
from summarizer.schemas.brief import Actor, AssessedIncident, AssessedThreat, Assessment

PEOPLE = frozenset({"person", "people", "official"})
"""Kinds of actors that MUC-4 counts among individuals; all others are organizations."""
ARMED = frozenset({"armed_group", "armed_forces"})
_SORTS = frozenset({"group", "groups", "organization", "organizations", "organisation", "organisations"})
FACT, ADMITTED = "REPORTED AS FACT", "CLAIMED OR ADMITTED"
_WORD = re.compile(r"[\w'’-]+")


Told = tuple[list[str], list[dict[str, Any]]]
"""Individuals, and organizations each with the confidence in it."""


def doers_of(incident: AssessedIncident, found: Assessment, items: Items) -> Told:
    """Who did it, as MUC-4's keys list them.

    An organization's unnamed people, "the troops", are individuals; whoever is told twice counts once. Of those who fought
    each other nobody is told who harmed the others.

    Args:
        incident: an incident of the brief.
        found: its statuses.
        items: the actors, and the statements that the confidence rests on.

    Returns:
        The individuals, and the organizations with the confidence in each.
    """
    if incident.kind == "clashes":
        return [], []
    numbers = chain(*map(items.sentences, (incident, *items.statements_on(incident.id))))
    told = "\n".join(map(items.document.words, sorted(set(numbers))))
    return _listed(_doers(incident, found, items), texts(incident.perpetrator_words), told, items)


def threatening(threat: AssessedThreat, items: Items) -> Told:
    """Who threatens: whose threat it is stands as a fact; a news medium only carries it."""
    issuer = items.actors[threat.issuer]
    return ([], []) if issuer.kind == "outlet" else _listed([(issuer, FACT)], [], "", items)


def _listed(doers: Iterable[tuple[Actor, str]], described: list[str], told: str, items: Items) -> Told:
    """Individuals and organizations apart.

    Those whom nothing else describes are what the people of the organizations are called in the sentences that tell it.
    """
    people, beside = list(described), list[str]()
    organizations: dict[str, str] = {}
    bodies: dict[str, str] = {}
    for actor, confidence in doers:
        name = _full_name(actor)
        if are_individuals(actor, name):
            people.append(name)
            bodies |= dict.fromkeys(_bodies_of(actor, items), confidence)
        else:
            organizations[name] = confidence
            beside += _people_of(actor, told)
    named = bodies | organizations
    listed_so = [{"name": name, "confidence": confidence} for name, confidence in named.items()]
    return _once(map(whole, people or beside), named), listed_so


def _doers(incident: AssessedIncident, found: Assessment, items: Items) -> Iterator[tuple[Actor, str]]:
    """The actors that a key lists, each with the confidence in it; whoever speaks as the doer admits the deed."""
    for each in found.attributed:
        accusers = mapping.accusers_of(each.actor, incident.id, items)
        confidence = mapping.muc4_confidence(each.status, accusers, blamed=mapping.is_blamed(each, items))
        if confidence == FACT and mapping.speaks_as_doer(each.actor, incident.id, items):
            confidence = ADMITTED
        if confidence and not _is_some_group(items.actors[each.actor]):
            yield items.actors[each.actor], confidence


def _bodies_of(people: Actor, items: Items) -> Iterator[str]:
    """The armed bodies that people are said to belong to: of "a soldier from the Fifth Battalion", the battalion."""
    for link in people.affiliations:
        body = items.actors[link.actor]
        if body.kind in ARMED:
            yield _full_name(body)


def are_individuals(actor: Actor, name: str) -> bool:
    """Whether an actor of this name is an individual or several, or some body's people."""
    return any((actor.kind in PEOPLE, _are_troops(name), _is_a_sort(actor)))


def _people_of(body: Actor, told: str) -> Iterator[str]:
    """What the people of an organization are called beside its name: "rebels of the Front"."""
    for name in phrases_pattern(texts((*body.name, *body.aliases))).finditer(told):
        beside = (*_BEFORE.findall(told[: name.start()]), *_AFTER.findall(told[name.end() :]))
        yield from (noun for noun in beside if noun.lower() in _armed_people())


_BEFORE = re.compile(r"([\w-]+) (?:of|from) (?:the |a |an )?[^\w\s]?$", re.IGNORECASE)
_AFTER = re.compile(r"^(?:\s?[\[(][^\])]*[\])])?[^\w\s,.;:]*\s([\w-]+)")


@cache
def _armed_people() -> frozenset[str]:
    return plurals(last_words("armed_persons", "military_persons")) | {"members", "personnel"}


def _is_a_sort(actor: Actor) -> bool:
    """Whether an armed group is a mere sort of people, "the rebels", and no sort of bodies, as "death squads"."""
    bodies = last_words("armed_group")
    is_body = ends_in(_words(first(actor.name) or ""), bodies | plurals(bodies))
    return (actor.kind, actor.identity, is_body) == ("armed_group", "generic", False)


def _full_name(actor: Actor) -> str:
    """The name of an actor, with a short form that the article gives it: keys hold the one or the other."""
    name = first(actor.name) or ""
    return f"{name} ({actor.aliases[0].text})" if actor.aliases else name


def _is_some_group(actor: Actor) -> bool:
    """Whether a group is one of a sort, and nobody tells which: "a leftist group"."""
    told = _words(whole(_full_name(actor)))
    return actor.identity == "anonymous" and not _SORTS.isdisjoint(told[:1] + told[-1:])


def _are_troops(name: str) -> bool:
    """Whether a name only says that they were some body's people: "Velland troops"."""
    told = _words(name)
    if len(told) > 1 and " ".join(told[-2:]) in word_set("nouns", "forces"):
        return False
    return ends_in(told, listed("muc4_armed", "people"))


def _once(people: Iterable[str], organizations: Iterable[str]) -> list[str]:
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
