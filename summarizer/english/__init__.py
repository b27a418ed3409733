"""Reading English: clauses, quotation marks, numbers, days."""
