"""Names in the lists, and what stands twice."""
