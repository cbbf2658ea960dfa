"""Files of the system: why one cannot be read or written, and the failure that is told of it."""
