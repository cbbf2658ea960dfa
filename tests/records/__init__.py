"""Tests of the records, their places and what is counted from them."""
