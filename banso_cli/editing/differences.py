"""What changes in files, as `git apply` and `patch` take it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

_NO_LINE_END = "\\ No newline at end of file\n"


def difference(path: str, before: str, after: str, new_path: str | None = None) -> str:
    """Return the difference of one file, empty where there is none; `new_path` where it moves."""
    moved = new_path is not None and new_path != path
    if before == after and not moved:
        return ""
    target = new_path or path
    lines = difflib.unified_diff(
        list(_lines(before)), list(_lines(after)), f"a/{path}", f"b/{target}"
    )
    changes = "".join(line if line.endswith("\n") else f"{line}\n{_NO_LINE_END}" for line in lines)
    if not moved:
        return changes
    head = f"diff --git a/{path} b/{target}\nrename from {path}\nrename to {target}\n"
    return head + changes


def _lines(text: str) -> Iterator[str]:
    """Yield the lines with their ends; nothing but a line feed ends one."""
    *lines, last = text.split("\n")
    yield from (f"{line}\n" for line in lines)
    if last:
        yield last
