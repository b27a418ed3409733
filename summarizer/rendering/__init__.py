"""(Brief, Document) → text, Markdown or JSON."""
