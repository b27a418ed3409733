"""Faults planted into correct drafts: what the verifier catches, and what gets past it."""
