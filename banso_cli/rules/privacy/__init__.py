"""What a roster must not tell of a person."""
