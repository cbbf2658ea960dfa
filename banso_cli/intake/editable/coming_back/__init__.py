"""Reads an edited workbook, and makes edits of the roster from it."""
