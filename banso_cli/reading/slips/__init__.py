"""Slips of the keyboard that keep a file from being read, found by a look at its lines.

Each module proposes what a line may have been meant to be; `search` keeps what makes the file one
that can be read. No words of a parser are needed for it.
"""
