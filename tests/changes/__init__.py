"""Tests of banso_cli.history."""
