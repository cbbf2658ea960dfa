"""Where the result of a command goes: the standard output, or a file replaced as a whole."""

from __future__ import annotations

import sys


def put(text: str) -> None:
    """Write text to the standard output, as UTF-8 on every machine."""
    sys.stdout.write(text)


def put_bytes(data: bytes) -> None:
    """Write bytes to the standard output as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def say(line: str) -> None:
    """Write a line to the standard error: talk that is not the result."""
    sys.stderr.write(line + "\n")
