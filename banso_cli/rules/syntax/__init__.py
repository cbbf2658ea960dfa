"""What keeps a file from being read."""
