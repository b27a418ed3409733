"""Two briefs of one article → what changed, in words: items matched by what they quote, whatever their ids."""

from summarizer.comparing.briefs import changes

__all__ = ["changes"]
