"""Briefs measured against gold answers: reading gold, pairing, scoring, figures, and the formats of two corpora."""

from summarizer.conflict.mapping.predictions import Predicted, line_for, predicted
from summarizer.evaluation.figures import Figures, figures_of
from summarizer.evaluation.gold import Gold, GoldArticle, GoldSet, load_gold
from summarizer.evaluation.report import page
from summarizer.evaluation.scoring import Scored, Verdict, score
from summarizer.evaluation.skeleton import skeleton_of

__all__ = [
    "Figures",
    "Gold",
    "GoldArticle",
    "GoldSet",
    "Predicted",
    "Scored",
    "Verdict",
    "figures_of",
    "line_for",
    "load_gold",
    "page",
    "predicted",
    "score",
    "skeleton_of",
]
