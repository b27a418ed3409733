"""A brief's statuses in the codes of others: the news gold and MUC-4."""
