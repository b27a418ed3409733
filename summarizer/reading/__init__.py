"""Where an article comes from: files and standard input, as text."""
