"""Gold against what was predicted: one verdict for every item, slot and status, which all figures count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from summarizer.asking.run import Run
from summarizer.conflict.mapping.predictions import Predicted, PredictedAttack, PredictedThreat
from summarizer.documents.document import Document
from summarizer.evaluation.gold import Gold, GoldAttack, GoldThreat
from summarizer.evaluation.likeness import ALIKE, best
from summarizer.evaluation.matching import Pairing, pair_up

Outcome = Literal["right", "wrong", "missing", "spurious", "neutral"]

ATTACK_SLOTS = ("perpetrator", "target", "place", "weapon", "date_text")
THREAT_SLOTS = ("issuer", "target", "condition")
STRENGTH = {"denied": 1, "disputed": 2, "claimed": 3, "reported": 4, "confirmed": 5}
"""Occurrences from the weakest to the strongest; the others are not on this scale."""


@dataclass(frozen=True)
class Verdict:
    """One thing that was compared.

    Attributes:
        what: 'attack', 'threat', a slot such as 'attack.place', 'occurrence', 'attribution', 'background',
            'threat.status', or a serious error: 'promotion', 'demotion', 'background as current', 'asserted'.
        outcome: right, wrong, missing (only gold has it), spurious (only the brief has it), or neutral (counted nowhere).
        item: what a reader recognises the item by.
        gold, given: the two values, where there are any.
    """

    what: str
    outcome: Outcome
    item: str
    gold: str | None = None
    given: str | None = None


@dataclass(frozen=True)
class Scored:
    """One article: every verdict, and how the brief came about where that is known.

    `failed` says why there is no brief; it then counts as an empty one.
    """

    id: str
    verdicts: tuple[Verdict, ...]
    run: Run | None = None
    failed: str = ""


def score(gold: Gold, found: Predicted, document: Document) -> tuple[Verdict, ...]:
    """Compare what a brief says of one article with the gold answers."""
    return (
        *_threats(pair_up(gold.threats, found.threats, document)),
        *_attacks(pair_up(gold.attacks, found.attacks, document)),
    )


def _items(
    what: str, pairing: Pairing[GoldAttack, PredictedAttack] | Pairing[GoldThreat, PredictedThreat]
) -> Iterator[Verdict]:
    for pair in pairing.pairs:
        counts = pair.best and not pair.gold.optional
        yield Verdict(what, "right" if counts else "neutral", pair.gold.label)
    yield from (Verdict(what, "missing", gold.label) for gold in pairing.missed)
    yield from (Verdict(what, "spurious", given.label) for given in pairing.extra)


# --- threats --------------------------------------------------------------------------------------


def _threats(pairing: Pairing[GoldThreat, PredictedThreat]) -> Iterator[Verdict]:
    yield from _items("threat", pairing)
    for pair in pairing.pairs:
        if pair.best and not pair.gold.optional:
            yield from (_slot(f"threat.{slot}", slot, pair.gold, pair.given) for slot in ("issuer", "target"))
            yield _presence("threat.condition", pair.gold, pair.given)
            right = pair.given.status in {pair.gold.status, *pair.gold.status_also}
            yield _status("threat.status", right, pair.gold, pair.gold.status, pair.given.status)


def _presence(what: str, gold: GoldThreat, given: PredictedThreat) -> Verdict:
    """Conditions are compared by presence: where one ends is a matter of taste."""
    outcomes: dict[tuple[bool, bool], Outcome] = {
        (True, True): "right",
        (False, False): "right",
        (True, False): "missing",
        (False, True): "spurious",
    }
    outcome = outcomes[bool(gold.condition), bool(given.condition)]
    return Verdict(what, outcome, gold.label, gold.condition, given.condition)


# --- attacks --------------------------------------------------------------------------------------


def _attacks(pairing: Pairing[GoldAttack, PredictedAttack]) -> Iterator[Verdict]:
    yield from _items("attack", pairing)
    for pair in pairing.pairs:
        if pair.gold.optional:
            continue
        yield from _serious(pair.gold, pair.given)
        if pair.best:
            for slot in ATTACK_SLOTS:
                compare = _perpetrator if slot == "perpetrator" else _slot
                yield compare(f"attack.{slot}", slot, pair.gold, pair.given)
            yield from _statuses(pair.gold, pair.given)


def _statuses(gold: GoldAttack, given: PredictedAttack) -> Iterator[Verdict]:
    right = not gold.past if not given.background else "background" in gold.occurrences
    right = right or (gold.past and given.occurrence in gold.occurrences)
    yield _status("background", right, gold, _when(gold.past), _when(given.background))
    if not gold.past:
        right = given.occurrence in gold.occurrences
        yield _status("occurrence", right, gold, gold.occurrence, given.occurrence)
    right = given.attribution in gold.attributions
    yield _status("attribution", right, gold, gold.attribution, given.attribution)


def _status(what: str, right: bool, gold: GoldAttack | GoldThreat, wanted: str, given: str) -> Verdict:
    return Verdict(what, "right" if right else "wrong", gold.label, wanted, given)


def _when(past: bool) -> str:
    return "background" if past else "current"


def _serious(gold: GoldAttack, given: PredictedAttack) -> Iterator[Verdict]:
    """What a reader would not forgive, on every pair, and the demotions that he might."""
    if gold.past:
        if not given.background and given.occurrence not in gold.occurrences:
            yield Verdict("background as current", "wrong", gold.label, "background", given.occurrence)
    elif given.occurrence not in gold.occurrences:
        strength = STRENGTH.get(given.occurrence)
        accepted = [STRENGTH[each] for each in gold.occurrences if each in STRENGTH]
        if strength and strength > max(accepted, default=STRENGTH["disputed"]):
            yield Verdict("promotion", "wrong", gold.label, gold.occurrence, given.occurrence)
        elif accepted and (strength or 0) < min(accepted):
            yield Verdict("demotion", "wrong", gold.label, gold.occurrence, given.occurrence)
    if _asserted(gold, given):
        yield Verdict("asserted", "wrong", gold.label, gold.attribution, given.perpetrator)


def _asserted(gold: GoldAttack, given: PredictedAttack) -> bool:
    """Somebody is named as the doer, by claim or as plain fact, where the gold answers allow neither."""
    if not given.perpetrator or given.attribution not in ("none", "claimed") or "claimed" in gold.attributions:
        return False
    stated = gold.perpetrator or best(given.perpetrator, gold.accepted("perpetrator")) >= ALIKE
    return not (stated and "none" in gold.attributions and "suspected" not in gold.attributions)


# --- slots ----------------------------------------------------------------------------------------


def _slot(what: str, slot: str, gold: GoldAttack | GoldThreat, given: object) -> Verdict:
    wanted, value = getattr(gold, slot), getattr(given, slot)
    outcome: Outcome
    if value and best(value, gold.accepted(slot)) >= ALIKE:
        outcome = "right"
    elif wanted:
        outcome = "wrong" if value else "missing"
    else:
        outcome = "spurious" if value else "neutral"
    return Verdict(what, outcome, gold.label, wanted, value)


def _perpetrator(what: str, slot: str, gold: GoldAttack, given: PredictedAttack) -> Verdict:
    """Naming nobody is right where gold names nobody; a defensible alternative is, unless it is asserted."""
    value = given.perpetrator
    nobody = not gold.perpetrator or {"none", "suspected"} <= gold.attributions
    if not value and nobody:
        return Verdict(what, "right", gold.label)
    if value and best(value, gold.perpetrator_alternatives) >= ALIKE and not _asserted(gold, given):
        return Verdict(what, "right", gold.label, gold.perpetrator, value)
    return _slot(what, slot, gold, given)


def verdicts_of(scored: Sequence[Scored], what: str) -> list[Verdict]:
    """Every verdict on one thing, over all articles."""
    return [verdict for article in scored for verdict in article.verdicts if verdict.what == what]
