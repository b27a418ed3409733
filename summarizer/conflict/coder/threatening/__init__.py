"""Threats, warnings of others, and postures."""
