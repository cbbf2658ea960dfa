"""Lines that stand a blank too far in or out, and dashes that are missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from banso_cli.reading.slips.lines import Line
from banso_cli.reading.slips.slip import Slip, slip_in
from banso_cli.text.splice import Splice
from banso_cli.yaml.fault import FaultKind

_NEAR = 8
"""Lines in front of and behind one whose columns it may have been meant to share."""


def indents(lines: Sequence[Line], at: int) -> Iterator[Slip]:
    """Yield the line, alone and with those that belong to it, at the columns of its neighbours."""
    line = lines[at]
    if line.is_blank:
        return
    columns = _columns(lines, at)
    below = _below(lines, at)
    for column in sorted(columns - {line.indent}, key=lambda each: (abs(each - line.indent), each)):
        yield _moved([line], column)
        if below:
            yield _moved([line, *below], column)


def _columns(lines: Sequence[Line], at: int) -> set[int]:
    """Return where a line may begin, as its neighbours do, or as entries of their lists."""
    near = [*lines[max(at - _NEAR, 0) : at], *lines[at + 1 : at + 4]]
    columns = {0}
    for other in near:
        if not other.is_blank:
            columns |= {other.indent, other.head}
            if not other.written:
                columns.add(other.head + 2)
    return columns


def _below(lines: Sequence[Line], at: int) -> list[Line]:
    """Return the lines that stand deeper than this one, or as deep as its first key."""
    found = []
    for other in lines[at + 1 :]:
        if other.is_blank or other.indent <= lines[at].indent:
            break
        found.append(other)
    return found


def _moved(lines: Sequence[Line], column: int) -> Slip:
    first = lines[0]
    shift = column - first.indent
    splices = tuple(
        Splice(line.start, line.start + line.indent, " " * max(line.indent + shift, 0))
        for line in lines
    )
    what = first.key or ("-" if first.dash else "")
    told = (what, str(column), str(shift), str(len(lines) - 1))
    kind = FaultKind.INDENTATION
    return Slip(kind, first.start, first.start + first.indent, splices, "", told)


def tabs(lines: Sequence[Line], at: int) -> Iterator[Slip]:
    """Yield the columns that a line indented by tabs may have been meant to have."""
    line = lines[at]
    if "\t" not in line.text[: line.head]:
        return
    dash = "- " if line.dash else ""
    for column in sorted(_columns(lines, at)):
        at, edit = line.text.index("\t"), (0, line.head, " " * column + dash)
        told = ("tab", str(column), "", "0")
        yield slip_in(line, FaultKind.INDENTATION, edit, told, (at, at + 1))


def dashes(lines: Sequence[Line], at: int) -> Iterator[Slip]:
    """Yield dashes that may be missing in front of a line, in the columns of others."""
    line = lines[at]
    if line.is_blank or line.dash:
        return
    near = [*lines[max(at - _NEAR, 0) : at], *lines[at + 1 : at + _NEAR]]
    columns = {other.indent for other in near if other.dash}
    columns |= {other.indent + 2 for other in near if not other.written and not other.is_blank}
    for column in sorted(columns, key=lambda each: abs(each + 2 - line.head)):
        text, place = " " * column + "- ", (min(column, line.head), line.head)
        edit, told = (0, line.head, text), (line.key, text)
        yield slip_in(line, FaultKind.MISSING_DASH, edit, told, place, "")
