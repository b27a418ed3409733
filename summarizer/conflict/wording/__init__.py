"""A brief of conflict news as a page: which sections, which rows, in which words."""
