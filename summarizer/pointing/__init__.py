"""Mention → Quote: words looked up in the article, checked, dropped where they do not hold, and accounted for."""
