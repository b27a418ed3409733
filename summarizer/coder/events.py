"""Mentions of acts → the events that the article keeps apart."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from summarizer.coder.acts import Act
from summarizer.coder.denoting import denotes, head_noun
from summarizer.coder.tokens import Tag
from summarizer.schemas.vocabulary import IncidentKind

_GENERAL: frozenset[IncidentKind] = frozenset({"other_attack", "strike", "explosion", "assassination", "shooting"})
"""Kinds under which an event is told again in other words."""
_REACH = 8  # sentences between two tellings of one event
_POINTING = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})


@dataclass
class Event:
    """One event: every mention of it, the first first."""

    acts: list[Act] = field(default_factory=list)

    @property
    def kind(self) -> IncidentKind:
        """The most telling kind of its mentions."""
        return next((act.kind for act in self.acts if act.kind not in _GENERAL), self.acts[0].kind)

    @property
    def last(self) -> int:
        """Number of the sentence that last tells of it."""
        return self.acts[-1].parsed.sentence.number


def events_of(acts: Iterable[Act]) -> list[Event]:
    """Join the mentions, given in the order of the article, to events."""
    events: list[Event] = []
    for act in acts:
        home = next((event for event in reversed(events) if _belongs(act, event)), None)
        if home is None:
            if _stands_alone(act):
                events.append(Event([act]))
        else:
            home.acts.append(act)
    return events


def _stands_alone(act: Act) -> bool:
    """A mention opens an event if it is told as a fact of its own: not as to come, and with something to hold it by."""
    return not act.unreal and bool(act.targets or act.doers or act.places or act.time or not act.noun)


def _belongs(act: Act, event: Event) -> bool:
    if act.parsed.sentence.number - event.last > _REACH or not _compatible(act, event):
        return False
    same_sentence = act.parsed.sentence.number == event.last
    if same_sentence and _is_result(act, event.acts[-1]):
        return True
    if _conflict(act, event):
        return False
    return _points_back(act) or bool(_named(act) & {name for each in event.acts for name in _named(each)})


def _compatible(act: Act, event: Event) -> bool:
    kinds = {each.kind for each in event.acts}
    return act.kind in kinds or act.kind in _GENERAL or bool(kinds & _GENERAL) or act.outcome is not None


def _is_result(act: Act, before: Act) -> bool:
    """ "…, killing two": what an act did to people, told as a verb that hangs on it."""
    if act.outcome is None or act.frame is None:
        return False
    first = act.parsed.tokens[act.frame.verb]
    subjects = {denotes(each, act.parsed) for each in act.frame.subjects}
    return first.tag is Tag.ING or "act" in subjects or "weapon" in subjects or act.frame.subjects == before.doers


def _points_back(act: Act) -> bool:
    if act.phrase is None:
        return False
    return act.parsed.tokens[act.phrase.first].low in _POINTING


def _named(act: Act) -> set[str]:
    """What an act is known by: heads of its targets, and its places."""
    targets = {head_noun(each, act.parsed) for each in act.targets}
    return targets | {act.parsed.tokens[each.head].low for each in act.places}


def _conflict(act: Act, event: Event) -> bool:
    """Another place or another day than any that the event has."""
    places = {each.parsed.tokens[place.head].low for each in event.acts for place in each.places}
    mine = {act.parsed.tokens[place.head].low for place in act.places}
    days = {each.parsed.low(each.time.first, each.time.last) for each in event.acts if each.time}
    day = act.parsed.low(act.time.first, act.time.last) if act.time else None
    return bool(mine and places and not mine & places) or bool(day and days and day not in days)
