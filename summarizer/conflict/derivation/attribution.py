"""The attribution table: who did it, as far as this article supports it, and on whose word."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from summarizer.conflict.derivation.relations import party, principals, tells_its_own_act
from summarizer.conflict.derivation.voices import Case, Voice, Voices, together
from summarizer.conflict.items import Items
from summarizer.conflict.statement_kinds import (
    ACCUSES,
    CHARGES_OR_CLEARS,
    CLAIMS_IT,
    CLEARS,
    DENIES_DOING_IT,
    OF_ITS_OWN_DEED,
    TELLS_IT,
)
from summarizer.schemas.brief import Attributed
from summarizer.schemas.vocabulary import ActorAttribution, ActorKind, Identity, IncidentAttribution, StatementKind


@dataclass(frozen=True)
class Charge:
    """All that is said of one actor's part in one incident.

    Attributes:
        actor: id of the actor.
        claims: claims and admissions on its account that stand, by a named speaker or itself.
        admitted_by_unnamed: those of an unnamed speaker of its side.
        taken_back: claims on its account that no longer stand.
        denied: denials on its account, of having done it or that it happened.
        disowned: denials of having done it, where there is or was a claim.
        cleared: statements that it did not do it.
        accusations: statements of others that it did it.
    """

    actor: int
    claims: Voices
    admitted_by_unnamed: Voices
    taken_back: Voices
    denied: Voices
    disowned: Voices
    cleared: Voices
    accusations: Voices

    @property
    def ruled_out(self) -> Voices:
        """An authority or an independent finding clears it; a prisoner's word clears nobody."""
        return self.cleared.by("authority", "independent").that(_finds).that(lambda voice: voice.free)

    @property
    def withdrawn(self) -> Voices:
        """Claims that were taken back, where no other is left."""
        return self.taken_back.unless(self.claims)

    @property
    def accused(self) -> Voices:
        """Accusations without a hedge."""
        return self.accusations.that(lambda voice: not voice.hedged)

    @property
    def found(self) -> Voices:
        """Those of a court, an inquiry, a monitor or a reporter that no party controls."""
        return self.accused.by("independent").that(_finds)

    @property
    def accused_by_authorities(self) -> Voices:
        """Those of an authority, or of an official of a struck public body or of a state that is no party."""
        return self.accused.that(_is_authority)

    @property
    def accused_by_officials(self) -> Voices:
        """Those, and any other word of a state, its officials or its army: as a party's it corroborates no claim."""
        return self.accused.that(lambda voice: _is_authority(voice) or voice.by.official or voice.by.army)


def _finds(voice: Voice) -> bool:
    """Whether its word is a finding: who was there tells what was seen, but accuses and clears as others do."""
    return voice.by.actor.kind not in FINDS_NOTHING.get(voice.statement.kind, ())


FINDS_NOTHING: Mapping[StatementKind, tuple[ActorKind, ...]] = dict.fromkeys(CHARGES_OR_CLEARS, ("people", "person"))
"""Whose word is no finding, by the kind of what is said."""


def _is_authority(voice: Voice) -> bool:
    """Whether it is an authority, or an official of a struck public body or of a state that is no party.

    The spokesman of an armed party, a union, a company or a tribe is neither.
    """
    if voice.relation in {"struck_side", "other", "not_stated"}:
        return voice.by.official and not voice.by.armed
    return voice.relation == "authority"


@dataclass(frozen=True)
class AttributionRule:
    """One row. `test` gives the voices that it rests on, or nobody where it does not hold."""

    says: str
    status: ActorAttribution
    test: Callable[[Charge], Voices]


ATTRIBUTION: tuple[AttributionRule, ...] = (
    AttributionRule(
        "an authority or independent finding rules the claimant out",
        "claim_rejected",
        lambda charge: together(charge.claims, charge.ruled_out),
    ),
    AttributionRule("the claimant says hacked, faked, not ours", "claim_disowned", lambda charge: charge.disowned),
    AttributionRule("claimed, and later withdrawn", "claim_retracted", lambda charge: charge.withdrawn),
    AttributionRule("cleared by a court, an inquiry or an authority", "exonerated", lambda charge: charge.ruled_out),
    AttributionRule("an independent finding names it", "established", lambda charge: charge.found),
    AttributionRule(
        "claims it, and an authority names it",
        "claimed_corroborated",
        lambda charge: together(charge.claims, charge.accused_by_authorities),
    ),
    AttributionRule("claims it", "claimed", lambda charge: charge.claims),
    AttributionRule("an unnamed own side admits it", "acknowledged_unnamed", lambda charge: charge.admitted_by_unnamed),
    AttributionRule(
        "accused, and denies it", "accused_denied", lambda charge: together(charge.accusations, charge.denied)
    ),
    AttributionRule(
        "an authority, the struck public body, a state, its officials or its army accuse it",
        "accused_by_authorities",
        lambda charge: charge.accused_by_officials,
    ),
    AttributionRule(
        "the outlet states it in its own voice", "reported_as_fact", lambda charge: charge.accused.by("outlet")
    ),
    AttributionRule("another party accuses it", "accused_by_others", lambda charge: charge.accused),
    AttributionRule("hedged", "suspected", lambda charge: charge.accusations),
    AttributionRule("only denies it", "denied", lambda charge: charge.denied),
)
"""First row that holds, per actor. An actor for whom none holds is only mentioned."""

CLAIMING = frozenset({"claimed", "claimed_corroborated", "acknowledged_unnamed"})
ACCUSED = frozenset({"accused_denied", "accused_by_authorities", "reported_as_fact", "accused_by_others"})
ORDER: tuple[ActorAttribution, ...] = (*(rule.status for rule in ATTRIBUTION), "mentioned")
TELLS_NOT_WHO: Mapping[Identity, frozenset[ActorAttribution]] = {
    "named": frozenset(),
    "anonymous": frozenset({"established", "reported_as_fact"}),
    "generic": frozenset(ORDER),
}
"""Statuses that, of somebody known like this, say how it was done and not who did it."""


# --- per actor --------------------------------------------------------------------------------------


def attributed(case: Case, items: Items) -> tuple[Attributed, ...]:
    """What the table gives for each actor that somebody ties to an incident.

    Args:
        case: the incident with the voices on it.
        items: the items of the article, their relations settled.

    Returns:
        One entry per actor, the strongest status first, by id among equals; who is not named and only told to have done
        it ("a man in a helmet"), and a mere sort ("gunmen"), behind whoever claims it or is accused: that tells who it was.
    """
    said = Spoken.of(case, items)
    entries = [_attributed(_charge(actor, case, items, said)) for actor in _tied(case, items)]

    def place(entry: Attributed) -> tuple[bool, bool, int, int]:
        behind = TELLS_NOT_WHO[items.actors[entry.actor].identity]
        return entry.status == "mentioned", entry.status in behind, ORDER.index(entry.status), entry.actor

    return tuple(sorted(entries, key=place))


def _attributed(charge: Charge) -> Attributed:
    """The status of the first row that holds, with the statements that it rests on and all who accuse the actor."""
    accusers = charge.accusations.speakers
    for rule in ATTRIBUTION:
        voices = rule.test(charge)
        if voices:
            return Attributed(actor=charge.actor, status=rule.status, statements=voices.numbers, accusers=accusers)
    return Attributed(actor=charge.actor, status="mentioned", statements=(), accusers=accusers)


def _tied(case: Case, items: Items) -> frozenset[int]:
    """Actors that somebody names or describes as the doer or clears, or that claim or deny it.

    Who is only described ("strikers", "gunmen") is accused like others by whoever says so.
    """
    every = Voices((*case.voices, *case.taken_back))
    tied = {actor for voice in every for actor in _tied_by(voice, items)}
    return frozenset(items.actors).intersection(tied)


def _tied_by(voice: Voice, items: Items) -> Iterable[int]:
    """Whom a statement says to have done it or not."""
    if voice.statement.kind in OF_ITS_OWN_DEED:
        return principals(voice.statement, items)
    if voice.statement.kind in CLEARS or _accuses(voice):
        return voice.statement.whom
    return ()


def _accuses(voice: Voice) -> bool:
    """Whether it says that somebody did it.

    Blame for ordering, arming, allowing or supporting is shown, and gives no attribution of the act; blame that leaves
    open what for is blame for the act.
    """
    if voice.statement.kind in ACCUSES:
        return voice.statement.role in {"carried_out", "unspecified"}
    return voice.statement.kind in TELLS_IT


Told = Mapping[int, list[Voice]]
"""Voices by the actor whom they are told of."""


@dataclass(frozen=True)
class Spoken:
    """The voices on an incident by the actors whom they concern, so that none is gone through for each of them.

    Attributes:
        for_it: on whose account they speak.
        of_it: whom they name.
        taken_back: the same as `for_it`, of claims that no longer stand.
        denying: who says itself, or by one that belongs to it, that it did not happen.
    """

    for_it: Told
    of_it: Told
    taken_back: Told
    denying: Told

    @classmethod
    def of(cls, case: Case, items: Items) -> "Spoken":
        """Those of one incident."""
        return cls(
            for_it=_told(case.voices, lambda voice: principals(voice.statement, items)),
            of_it=_told(case.voices, lambda voice: frozenset(voice.statement.whom)),
            taken_back=_told(case.taken_back.of(CLAIMS_IT), lambda voice: principals(voice.statement, items)),
            denying=_told(case.denials, lambda voice: party(voice.speaker, items)),
        )


def _told(voices: Voices, of_whom: Callable[[Voice], Iterable[int]]) -> Told:
    found: dict[int, list[Voice]] = {}
    for voice in voices:
        for actor in of_whom(voice):
            found.setdefault(actor, []).append(voice)
    return found


def _charge(actor: int, case: Case, items: Items, said: Spoken) -> Charge:
    """What the voices on an incident come to for one actor."""

    def its_own_word(voice: Voice) -> bool:
        return actor in party(voice.speaker, items)

    def its_own_act(voice: Voice) -> bool:
        return tells_its_own_act(voice.statement, case.incident.id, items)

    for_it = Voices(said.for_it.get(actor, ()))
    of_it = Voices(said.of_it.get(actor, ()))
    claims = for_it.that(its_own_act)
    unnamed = claims.that(lambda voice: voice.anonymous and voice.speaker != actor)
    taken_back = Voices(said.taken_back.get(actor, ()))
    denials = for_it.of(DENIES_DOING_IT)
    accusations = of_it.that(_accuses)
    return Charge(
        actor=actor,
        claims=claims.without(unnamed),
        admitted_by_unnamed=unnamed,
        taken_back=taken_back,
        denied=Voices((*denials, *said.denying.get(actor, ()))),
        disowned=denials.given(Voices((*claims, *taken_back))),
        cleared=of_it.of(CLEARS),
        accusations=accusations.without(accusations.that(its_own_word)),
    )


# --- the incident -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Authorship:
    """All that is said of the authors of one incident, as its attribution as a whole asks it.

    Attributes:
        entries: what the table gives for each actor, as `attributed` orders them.
        case: the incident with the voices on it.
        items: the items of the article.
    """

    entries: tuple[Attributed, ...]
    case: Case
    items: Items

    @cached_property
    def claiming(self) -> list[Attributed]:
        """Those who claim it, the strongest claim first."""
        return [entry for entry in self.entries if entry.status in CLAIMING]

    @cached_property
    def teams(self) -> list[frozenset[int]]:
        """Those whom somebody names as its doers in one breath: neither's claim competes with the other's."""
        tellings = self.case.voices.that(_accuses).that(lambda voice: not voice.hedged)
        return [team for voice in tellings if len(team := frozenset(voice.statement.whom)) > 1]

    @property
    def fought(self) -> bool:
        """Two sides fought each other: either may claim what it did in it, and neither the fighting."""
        return self.case.incident.kind == "clashes" and bool(self.teams)

    @property
    def accuse_each_other(self) -> bool:
        """A party accuses another that accuses it; where one claims it, that only counts in a fight."""
        if self.claiming and not self.fought:
            return False
        charges = {(accuser, entry.actor) for entry in self.entries for accuser in self._accusers(entry)}
        return not charges.isdisjoint({(accused, accuser) for accuser, accused in charges})

    def _accusers(self, entry: Attributed) -> frozenset[int]:
        """Those who accuse an actor, with all that they belong to."""
        return frozenset[int]().union(*(party(speaker, self.items) for speaker in entry.accusers))

    @property
    def claims_compete(self) -> bool:
        """Of the claims, there is none with which all others are one: of one statement, one family, or one team.

        Who fights claims no more than its own part.
        """
        one_with_all = {all(self._are_one(one, other) for other in self.claiming) for one in self.claiming}
        return one_with_all == {False} and self.case.incident.kind != "clashes"

    def _are_one(self, one: Attributed, other: Attributed) -> bool:
        if not set(one.statements).isdisjoint(other.statements):
            return True
        return one.actor in self._camp(other.actor) or other.actor in self._camp(one.actor)

    def _camp(self, actor: int) -> frozenset[int]:
        """An actor with all that it belongs to, and with those who are said to have done it together with it."""
        return party(actor, self.items).union(*(team for team in self.teams if actor in team))

    @cached_property
    def others(self) -> frozenset[int]:
        """Whom others accuse beside the claimant, by name: who is only described ("two gunmen") may be the claimant's.

        Who belongs to the claimant, or is said to have done it together with it, is no other.
        """
        if not self.claiming:
            return frozenset()
        claimant = self.claiming[0].actor
        named = {number for number, actor in self.items.actors.items() if actor.identity == "named"}
        accused = named.intersection(entry.actor for entry in self.entries if entry.status in ACCUSED)
        return frozenset(actor for actor in accused if claimant not in self._camp(actor))

    @property
    def claimant_is_a_front(self) -> bool:
        """One whom others accuse is one to whom the claimant belongs."""
        return any(not self.others.isdisjoint(party(entry.actor, self.items)) for entry in self.claiming[:1])


INCIDENT: tuple[tuple[IncidentAttribution, Callable[[Authorship], bool]], ...] = (
    ("rival_accusations", lambda whole: whole.accuse_each_other),
    ("reported_as_fact", lambda whole: whole.fought),
    ("competing_claims", lambda whole: whole.claims_compete),
    ("claimed_by_front", lambda whole: whole.claimant_is_a_front),
    ("conflicting", lambda whole: bool(whole.others)),
)
"""First row that holds; where none does, the strongest status of an actor."""


def of_incident(entries: tuple[Attributed, ...], case: Case, items: Items) -> IncidentAttribution:
    """The attribution of the incident as a whole.

    Args:
        entries: what the table gives for each actor, as `attributed` orders them.
        case: the incident with the voices on it.
        items: the items of the article.
    """
    whole = Authorship(entries, case, items)
    of_all = (status for status, holds in INCIDENT if holds(whole))
    of_one = (entry.status for entry in entries if entry.status != "mentioned")
    return next(chain(of_all, of_one), "unclaimed" if case.unclaimed else "none")
