"""Slips in a file that can be read and says something else than was meant.

No fault points at them, so only those are looked for that can be nothing else.
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
