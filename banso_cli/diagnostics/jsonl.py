"""Findings as JSON Lines, for programs that read one finding at a time."""

from __future__ import annotations

import json

from banso_cli.diagnostics.json import finding_object
from banso_cli.diagnostics.told import Told
from banso_cli.records.finding import Finding

_LINE_BREAKS = str.maketrans({letter: f"\\u{ord(letter):04x}" for letter in "\x85\u2028\u2029"})
"""What JSON leaves as it is, and some readers take for the end of a line."""


def document(told: Told) -> str:
    """Return one JSON object a line, with the keys of a finding in `--format json`."""
    return "".join(f"{_line(finding)}\n" for finding in told.first)


def _line(finding: Finding) -> str:
    return json.dumps(finding_object(finding), ensure_ascii=False).translate(_LINE_BREAKS)
