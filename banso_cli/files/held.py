"""What a command holds until it ends."""

from __future__ import annotations

from contextlib import ExitStack

held = ExitStack()
"""Closed by whoever runs the commands, whatever becomes of the one that has entered something."""
