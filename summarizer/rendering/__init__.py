"""A page → text, Markdown, JSON: how a brief is laid out, whatever its field says on it."""
