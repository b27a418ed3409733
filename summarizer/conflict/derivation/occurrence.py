"""The occurrence table: did it happen, as far as this article supports it, and on whose word."""

from collections.abc import Callable
from dataclasses import dataclass

from summarizer.conflict.derivation.voices import NOBODY, Case, Voice, Voices, together
from summarizer.conflict.statement_kinds import CLEARS, DENIES_DOING_IT
from summarizer.pointing.briefs import Policy
from summarizer.schemas.brief import Basis
from summarizer.schemas.vocabulary import Facet, Grounds, Occurrence, Relation, Stage

BEFORE_THE_ACT: frozenset[Stage] = frozenset({"planned", "foiled"})
"""Stages at which nothing has happened yet."""

ANSWERS = CLEARS | DENIES_DOING_IT
"""Kinds that answer a charge."""

# --- whose word it is -------------------------------------------------------------------------------

PERPETRATORS: tuple[Relation, ...] = ("perpetrator", "perpetrator_side")
PARTIES: tuple[Relation, ...] = (*PERPETRATORS, "combatant")
KNOWS: tuple[Relation, ...] = ("authority", "independent", "struck_side", "outlet")
"""Positioned to know whether it happened; the outlet by its own check."""
TELL_OF_AN_ATTACK: frozenset[Facet] = frozenset({"weapon", "author"})
"""Who states these of an event has said that somebody did it."""


def _is_one_partys_word(voice: Voice) -> bool:
    """Whether it is a claim, a combatant's word, or that of an armed party on what its adversary did to it.

    Who fights gains by what it says of the fighting; a struck town or company that bears no arms is heard.
    """
    if voice.relation == "struck_side":
        return voice.by.armed
    return voice.relation in PARTIES


def _is_rumour(voice: Voice) -> bool:
    """Whether a third party says so that is no official and does not show that it knows it of its own.

    A single witness is no rumour: it saw it, and is only alone in this.
    """
    if voice.by.official or voice.statement.knowledge == "own":
        return False
    return voice.relation in {"other", "not_stated"}


def _is_worth_a_denial(voice: Voice) -> bool:
    """Whether the denial of somebody positioned to know does not outweigh it, if it is no hearsay and has no hedge."""
    return not _is_one_partys_word(voice) and not _is_rumour(voice)


def _is_official_account(voice: Voice) -> bool:
    """Whether somebody with a duty to know says so, if it is no party.

    That is an authority, a struck public body, institution or company, or an official whom the article says confirmed it.
    """
    if voice.relation == "authority":
        return True
    if voice.relation == "struck_side" and voice.by.public:
        return True
    return voice.by.official and voice.statement.kind == "confirm"


# --- what the rows ask ------------------------------------------------------------------------------


def _outlet_withdraws(case: Case) -> Voices:
    """The outlet takes the whole story back, without a hedge: then nothing else in the article counts."""
    return case.voices.bearing("withdraws").that(lambda voice: voice.speaker is None and not voice.hedged)


def _before_the_act(case: Case) -> Voices:
    """It was planned, or foiled; this rests on those who say so, else on all that is said.

    The stage is what is shown of it, and who tells it: nobody can confirm what has not happened.
    """
    if case.incident.stage not in BEFORE_THE_ACT:
        return NOBODY
    return case.positives or case.voices


def _independent(case: Case) -> Voices:
    """An independent source states it of its own knowledge.

    No denial lowers this: where there is one, the incident is marked as contested. But where somebody positioned to know
    denies an attack, it must have told of one: who saw a glow or heard a bang has not said what it was.
    """
    stated = case.firm.by("independent").first_hand
    return stated.that(_tells_of_an_attack) if _denials_of_who_knows(case) else stated


def _tells_of_an_attack(voice: Voice) -> bool:
    return not TELL_OF_AN_ATTACK.isdisjoint(voice.facets)


def _both_sides(case: Case) -> Voices:
    """Adversaries agree, or the outlet states in its own voice what the perpetrator claims, and nobody contradicts it.

    That something burned, or blew up, is not yet that it was attacked: whoever grants the harm and gives another cause
    contradicts, and of a blast whose cause the article leaves open its word confirms no claim. The struck side must know it
    at first hand and be shown to be that. Of the perpetrator, its own claim goes before the word of its side; what a
    prisoner says is neither. Where somebody with a duty to know says so, that is what it rests on, and not the claim.
    """
    free = case.firm.that(lambda voice: voice.free)
    claims = free.by("perpetrator")
    struck = case.firm.by("struck_side").first_hand.that(lambda voice: voice.shown)
    agreed = together(claims or free.by("perpetrator_side"), struck)
    if agreed or case.incident.kind == "explosion" or case.voices.bearing("denies", "disputes"):
        return agreed
    return together(claims, case.firm.by("outlet")).unless(_official_account(case))


def _refuted(case: Case) -> Voices:
    """Somebody positioned to know, who is not accused, denies it or gives the harm a cause that is no attack.

    All who state it must do so on weak grounds.

    It rests on those who state it, so that the brief says who alleged what is denied.
    """
    strong = case.firm.first_hand.that(_is_worth_a_denial)
    return case.positives.given(_denials_of_who_knows(case)).unless(strong)


def _denials_of_who_knows(case: Case) -> Voices:
    """Somebody positioned to know, who is not accused, says that there was no attack."""
    denials = case.voices.that(_denies_an_attack).certain.by(*KNOWS)
    return denials.that(lambda voice: voice.speaker not in case.accused)


def _denies_an_attack(voice: Voice) -> bool:
    """Whether it says that nothing happened, or that what did was no attack."""
    return voice.bearing == "denies" or (voice.bearing == "disputes" and "cause" in voice.statement.contradicts)


def _contradicted(case: Case) -> Voices:
    """Anybody denies or disputes what somebody states: the accused, the other side, or whoever else."""
    return case.positives.given(case.voices.bearing("denies", "disputes"))


def _official_account(case: Case) -> Voices:
    """Somebody with a duty to know states it, of own knowledge and without a hedge.

    Role beats verb: whoever speaks for the perpetrator or for a combatant confirms nothing.
    """
    return case.firm.first_hand.not_by(*PARTIES).that(_is_official_account)


def _everybody_took_it_back(case: Case) -> Voices:
    """Nobody is left of those who stated it."""
    return case.taken_back.unless(case.positives)


def _only_denied(case: Case) -> Voices:
    """Nobody states what somebody denies."""
    return case.denials.unless(case.positives)


def _reported(case: Case) -> Voices:
    """Somebody who is not of the perpetrator's side states it.

    Where nobody at all states it, blame that takes it for granted will do.
    """
    said = case.firm or case.voices.bearing("presupposes")
    return said.not_by(*PERPETRATORS)


def _claimed(case: Case) -> Voices:
    """The perpetrator's side states it: reporting one's own success is claiming, whatever the verb."""
    return case.firm.by(*PERPETRATORS)


def _possible(case: Case) -> Voices:
    """Somebody states it, if with a hedge.

    Where nobody does, but somebody answers a charge, or lifts it, the act is at least spoken of: what is left out here
    would be a denial without anything that it denies.
    """
    if case.positives:
        return case.positives
    return case.voices.of(ANSWERS)


# --- grounds, and what is firm enough for the strict policy -------------------------------------------


def _always(grounds: Grounds) -> Callable[[Voices], Grounds]:
    return lambda _: grounds


def _who_agree(voices: Voices) -> Grounds:
    """The grounds of row 4."""
    return "both_sides" if _with_the_struck_side(voices) else "own_claim_and_article"


def _whose_report(voices: Voices) -> Grounds:
    """The grounds of row 10."""
    if voices.by("combatant", "struck_side"):
        return "one_party"
    return "article_no_source" if voices.by("outlet") else "third_party"


def _why_open(voices: Voices) -> Grounds:
    """The grounds of row 12: who states it hedges it, or it is not stated at all."""
    if voices.bearing("states"):
        return "hedged_only"
    return "charge_answered"


def _never(_: Voices) -> bool:
    return False


def _with_the_struck_side(voices: Voices) -> bool:
    return bool(voices.by("struck_side"))


def _with_one_named_and_related(voices: Voices) -> bool:
    """Whether one of them is named, and the article's words show what it is to the incident."""
    related = voices.not_by("not_stated").that(lambda voice: voice.shown)
    return any(not voice.anonymous for voice in related)


@dataclass(frozen=True)
class OccurrenceRule:
    """One row.

    Attributes:
        row: its number, from 1.
        says: what must have been stated for it to hold.
        occurrence: what then holds of the incident.
        grounds: why, in a word, given the voices that it rests on.
        test: gives the voices that it rests on; nobody where it does not hold.
        strict: the occurrence under the strict policy, unless the voices are firm enough; None for the same.
        firm_enough: whether the strict policy is content with these voices.
    """

    row: int
    says: str
    occurrence: Occurrence
    grounds: Callable[[Voices], Grounds]
    test: Callable[[Case], Voices]
    strict: Occurrence | None = None
    firm_enough: Callable[[Voices], bool] = _never

    def under(self, policy: Policy, voices: Voices) -> Occurrence:
        """The occurrence.

        Args:
            policy: `standard` or `strict`.
            voices: those that the row rests on.
        """
        if policy == "standard" or self.firm_enough(voices):
            return self.occurrence
        return self.strict or self.occurrence


OCCURRENCE: tuple[OccurrenceRule, ...] = (
    OccurrenceRule(1, "the outlet withdraws its own story", "withdrawn", _always("outlet_withdrew"), _outlet_withdraws),
    OccurrenceRule(2, "planned, or foiled before the act", "not_occurred", _always("stage"), _before_the_act),
    OccurrenceRule(3, "an independent source states it", "confirmed", _always("independent"), _independent),
    OccurrenceRule(
        4,
        "both sides state it, or the outlet and the perpetrator's own claim (strict: reported)",
        "confirmed",
        _who_agree,
        _both_sides,
        strict="reported",
        firm_enough=_with_the_struck_side,
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
        firm_enough=_with_one_named_and_related,
    ),
    OccurrenceRule(
        8, "everybody who stated it took it back", "retracted", _always("retractions"), _everybody_took_it_back
    ),
    OccurrenceRule(9, "denials only", "denied", _always("denials_only"), _only_denied),
    OccurrenceRule(
        10, "one party, a third party, or the article without a source", "reported", _whose_report, _reported
    ),
    OccurrenceRule(11, "the perpetrator's side only", "claimed", _always("perpetrator_side_only"), _claimed),
    OccurrenceRule(12, "hedged statements only, or only the answer to a charge", "possible", _why_open, _possible),
)
"""First row that holds. Where none does, the incident is not in the brief (row 13)."""


def occurrence(case: Case, policy: Policy) -> tuple[Occurrence, Basis] | None:
    """What the table gives for an incident.

    Args:
        case: the incident with the voices on it.
        policy: under `strict`, an account that is not firm enough does not confirm.

    Returns:
        The occurrence of the first row that holds, with its basis; None where nothing is left to rest on.
    """
    found = [(rule.under(policy, voices), rule, voices) for rule in OCCURRENCE if (voices := rule.test(case))]
    if not found:
        return None
    unlowered = found[0][1].occurrence  # what is added to an account never lowers it
    given, rule, voices = next((row for row in found if row[0] == unlowered), found[0])
    return given, _basis(rule, voices, case)


def _basis(rule: OccurrenceRule, voices: Voices, case: Case) -> Basis:
    against = case.voices.bearing("denies", "disputes", "corrects")
    return Basis(
        row=rule.row,
        grounds=rule.grounds(voices),
        support=voices.support,
        against=against.support,
        anonymous=all(voice.anonymous for voice in voices),
        differ_on=_differ_on(against),
    )


def _differ_on(against: Voices) -> tuple[Facet, ...]:
    facets = frozenset[Facet]().union(*(voice.statement.contradicts for voice in against))
    return tuple(sorted(facets - {"happened"}))
