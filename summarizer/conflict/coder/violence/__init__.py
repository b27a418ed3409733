"""Mentions of violence, the events that they tell, and the incidents of a draft."""
