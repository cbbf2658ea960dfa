"""The base of all records, and the types, names and words of their fields."""
