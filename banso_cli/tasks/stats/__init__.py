"""What `banso stats` does."""
