"""The checks: small pure functions, listed in one table.

Grounding (every mention verbatim in its sentence) comes before all of these and is no row: an item
that is not located cannot be checked.
"""

from summarizer.conflict.checks.actors import ACTOR_LINKS
from summarizer.conflict.checks.casualties import CASUALTIES
from summarizer.conflict.checks.conditions import CONDITIONS
from summarizer.conflict.checks.denials import DENIALS
from summarizer.conflict.checks.direction import DIRECTION
from summarizer.conflict.checks.duplicates import RESTATEMENT, SUMS
from summarizer.conflict.checks.hedges import HEDGES
from summarizer.conflict.checks.instructions import ORDERS, instruction_findings, language_findings
from summarizer.conflict.checks.kind import STATEMENT_KIND, THREAT_KIND, WARNING_KIND
from summarizer.conflict.checks.links import INCIDENT_LINKS, STATEMENT_LINKS
from summarizer.conflict.checks.modality import FRAME, STAGE
from summarizer.conflict.checks.names import ALIAS, ALPHABET, LONGER_NAME, NO_NAME
from summarizer.conflict.checks.parties import PARTIES
from summarizer.conflict.checks.placement import PLACEMENT
from summarizer.conflict.checks.polarity import POLARITY
from summarizer.conflict.checks.readers import ADDRESSING
from summarizer.conflict.checks.saying import ATTRIBUTION
from summarizer.conflict.checks.speech import SPEAKER
from summarizer.conflict.checks.substance import SUBSTANCE
from summarizer.conflict.checks.threat_status import THREAT_STATUS
from summarizer.conflict.checks.told_again import TOLD_AGAIN
from summarizer.conflict.checks.tolls import TOLLS
from summarizer.conflict.checks.unity import UNITY
from summarizer.conflict.checks.violence import ATTACK_KIND
from summarizer.documents.document import Document
from summarizer.pointing.audit import Finding
from summarizer.pointing.check import Check

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
    NO_NAME,
    ALIAS,
    LONGER_NAME,
    ALPHABET,
    RESTATEMENT,
    SUMS,
    ORDERS,
    ADDRESSING,
    SUBSTANCE,
    ATTACK_KIND,
    TOLLS,
    TOLD_AGAIN,
    PLACEMENT,
    DENIALS,
)
"""Every check on items, in the order in which they run."""


def document_findings(document: Document) -> tuple[Finding, ...]:
    """What is to be said of the article itself: its language, and sentences that give orders to a reader."""
    return (*language_findings(document), *instruction_findings(document))


__all__ = ["CHECKS", "Check", "document_findings"]
