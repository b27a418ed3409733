"""The attribution table: who did it, as far as this article supports it, and on whose word."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from summarizer.conflict.derivation.relations import party, principals, tells_its_own_act
from summarizer.conflict.derivation.voices import Case, Voice
from summarizer.conflict.items import Items
from summarizer.conflict.statement_kinds import ACCUSES, CLAIMS_IT, CLEARS, DENIES_DOING_IT, TELLS_IT
from summarizer.schemas.brief import Attributed
from summarizer.schemas.vocabulary import ActorAttribution, IncidentAttribution

RULES_OUT = frozenset({"authority", "independent"})
Voices = tuple[Voice, ...]


@dataclass(frozen=True)
class Charge:
    """All that is said of one actor's part in one incident."""

    actor: int
    claims: Voices
    admitted_by_unnamed: Voices
    taken_back: Voices
    disowned: Voices
    denied: Voices
    cleared: Voices
    accusations: Voices

    def accused_by(self, test: Callable[[Voice], bool]) -> Voices:
        """Accusations without a hedge by those for whom the test holds."""
        return tuple(v for v in self.accusations if not v.doubtful_author and test(v))


@dataclass(frozen=True)
class AttributionRule:
    """One row. `test` gives the voices that it rests on, or none where it does not hold."""

    says: str
    status: ActorAttribution
    test: Callable[[Charge], Voices]


def _authorities(voice: Voice) -> bool:
    """An authority, or an official of a struck public body; an armed party's spokesman is neither."""
    speaks_officially = voice.official and not voice.armed and voice.relation in {"struck_side", "not_stated"}
    return voice.relation == "authority" or speaks_officially


def _independent(voice: Voice) -> bool:
    return voice.relation == "independent"


def _ruled_out(charge: Charge) -> Voices:
    return tuple(v for v in charge.cleared if v.relation in RULES_OUT and v.statement.knowledge != "custody")


def _claim_rejected(charge: Charge) -> Voices:
    return (*charge.claims, *_ruled_out(charge)) if charge.claims and _ruled_out(charge) else ()


def _corroborated(charge: Charge) -> Voices:
    named = charge.accused_by(_authorities)
    return (*charge.claims, *named) if charge.claims and named else ()


def _accused_denied(charge: Charge) -> Voices:
    return (*charge.accusations, *charge.denied) if charge.accusations and charge.denied else ()


ATTRIBUTION: tuple[AttributionRule, ...] = (
    AttributionRule("an authority or independent finding rules the claimant out", "claim_rejected", _claim_rejected),
    AttributionRule("the claimant says hacked, faked, not ours", "claim_disowned", lambda c: c.disowned),
    AttributionRule("claimed, and later withdrawn", "claim_retracted", lambda c: c.taken_back if not c.claims else ()),
    AttributionRule("cleared by a court, an inquiry or an authority", "exonerated", _ruled_out),
    AttributionRule("an independent finding names it", "established", lambda c: c.accused_by(_independent)),
    AttributionRule("claims it, and an authority names it", "claimed_corroborated", _corroborated),
    AttributionRule("claims it", "claimed", lambda c: c.claims),
    AttributionRule("an unnamed own side admits it", "acknowledged_unnamed", lambda c: c.admitted_by_unnamed),
    AttributionRule("accused, and denies it", "accused_denied", _accused_denied),
    AttributionRule(
        "an authority or the struck public body accuses it",
        "accused_by_authorities",
        lambda c: c.accused_by(_authorities),
    ),
    AttributionRule(
        "the outlet states it in its own voice",
        "reported_as_fact",
        lambda c: c.accused_by(lambda v: v.relation == "outlet"),
    ),
    AttributionRule("another party accuses it", "accused_by_others", lambda c: c.accused_by(lambda _: True)),
    AttributionRule("hedged", "suspected", lambda c: c.accusations),
    AttributionRule("only denies it", "denied", lambda c: c.denied),
)
"""First row that holds, per actor. An actor for whom none holds is only mentioned."""

CLAIMING = frozenset({"claimed", "claimed_corroborated", "acknowledged_unnamed"})
ACCUSED = frozenset({"accused_denied", "accused_by_authorities", "reported_as_fact", "accused_by_others"})
ORDER: tuple[ActorAttribution, ...] = (*(rule.status for rule in ATTRIBUTION), "mentioned")


def attributed(case: Case, items: Items) -> tuple[Attributed, ...]:
    """One entry per actor that somebody ties to the incident, the strongest status first."""
    entries = [_attributed(_charge(actor, case, items)) for actor in sorted(_tied(case, items))]
    return tuple(sorted(entries, key=lambda entry: (ORDER.index(entry.status), entry.actor)))


def _attributed(charge: Charge) -> Attributed:
    accusers = tuple(dict.fromkeys(v.statement.speaker for v in charge.accusations))
    for rule in ATTRIBUTION:
        voices = rule.test(charge)
        if voices:
            numbers = tuple(dict.fromkeys(v.statement.id for v in voices))
            return Attributed(actor=charge.actor, status=rule.status, statements=numbers, accusers=accusers)
    return Attributed(actor=charge.actor, status="mentioned", statements=(), accusers=accusers)


def _tied(case: Case, items: Items) -> set[int]:
    """Actors that somebody names as the doer or clears, or that claim or deny it; never a description of nobody."""
    tied: set[int] = set()
    for voice in (*case.voices, *case.taken_back):
        if _claims(voice) or voice.statement.kind in DENIES_DOING_IT:
            tied |= principals(voice.statement, items)
        elif _accuses(voice) or voice.statement.kind in CLEARS:
            tied |= set(voice.statement.whom)
    return {actor for actor in tied if actor in items.actors and items.actors[actor].identity != "generic"}


def _claims(voice: Voice) -> bool:
    return voice.statement.kind in CLAIMS_IT


def _accuses(voice: Voice) -> bool:
    """It says that somebody did it. Blame for arming, allowing or supporting gives no attribution."""
    statement = voice.statement
    return statement.kind in TELLS_IT or (statement.kind in ACCUSES and statement.role == "carried_out")


def _charge(actor: int, case: Case, items: Items) -> Charge:
    def of_it(voices: Iterable[Voice], test: Callable[[Voice], bool]) -> Voices:
        return tuple(v for v in voices if test(v) and actor in principals(v.statement, items))

    claims = of_it(case.voices, lambda v: tells_its_own_act(v.statement, case.incident.id, items))
    unnamed = tuple(v for v in claims if v.anonymous and v.statement.speaker != actor)
    denials = of_it(case.voices, lambda v: v.statement.kind in DENIES_DOING_IT)
    own = tuple(v for v in case.denials if actor in party(v.statement.speaker, items))
    every_claim = claims + of_it(case.taken_back, _claims)
    return Charge(
        actor=actor,
        claims=tuple(v for v in claims if v not in unnamed),
        admitted_by_unnamed=unnamed,
        taken_back=of_it(case.taken_back, _claims),
        disowned=denials if every_claim else (),
        denied=denials + own,
        cleared=tuple(v for v in case.voices if v.statement.kind in CLEARS and actor in v.statement.whom),
        accusations=tuple(
            v
            for v in case.voices
            if _accuses(v) and actor in v.statement.whom and actor not in party(v.statement.speaker, items)
        ),
    )


def of_incident(entries: tuple[Attributed, ...], case: Case, items: Items) -> IncidentAttribution:
    """The attribution of the incident as a whole."""
    claiming = [entry for entry in entries if entry.status in CLAIMING]
    if len(_separate(claiming, items)) > 1:
        return "competing_claims"
    if not claiming and _accuse_each_other(entries, items):
        return "rival_accusations"
    others = [entry for entry in entries if entry.status in ACCUSED]
    if claiming and others:
        family = party(claiming[0].actor, items)
        return "claimed_by_front" if any(entry.actor in family for entry in others) else "conflicting"
    if entries and entries[0].status != "mentioned":
        return entries[0].status
    return "unclaimed" if any(v.statement.kind == "no_claim" for v in case.voices) else "none"


def _separate(claiming: list[Attributed], items: Items) -> list[Attributed]:
    """Claims that are neither joint (one statement) nor of one family."""
    separate: list[Attributed] = []
    for entry in claiming:
        joint = any(set(entry.statements) & set(other.statements) for other in separate)
        related = any(
            entry.actor in party(other.actor, items) or other.actor in party(entry.actor, items) for other in separate
        )
        if not (joint or related):
            separate.append(entry)
    return separate


def _accuse_each_other(entries: tuple[Attributed, ...], items: Items) -> bool:
    pairs = {
        (accuser, entry.actor) for entry in entries for speaker in entry.accusers for accuser in party(speaker, items)
    }
    return any((accused, accuser) in pairs for accuser, accused in pairs if accuser != accused)
