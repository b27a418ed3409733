"""A brief's incidents as MUC-4 would have them: which it counts, and how it writes who, whom and with what."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from summarizer.conflict.coder.meaning.countries import country_of
from summarizer.conflict.items import Items
from summarizer.conflict.mapping import news as mapping
from summarizer.conflict.mapping.named_doers import are_individuals, doers_of
from summarizer.conflict.mapping.news import assessed, ends_in, first, listed, table
from summarizer.documents.document import Document
from summarizer.documents.quotes import Quotes
from summarizer.english.days import day_of_article
from summarizer.lexicons import words
from summarizer.lexicons.inflection import plural
from summarizer.schemas.brief import AssessedIncident, AssessedThreat, Assessment, Target, UnverifiedBrief

_LINK = re.compile(r"\s(?:of|from|in|at|who|that|which|for|on|near)\s")


def incidents_of(brief: UnverifiedBrief, document: Document) -> list[dict[str, Any]]:
    """The incidents and threats of a brief, each as that corpus's scorer reads one.

    What only restates another threat is left out, and so is what MUC-4 has no incident for.
    """
    items = Items.of_brief(brief, document)
    incidents = (_incident(incident, found, items) for incident, found in assessed(brief))
    threats = (_threat(threat, items) for threat in brief.threats if threat.restates is None)
    return list(filter(None, (*incidents, *threats)))


def _incident(incident: AssessedIncident, found: Assessment, items: Items) -> dict[str, Any] | None:
    """One incident as MUC-4 writes it.

    None where MUC-4 has no incident: a clash of armed parties, no single event, nobody and nothing told.
    """
    if incident.aggregate or is_fighting(_named(incident.targets)):
        return None
    stage = mapping.muc4_stage(found.occurrence, incident.stage, incident.frame)
    kind = mapping.muc4_type(incident.kind)
    if stage is None or kind is None:
        return None
    people, organizations = doers_of(incident, found, items)
    struck = _struck(incident)
    struck["victims"] += _harmed(incident, struck["victims"])
    told = any((people, organizations, *struck.values()))
    if not told or not _is_harm(incident, struck):
        return None
    return {
        "type": kind,
        "stage": stage,
        "date": _date(incident, day_of_article(items.document)),
        "location": ", ".join(_texts(incident.place)) or None,
        "instruments": instruments_of(_texts(incident.weapon)),
        "perp_individuals": people,
        "perp_orgs": organizations,
        **struck,
    }


def _is_harm(incident: AssessedIncident, struck: dict[str, list[str]]) -> bool:
    """Whether the incident did harm in MUC-4's eyes: some raids only with victims, none to towns, powers or the armed."""
    if incident.kind in listed("muc4_struck", "only_with_victims"):
        return bool(struck["victims"])
    return not incident.targets or any(struck.values())


def is_fighting(targets: Iterable[str]) -> bool:
    """Whether everybody and everything that was struck belongs to an armed party: no incident of MUC-4.

    Ranks and bare numbers are of no side: they go with the others.
    """
    heads = list(filter(None, map(_head_words, targets)))
    unarmed = [head for head in heads if not _is_military(head)]
    if len(unarmed) == len(heads):
        return False
    of_no_side = listed("muc4_armed", "of_no_side")
    return all(ends_in(head, of_no_side) for head in unarmed)


def _head_words(target: str) -> list[str]:
    """The words of a target up to its head; of "three of the soldiers", the soldiers."""
    head, *more = [part.split() for part in _LINK.split(target.lower().replace("’", "'").replace("'s ", " "))]
    gathers = listed("muc4_armed", "of_no_side") | {"member", "members", "group", "groups", "number"}
    return more[0] if more and ends_in(head, gathers) else head


def _is_military(words_of: list[str]) -> bool:
    """Whether words end in an armed party, or in what or who belongs to the one that they begin with."""
    endings = {" ".join(words_of[first:]) for first in range(len(words_of))}
    if words_of[:1] == ["soldier"] or not _armed().isdisjoint(endings):
        return True
    theirs = listed("muc4_armed", "things") | listed("muc4_armed", "of_no_side") | {"member", "members"}
    return ends_in(words_of, theirs) and not _armed().isdisjoint(words_of[:-1])


@cache
def _armed() -> frozenset[str]:
    """The nouns of armed parties whole, so that "armed man" makes no fighter of a man."""
    nouns = words("nouns", *table()["muc4_armed"]["tables"])
    return listed("muc4_armed", "words").union(nouns, map(plural, nouns))


def _date(incident: AssessedIncident, said: date | None) -> str | None:
    """The day or days as MUC-4 writes them: where the words leave them open, some day up to that of the report."""
    days = (incident.day,) if incident.day else tuple(filter(None, (incident.first_day, incident.last_day)))
    if days:
        return " - ".join(day.isoformat() for day in days)
    return f"- {said.isoformat()}" if said else first(incident.time)


def _threat(threat: AssessedThreat, items: Items) -> dict[str, Any] | None:
    """A current threat is an attack of stage THREATENED; its issuer does what a claimant does."""
    stage = mapping.threat_status(threat.status, "muc4")
    if stage is None or not threat.targets:
        return None
    issuer = items.actors[threat.issuer]
    name = issuer.name[0].text
    told = {"name": name, "confidence": "CLAIMED OR ADMITTED"}
    people, organizations = ([name], []) if are_individuals(issuer, name) else ([], [told])
    said = day_of_article(items.document)
    return {
        "type": "ATTACK",
        "stage": stage,
        "date": said.isoformat() if said else first(threat.time),
        "location": None,
        "instruments": instruments_of(_texts(threat.means)),
        "perp_individuals": people,
        "perp_orgs": organizations,
        **_struck(threat),
    }


def _struck(item: AssessedIncident | AssessedThreat) -> dict[str, list[str]]:
    """What and who was struck, one string each: things are MUC-4's targets, people and bodies its victims."""
    found: dict[str, list[str]] = {"targets": [], "victims": []}
    for target in item.targets:
        listed_as = "targets" if target.kind == "thing" else "victims"
        found[listed_as] += map(whole, filter(is_struck, _named([target])))
    return found


def _harmed(incident: AssessedIncident, known: Iterable[str]) -> list[str]:
    """Who was killed or hurt and is not among those who were struck already, by what they were."""
    told = [quote.text for toll in incident.casualties for quote in toll.whom]
    heads = {tuple(_head_words(text)[-1:]) for text in known}
    by_head = {tuple(_head_words(text)[-1:]): text for text in filter(is_struck, reversed(told))}
    return [text for head, text in by_head.items() if head not in heads]


def _named(targets: Iterable[Target]) -> list[str]:
    return [quote.text for target in targets for quote in target.text]


def is_struck(text: str) -> bool:
    """Whether MUC-4 would list these words as struck.

    It lists no town or country, no armed party, and nobody that is a mere power, such as "the government".
    """
    head = _head_words(text)
    return not (is_place(text) or ends_in(head, listed("muc4_struck", "powers")) or _is_military(head))


def is_place(text: str) -> bool:
    """Whether words name a country, or a stretch of land or a town by what it is."""
    return country_of(text.lower()) is not None or ends_in(_head_words(text), _places())


@cache
def _places() -> frozenset[str]:
    heads = {noun.split()[-1] for noun in words("nouns", "places")} - listed("muc4_struck", "built")
    return frozenset(heads.union(map(plural, heads)))


def whole(text: str) -> str:
    """Of "a section of the pipeline", the pipeline."""
    part, _, rest = text.lower().partition(" of ")
    return text[-len(rest) :] if ends_in(part.split(), listed("muc4_struck", "parts")) else text


def instruments_of(weapon: Iterable[str]) -> list[str]:
    """What was used.

    Of "rifle fire" that is the rifle. What a gun shoots is no instrument.

    Args:
        weapon: the words for it, one string a mention.

    Returns:
        One string for each mention that names an instrument.
    """
    fired = listed("muc4_struck", "fired")
    found = []
    for text in weapon:
        told = text.split()
        while told and told[-1].lower() in fired:
            told.pop()
        found.append(" ".join(told))
    return list(filter(None, found))


def _texts(quotes: Quotes) -> list[str]:
    return [quote.text for quote in quotes]
