"""Tests of banso_cli.reports."""
