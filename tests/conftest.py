"""Rules that hold for every test."""
