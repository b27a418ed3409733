"""The checks: small pure functions, listed in one table."""
