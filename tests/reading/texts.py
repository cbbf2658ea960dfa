"""The tree and the faults of a text."""

from __future__ import annotations

from banso_cli.yaml.events import (
    Reading,
    read_text,
)
from banso_cli.yaml.fault import FaultKind

Found = list[tuple[FaultKind, tuple[int, int, int, int], str]]


def read(text: str) -> Reading:
    return read_text(text, "roster/themes.yaml", "themes")


def faults(text: str) -> Found:
    """Return kind, span and text of each fault."""
    reading = read(text)
    for fault in reading.faults:
        assert (fault.place.path, fault.record) == ("roster/themes.yaml", "themes")
    return [
        (
            each.kind,
            (each.place.line, each.place.column, each.place.end_line, each.place.end_column),
            each.found,
        )
        for each in reading.faults
    ]
