"""Tests of banso_cli.statistics."""
