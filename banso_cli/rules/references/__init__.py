"""Names and codes that records give for one another, and their sources."""
