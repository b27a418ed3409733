"""Many articles → incidents: which of them tell of one, on what evidence, and how many it struck."""

from summarizer.conflict.digesting.linking import Linked, LinkProposal, ToldArticle, link
from summarizer.conflict.digesting.pieces import PieceOfEvidence, pieces
from summarizer.conflict.digesting.stated_acts import StatedAct, act_of
from summarizer.conflict.digesting.toll_history import TollHistory, toll_history

__all__ = [
    "LinkProposal",
    "Linked",
    "PieceOfEvidence",
    "StatedAct",
    "ToldArticle",
    "TollHistory",
    "act_of",
    "link",
    "pieces",
    "toll_history",
]
