"""The records of the roster and the values that travel between the layers."""
