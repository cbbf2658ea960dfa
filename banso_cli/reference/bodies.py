"""Bodies of the state beside those of a roster: former ministries with successors, and others."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType


@cache
def successors() -> Mapping[str, str]:
    """Return for each known body the one that has its tasks now.

    It is empty for a body that exists, and for one whose tasks several took over. Source:
    `bodies.csv`, kept by hand after the laws that set the bodies up, such as
    中央省庁等改革関係法施行法; `until` is the day on which a body ceased. It is not complete.
    """
    table = Path(__file__).with_name("bodies.csv")
    _, *rows = csv.reader(table.read_text(encoding="utf-8").splitlines())
    return MappingProxyType({name: successor for name, _until, successor in rows})
