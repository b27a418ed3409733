"""A sentence as words, phrases, times, and verbs with who does what to whom; nothing here knows of violence."""
