"""Block scalars: texts in lines of their own behind `|` or `>`, which are kept as they are."""

from __future__ import annotations

import re
from typing import NamedTuple

from banso_cli.yaml.layout import Leaf

_HEADER = re.compile(r"([|>])([-+]?)([1-9]?)([-+]?)[ \t]*(#.*)?")


class Block(NamedTuple):
    """A block scalar, the comment behind its mark, and how many letters of the file it takes."""

    leaf: Leaf
    comment: str
    length: int


def block_scalar(written: str, column: int, value: str) -> Block:
    """Take a block scalar apart; `column` is that of the entry it stands in, counted from 0.

    An indentation that is told by a digit becomes two, which is what banso indents by.
    """
    header, _, content = written.partition("\n")
    match = _HEADER.match(header)
    style, before, digit, after, comment = match.groups() if match else ("", "", "", "", "")
    rows = content.split("\n")
    indent = column + int(digit) if digit else _indent(rows)
    ends_with_text = bool(rows[-1][indent:])
    if not ends_with_text:
        del rows[-1]
    lines = [row[indent:] for row in rows]
    keeps = (before or after) == "+"
    while lines and not keeps and not lines[-1]:
        del lines[-1]
    chomping = "-" if ends_with_text and not value.endswith("\n") else before or after
    length = len(header) + 1 + sum(len(row) + 1 for row in rows[: len(lines)])
    text = f"{style}{'2' if digit else ''}{chomping}"
    leaf = Leaf(text, value, plain=False, lines=tuple(lines), keeps=chomping == "+")
    return Block(leaf, (comment or "").rstrip(" \t"), min(length, len(written)))


def _indent(rows: list[str]) -> int:
    """Return the indentation of the first line with text; lines of blanks only hold nothing."""
    for row in rows:
        text = row.lstrip(" ")
        if text:
            return len(row) - len(text)
    return max(map(len, rows), default=0)
