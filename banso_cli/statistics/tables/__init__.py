"""Tables, what stands in them, and how people read it."""
