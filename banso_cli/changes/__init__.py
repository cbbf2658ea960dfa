"""Two states of a roster: what a change introduced, asked of git."""
