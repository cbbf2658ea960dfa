"""Published lists in the shapes in which they come."""
