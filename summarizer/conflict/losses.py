"""What an item of conflict news loses with others, beyond what its fields say: claims, sums, doubts; and what marks mend."""

from collections.abc import Iterable, Mapping
from typing import Any

from summarizer.conflict.checks.duplicates import end_of_chain
from summarizer.conflict.checks.told_again import each_once
from summarizer.conflict.items import Items
from summarizer.conflict.statement_kinds import CASTS_DOUBT, OF_ITS_OWN_DEED
from summarizer.documents.quotes import Quotes
from summarizer.pointing.audit import Finding, ItemKind, Key
from summarizer.pointing.check import Code
from summarizer.pointing.dropping import told
from summarizer.pointing.field import Mend
from summarizer.pointing.located import AnItem
from summarizer.pointing.merging import end_of
from summarizer.schemas.brief import Incident, Statement, Threat

CODES = {
    "source_dropped": Code("reject", "The one who gives this count was dropped, and the count with it."),
    "nothing_left": Code("reject", "No statement that weighs is left to carry it."),
    "doubt_dropped": Code("warn", "A statement that denies, disputes or retracts it was dropped."),
}


def rule(kind: ItemKind, item: AnItem, kept: Items) -> str | None:
    """Why an item falls with others, beyond what its fields say.

    A statement for others falls with the last of them; words that sum up attacks fall with these, if nobody speaks of
    them.

    Args:
        kind: of the item.
        item: the item.
        kept: those that are left so far, this one among them.

    Returns:
        The code of the reason; None where it stays.
    """
    if kind == "statement":
        return _without_those_it_is_for(kept.statements[item.id], kept)
    if kind == "incident":
        return _sums_up_nothing(kept.incidents[item.id], kept)
    return None


def _without_those_it_is_for(said: Statement, kept: Items) -> str | None:
    """A claim or a denial in the name of others would become its speaker's own without them."""
    if said.kind not in OF_ITS_OWN_DEED or not said.whom:
        return None
    return "rests_on_rejected" if kept.actors.keys().isdisjoint(said.whom) else None


def _sums_up_nothing(incident: Incident, kept: Items) -> str | None:
    if not incident.summarises or kept.statements_on(incident.id):
        return None
    return "rests_on_rejected" if kept.incidents.keys().isdisjoint(incident.summarises) else None


def doubts_dropped(located: Items, left: Items, merged: Mapping[Key, int]) -> Iterable[Finding]:
    """What is told of an incident that is left when a statement that casts doubt on it is not.

    Args:
        located: the items as the extractor proposed them.
        left: those that are in the brief.
        merged: the id of the item that each merged one became.
    """
    doubted: dict[int, Finding] = {}
    for said in located.statements.values():
        if said.kind in CASTS_DOUBT and end_of(("statement", said.id), merged) not in left.statements:
            for link in said.about:
                number = end_of(("incident", link.incident), merged)
                doubted[number] = told("doubt_dropped", ("incident", number), codes=CODES)
    return tuple(finding for number, finding in doubted.items() if number in left.incidents)


# --- marks that change an item ----------------------------------------------------------------------


def _with_hedge(said: Statement, hedges: Quotes, _: Items) -> dict[str, Any]:
    return {"hedge": tuple(dict.fromkeys((*said.hedge, *hedges)))}


def _standing_for_itself(*_: Any) -> dict[str, Any]:
    return {"restates": None}


def _restating_the_first(threat: Threat, _: Quotes, items: Items) -> dict[str, Any]:
    return {"restates": end_of_chain(threat, items.threats)}


def _counting_once(incident: Incident, _: Quotes, items: Items) -> dict[str, Any]:
    return {"casualties": each_once(incident, items)}


MENDS: Mapping[str, Mend] = {
    "hedge_left_out": _with_hedge,
    "restates_nothing": _standing_for_itself,
    "restates_in_circle": _standing_for_itself,
    "restates_a_retelling": _restating_the_first,
    "count_told_again": _counting_once,
}
"""A statement gets the hedge that the extractor left out; a threat restates what stands for itself, or stands so; a count stands once."""
