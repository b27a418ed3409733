"""Cassettes: recorded answers, replayed without network or key."""
