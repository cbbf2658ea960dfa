"""Marks that a merge leaves where two changes contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from banso_cli.reading.slips.slip import Slip
from banso_cli.yaml.fault import FaultKind

_MARK = r"(?m)^(<{7}|\|{7}|={7}|>{7})(?: [^\n]*)?\r?$"


def conflicts(text: str) -> Iterator[Slip]:
    """Yield the first mark of each conflict, and each mark that was left of one."""
    is_open = False
    for match in re.finditer(_MARK, text):
        mark = match[1]
        if mark[0] == "<" or not is_open:
            yield Slip(FaultKind.CONFLICT_MARKER, match.start(), match.end(1), (), mark)
        is_open = mark[0] in "<|=" and (is_open or mark[0] == "<")
