"""Mentions of acts → the events that the article keeps apart."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import groupby, product

from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.denoting import denotes
from summarizer.coder.violence.acts import Act, is_loose
from summarizer.coder.violence.dating import carry_days
from summarizer.coder.violence.events import (
    Event,
    is_generic,
    is_old,
    is_plural,
    keys,
    named_doers,
    old_time,
    points_back,
    tells_day,
)
from summarizer.coder.violence.likeness import APART, ENOUGH, NEAR, compatible, score
from summarizer.coder.violence.reality import background_words
from summarizer.documents.document import Document
from summarizer.lexicons import words
from summarizer.schemas.vocabulary import IncidentKind

_OF_WAR: frozenset[IncidentKind] = frozenset({"ground_assault"})
"""Kinds whose words are also those of a whole campaign: "the offensive", "counterattack"."""
_STATES = frozenset({"forces", "bodies", "military_persons"})
_LAST = re.compile(r"last (?:month|year|spring|summer|autumn|winter)$")


def events_of(acts: Iterable[Act], report: date | None) -> list[Event]:
    """Join the mentions, given in the order of the article, to events.

    Args:
        acts: the mentions.
        report: the day of the report, where it is known.
    """
    events: list[Event] = []
    acts = list(acts)
    carry_days(acts)
    for act in _causes_first(acts):
        if any(_is_response(act, event) for event in events):
            continue
        section, past = _section(act), is_past(act, report)
        scored = [
            (score(act, event, report), at)
            for at, event in enumerate(events)
            if event.section == section and _may_join(act, event, past=past)
        ]
        best, at = max(scored, default=(0.0, 0))
        told = events[at] if scored and best >= ENOUGH else None
        if told is None and stands_alone(act):
            told = Event(section)
            events.append(told)
        if told is not None:
            told.acts.append(act)
            told.past |= past and not act.unreal
    return [event for event in events if _is_held(event)]


def _causes_first(acts: Iterable[Act]) -> Iterator[Act]:
    """The mentions in order, but of each sentence those that point back first: what they did goes with them."""
    for _, told in groupby(acts, key=lambda act: act.parsed.sentence.number):
        yield from sorted(told, key=lambda act: not (act.noun and points_back(act)))


def _is_held(event: Event) -> bool:
    """Whether the article tells more of it than its day; of an assault told once, whom or what it struck.

    Of what nouns alone tell, "an attack by the rebels", more than who did it.
    """
    if len(event.real) == 1 and event.kind in _OF_WAR and not event.real[0].targets:
        return False
    if any(act.targets or act.places or act.weapons for act in event.real):
        return True
    told = event.kind in APART or any(not act.noun or tells_day(act) for act in event.real)
    return told and any(named_doers(act) for act in event.real)


def stands_alone(act: Act) -> bool:
    """Whether a mention may open an event: it is told as a fact, with something to hold it by."""
    if act.unreal or act.only_joins:
        return False
    struck = any(not is_generic(each, act) for each in act.targets)
    held = (struck or bool(act.weapons)) + bool(act.places) + bool(act.time) + bool(named_doers(act))
    if act.noun:
        if act.parsed.tokens[max(0, act.words[0] - 1)].tag is Tag.NUMBER:
            return held >= 1
        return held >= (2 if is_loose(act) or is_plural(act) else 1)
    return held >= 1


def _may_join(act: Act, event: Event, *, past: bool) -> bool:
    if _of_another_month(act, event):
        return False
    if past != event.past and (past or tells_day(act)):
        return False
    return compatible(act, event) and not _other_stage(act, event)


def _of_another_month(act: Act, event: Event) -> bool:
    """Whether one is dated "last month" and the other by its day."""
    times = [each.time for each in event.real if each.time is not None]
    mine = [act.time] if act.time is not None else []
    return any(
        _LAST.match(one.words) and other.tells_day and not _LAST.match(other.words)
        for one, other in (*product(mine, times), *product(times, mine))
    )


def _other_stage(act: Act, event: Event) -> bool:
    """Whether one was done and the other only tried, planned or thwarted, with nothing that makes them one."""
    thwarted = any(each.stage != "accomplished" for each in event.real)
    killed = act.outcome == "killed" or any(each.outcome == "killed" for each in event.real)
    near = act.parsed is event.acts[-1].parsed or points_back(act) or bool(act.unreal)
    if near or not killed or thwarted == (act.stage != "accomplished"):
        return False
    return not keys(act, act.targets) & {key for each in event.acts for key in keys(each, each.targets)}


def is_past(act: Act, report: date | None) -> bool:
    """Whether the words around a mention put it long before the report."""
    return is_old(act, report) or background_words(act) is not None or old_time(act, report) is not None


def _is_response(act: Act, event: Event) -> bool:
    """What others did in the sentence of an attempt: "tried to storm the post but fled when guards opened fire"."""
    mine = keys(act, act.doers)
    thwarted = bool(mine) and any(
        each.parsed is act.parsed and each.stage != "accomplished" and each.doers and not mine & keys(each, each.doers)
        for each in event.acts
    )
    return thwarted or _stops_attackers(act, event)


def _stops_attackers(act: Act, event: Event) -> bool:
    """ "The gunmen were shot dead by police": it ended the attack told just before and is none of its own."""
    if not act.targets or act.parsed.sentence.number - event.last > NEAR or not _attackers(act, event):
        return False
    return all(denotes(each, act.parsed) in _STATES for each in act.doers)


def _attackers(act: Act, event: Event) -> bool:
    """Whether all that are struck are those who did it before, or are called its attackers."""
    doers = {key for each in event.acts for key in keys(each, each.doers)}
    called = words("roles", "attackers")
    return all(
        denotes(each, act.parsed) == "armed_persons"
        and (bool(keys(act, [each]) & doers) or act.parsed.tokens[each.head].low in called)
        for each in act.targets
    )


def _section(act: Act) -> int:
    """How many lines of mere marks stand before the act: a digest's pieces tell of different things."""
    breaks = _breaks(act.parsed.document)
    return sum(number < act.parsed.sentence.number for number in breaks)


@lru_cache(maxsize=4)
def _breaks(document: Document) -> tuple[int, ...]:
    spans = ((each.number, document.text[each.start : each.end]) for each in document.sentences)
    return tuple(number for number, text in spans if not any(character.isalnum() for character in text))
