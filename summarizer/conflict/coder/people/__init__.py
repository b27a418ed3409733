"""Everybody whom an article names or describes, each once."""
