"""What is personal in a roster, and its lines and names without it."""
