"""What `banso validate` does."""
