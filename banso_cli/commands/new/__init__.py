"""`banso new`: a command a kind of record."""
