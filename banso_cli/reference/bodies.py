"""Bodies of the state beside those of a roster, and what bodies are called for short."""

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
    return MappingProxyType({name: heir for name, _until, heir in _rows("bodies.csv")})


@cache
def short_names() -> Mapping[str, tuple[str, ...]]:
    """Return for each body what it is called for short, such as 国交省.

    Source: `short_names.csv`, kept by hand after what the bodies call themselves. It is no list of
    names that a roster may write.
    """
    found: dict[str, tuple[str, ...]] = {}
    for short, name in _rows("short_names.csv"):
        found[name] = (*found.get(name, ()), short)
    return MappingProxyType(found)


def _rows(name: str) -> list[list[str]]:
    table = Path(__file__).with_name(name)
    _, *rows = csv.reader(table.read_text(encoding="utf-8").splitlines())
    return rows
