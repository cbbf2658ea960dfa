"""What `banso report` does."""
