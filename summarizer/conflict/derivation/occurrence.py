"""The occurrence table: did it happen, as far as this article supports it, and on whose word."""

from collections.abc import Callable
from dataclasses import dataclass

from summarizer.conflict.derivation.voices import Case, Voice
from summarizer.conflict.statement_kinds import DISPUTES, RETRACTS
from summarizer.pointing.briefs import Policy
from summarizer.schemas.brief import Basis
from summarizer.schemas.vocabulary import Facet, Grounds, Occurrence

PERPETRATORS = frozenset({"perpetrator", "perpetrator_side"})
KNOWS = frozenset({"authority", "independent", "struck_side", "outlet"})
"""Relations of those positioned to know whether it happened; the outlet by its own check."""

Voices = tuple[Voice, ...]


@dataclass(frozen=True)
class OccurrenceRule:
    """One row. `test` gives the voices that it rests on, or none where it does not hold.

    `strict` is the occurrence under the strict policy, for the voices that do not satisfy `firm_enough`.
    """

    row: int
    says: str
    occurrence: Occurrence
    grounds: Callable[[Voices], Grounds]
    test: Callable[[Case], Voices]
    strict: Occurrence | None = None
    firm_enough: Callable[[Voices], bool] = lambda _: False


def _always(grounds: Grounds) -> Callable[[Voices], Grounds]:
    return lambda _: grounds


def _withdrawn(case: Case) -> Voices:
    return tuple(v for v in case.voices if v.withdraws and v.statement.speaker is None and not v.statement.hedge)


def _stage(case: Case) -> Voices:
    if case.incident.stage not in {"planned", "foiled"}:
        return ()
    return case.positives or case.voices


def _independent(case: Case) -> Voices:
    return tuple(v for v in case.firm if v.relation == "independent" and v.first_hand)


def _both_sides(case: Case) -> Voices:
    """The perpetrator and the struck side, or the perpetrator's own claim and the outlet."""
    free = tuple(v for v in case.firm if v.statement.knowledge != "custody")
    claims = tuple(v for v in free if v.relation == "perpetrator")
    sides = claims or tuple(v for v in free if v.relation == "perpetrator_side")
    struck = tuple(v for v in case.firm if v.relation == "struck_side" and v.first_hand and v.shown)
    if sides and struck:
        return (*sides, *struck)
    outlet = tuple(v for v in case.firm if v.relation == "outlet")
    return (*claims, *outlet) if claims and outlet else ()


def _has_struck_side(voices: Voices) -> bool:
    return any(v.relation == "struck_side" for v in voices)


def _refuted(case: Case) -> Voices:
    """Denied by somebody positioned to know, against claims, one party's word, hearsay and rumour only."""
    denials = tuple(
        v
        for v in case.denials
        if not v.doubtful_event and v.relation in KNOWS and v.statement.speaker not in case.accused
    )
    weak = all(_weak(v) for v in case.positives)
    return case.positives if denials and case.positives and weak else ()


def _weak(voice: Voice) -> bool:
    one_party = voice.relation in PERPETRATORS | {"combatant"} or (voice.relation == "struck_side" and voice.armed)
    bystander = voice.relation in {"other", "not_stated"} and not voice.official
    rumour = bystander and voice.statement.knowledge != "own"
    return voice.doubtful_event or not voice.first_hand or one_party or rumour


def _contradicted(case: Case) -> Voices:
    return case.positives if case.denials or case.disputes else ()


def _official_account(case: Case) -> Voices:
    return tuple(v for v in case.firm if v.first_hand and _entitled(v))


def _entitled(voice: Voice) -> bool:
    of_a_party = voice.relation in PERPETRATORS | {"combatant"}
    confirms = voice.statement.kind == "confirm" and voice.official and not of_a_party
    return voice.relation == "authority" or (voice.relation == "struck_side" and voice.public) or confirms


def _named_and_related(voices: Voices) -> bool:
    return any(not v.anonymous and v.shown and v.relation != "not_stated" for v in voices)


def _retracted(case: Case) -> Voices:
    return case.taken_back if not case.positives else ()


def _denials_only(case: Case) -> Voices:
    return () if case.positives else case.denials


def _reported(case: Case) -> Voices:
    said = tuple(v for v in case.firm if v.relation not in PERPETRATORS)
    return said or tuple(v for v in case.voices if v.presupposes and not case.firm and v.relation not in PERPETRATORS)


def _whose_report(voices: Voices) -> Grounds:
    if any(v.relation in {"combatant", "struck_side"} for v in voices):
        return "one_party"
    return "article_no_source" if any(v.relation == "outlet" for v in voices) else "third_party"


def _claimed(case: Case) -> Voices:
    return tuple(v for v in case.firm if v.relation in PERPETRATORS)


def _hedged(case: Case) -> Voices:
    return case.positives


OCCURRENCE: tuple[OccurrenceRule, ...] = (
    OccurrenceRule(1, "the outlet withdraws its own story", "withdrawn", _always("outlet_withdrew"), _withdrawn),
    OccurrenceRule(2, "planned, or foiled before the act", "not_occurred", _always("stage"), _stage),
    OccurrenceRule(3, "an independent source states it", "confirmed", _always("independent"), _independent),
    OccurrenceRule(
        4,
        "both sides state it, or the outlet and the perpetrator's own claim (strict: reported)",
        "confirmed",
        lambda voices: "both_sides" if _has_struck_side(voices) else "own_claim_and_article",
        _both_sides,
        strict="reported",
        firm_enough=_has_struck_side,
    ),
    OccurrenceRule(
        5,
        "somebody positioned to know, who is not accused, denies it against claims, one party's word or hearsay",
        "denied",
        _always("refuted"),
        _refuted,
    ),
    OccurrenceRule(6, "any other denial or dispute of it", "disputed", _always("contradicted"), _contradicted),
    OccurrenceRule(
        7,
        "an authority, a struck public body, or an official who confirmed it (strict: named, relation stated)",
        "confirmed",
        _always("official_account"),
        _official_account,
        strict="reported",
        firm_enough=_named_and_related,
    ),
    OccurrenceRule(8, "everybody who stated it took it back", "retracted", _always("retractions"), _retracted),
    OccurrenceRule(9, "denials only", "denied", _always("denials_only"), _denials_only),
    OccurrenceRule(
        10, "one party, a third party, or the article without a source", "reported", _whose_report, _reported
    ),
    OccurrenceRule(11, "the perpetrator's side only", "claimed", _always("perpetrator_side_only"), _claimed),
    OccurrenceRule(12, "hedged statements only", "possible", _always("hedged_only"), _hedged),
)
"""First row that holds. Where none does, the incident is not in the brief (row 13)."""


def occurrence(case: Case, policy: Policy) -> tuple[Occurrence, Basis] | None:
    """The first row that holds, with its basis; None where nothing is left to rest on."""
    for rule in OCCURRENCE:
        voices = rule.test(case)
        if voices:
            loosened = policy == "standard" or rule.strict is None or rule.firm_enough(voices)
            return (rule.occurrence if loosened else rule.strict or rule.occurrence), _basis(rule, voices, case)
    return None


def _basis(rule: OccurrenceRule, voices: Voices, case: Case) -> Basis:
    corrected = tuple(v for v in case.voices if v.statement.kind in RETRACTS and not v.withdraws)
    against = tuple(v for v in case.voices if v.denies or v.statement.kind in DISPUTES or v in corrected)
    return Basis(
        row=rule.row,
        grounds=rule.grounds(voices),
        support=tuple(v.support() for v in voices),
        against=tuple(v.support() for v in against),
        anonymous=all(v.anonymous for v in voices),
        differ_on=_differ_on(against),
    )


def _differ_on(against: Voices) -> tuple[Facet, ...]:
    facets = {facet for voice in against for facet in voice.statement.contradicts}
    return tuple(sorted(facets - {"happened"}))
