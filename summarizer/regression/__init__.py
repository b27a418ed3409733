"""A folder of articles with accepted briefs, and what has changed in words."""
