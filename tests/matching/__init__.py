"""Matching: the model, the search, the proof and its check."""
