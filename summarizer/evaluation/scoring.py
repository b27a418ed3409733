"""Gold against what was predicted: one verdict for every item, slot and status, which all figures count."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from summarizer.asking.run import Run
from summarizer.conflict.mapping.predictions import Predicted, PredictedAttack, PredictedThreat
from summarizer.documents.document import Document
from summarizer.evaluation.gold import Gold, GoldAttack, GoldThreat
from summarizer.evaluation.likeness import alike
from summarizer.evaluation.matching import Pairing, pair_up

Outcome = Literal["right", "wrong", "missing", "spurious", "neutral"]
ERRORS = frozenset({"wrong", "missing", "spurious"})
"""Outcomes that count against a brief."""

OTHER_ATTACK_SLOTS = ("target", "place", "weapon", "date_text")
ATTACK_SLOTS = ("perpetrator", *OTHER_ATTACK_SLOTS)
THREAT_SLOTS = ("issuer", "target", "condition")
STRENGTH = {"denied": 1, "disputed": 2, "claimed": 3, "reported": 4, "confirmed": 5}
"""Occurrences from the weakest to the strongest; the others are not on this scale."""
UNLIKE: dict[tuple[bool, bool], Outcome] = {
    (True, True): "wrong",
    (True, False): "missing",
    (False, True): "spurious",
    (False, False): "neutral",
}
"""The outcome where a value is none of those that are right: whether gold gives one, and whether the brief does."""
ASSERTING = frozenset({"none", "claimed"})
"""Attributions under which a page names the doer without saying that it is doubted."""


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

    @property
    def errors(self) -> list[Verdict]:
        """What counts against its brief, in order."""
        return [verdict for verdict in self.verdicts if verdict.outcome in ERRORS]


def score(gold: Gold, found: Predicted, document: Document) -> tuple[Verdict, ...]:
    """Compare what a brief says of one article with the gold answers.

    Args:
        gold: the gold answers.
        found: what the brief says, as `predicted` gives it.
        document: the article, whose text tells where evidence stands.
    """
    return (
        *_threats(pair_up(gold.threats, found.threats, document)),
        *_attacks(pair_up(gold.attacks, found.attacks, document)),
    )


def _items(
    what: str, pairing: Pairing[GoldAttack, PredictedAttack] | Pairing[GoldThreat, PredictedThreat]
) -> Iterator[Verdict]:
    """Whether each item was found; the further ones of a gold item that was split count nowhere."""
    for pair in pairing.pairs:
        yield Verdict(what, "right" if pair.counts else "neutral", pair.gold.label)
    for gold in pairing.missed:
        yield Verdict(what, "missing", gold.label)
    for given in pairing.extra:
        yield Verdict(what, "spurious", given.label)


# --- threats --------------------------------------------------------------------------------------


def _threats(pairing: Pairing[GoldThreat, PredictedThreat]) -> Iterator[Verdict]:
    """Which threats were found, and their slots and status."""
    yield from _items("threat", pairing)
    for pair in pairing.pairs:
        if not pair.counts:
            continue
        gold, given = pair.gold, pair.given
        yield _slot("threat.issuer", "issuer", gold, given)
        yield _slot("threat.target", "target", gold, given)
        yield _presence("threat.condition", gold, given)
        right = given.status in {gold.status, *gold.status_also}
        yield _status("threat.status", right, gold, gold.status, given.status)


def _presence(what: str, gold: GoldThreat, given: PredictedThreat) -> Verdict:
    """Conditions are compared by presence: where one ends is a matter of taste."""
    agree = bool(gold.condition) == bool(given.condition)
    outcome = "right" if agree else UNLIKE[bool(gold.condition), bool(given.condition)]
    return Verdict(what, outcome, gold.label, gold.condition, given.condition)


# --- attacks --------------------------------------------------------------------------------------


def _attacks(pairing: Pairing[GoldAttack, PredictedAttack]) -> Iterator[Verdict]:
    """Which attacks were found, their slots and statuses, and the serious errors of every part of one that was split."""
    yield from _items("attack", pairing)
    for pair in pairing.pairs:
        if not pair.gold.optional:
            yield from _serious(pair.gold, pair.given)
        if pair.counts:
            yield from _slots(pair.gold, pair.given)
            yield from _statuses(pair.gold, pair.given)


def _slots(gold: GoldAttack, given: PredictedAttack) -> Iterator[Verdict]:
    yield _perpetrator(gold, given)
    for slot in OTHER_ATTACK_SLOTS:
        yield _slot(f"attack.{slot}", slot, gold, given)


def _statuses(gold: GoldAttack, given: PredictedAttack) -> Iterator[Verdict]:
    """The statuses; the occurrence of a current event only, as that of an older one is its background."""
    yield _status("background", _time_is_right(gold, given), gold, _when(gold.past), _when(given.background))
    if not gold.past:
        right = given.occurrence in gold.occurrences
        yield _status("occurrence", right, gold, gold.occurrence, given.occurrence)
    right = given.attribution in gold.attributions
    yield _status("attribution", right, gold, gold.attribution, given.attribution)


def _time_is_right(gold: GoldAttack, given: PredictedAttack) -> bool:
    """Whether an older event is told as one, and a current one as current; gold may allow either."""
    if given.background:
        return "background" in gold.occurrences
    return not gold.past or given.occurrence in gold.occurrences


def _status(what: str, right: bool, gold: GoldAttack | GoldThreat, wanted: str, given: str) -> Verdict:
    return Verdict(what, "right" if right else "wrong", gold.label, wanted, given)


def _when(past: bool) -> str:
    return "background" if past else "current"


def _serious(gold: GoldAttack, given: PredictedAttack) -> Iterator[Verdict]:
    """What a reader would not forgive, on every pair, and the demotions that he might."""
    if not gold.past:
        yield from _moved(gold, given)
    elif not _time_is_right(gold, given):
        yield Verdict("background as current", "wrong", gold.label, "background", given.occurrence)
    if _asserted(gold, given):
        yield Verdict("asserted", "wrong", gold.label, gold.attribution, given.perpetrator)


def _moved(gold: GoldAttack, given: PredictedAttack) -> Iterator[Verdict]:
    """An occurrence that is stronger, or weaker, than each that is right."""
    if given.occurrence in gold.occurrences:
        return
    strength = STRENGTH.get(given.occurrence, 0)
    accepted = [STRENGTH[each] for each in gold.occurrences & STRENGTH.keys()]
    if strength > max(accepted, default=STRENGTH["disputed"]):
        yield Verdict("promotion", "wrong", gold.label, gold.occurrence, given.occurrence)
    elif strength < min(accepted, default=0):
        yield Verdict("demotion", "wrong", gold.label, gold.occurrence, given.occurrence)


def _asserted(gold: GoldAttack, given: PredictedAttack) -> bool:
    """Somebody is named as the doer, by claim or as plain fact, where the gold answers allow neither."""
    if not given.perpetrator or "claimed" in gold.attributions:
        return False
    if given.attribution not in ASSERTING:
        return False
    if gold.attributions & {"none", "suspected"} != {"none"}:  # nobody is named as plain fact
        return True
    return not gold.perpetrator and not alike(given.perpetrator, gold.accepted("perpetrator"))


# --- slots ----------------------------------------------------------------------------------------


def _slot(what: str, slot: str, gold: GoldAttack | GoldThreat, given: object) -> Verdict:
    """A slot is right where its value is like one that gold accepts."""
    wanted, value = getattr(gold, slot), getattr(given, slot)
    outcome = "right" if alike(value, gold.accepted(slot)) else UNLIKE[bool(wanted), bool(value)]
    return Verdict(what, outcome, gold.label, wanted, value)


def _perpetrator(gold: GoldAttack, given: PredictedAttack) -> Verdict:
    """Naming nobody is right where gold names nobody; a defensible alternative is, unless it is asserted."""
    names_nobody = not gold.perpetrator or {"none", "suspected"} <= gold.attributions
    if names_nobody and not given.perpetrator:
        return Verdict("attack.perpetrator", "right", gold.label)
    if alike(given.perpetrator, gold.perpetrator_alternatives) and not _asserted(gold, given):
        return Verdict("attack.perpetrator", "right", gold.label, gold.perpetrator, given.perpetrator)
    return _slot("attack.perpetrator", "perpetrator", gold, given)
