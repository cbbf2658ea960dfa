"""Places that do not exist."""
