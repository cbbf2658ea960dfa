"""Slips that no fault of reading points at: marks of a merge, and what says something else.

A file with the latter can be read, so only those are looked for that can be nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from banso_cli.reading.slips.lines import LISTS, NAMES, Line, lines_of
from banso_cli.reading.slips.marks import full_width
from banso_cli.reading.slips.quotes import quotes
from banso_cli.reading.slips.slip import Slip
from banso_cli.reading.slips.suspect import CONTINUED, LIST, NAME, PERHAPS
from banso_cli.text.splice import Splice
from banso_cli.yaml.fault import FaultKind

_SUSPECT = f"""(?mx)
      (?<![a-z_])(?:{"|".join(sorted(LISTS))}): {LIST}
    | (?<![a-z_])(?:{"|".join(sorted(NAMES))}): {NAME}
    """


def unseen(text: str) -> Sequence[Slip]:
    """Return the slips of a text that reads without a fault."""
    found = list(_continued(text))
    if PERHAPS.search(text) and re.search(_SUSPECT, text):
        found += [slip for line in lines_of(text) if (slip := _of_names(line)) is not None]
    return found


def _of_names(line: Line) -> Slip | None:
    """Return the slip of a line with a name, a code, or a list of them."""
    if line.key in NAMES | LISTS and (slip := full_width(line, 1)):
        return slip
    if line.key in NAMES and line.written.endswith(('"', "'")):
        return next(iter(quotes([line], 0)), None)
    return None


def _continued(text: str) -> Iterator[Slip]:
    for match in CONTINUED.finditer(text):
        start, end = match[0].rindex("\n") + match.start() + 1, match.end() - 2
        column = len(match[1])
        splices = (Splice(start, end, " " * column),)
        told = ("-", str(column), str(column - (end - start)), "0")
        yield Slip(FaultKind.INDENTATION, start, end, splices, "", told)


_MARK = r"(?m)^(<{7}|\|{7}|={7}|>{7})(?: [^\n]*)?\r?$"


def conflicts(text: str) -> Iterator[Slip]:
    """Yield the first mark of each conflict, and each mark that was left of one."""
    is_open = False
    for match in re.finditer(_MARK, text):
        mark = match[1]
        if mark[0] == "<" or not is_open:
            yield Slip(FaultKind.CONFLICT_MARKER, match.start(), match.end(1), (), mark)
        is_open = mark[0] in "<|=" and (is_open or mark[0] == "<")
