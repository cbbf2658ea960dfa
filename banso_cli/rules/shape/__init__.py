"""Keys and kinds of values, as the records declare them."""
