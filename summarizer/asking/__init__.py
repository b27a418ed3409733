"""What a model is asked about one article: the request, windows, repairs, and the run they come to."""
