"""What differs between two states of a roster: values, not lines."""
