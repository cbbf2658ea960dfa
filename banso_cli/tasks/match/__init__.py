"""What `banso match` does, one module for each thing that may be asked of it."""
