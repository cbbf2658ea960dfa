"""Tests of banso_cli.changes."""
