"""Many articles → incidents: which of them tell of one, on what evidence, and how many it struck."""

from summarizer.conflict.linking.linking import (
    Decided,
    IncidentTelling,
    Linked,
    LinkProposal,
    ToldArticle,
    link,
    link_tellings,
)
from summarizer.conflict.linking.pieces import PieceOfEvidence, pieces
from summarizer.conflict.linking.stated_acts import StatedAct, act_of, act_told
from summarizer.conflict.linking.toll_history import TollHistory, leading_toll, toll_history

__all__ = [
    "Decided",
    "IncidentTelling",
    "LinkProposal",
    "Linked",
    "PieceOfEvidence",
    "StatedAct",
    "ToldArticle",
    "TollHistory",
    "act_of",
    "act_told",
    "leading_toll",
    "link",
    "link_tellings",
    "pieces",
    "toll_history",
]
