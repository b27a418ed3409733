"""The checks: small pure functions, listed in one table.

Grounding (every mention verbatim in its sentence) comes before all of these and is no row: an item
that is not located cannot be checked.
"""

from summarizer.document import Document
from summarizer.schemas.brief import Finding
from summarizer.verification.checks.actors import ACTOR_LINKS
from summarizer.verification.checks.attribution import ATTRIBUTION
from summarizer.verification.checks.casualties import CASUALTIES
from summarizer.verification.checks.check import Check
from summarizer.verification.checks.conditions import CONDITIONS
from summarizer.verification.checks.denials import DENIALS
from summarizer.verification.checks.direction import DIRECTION
from summarizer.verification.checks.duplicates import RESTATEMENT, SUMS
from summarizer.verification.checks.hedges import HEDGES
from summarizer.verification.checks.instructions import ORDERS, instruction_findings, language_findings
from summarizer.verification.checks.kind import STATEMENT_KIND, THREAT_KIND, WARNING_KIND
from summarizer.verification.checks.links import INCIDENT_LINKS, STATEMENT_LINKS
from summarizer.verification.checks.modality import FRAME, STAGE
from summarizer.verification.checks.names import ALIAS, ALPHABET, LONGER_NAME
from summarizer.verification.checks.parties import PARTIES
from summarizer.verification.checks.placement import PLACEMENT
from summarizer.verification.checks.polarity import POLARITY
from summarizer.verification.checks.speech import SPEAKER
from summarizer.verification.checks.substance import SUBSTANCE
from summarizer.verification.checks.threat_status import THREAT_STATUS
from summarizer.verification.checks.tolls import TOLLS
from summarizer.verification.checks.unity import UNITY
from summarizer.verification.checks.violence import ATTACK_KIND
from summarizer.verification.items import Items
from summarizer.verification.plain import plain

CHECKS: tuple[Check, ...] = (
    SPEAKER,
    ATTRIBUTION,
    STATEMENT_KIND,
    THREAT_KIND,
    WARNING_KIND,
    CONDITIONS,
    THREAT_STATUS,
    STAGE,
    FRAME,
    HEDGES,
    POLARITY,
    CASUALTIES,
    DIRECTION,
    UNITY,
    PARTIES,
    STATEMENT_LINKS,
    INCIDENT_LINKS,
    ACTOR_LINKS,
    ALIAS,
    LONGER_NAME,
    ALPHABET,
    RESTATEMENT,
    SUMS,
    ORDERS,
    SUBSTANCE,
    ATTACK_KIND,
    TOLLS,
    PLACEMENT,
    DENIALS,
)
"""Every check on items, in the order in which they run."""


def document_findings(document: Document) -> tuple[Finding, ...]:
    """What is to be said of the article itself: its language, and sentences that give orders to a reader."""
    read = plain(Items(document=document))
    orders = instruction_findings(read.items.document)
    return (
        *language_findings(document),
        *(finding.model_copy(update={"quotes": read.original(finding.quotes)}) for finding in orders),
    )


__all__ = ["CHECKS", "Check", "document_findings"]
