"""Where an article comes from: files, standard input and texts; one reader a kind, in the table of `registry`."""
