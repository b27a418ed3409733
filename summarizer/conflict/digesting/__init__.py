"""Many articles with their briefs → a digest: each incident once, by whose word, from how many origins, and what changed."""

from summarizer.conflict.digesting.digesting import DigestMade, digest, make_digest
from summarizer.conflict.digesting.naming import KnownIncidents
from summarizer.conflict.digesting.read_articles import ReadArticle

__all__ = ["DigestMade", "KnownIncidents", "ReadArticle", "digest", "make_digest"]
