"""The field of conflict news: its items, checks, derivation, wording, and the codes that others use."""
