"""Tests of the writers of the roster."""
