"""Versioned instruction files, and the one reader for them."""
