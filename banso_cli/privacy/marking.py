"""Which faults of a file quote something personal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from banso_cli.privacy.shown import ShownLine, shown_lines
from banso_cli.yaml.fault import Fault, FaultKind

QUOTING_NOTHING = frozenset(
    {
        FaultKind.BROKEN_YAML,
        FaultKind.CONFLICT_MARKER,
        FaultKind.FULL_WIDTH_MARK,
        FaultKind.INDENTATION,
        FaultKind.MISSING_DASH,
        FaultKind.MISSING_SEPARATOR,
        FaultKind.SURPLUS_MARK,
    }
)
"""Faults whose words tell of marks and blanks alone."""


def marked(faults: Sequence[Fault], text: str) -> list[Fault]:
    """Return the faults of a file, those that quote something personal marked as such."""
    lines = shown_lines(text) if faults else ()
    return [
        replace(fault, personal=True)
        if fault.kind not in QUOTING_NOTHING and _is_hidden(fault, lines)
        else fault
        for fault in faults
    ]


def _is_hidden(fault: Fault, lines: Sequence[ShownLine]) -> bool:
    """Tell whether the place begins in something hidden, or a text in quotes reaches into it."""
    place, line = fault.place, lines[fault.place.line - 1]
    end = place.column + 1
    if fault.kind is FaultKind.UNQUOTED_MARK or fault.kind is FaultKind.UNPAIRED_MARK:
        end = len(line.written) + 1
    return any(map(line.hides, range(place.column, end)))
