"""Which articles are one text, and whose: copies collapsed to their origin, before anything is counted or compared."""

from summarizer.origins.copies import CopyGroup, Likeness, Origins, find_origins
from summarizer.origins.credits import Credit, credited
from summarizer.origins.printed_articles import PrintedArticle
from summarizer.origins.publishers import same_publisher

__all__ = ["CopyGroup", "Credit", "Likeness", "Origins", "PrintedArticle", "credited", "find_origins", "same_publisher"]
