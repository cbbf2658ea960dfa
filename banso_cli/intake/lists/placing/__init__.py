"""From the rows of a list to its teams: which row is whose."""
