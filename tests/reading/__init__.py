"""Tests of reading: places, faults, and files that nobody meant."""
