"""From a sentence to its acts of violence, filled, dated and judged; and to those who were struck by an act told before."""

from collections.abc import Iterator
from functools import cache

from summarizer.conflict.coder.grammar.frames import Frame, Parsed
from summarizer.conflict.coder.grammar.phrases import Phrase
from summarizer.conflict.coder.violence.acts import Act, Row, candidates
from summarizer.conflict.coder.violence.dating import date_acts
from summarizer.conflict.coder.violence.filling import fill
from summarizer.conflict.coder.violence.reality import judge
from summarizer.conflict.coder.violence.violent import is_effect, is_violence
from summarizer.lexicons import lexicon, word_set
from summarizer.schemas.vocabulary import IncidentKind, Outcome

_BURSTING: frozenset[IncidentKind] = frozenset({"bombing", "suicide_bombing", "explosion", "arson"})
"""Kinds whose sentence tells what they did to things and people with verbs that tell no violence by themselves."""
_SAYING_WHO = frozenset({"be", "include", "identify", "name"})
_VERBS: dict[Outcome, str] = {"killed": "kill", "wounded": "wound", "captured": "kidnap"}


def acts_in(parsed: Parsed) -> list[Act]:
    """Every mention of an act of violence in the sentence, from left to right."""
    found = [*_filled(parsed), *_identified_in(parsed)]
    if not found:
        return []
    date_acts(found, parsed)
    title = parsed.document.title
    heading = title is not None and title.start <= parsed.sentence.start < title.end
    found[0].first_in_sentence = True
    for act in found:
        judge(act, heading=heading)
    return found


def _filled(parsed: Parsed) -> list[Act]:
    """The candidates that hold; of several readings of one verb, the first that does."""
    held: list[Act] = []
    doubtful: list[Act] = []
    for act in candidates(parsed):
        if all(act.words[0] != each.words[0] for each in held):
            fill(act)
            (held if is_violence(act) else doubtful).append(act)
    if any(act.told_as in _BURSTING for act in held):
        held += [act for act in doubtful if is_effect(act)]
    return sorted(held, key=lambda act: act.words)


def _identified_in(parsed: Parsed) -> Iterator[Act]:
    """Mentions that only tell who was struck, "the dead were X and Y"; they join what was told before."""
    if parsed.bare_words.isdisjoint(word_set("roles", "were_killed", "were_wounded", "were_captured")):
        return
    for frame in parsed.frames:
        outcome = _outcome(frame.subjects[0], parsed) if frame.subjects and _says_who(frame) else None
        if outcome is not None and frame.objects:
            row, head = _row(outcome), frame.subjects[0].head
            act = Act(parsed, row["kind"], (head, head), noun=False, row=row, phrase=frame.subjects[0], only_joins=True)
            act.outcome, act.targets = outcome, list(frame.objects)
            yield act


def _says_who(frame: Frame) -> bool:
    return frame.base in _SAYING_WHO and not frame.negated and not frame.modal


def _outcome(phrase: Phrase, parsed: Parsed) -> Outcome | None:
    """What became of the people that a phrase points back to, or None where it points to none."""
    if parsed.tokens[phrase.first].low not in word_set("roles", "pointing"):
        return None
    inner = {token.low for token in parsed.tokens[phrase.first : phrase.head + 1]}
    return next((each for each in _VERBS if inner & word_set("roles", f"were_{each}")), None)


@cache
def _row(outcome: Outcome) -> Row:
    rows: list[Row] = lexicon("acts")["act"]
    plain = (row for row in rows if row.get("outcome") == outcome and not row.get("weak") and not row.get("stage"))
    return next(row for row in plain if _VERBS[outcome] in row.get("verbs", ()))
