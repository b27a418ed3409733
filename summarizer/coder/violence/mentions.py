"""From a sentence to its acts of violence, filled, dated and judged."""

from summarizer.coder.grammar.frames import Parsed
from summarizer.coder.violence.acts import Act, candidates
from summarizer.coder.violence.dating import date_acts
from summarizer.coder.violence.identifying import identified_in
from summarizer.coder.violence.means import borne
from summarizer.coder.violence.nominals import fill_from_phrase
from summarizer.coder.violence.places import around
from summarizer.coder.violence.reality import judge
from summarizer.coder.violence.roles import fill_from_frame
from summarizer.coder.violence.slots import put_layers
from summarizer.coder.violence.violent import is_effect, is_violence
from summarizer.schemas.vocabulary import IncidentKind

_BURSTING: frozenset[IncidentKind] = frozenset({"bombing", "suicide_bombing", "explosion", "arson"})
"""Kinds whose sentence tells what they did to things and people with verbs that tell no violence by themselves."""


def acts_in(parsed: Parsed) -> list[Act]:
    """Every mention of an act of violence in the sentence, from left to right."""
    found = _filled(parsed)
    found += [act for act in identified_in(parsed) if not any(act.words[0] == each.words[0] for each in found)]
    if not found:
        return []
    date_acts(found, parsed)
    title = parsed.document.title
    heading = title is not None and title.start <= parsed.sentence.start < title.end
    found[0].first_in_sentence = True
    for act in (each for each in found if not each.only_joins):
        judge(act, heading=heading)
    return found


def _filled(parsed: Parsed) -> list[Act]:
    """The candidates that hold; of several readings of one verb, the first that does."""
    held: list[Act] = []
    doubtful: list[Act] = []
    for act in candidates(parsed):
        if any(act.words[0] == each.words[0] for each in held):
            continue
        if act.frame is not None:
            fill_from_frame(act, act.frame)
        elif act.phrase is not None:
            fill_from_phrase(act, act.phrase)
        if not act.doers:
            put_layers(act)
        act.around, act.borne = around(act), borne(act)
        (held if is_violence(act) else doubtful).append(act)
    if any(act.told_as in _BURSTING for act in held):
        held += [act for act in doubtful if is_effect(act)]
    return sorted(held, key=lambda act: act.words)
