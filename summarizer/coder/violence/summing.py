"""Mentions that only add up events told before: "the attacks on the two bases", "both bombings"."""

from summarizer.coder.violence.acts import Act
from summarizer.coder.violence.events import Event, points_back

_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}


def summed(events: list[Event]) -> dict[int, list[int]]:
    """Numbers of events that only sum up others, with those others."""
    alone = ((number, event.acts[0]) for number, event in enumerate(events, start=1) if len(event.acts) == 1)
    return {number: others for number, act in alone if (others := added_up(act, events))}


def added_up(act: Act, events: list[Event]) -> list[int]:
    """The events that a definite plural means: as many as are counted, told last before it; none where it counts none."""
    count = _counted(act)
    if count is None:
        return []
    before = [
        number
        for number, event in enumerate(events, start=1)
        if event.acts[0] is not act and 1 < event.acts[0].parsed.sentence.number < act.parsed.sentence.number
    ]
    return before[-count:] if len(before) >= count else []


def _counted(act: Act) -> int | None:
    """How many events a definite plural means, where a number stands in it."""
    if act.phrase is None or not act.parsed.tokens[act.phrase.head].low.endswith("s"):
        return None
    if not points_back(act) and act.parsed.tokens[act.phrase.first].low != "both":
        return None
    phrases = (act.phrase, *act.targets, *act.places)
    lows = [act.parsed.tokens[at].low for each in phrases for at in range(each.first, each.last + 1)]
    return next((_COUNTS[low] for low in lows if low in _COUNTS), None)
