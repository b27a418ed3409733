"""Verified briefs of conflict news: who threatened whom, which attacks are confirmed or claimed, and on whose word."""
