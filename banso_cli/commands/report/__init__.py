"""`banso report`: its options, forms, folders and checks."""
