"""Tests of banso_cli.commands."""
