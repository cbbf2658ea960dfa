"""Tests of the forms of findings."""
