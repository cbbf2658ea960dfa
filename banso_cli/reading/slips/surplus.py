"""Marks and line breaks that are too many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from banso_cli.reading.slips.lines import Line
from banso_cli.reading.slips.slip import Slip, slip_in
from banso_cli.text.splice import Splice
from banso_cli.yaml.fault import FaultKind

_SURPLUS = re.compile(
    r"""[-#"'\[\]{}&*!|>%@`,?]|(?<=[a-z])[ ](?=[a-z_]+:)"""
    r"""|:(?=\S)|(?<=:):|(?<=[ ]):|^:"""  # but not the colon between a key and a value
)
_COLON = r":(?:\s|$)"
_IN_VALUES = "\"'[]{}:"
_ONLY_MARKS = r"[-=*_.]{3,}\s*"


def joined(lines: Sequence[Line], at: int) -> Iterator[Slip]:
    """Yield line breaks that may be too many in front of a line."""
    line = lines[at]
    if at == 0 or line.is_blank or (line.key and lines[at - 1].is_blank):
        return
    before = lines[at - 1]
    start, end = before.start + len(before.text), line.start + line.indent
    for text in ("", " "):
        splices = (Splice(start, end, text),)
        place = line.start, line.start + max(line.indent, 1)
        yield Slip(FaultKind.SURPLUS_MARK, *place, splices, "", ("joined", ""))


def surplus_in_head(lines: Sequence[Line], at: int) -> Iterator[Slip]:
    """Yield marks that may be too many in front of the value, or lines of marks alone."""
    line = lines[at]
    if re.fullmatch(_ONLY_MARKS, line.text) and at + 1 < len(lines):
        yield _surplus(line, 0, len(line.text), lines[at + 1].start - line.start)
        return
    value = 0 if line.is_blank else _value(line)
    for match in _SURPLUS.finditer(line.text, 0, value):
        yield _surplus(line, match.start(), match.end(), match.end())


def surplus_in_value(lines: Sequence[Line], at: int) -> Iterator[Slip]:
    """Yield quotation marks, brackets and colons that may be too many in a value."""
    line = lines[at]
    for match in _SURPLUS.finditer(line.text, _value(line)):
        if match.group() in _IN_VALUES:
            yield _surplus(line, match.start(), match.end(), match.end())


def _value(line: Line) -> int:
    """Return where the value begins, also behind a key that is not known.

    A mark that touches the colon is in front of it.
    """
    colon = re.search(_COLON, line.text)
    value = line.value if colon is None else colon.end()
    return value + (line.text[value - 1 : value] == ":")


def _surplus(line: Line, start: int, end: int, to: int) -> Slip:
    told = "surplus", line.text[start:end]
    return slip_in(line, FaultKind.SURPLUS_MARK, (start, to, ""), told, (start, end))
