"""The letters of texts."""
