"""From a sentence to its acts of violence, filled, dated and judged; and to those who were struck by an act told before."""

from summarizer.conflict.coder.violence.acts import Act, candidates
from summarizer.conflict.coder.violence.dating import date_acts
from summarizer.conflict.coder.violence.filling import fill
from summarizer.conflict.coder.violence.reality import judge
from summarizer.conflict.coder.violence.violent import is_violence
from summarizer.english.grammar.frames import Parsed


def acts_in(parsed: Parsed) -> list[Act]:
    """Every mention of an act of violence in the sentence, from left to right."""
    found = _filled(parsed)
    if not found:
        return []
    date_acts(found, parsed)
    found[0].first_in_sentence = True
    for act in found:
        judge(act, heading=parsed.in_title)
    return found


def _filled(parsed: Parsed) -> list[Act]:
    """The candidates that hold; of several readings of one verb, the first that does."""
    held: list[Act] = []
    for act in candidates(parsed):
        if all(act.words[0] != each.words[0] for each in held):
            fill(act)
            held += [act] if is_violence(act) else []
    return held
