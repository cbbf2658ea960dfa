"""A file of a report, before it is written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A file in the folder of a report: its path there, with `/`, and its bytes."""

    path: str
    data: bytes
