"""Draft or brief + Document → Brief, in the field of conflict news; and what of a brief does not hold."""

from collections.abc import Sequence
from typing import cast

from summarizer.conflict.assembled import CONFLICT
from summarizer.documents.document import Document
from summarizer.pointing import verifying
from summarizer.pointing.audit import Audit
from summarizer.pointing.briefs import Policy
from summarizer.pointing.check import Check
from summarizer.pointing.rechecking import Difference, differences
from summarizer.schemas.brief import Brief, UnverifiedBrief
from summarizer.schemas.draft import Draft

__all__ = ["Difference", "differences", "verify"]


def verify(
    proposed: Draft | UnverifiedBrief,
    document: Document,
    *,
    policy: Policy | None = None,
    checks: Sequence[Check] = CONFLICT.checks,
    earlier: Audit = verifying.NOTHING_EARLIER,
) -> Brief:
    """Check everything that is proposed against the document, and derive the statuses.

    Args:
        proposed: a draft, or a brief from anywhere, whose every quotation, link and status is then
            derived again (`differences` tells what did not hold); nothing in it is trusted.
        document: the article that it is of.
        policy: `standard`, or `strict`, which asks more of official accounts (see the occurrence
            table); by default the brief's own, and `standard` for a draft.
        checks: rows of the table of checks to run; all of them unless a test switches one off.
        earlier: what the audit is to go on telling of an earlier round: items that a repair replaced,
            and marks of a second opinion.

    Returns:
        A brief whose every quotation stands in the document. It depends on nothing but the arguments.

    Anything that fits the schema gives a brief: nothing is raised on account of what it says.
    """
    return cast("Brief", verifying.verify(proposed, document, CONFLICT, policy=policy, checks=checks, earlier=earlier))
