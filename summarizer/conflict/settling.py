"""What tables settle before the checks run, whatever was proposed: relations, what goes unsaid, what the article tells."""

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from summarizer.conflict import derivation
from summarizer.conflict.checks.actors import is_only_described
from summarizer.conflict.derivation.facets import facets_of
from summarizer.conflict.derivation.occurrence import PERPETRATORS
from summarizer.conflict.items import Items
from summarizer.conflict.named import related
from summarizer.conflict.statement_kinds import ACCUSES, CLAIMS_IT, OF_ITS_OWN_DEED, RETRACTS, STATEMENT_KINDS, TELLS_IT
from summarizer.lexicons import pattern
from summarizer.pointing.dropping import changed
from summarizer.schemas.brief import About, Actor, Incident, Statement
from summarizer.schemas.vocabulary import ActorKind, Identity, Relation, StatementKind


def settled(items: Items) -> Items:
    """The items as they are checked, and as the brief holds them.

    Args:
        items: as they were located, or settled already.
    """
    items = replace(items, statements={number: _as_said(said, items) for number, said in items.statements.items()})
    statements = {number: _corrected(_to_purpose(said), items) for number, said in derivation.settled(items).items()}
    incidents = {number: _as_told(incident, items) for number, incident in items.incidents.items()}
    actors = {number: _as_called(actor) for number, actor in items.actors.items()}
    return replace(items, actors=actors, statements=statements, incidents=incidents)


def _as_called(actor: Actor) -> Actor:
    """An actor whose name is only a description is not named, whatever was proposed."""
    if actor.identity == "named" and is_only_described(actor):
        return changed(actor, {"identity": DESCRIBED.get(actor.kind, "anonymous")})
    return actor


DESCRIBED: Mapping[ActorKind, Identity] = {"people": "generic"}
"""What somebody is who is only described, if not anonymous."""


def _as_said(statement: Statement, items: Items) -> Statement:
    """A report of one's own success against an attack is no claim of the attack: it says whose attack it was.

    The fleet says that it shot down the rebels' drones; who is given as no doer, and claims in no words, tells of others.
    """
    links = [
        (items.incidents[link.incident].stage, link.relation)
        for link in statement.about
        if link.incident in items.incidents
    ]
    met = [stage in ("intercepted", "foiled") and relation not in PERPETRATORS for stage, relation in links]
    own = [actor for actor in statement.whom if related(items, statement.speaker or actor, actor)]
    outright = pattern("cues", "claim").search(" ".join(quote.text for quote in statement.cue))
    of_others = all((statement.kind in CLAIMS_IT, statement.whom, not own, met, *met, not outright))
    return changed(statement, {"kind": "assert"} if of_others else {})


def _corrected(statement: Statement, items: Items) -> Statement:
    """A retraction in words of a correction takes back what its words give of the account, and not the account."""
    told = " ".join(quote.text for quote in (*statement.cue, *statement.content))
    is_correction = (
        statement.kind in RETRACTS,
        not statement.contradicts,
        pattern("cues", "correcting").search(told),
        not pattern("cues", "withdrawing").search(told),
    )
    incidents = (items.incidents[link.incident] for link in statement.about if link.incident in items.incidents)
    facets = {facet for incident in incidents for facet in facets_of(statement, incident)} if all(is_correction) else ()
    return changed(statement, {"contradicts": tuple(sorted(facets))} if facets else {})


# --- what goes unsaid ---------------------------------------------------------------------------------


SHOWN_BY_ITSELF: Mapping[Relation, Container[StatementKind]] = {"outlet": STATEMENT_KINDS, "perpetrator": CLAIMS_IT}
"""Relations that a statement of these kinds shows by itself, so that no other words have to."""

GOES_UNSAID: tuple[tuple[Callable[[Statement], bool], Mapping[str, Any]], ...] = (
    (lambda said: said.kind not in ACCUSES, {"role": "unspecified"}),
    (lambda said: _is_just_told(said), {"speaker_words": ()}),
    (lambda said: _knows_of_course(said), {"knowledge": "not_stated"}),
    (lambda said: _rounds(said), {"hedge": ()}),
    (lambda said: _takes_back_first(said), {"hedge": ()}),
)
"""Fields that neither a status nor the page asks of such a statement, as they are where nothing is said.

Only blame has a role. What nothing rests on could say anything, and nobody would notice.
"""


def _is_just_told(statement: Statement) -> bool:
    """Whether the article itself tells it, and does not show that it found out."""
    return {link.relation for link in statement.about} == {"outlet"}


def _rounds(statement: Statement) -> bool:
    """Whether what is given as hedge leaves a number or an hour open, and not what happened: "about", "up to"."""
    rounding = pattern("modality", "rounding")
    return all(rounding.fullmatch(quote.text) for quote in statement.hedge)


def _takes_back_first(statement: Statement) -> bool:
    """Whether somebody takes a report back, and says only then, with care, what it knows now."""
    before = (
        said.text[: hedge.start - said.start]
        for hedge in statement.hedge
        for said in statement.content
        if said.holds(hedge)
    )
    return statement.kind in RETRACTS and any(map(_SENTENCE_ENDS.search, before))


_SENTENCE_ENDS = re.compile(r"[.!?][\"”’']?\s")


def _knows_of_course(statement: Statement) -> bool:
    """Whether it is said that its speaker knows it, and goes without saying: its own deed, or what the article just tells."""
    if statement.knowledge != "own":
        return False
    return statement.kind in OF_ITS_OWN_DEED or _is_just_told(statement)


def _to_purpose(statement: Statement) -> Statement:
    """A statement, its relations settled, without what goes unsaid."""
    update: dict[str, Any] = {"about": tuple(map(partial(_with_what_shows_it, statement), statement.about))}
    for holds, unsaid in GOES_UNSAID:
        if holds(statement):
            update |= unsaid
    return changed(statement, update)


def _with_what_shows_it(statement: Statement, link: About) -> About:
    """A link with the words that show the relation, where the statement does not show it by itself."""
    by_itself = statement.kind in SHOWN_BY_ITSELF.get(link.relation, ())
    return changed(link, {"evidence": ()} if by_itself else {})


# --- what the article tells ---------------------------------------------------------------------------


def _as_told(incident: Incident, items: Items) -> Incident:
    """An incident with whether the article states it itself, and whom it then names, as the statements that are left say.

    Of what only sums up others no statement need be left.
    """
    if incident.summarises:
        return incident
    own = list(filter(_states_it, items.statements_on(incident.id)))
    doers = {doer for said in own for doer in said.whom}
    return changed(incident, {"told": bool(own), "doers": tuple(sorted(doers))})


def _states_it(statement: Statement) -> bool:
    """Whether the article states it itself, without a hedge."""
    return statement.kind in TELLS_IT and (statement.speaker, statement.hedge) == (None, ())
