"""Which facets of an incident a statement covers: read off its own words, never off the sentence around them."""

from summarizer.conflict.statement_kinds import CLAIMS_IT, UPHOLDS
from summarizer.documents.quotes import Quotes
from summarizer.schemas.brief import Incident, Statement
from summarizer.schemas.vocabulary import Facet


def facets_of(statement: Statement, incident: Incident) -> tuple[Facet, ...]:
    """The facets that the content of the statement covers.

    A slot is covered where the words of one of its quotations stand in the content:
    'confirmed the attack on the base' covers the target, not the drone named before it.
    The author is also covered by naming or being the one who did it, the toll by being the source of a count.

    Args:
        statement: what is said.
        incident: the incident that it speaks of.

    Returns:
        The facets, each once: whether it happened, then in the order of the slots.
    """
    slots: tuple[tuple[Facet, Quotes], ...] = (
        ("target", tuple(quote for target in incident.targets for quote in target.text)),
        ("place", incident.place),
        ("time", incident.time),
        ("weapon", incident.weapon),
        ("toll", tuple(quote for casualty in incident.casualties for quote in casualty.count)),
    )
    covered: list[Facet] = ["happened"] if statement.kind in UPHOLDS else []
    covered += [facet for facet, quotes in slots if _covers(statement.content, quotes)]
    if statement.whom or statement.kind in CLAIMS_IT:
        covered.append("author")
    if statement.speaker in {casualty.source for casualty in incident.casualties} - {None}:
        covered.append("toll")
    return tuple(dict.fromkeys(covered))


def _covers(content: Quotes, slot: Quotes) -> bool:
    """Whether a quotation of the slot lies in the content, or stands there again word for word."""
    return any(quote.text in said.text for quote in slot for said in content)
