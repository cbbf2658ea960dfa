"""A file of a report, before it is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A file in the folder of a report: its path there, with `/`, and its bytes.

    `read` are the files that it was made from beside the roster: templates of the user.
    """

    path: str
    data: bytes
    read: tuple[Path, ...] = ()
