"""Brackets that are opened and not closed, or closed and not opened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from banso_cli.reading.slips.lines import Line, keys
from banso_cli.reading.slips.slip import Slip, slip_in
from banso_cli.yaml.fault import FaultKind

_CLOSING = {"[": "]", "{": "}"}
_OPENING = {"]": "[", "}": "{"}
_TOKEN = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[\[\]{}]""")


def brackets(lines: Sequence[Line], at: int) -> Iterator[Slip]:
    """Yield what would pair the brackets of a line."""
    line = lines[at]
    open_at: list[int] = []
    for match in _TOKEN.finditer(line.text, line.value, line.end):
        mark, where = match.group(), match.start()
        if mark in _CLOSING:
            open_at.append(where)
        elif mark in _OPENING:
            if open_at and line.text[open_at[-1]] == _OPENING[mark]:
                open_at.pop()
                continue
            if open_at:
                closing = _CLOSING[line.text[open_at[-1]]]
                yield _slip(line, where, (where, where + 1, closing), "other")
            else:
                for start in sorted({line.head, line.value}):
                    yield _slip(line, where, (start, start, _OPENING[mark]), "close")
                yield _slip(line, where, (where, where + 1, ""), "surplus")
    for where in open_at:
        mark = _CLOSING[line.text[where]]
        ends = [line.end, *(match.start() for match in re.finditer("[,}]", line.text[: line.end]))]
        for end in ends:
            if end > where:
                yield _slip(line, where, (end, end, mark), "open")
        yield _slip(line, where, (where, where + 1, ""), "surplus")


def braces(lines: Sequence[Line], at: int) -> Iterator[Slip]:
    """Yield the braces that keys on the line of another key may lack."""
    line = lines[at]
    if line.key and re.match(rf"(?:{keys()}): ", line.written):
        text = f"{{{line.written}}}"
        place, edit = (line.value, line.value + 1), (line.value, line.end, text)
        yield slip_in(line, FaultKind.UNPAIRED_MARK, edit, ("braces", text), place, "{")


def _slip(line: Line, where: int, edit: tuple[int, int, str], cause: str) -> Slip:
    return slip_in(line, FaultKind.UNPAIRED_MARK, edit, (cause, edit[2]), (where, where + 1))
