"""Single lines of the roster's files, for showing where a finding is; never what is personal."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from banso_cli.privacy.class_names import classes_at, text_of
from banso_cli.privacy.shown import ShownLine, shown_lines


@lru_cache(maxsize=64)
def _lines(file: Path, classes: re.Pattern[str] | None) -> tuple[ShownLine, ...]:
    text = text_of(file)
    return () if text is None else shown_lines(text.replace("\r\n", "\n"), classes)


def line_of(top: Path, path: str, number: int) -> ShownLine | None:
    """Return a line of a file (counted from 1), or None where there is no such line.

    `path` is the file's path from the folder `top`.
    """
    file = top / path
    lines = _lines(file, classes_at(file))
    return lines[number - 1] if 0 < number <= len(lines) else None
