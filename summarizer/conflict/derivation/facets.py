"""Which facets of an incident a statement covers: read off its own words, never off the sentence around them."""

import re
from itertools import chain

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
    content = statement.content
    sources = {casualty.source for casualty in incident.casualties} - {None}
    told: tuple[tuple[Facet, object], ...] = (
        ("happened", statement.kind in UPHOLDS),
        ("target", _covers(content, *(target.text for target in incident.targets))),
        ("place", _covers(content, incident.place)),
        ("time", _covers(content, incident.time)),
        ("weapon", _covers(content, incident.weapon)),
        ("toll", _covers(content, *(casualty.count for casualty in incident.casualties))),
        ("author", statement.whom or statement.kind in CLAIMS_IT),
        ("toll", statement.speaker in sources),
    )
    return tuple(dict.fromkeys(facet for facet, covered in told if covered))


def _covers(content: Quotes, *slots: Quotes) -> bool:
    """Whether a quotation of a slot lies in the content, or stands there again as it is: "an" does not in "and"."""
    return any(
        re.search(rf"(?<!\w){re.escape(quote.text)}(?!\w)", said.text) for quote in chain(*slots) for said in content
    )
