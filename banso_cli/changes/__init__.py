"""Two states of a roster: what differs, what a change introduced, and the life of a record."""
