"""What the speaker of a statement is to an incident: role beats verb, and beats the extractor's word."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, get_args

from summarizer.conflict.circles import reached
from summarizer.conflict.items import Items
from summarizer.conflict.statement_kinds import CLAIMS_IT, SAYS_WHO_ELSE_DID_IT, TELLS_IT
from summarizer.pointing.dropping import changed
from summarizer.schemas.brief import About, Actor, Statement
from summarizer.schemas.vocabulary import ActorKind, Relation

ARMED: frozenset[ActorKind] = frozenset({"armed_group", "armed_forces"})
SPEAKS_FOR_ITSELF: frozenset[ActorKind] = frozenset({"public_body", "official", "state"})
SIDES: frozenset[ActorKind] = ARMED | SPEAKS_FOR_ITSELF
"""Kinds that speak for a party: an armed one, a state, or their officials."""
PUBLIC: frozenset[ActorKind] = frozenset({"public_body", "organisation", "state"})
SPEAKS_FOR_ANOTHER: frozenset[ActorKind] = frozenset({"official", "person", "outlet", "people"})
"""Kinds whose word is that of whom they belong to."""
ANY_RELATION: frozenset[Relation] = frozenset(get_args(Relation))


def party(actor: int | None, items: Items, *, shown: bool = False) -> frozenset[int]:
    """The actor with everything that it belongs to, directly or not; nobody for the outlet.

    Args:
        actor: id of the actor, or None for the outlet.
        items: the items of the article.
        shown: follow only affiliations that the article's words show.
    """
    return items.worked_out(_parties, shown).get(actor, frozenset())


def _parties(items: Items, shown: bool) -> dict[Any, frozenset[int]]:
    links = {
        number: [link.actor for link in actor.affiliations if link.evidence or not shown]
        for number, actor in items.actors.items()
    }
    return reached(links)


OUTLET = Actor(id=0, kind="outlet", identity="named")
"""Whoever speaks where no actor does: the article itself."""


@dataclass(frozen=True)
class Speaker:
    """Somebody who makes statements, and whose word they are by that.

    Attributes:
        actor: who it is; `OUTLET` for the article itself.
        party: the actor with everything that it belongs to.
        kinds: the kinds of these.
        shown_kinds: the kinds of the actor and of what the article's words show it to belong to.
        side: of all that it belongs to, what belongs to nothing further; of a circle, or of several, the first. None for
            the outlet.
    """

    actor: Actor
    party: frozenset[int]
    kinds: frozenset[ActorKind]
    shown_kinds: frozenset[ActorKind]
    side: int | None

    @property
    def names(self) -> frozenset[str]:
        """By what it is named; a description is no name."""
        words = self.actor.name + self.actor.aliases if self.actor.identity == "named" else ()
        return frozenset(quote.text for quote in words)

    @property
    def armed(self) -> bool:
        """It bears arms, or belongs to somebody who does."""
        return not ARMED.isdisjoint(self.kinds)

    @property
    def army(self) -> bool:
        """Of a state's armed forces, and of no armed group."""
        return self.kinds & ARMED == {"armed_forces"}

    @property
    def official(self) -> bool:
        """An official or public body, and of no armed group."""
        return "armed_group" not in self.kinds and not SPEAKS_FOR_ITSELF.isdisjoint(self.shown_kinds)

    @property
    def public(self) -> bool:
        """A body, company or institution, and of no armed party."""
        return not self.armed and not PUBLIC.isdisjoint(self.shown_kinds)


def speaker_of(statement: Statement, items: Items) -> Speaker:
    """Who makes a statement.

    Args:
        statement: what is said.
        items: the items of the article.
    """
    speakers = items.worked_out(_speakers)
    return speakers.get(statement.speaker, speakers[None])


def _speakers(items: Items) -> dict[int | None, Speaker]:
    """Every actor as a speaker by its id, and the outlet."""
    return {number: _speaker(number, items) for number in (None, *items.actors)}


def _speaker(number: int | None, items: Items) -> Speaker:
    members = party(number, items)
    tops = members & items.worked_out(_outermost)
    return Speaker(
        actor=items.speaker(number) or OUTLET,
        party=members,
        kinds=_kinds(members, items),
        shown_kinds=_kinds(party(number, items, shown=True), items),
        side=min(tops or members, default=None),
    )


def _kinds(members: frozenset[int], items: Items) -> frozenset[ActorKind]:
    return frozenset(map(items.worked_out(_kind_by_id).__getitem__, members))


def _kind_by_id(items: Items) -> dict[int, ActorKind]:
    return {number: actor.kind for number, actor in items.actors.items()}


def _outermost(items: Items) -> frozenset[int]:
    """The actors that belong to none."""
    return frozenset(number for number in items.actors if items.actors.keys().isdisjoint(items.belongs_to(number)))


def principals(statement: Statement, items: Items) -> frozenset[int]:
    """Those on whose account an act is claimed or denied.

    Args:
        statement: a claim, an admission or a denial.
        items: the items of the article.

    Returns:
        The actors that it names; else those whom an official, a person or an outlet belongs to; else the speaker.
    """
    if statement.whom:
        return frozenset(items.actors.keys() & statement.whom)
    speaker = items.speaker(statement.speaker)
    if speaker is None:
        return frozenset()
    others = items.belongs_to(speaker.id) if speaker.kind in SPEAKS_FOR_ANOTHER else frozenset()
    return frozenset(items.actors.keys() & others) or frozenset({speaker.id})


def tells_its_own_act(statement: Statement, incident: int, items: Items) -> bool:
    """Whether the speaker tells the incident as its own act.

    It claims or admits it; or, as its perpetrator, states that its own side did it: reporting one's own success is
    claiming, whatever the verb.
    """
    if statement.kind in CLAIMS_IT:
        return True
    if statement.kind not in TELLS_IT:
        return False
    if all((link.incident, link.relation) != (incident, "perpetrator") for link in statement.about):
        return False
    return not party(statement.speaker, items).isdisjoint(statement.whom)


def claimants(incident: int, items: Items) -> frozenset[int]:
    """Every actor that claims or admits an incident, or in whose name that is done.

    Retracted claims are included: what a speaker is to the incident does not change by what it takes back.

    Args:
        incident: id of the incident.
        items: the items of the article.
    """
    own = [said for said in items.statements_on(incident) if tells_its_own_act(said, incident, items)]
    speakers = frozenset(items.actors.keys() & [said.speaker for said in own])
    return speakers.union(*(principals(said, items) for said in own))


def accused(incident: int, items: Items) -> frozenset[int]:
    """Every actor that somebody says did it.

    Args:
        incident: id of the incident.
        items: the items of the article.
    """
    return frozenset().union(
        *(said.whom for said in items.statements_on(incident) if said.kind in SAYS_WHO_ELSE_DID_IT)
    )


@dataclass(frozen=True)
class Authors:
    """Who may have done it, as far as the statements on one incident go."""

    claimants: frozenset[int]
    accused: frozenset[int]


@dataclass(frozen=True)
class Situation:
    """Everything that the relation of one speaker to one incident depends on."""

    statement: Statement
    link: About
    authors: Authors
    items: Items

    @cached_property
    def speaker(self) -> Speaker:
        """Who says it."""
        return speaker_of(self.statement, self.items)

    @property
    def shown(self) -> bool:
        """The evidence is more than the speaker's own name: a name does not show how its bearer knows."""
        names = self.speaker.names
        return any(quote.text not in names for quote in self.link.evidence)


# --- what the rows ask ------------------------------------------------------------------------------


def _the_outlet(situation: Situation) -> bool:
    return situation.speaker.actor is OUTLET


def _the_outlet_by_its_own_check(situation: Situation) -> bool:
    return _the_outlet(situation) and situation.shown


def _tells_its_own_act(situation: Situation) -> bool:
    return tells_its_own_act(situation.statement, situation.link.incident, situation.items)


def _has_claimed_it(situation: Situation) -> bool:
    return situation.statement.speaker in situation.authors.claimants


def _belongs_to_a_claimant(situation: Situation) -> bool:
    return not situation.speaker.party.isdisjoint(situation.authors.claimants)


def _no_author_is_told(situation: Situation) -> bool:
    """Nobody claims it and nobody is accused: there is no perpetrator whose side the speaker could be on."""
    return not situation.authors.claimants | situation.authors.accused


def _a_party_where_no_author_is_told(situation: Situation) -> bool:
    return _no_author_is_told(situation) and not SIDES.isdisjoint(situation.speaker.kinds)


def _armed(situation: Situation) -> bool:
    """The speaker bears arms, or belongs to somebody who does."""
    return situation.speaker.armed


def _cannot_know_for_itself(situation: Situation) -> bool:
    """It knows at second hand, or the article does not show how it knows, or it is one person alone.

    Second-hand is never independent, and a single witness is a third party.
    """
    if situation.statement.knowledge == "hearsay" or not situation.shown:
        return True
    return situation.speaker.actor.kind == "person"


def _no_official_body(situation: Situation) -> bool:
    """The article's words show neither the speaker nor whom it belongs to as a public body, official or state."""
    return SPEAKS_FOR_ITSELF.isdisjoint(situation.speaker.shown_kinds)


def _whoever_it_is(_: Situation) -> bool:
    return True


@dataclass(frozen=True)
class RelationRule:
    """A row: of those for whom one of the relations in `proposed` was proposed, whoever meets the test has `relation`."""

    says: str
    test: Callable[[Situation], bool]
    relation: Relation
    proposed: frozenset[Relation] = ANY_RELATION

    def holds(self, situation: Situation) -> bool:
        """Whether the row decides the relation."""
        return situation.link.relation in self.proposed and self.test(situation)


RELATIONS: tuple[RelationRule, ...] = (
    RelationRule(
        "the article in its own voice, checked by its own reporter and said so",
        _the_outlet_by_its_own_check,
        "independent",
        proposed=frozenset({"independent"}),
    ),
    RelationRule("the article in its own voice", _the_outlet, "outlet"),
    RelationRule("claims or admits the act", _tells_its_own_act, "perpetrator"),
    RelationRule("has claimed or admitted the act elsewhere", _has_claimed_it, "perpetrator"),
    RelationRule("belongs to one that claimed the act", _belongs_to_a_claimant, "perpetrator_side"),
    RelationRule(
        "a party said to be of the perpetrator's side, where nobody has claimed it or is accused",
        _a_party_where_no_author_is_told,
        "combatant",
        proposed=frozenset({"perpetrator_side"}),
    ),
    RelationRule(
        "the same of somebody who speaks for no party: a suspect's lawyer",
        _no_author_is_told,
        "other",
        proposed=frozenset({"perpetrator_side"}),
    ),
    RelationRule(
        "an armed party is no authority and never independent",
        _armed,
        "combatant",
        proposed=frozenset({"authority", "independent"}),
    ),
    RelationRule(
        "independent, but at second hand, or not shown how it knows, or one person alone",
        _cannot_know_for_itself,
        "other",
        proposed=frozenset({"independent"}),
    ),
    RelationRule(
        "a union, tribe, company, outlet or private person is no authority",
        _no_official_body,
        "other",
        proposed=frozenset({"authority"}),
    ),
    RelationRule("only the article itself is the outlet", _whoever_it_is, "other", proposed=frozenset({"outlet"})),
)
"""First row that holds; where none does, the relation that was proposed stands."""


def settle(statement: Statement, link: About, authors: Authors, items: Items) -> About:
    """A link of a statement to an incident, with the relation that the table gives.

    Args:
        statement: what is said.
        link: what the extractor proposed of the speaker's relation to the incident.
        authors: the claimants of that incident and the accused.
        items: the items of the article.
    """
    situation = Situation(statement, link, authors, items)
    settled = next((rule.relation for rule in RELATIONS if rule.holds(situation)), link.relation)
    return changed(link, {"relation": settled})


def settled(items: Items) -> dict[int, Statement]:
    """Every statement by its id, with its relations settled by the table.

    Args:
        items: the items of the article, with the relations that the extractor proposed, or settled already.
    """
    authors = {number: Authors(claimants(number, items), accused(number, items)) for number in items.linked}
    return {number: _settled(statement, authors, items) for number, statement in items.statements.items()}


def _settled(statement: Statement, authors: Mapping[int, Authors], items: Items) -> Statement:
    about = tuple(settle(statement, link, authors[link.incident], items) for link in statement.about)
    return changed(statement, {"about": about})
