"""Letters: what of a text can be seen."""
