"""Files of a report, before they are written."""

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


@dataclass(frozen=True, slots=True)
class ReportFolder:
    """A report as files in a folder; `names` are all that files of such a report can have.

    `is_stable` tells that the bytes must stay as they are: a description has their checksums.
    """

    files: tuple[ReportFile, ...]
    names: frozenset[str]
    is_stable: bool = False
