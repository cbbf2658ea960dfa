"""What `banso import` does beside taking in a list of teams."""
