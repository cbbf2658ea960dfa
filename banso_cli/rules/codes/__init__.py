"""Whether a municipal code is one, and belongs to its name."""
