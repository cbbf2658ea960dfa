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
from banso_cli.text.splice import Splice
from banso_cli.yaml.fault import FaultKind

_LIST = r"[ ]*\[[^\]\n]*[、，､﹐]"
_NAME = r"""[ ](?: [「『“”„＂‘’＇″] | [^"'\n\#]*["'][ ]*(?:\#|$) | [^\n]*[ \u3000]＃ )"""
_PERHAPS = re.compile(f"(?mx): (?: {_LIST} | {_NAME} )")
"""What each line that is suspect has, found in a third of the time."""
_SUSPECT = f"""(?mx)
      (?<![a-z_])(?:{"|".join(sorted(LISTS))}): {_LIST}
    | (?<![a-z_])(?:{"|".join(sorted(NAMES))}): {_NAME}
    """
_CONTINUED = re.compile(
    r"""(?mx)^([ ]*)
    (?: -[ ] (?![a-z_]+:[ ]) [^\n"'\[{|>\#][^\n]*[^\n:] \n\1[ ]+ -[ ]
      | (?:-[ ])?[a-z_]+:[ ] [^\n"'\[{|>\#][^\n]* \n\1[ ]{3,} -[ ] )"""
)
"""An entry that stands deeper than the text before it: it is read as a part of that text."""


def unseen(text: str) -> Sequence[Slip]:
    """Return the slips of a text that reads without a fault."""
    found = list(_continued(text))
    if _PERHAPS.search(text) and re.search(_SUSPECT, text):
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
    for match in _CONTINUED.finditer(text):
        start, end = match[0].rindex("\n") + match.start() + 1, match.end() - 2
        column = len(match[1])
        splices = (Splice(start, end, " " * column),)
        told = ("-", str(column), str(column - (end - start)), "0")
        yield Slip(FaultKind.INDENTATION, start, end, splices, "", told)
