"""Mentions of acts → the events that the article keeps apart: what speaks for and against two mentions telling one."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import groupby

from summarizer.conflict.coder.meaning.denoting import denotes
from summarizer.conflict.coder.violence.acts import Act, is_loose
from summarizer.conflict.coder.violence.aggregates import is_aggregate, over_a_period
from summarizer.conflict.coder.violence.events import (
    VAGUE,
    Event,
    is_generic,
    is_old,
    is_plural,
    is_vague,
    keys,
    named_doers,
    old_time,
    points_back,
    set_apart,
    tells_day,
)
from summarizer.conflict.coder.violence.reality import background_words, soon_after
from summarizer.conflict.items import FAR
from summarizer.documents.document import Document
from summarizer.english.grammar.tokens import Tag
from summarizer.schemas.vocabulary import IncidentKind

_FAMILIES: tuple[frozenset[IncidentKind], ...] = (
    frozenset({"bombing", "suicide_bombing", "explosion", "vehicle_attack"}),
    frozenset({"missile_strike", "air_strike", "drone_strike", "shelling", "strike", "explosion", "bombing"}),
    frozenset(
        {"shooting", "ambush", "ground_assault", "clashes", "assassination", "execution", "missile_strike", "shelling"}
    ),
    frozenset({"arson", "crowd_violence", "sabotage", "ground_assault"}),
    frozenset({"ambush", "bombing", "explosion", "shooting"}),
    frozenset({"suicide_bombing", "ground_assault", "shooting", "clashes"}),
    frozenset({"kidnapping", "hijacking"}),
)
"""Kinds that one event may bear side by side."""
_APART: frozenset[IncidentKind] = frozenset({"kidnapping", "hijacking"})
"""Kinds that no general word joins to another kind."""
_OF_THINGS: frozenset[IncidentKind] = frozenset({"arson", "sabotage", "cyber"})
_DEATHS = frozenset({"other_attack", "assassination", "execution"})
"""What may become of somebody who was kidnapped."""
_ARTICLES = frozenset({"a", "an"})
_HEAD = 6  # sentences at the head of an article among which a byline stands
_OPENING = 2  # sentences that may tell the event of the first one again
_NEAR = 3  # sentences within which an outcome belongs to what was told before
_FAR = 6  # sentences between two tellings, beyond which distance counts no more
_ENOUGH = 2.0
_WEIGHTS = {
    "same target": 5.0,
    "other target": -0.7,
    "other place": -2.5,
    "same day": 2.0,
    "other day": -9.0,
    "same kind": 1.0,
    "points back": 2.5,
    "tells nothing new": 2.0,
    "its result": 5.5,
    "what came of it": 2.5,
    "one sentence": 3.0,
    "each sentence between": -0.3,
    "older": -6.0,
    "opening": 3.0,
}
"""What speaks for and against two mentions telling one event; `_ENOUGH` of it joins them."""


def events_of(acts: Iterable[Act], report: date | None) -> list[Event]:
    """Join the mentions, given in the order of the article, to events.

    Args:
        acts: the mentions.
        report: the day of the report, where it is known.
    """
    events: list[Event] = []
    recent: list[Event] = []
    single = [act for act in acts if not over_a_period(act)]
    _date_by_the_past(single, report)
    for act in _causes_first(single):
        section, past = _section(act), _is_past(act, report)
        recent = [event for event in recent if act.parsed.sentence.number - event.last <= FAR]
        near = (event for event in recent if event.section == section and _may_join(act, event, past=past))
        told = _best(act, near, report)
        if told is None and _stands_alone(act):
            told = Event(section)
            events.append(told)
            recent.append(told)
        if told is not None:
            told.add(act)
            told.past |= past and not act.unreal
    return [event for event in events if _is_held(event) and not is_aggregate(event)]


def _date_by_the_past(acts: list[Act], report: date | None) -> None:
    """Find the acts that follow one of the past by their own words: after "in 1998 …", "two weeks later" is as old.

    That is so where all that its sentence told before it, or else the sentence before, is of the past.
    """
    past: dict[int, bool] = {}
    for act in acts:
        number = act.parsed.sentence.number
        if past.get(number, past.get(number - 1, False)):
            act.soon_after = soon_after(act)
        past[number] = past.get(number, True) and _is_past(act, report)


def _best(act: Act, events: Iterable[Event], report: date | None) -> Event | None:
    """The event that most speaks for, where enough does; of equals the last."""
    scored = [(sum(_reasons(act, event, report)), at, event) for at, event in enumerate(events)]
    best, _, event = max(scored, key=lambda each: each[:2], default=(0.0, 0, None))
    return event if best >= _ENOUGH else None


def _causes_first(acts: Iterable[Act]) -> Iterator[Act]:
    """The mentions in order, but of each sentence those that point back first: what they did goes with them."""
    for _, told in groupby(acts, key=lambda act: act.parsed.sentence.number):
        yield from sorted(told, key=lambda act: not (act.noun and points_back(act)))


def _is_held(event: Event) -> bool:
    """Whether the article tells that it was stopped, with what and where, or clearly whom and one more thing."""
    acts = event.real
    told = {slot for act in acts for slot in ("targets", "places", "weapons", "time", "doers") if getattr(act, slot)}
    clear = told >= {"targets", "doers", "places"} or any(
        not is_vague(each, act) for act in acts for each in act.targets
    )
    aimed = clear and len(told) + len(acts) > 2
    return (
        aimed
        or (told >= {"weapons", "places"} and event.kind in _FAMILIES[0])
        or any(act.stage != "accomplished" for act in acts)
    )


def _stands_alone(act: Act) -> bool:
    """Whether a mention may open an event: it is told as a fact, with something to hold it by."""
    if act.unreal:
        return False
    struck = any(not is_generic(each, act) for each in act.targets) or bool(act.weapons)
    held = struck + bool(act.places) + bool(act.time) + bool(named_doers(act))
    vague = act.noun and (is_loose(act) or is_plural(act))
    return held >= (2 if vague else 1)


def _may_join(act: Act, event: Event, *, past: bool) -> bool:
    if set_apart(act) or (past != event.past and (past or tells_day(act))):
        return False
    return _is_compatible(act, event) and not _other_stage(act, event)


def _is_compatible(act: Act, event: Event) -> bool:
    """Whether the kind of the mention goes with those of the event, or the words around make it go."""
    mine = act.told_as
    kinds = {each.told_as for each in event.acts}
    if mine in kinds or (act.of_act and act.parsed is event.acts[-1].parsed) or _shares_target(act, event):
        return True
    if (mine in _APART) != bool(kinds & _APART):
        return mine in _DEATHS or (mine in _APART and kinds <= _DEATHS)
    familiar = any(mine in family and kinds - VAGUE <= family for family in _FAMILIES)
    if act.noun and mine == "clashes" and kinds - VAGUE and kinds - VAGUE <= _OF_THINGS:
        return False  # "the clash" is no fire told before
    return familiar or mine in VAGUE or kinds <= VAGUE or act.outcome is not None or _tells_damage(act)


def _other_stage(act: Act, event: Event) -> bool:
    """Whether one was done and the other only tried, planned or thwarted, with nothing that makes them one."""
    if act.unreal or points_back(act) or act.parsed is event.acts[-1].parsed:
        return False
    killed = any(each.outcome == "killed" for each in (act, *event.real))
    thwarted = any(each.stage != "accomplished" for each in event.real)
    if not killed or thwarted == (act.stage != "accomplished"):
        return False
    return not _shares_target(act, event)


def _shares_target(act: Act, event: Event) -> bool:
    return any(keys(act, act.targets) & keys(each, each.targets) for each in event.real)


def _is_past(act: Act, report: date | None) -> bool:
    """Whether the words around a mention put it long before the report."""
    dated = is_old(act, report) or old_time(act, report) is not None
    return dated or act.soon_after is not None or background_words(act) is not None


def _section(act: Act) -> int:
    """How many lines of mere marks stand before the act: a digest's pieces tell of different things."""
    return bisect_left(_breaks(act.parsed.document), act.parsed.sentence.number)


@lru_cache(maxsize=4)
def _breaks(document: Document) -> tuple[int, ...]:
    spans = ((each.number, document.text[each.start : each.end]) for each in document.sentences)
    return tuple(number for number, text in spans if not any(map(str.isalnum, text)))


# --- what speaks for it -----------------------------------------------------------------------------------


def _reasons(act: Act, event: Event, report: date | None) -> Iterator[float]:
    """The weight of each reason that holds."""
    gap = _gap(act, event)
    parted = _has_cause(act) if gap else _is_parted(act, event)
    result = gap == 0 and not parted and _is_result(act, event)
    holds = {
        **_of_targets(act, event),
        **_of_time(act, event, report),
        "other place": _is_elsewhere(act, event),
        "same kind": act.told_as in {each.told_as for each in event.acts},
        "points back": points_back(act),
        "tells nothing new": not (act.targets or act.places or tells_day(act)),
        "what came of it": gap <= _NEAR and not parted and _tells_outcome(act),
        "its result": result,
        "one sentence": gap == 0 and not (result or parted),
        "opening": not parted and gap <= _OPENING and _opens_article(act, event),
    }
    yield min(gap, _FAR) * _WEIGHTS["each sentence between"]
    yield from (_WEIGHTS[reason] for reason, true in holds.items() if true)


def _opens_article(act: Act, event: Event) -> bool:
    """Whether the event is that of the title, or of the first sentence and the act stands not far from it."""
    first = event.acts[0].parsed
    near = first.document.title is not None or act.parsed.sentence.number <= _HEAD
    return first.sentence.number == 1 and near


def _is_parted(act: Act, event: Event) -> bool:
    """Whether a semicolon parts the mention from the last one of its sentence, or it has another cause."""
    first, last = sorted((act.at, event.acts[-1].at))
    return _has_cause(act) or any(token.low == ";" for token in act.parsed.tokens[first:last])


def _gap(act: Act, event: Event) -> int:
    """Sentences from the last telling of the event; bylines and the like between are none."""
    number = act.parsed.sentence.number
    return number - event.last


def _tells_damage(act: Act) -> bool:
    """Whether a mention only tells what became of things: "damaged", "destroyed"."""
    return not act.noun and act.kind == "sabotage"


def _of_targets(act: Act, event: Event) -> dict[str, bool]:
    shared = _shares_target(act, event)
    rivals = [
        each for each in event.real if each.targets and each.outcome == act.outcome and act.targets and not shared
    ]
    return {"same target": shared, "other target": bool(rivals)}


def _of_time(act: Act, event: Event, report: date | None) -> dict[str, bool]:
    older = is_old(act, report) != any(is_old(each, report) for each in event.acts)
    times = [each.time for each in event.acts if each.time and each.time.tells_day]
    if act.time is None or not act.time.tells_day or not times:
        return {"older": older}
    other = all(act.time.differs(each, report) for each in times)
    return {"older": older, "other day": other, "same day": not other}


def _is_elsewhere(act: Act, event: Event) -> bool:
    """Whether both tell of named places, and of no common one; a street or a building may lie in any of them."""
    theirs = {town for each in event.real for town in _towns(each)}
    return bool(theirs and _towns(act)) and theirs.isdisjoint(_towns(act))


def _towns(act: Act) -> set[str]:
    return keys(act, [each for each in act.places if denotes(each, act.parsed) is None])


def _tells_outcome(act: Act) -> bool:
    """Whether a mention only tells what an act did to people: no doer, day or place of its own."""
    own = act.noun or act.doers or act.places or tells_day(act)
    return not own and act.outcome in ("killed", "wounded")


def _has_cause(act: Act) -> bool:
    """Whether its own words tell by what it came, something new: "was killed in a shoot-out"."""
    told = act.frame.circumstances if act.frame is not None else []
    new = (each for each in told if act.parsed.tokens[each.first].low in _ARTICLES)
    return "act" in {denotes(each, act.parsed) for each in new}


def _is_result(act: Act, event: Event) -> bool:
    """What an act did to people: "…, killing two", "the attack left three dead", "were killed when a bomb exploded"."""
    here = [each for each in event.acts if each.parsed is act.parsed]
    if act.frame is not None and act.parsed.tokens[act.frame.first].tag is Tag.ING:
        here = [each for each in here if each.frame is None or each.frame.subjects == act.frame.subjects]
    if _tells_damage(act):
        return bool(here)
    return bool(here) and any(each.outcome is not None or each.of_act for each in (act, *here))
