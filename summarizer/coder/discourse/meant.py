"""Which event is meant by words that name none: "the incident", "the deaths in Torvik", "it"."""

import re
from collections.abc import Sequence

from summarizer.coder.discourse.cases import Case
from summarizer.coder.discourse.told import Told
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.violence.events import keys

_DEATHS = re.compile(r"\b(?:deaths?|dead|toll|killed|killings?|died|deceased|fatalit\w+|bodies)\b", re.IGNORECASE)


def nearest(
    told: Sequence[Told], number: int, token: int, back: int, doers: frozenset[int] = frozenset()
) -> int | None:
    """The event told last before a token of a sentence, some sentences back at most.

    Rather one that struck somebody or something, and that nobody but the doers spoken of has done.
    """
    before = _before(told, number, token, back)
    struck = {each.event for each in told if each.act.targets or each.act.weapons}
    of_others = {each.event for each in before if each.doers and doers.isdisjoint(each.doers)}
    rather = [each for each in before if each.event in struck - of_others]
    return (rather or before)[-1].event if before else None


def meant(told: Sequence[Told], case: Case, back: int, doers: frozenset[int]) -> int | None:
    """The event that words of saying mean: one at the place that they name, one with dead where they speak of the dead, else the nearest."""
    place = case.parsed.sentence.number, case.saying.cue[0]
    before, names = _before(told, *place, place[0]), _names_said(case)
    there = [each for each in before if names & _known_by(each)]
    if there:
        return there[-1].event
    if any(_DEATHS.search(parsed.text(*span)) for parsed, span in case.stretches if span[0] <= span[1]):
        deadly = {each.event for each in told if each.act.outcome == "killed"}
        dead = [each for each in before if each.event in deadly]
        if dead:
            return dead[-1].event
    return nearest(told, *place, back, doers)


def _before(told: Sequence[Told], number: int, token: int, back: int) -> list[Told]:
    return [
        each
        for each in told
        if (each.act.parsed.sentence.number, each.act.at) < (number, token)
        and number - each.act.parsed.sentence.number <= back
    ]


def _names_said(case: Case) -> set[str]:
    """The names in what is said, but for those of the speaker."""
    return {
        parsed.tokens[at].low
        for parsed, span in case.stretches
        for at in range(span[0], span[1] + 1)
        if parsed.tokens[at].tag is Tag.NAME
    }


def _known_by(told: Told) -> set[str]:
    return keys(told.act, [*told.act.places, *told.act.targets])
