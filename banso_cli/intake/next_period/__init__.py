"""What the roster lacks for the list of a further period: the period, municipalities, people."""
