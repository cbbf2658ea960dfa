"""Sheets in the formats of files and programs."""
