"""Text → Document: sentences with exact offsets, title, dateline."""
