"""Draft + Document → Brief: grounding, checks, derivation, coverage."""
