"""Parting the titles of classes where a reader would, so that they fit a column."""

from __future__ import annotations

import re
from itertools import pairwise

from wcwidth import wcswidth

from banso_cli.terminal.wrapping import CLOSING, wrapped

_SEAM = re.compile(
    r"""(?: (?<=以上|以下|未満) | (?<=[・、，,/／\ ]) | (?=[（(])
      | (?: (?<=[一-鿿]{2}の) | (?<=法人) ) (?=..)
      | (?<=[一-鿿]{2}) (?=[ァ-ヶー]{2}) | (?<=[a-z]-) (?=[a-z]) )
    """
    rf"(?! [\ {re.escape(''.join(sorted(CLOSING)))}] | \Z )",
    re.VERBOSE,
)
"""Where the title of a class may be parted, if not before a closing mark: behind a bound, a dot or
a blank, before a bracket, behind の or 法人, where katakana follow, and at a hyphen."""


def pieces_of(label: str) -> tuple[str, ...]:
    """Return the parts of a class's title that stay whole; together they are the title."""
    starts = [0, *(found.start() for found in _SEAM.finditer(label)), len(label)]
    return tuple(label[start:end] for start, end in pairwise(starts) if start < end)


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
