"""What the speaker of a statement is to an incident: role beats verb, and beats the extractor's word."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from summarizer.conflict.items import Items
from summarizer.conflict.statement_kinds import CLAIMS_IT, SAYS_WHO_ELSE_DID_IT, TELLS_IT
from summarizer.schemas.brief import About, Actor, Statement
from summarizer.schemas.vocabulary import ActorKind, Relation

ARMED: frozenset[ActorKind] = frozenset({"armed_group", "armed_forces"})
SPEAKS_FOR_ITSELF: frozenset[ActorKind] = frozenset({"public_body", "official", "state"})
SIDES: frozenset[ActorKind] = ARMED | SPEAKS_FOR_ITSELF
"""Kinds that speak for a party: an armed one, a state, or their officials."""


def party(actor: int | None, items: Items, *, shown: bool = False) -> frozenset[int]:
    """The actor with everything that it belongs to, directly or not; with `shown`, by links with evidence only."""
    found: set[int] = set()
    open_ids = [actor] if actor is not None else []
    while open_ids:
        current = open_ids.pop()
        if current in found or current not in items.actors:
            continue
        found.add(current)
        links = items.actors[current].affiliations
        open_ids.extend(link.actor for link in links if link.evidence or not shown)
    return frozenset(found)


def kinds(members: Iterable[int], items: Items) -> frozenset[ActorKind]:
    """The kinds of these actors."""
    return frozenset(items.actors[member].kind for member in members)


def principals(statement: Statement, items: Items) -> frozenset[int]:
    """Those on whose account an act is claimed or denied: the actors named, else whom the speaker speaks for."""
    if statement.whom:
        return frozenset(actor for actor in statement.whom if actor in items.actors)
    speaker = items.speaker(statement.speaker)
    if speaker is None:
        return frozenset()
    speaks_for = [link.actor for link in speaker.affiliations if link.actor in items.actors]
    if speaker.kind in {"official", "person", "outlet", "people"} and speaks_for:
        return frozenset(speaks_for)
    return frozenset({speaker.id})


def tells_its_own_act(statement: Statement, incident: int, items: Items) -> bool:
    """Claims or admits it; or, as its perpetrator, states that its own side did it: claiming, whatever the verb."""
    own = bool(set(statement.whom) & party(statement.speaker, items))
    as_perpetrator = any(link.incident == incident and link.relation == "perpetrator" for link in statement.about)
    return statement.kind in CLAIMS_IT or (statement.kind in TELLS_IT and own and as_perpetrator)


def claimants(incident: int, items: Items) -> frozenset[int]:
    """Every actor in whose name the incident is claimed or admitted, retracted claims included."""
    return frozenset(
        actor
        for statement in items.statements_on(incident)
        if tells_its_own_act(statement, incident, items)
        for actor in principals(statement, items) | {statement.speaker}
        if actor is not None
    )


def accused(incident: int, items: Items) -> frozenset[int]:
    """Every actor that somebody says did it."""
    return frozenset(
        actor
        for statement in items.statements_on(incident)
        if statement.kind in SAYS_WHO_ELSE_DID_IT
        for actor in statement.whom
    )


@dataclass(frozen=True)
class Situation:
    """Everything that the relation of one speaker to one incident depends on."""

    statement: Statement
    proposed: Relation
    shown: bool
    speaker: Actor | None
    party: frozenset[int]
    kinds: frozenset[ActorKind]
    claimants: frozenset[int]
    accused: frozenset[int]
    shown_kinds: frozenset[ActorKind]
    own_act: bool

    @property
    def shares_a_claimant(self) -> bool:
        """The speaker belongs to a claimant."""
        return bool(self.party & self.claimants)


@dataclass(frozen=True)
class RelationRule:
    """A row: where the test holds, the relation is this one."""

    says: str
    test: Callable[[Situation], bool]
    relation: Relation


def _second_hand(situation: Situation) -> bool:
    return situation.statement.knowledge == "hearsay"


def _own_authority(situation: Situation) -> bool:
    return bool(situation.shown_kinds & SPEAKS_FOR_ITSELF)


RELATIONS: tuple[RelationRule, ...] = (
    RelationRule(
        "the article in its own voice, checked by its own reporter and said so",
        lambda s: s.speaker is None and s.proposed == "independent" and s.shown,
        "independent",
    ),
    RelationRule("the article in its own voice", lambda s: s.speaker is None, "outlet"),
    RelationRule("claims or admits the act", lambda s: s.own_act, "perpetrator"),
    RelationRule(
        "has claimed or admitted the act elsewhere",
        lambda s: s.speaker is not None and s.speaker.id in s.claimants,
        "perpetrator",
    ),
    RelationRule("belongs to one that claimed the act", lambda s: s.shares_a_claimant, "perpetrator_side"),
    RelationRule(
        "a party said to be of the perpetrator's side, where nobody has claimed it or is accused",
        lambda s: s.proposed == "perpetrator_side" and not (s.claimants or s.accused) and bool(s.kinds & SIDES),
        "combatant",
    ),
    RelationRule(
        "the same of somebody who speaks for no party: a suspect's lawyer",
        lambda s: s.proposed == "perpetrator_side" and not (s.claimants or s.accused),
        "other",
    ),
    RelationRule(
        "an armed party is no authority and never independent",
        lambda s: s.proposed in {"authority", "independent"} and bool(s.kinds & ARMED),
        "combatant",
    ),
    RelationRule(
        "independent, but at second hand, or not shown how it knows, or one person alone",
        lambda s: (
            s.proposed == "independent"
            and (_second_hand(s) or not s.shown or (s.speaker is not None and s.speaker.kind == "person"))
        ),
        "other",
    ),
    RelationRule(
        "a union, tribe, company, outlet or private person is no authority",
        lambda s: s.proposed == "authority" and not _own_authority(s),
        "other",
    ),
    RelationRule("only the article itself is the outlet", lambda s: s.proposed == "outlet", "other"),
)
"""First row that holds; where none does, the relation that was proposed stands."""


def settle(statement: Statement, link: About, authors: tuple[frozenset[int], ...], items: Items) -> About:
    """The link with the relation that the table gives; `authors` are the claimants of its incident and the accused."""
    members = party(statement.speaker, items)
    situation = Situation(
        statement=statement,
        proposed=link.relation,
        shown=_beyond_the_name(link, items.speaker(statement.speaker)),
        speaker=items.speaker(statement.speaker),
        party=members,
        kinds=kinds(members, items),
        claimants=authors[0],
        accused=authors[1],
        shown_kinds=kinds(party(statement.speaker, items, shown=True), items),
        own_act=tells_its_own_act(statement, link.incident, items),
    )
    for rule in RELATIONS:
        if rule.test(situation):
            return link if link.relation == rule.relation else link.model_copy(update={"relation": rule.relation})
    return link


def _beyond_the_name(link: About, speaker: Actor | None) -> bool:
    """Whether the evidence is more than the speaker's own name: a name does not show how its bearer knows."""
    named = speaker is not None and speaker.identity == "named"
    names = [quote.text for quote in (*speaker.name, *speaker.aliases)] if speaker and named else []
    return any(quote.text not in names for quote in link.evidence)


def settled(items: Items) -> dict[int, Statement]:
    """Every statement with its relations settled by the table."""
    authors = {number: (claimants(number, items), accused(number, items)) for number in items.linked}
    return {number: _settled(statement, authors, items) for number, statement in items.statements.items()}


def _settled(statement: Statement, authors: Mapping[int, tuple[frozenset[int], ...]], items: Items) -> Statement:
    about = tuple(settle(statement, link, authors[link.incident], items) for link in statement.about)
    return statement if about == statement.about else statement.model_copy(update={"about": about})
