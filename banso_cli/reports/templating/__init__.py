"""Templates: those of banso, and those of the user."""
