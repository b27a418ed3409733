"""Many articles → incidents: which of them tell of one, on what evidence, and how many it struck."""

from summarizer.conflict.digesting.linking import Linked, Proposal, Told, link

__all__ = ["Linked", "Proposal", "Told", "link"]
