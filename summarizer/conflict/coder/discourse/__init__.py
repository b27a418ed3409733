"""Who says what: whose words are whose, and the statements of a draft."""
