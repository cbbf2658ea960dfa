"""Parting the titles of classes where a reader would, so that they fit a column."""

from __future__ import annotations

from wcwidth import wcswidth

from banso_cli.terminal.wrapping import wrapped
from banso_cli.text.seams import pieces_of


def folded(label: str, width: int) -> tuple[str, ...]:
    """Return the lines of a class's title: parted between its pieces, if need be inside them."""
    lines = [""]
    for piece in pieces_of(label):
        word = piece.rstrip()
        for part in wrapped(word, width) if wcswidth(word) > width else (word,):
            if lines[-1] and wcswidth(lines[-1] + part) > width:
                lines.append("")
            lines[-1] += part
        lines[-1] += piece[len(word) :]
    return tuple(line.rstrip() for line in lines)
