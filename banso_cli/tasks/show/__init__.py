"""What `banso show` does, and what the shell completes from the same names."""
