"""Many articles → incidents: which of them tell of one, on what evidence, and how many it struck."""

from summarizer.conflict.digesting.linking import Linked, LinkProposal, ToldArticle, link

__all__ = ["LinkProposal", "Linked", "ToldArticle", "link"]
