"""What the commands of `banso new` do."""
