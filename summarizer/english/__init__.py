"""Reading English: clauses, quotation marks, numbers, days; in `grammar`, a sentence as phrases and verbs."""
