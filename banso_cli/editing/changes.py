"""Files of a roster as they are to be: shown as a difference, and written, all of them or none.

A difference is told as `git apply` and `patch` take it, but for what is personal: a line that tells
gender, track or age of a member is shown with a mask, which `git apply` refuses.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Self

from banso_cli.editing.journal import write_records
from banso_cli.privacy.class_names import classes_at
from banso_cli.privacy.shown import ShownLine, mask, shown_lines
from banso_cli.reading.locate import Origin
from banso_cli.yaml.place import record_at


@dataclass(frozen=True, slots=True)
class Change:
    """A file before and after, empty where there is none, and the name it has then.

    Paths begin with the name of the roster's folder.
    """

    path: str
    before: bytes
    after: bytes
    new_path: str

    @property
    def record(self) -> str:
        """Return the id of the record in the file."""
        return record_at(self.path)

    @property
    def is_moved(self) -> bool:
        """Tell whether the file has another name afterwards."""
        return self.new_path != self.path

    def difference(self, folder: Path) -> str:
        """Return what changes in the roster of a folder, as `git apply` takes it."""
        origin, classes = Origin.of(folder), classes_at(folder.parent / self.path)
        before, after = self.before.decode("utf-8"), self.after.decode("utf-8")
        path, new_path = origin.shown(self.path), origin.shown(self.new_path)
        return difference(path, before, after, new_path, classes)


def write_changes(changes: Sequence[Change], folder: Path, *, overwrite: bool = True) -> None:
    """Write all changes, or none where one fails; a file is always the old one or the new one."""
    parent = folder.parent
    files = {parent / c.path: c.after for c in changes if c.after and c.after != c.before}
    read = {parent / c.path: c.before for c in changes if c.before}
    moves = {parent / c.path: parent / c.new_path for c in changes if c.is_moved}
    gone = [parent / c.path for c in changes if not c.after]
    write_records(folder, files, overwrite=overwrite, read=read, moves=moves, removed=gone)


_NO_LINE_END = "\\ No newline at end of file\n"


def difference(
    path: str,
    before: str,
    after: str,
    new_path: str | None = None,
    classes: re.Pattern[str] | None = None,
) -> str:
    """Return the difference of one file, empty where there is none; `new_path` where it moves.

    A file that is not there, before or after, has an empty text. What `classes` finds is shown with
    a mask as well.
    """
    target = new_path or path
    old, new = _lines(before, after, classes), _lines(after, before, classes)
    names = f"a/{path}" if old else "/dev/null", f"b/{target}" if new else "/dev/null"
    head = f"diff --git a/{path} b/{target}\nrename from {path}\nrename to {target}\n"
    return "".join((head if target != path else "", *unified_diff(old, new, *names)))


class _Line(str):
    """A line as it may be shown; it is the same line as another that is written as it is."""

    __slots__ = ("written",)
    written: str

    def __new__(cls, shown: str, written: str) -> Self:
        line = super().__new__(cls, shown)
        line.written = written
        return line

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Line) and self.written == other.written

    def __hash__(self) -> int:
        return hash(self.written)


def _lines(text: str, other: str, classes: re.Pattern[str] | None) -> list[_Line]:
    """Return the lines with their ends; only a line feed ends one.

    A comment that is hidden in the other text is so here too, wherever it has moved to.
    """
    lines = shown_lines(text, classes)
    secrets = {
        line.written[start - 1 : end - 1]
        for line in shown_lines(other)
        for start, end in line.hidden
    }
    ends = [*(["\n"] * (len(lines) - 1)), f"\n{_NO_LINE_END}"]
    found = [
        _Line(_without(line, secrets) + end, line.written + end)
        for line, end in zip(lines, ends, strict=True)
    ]
    return found if lines[-1].written else found[:-1]


def _without(line: ShownLine, secrets: Collection[str]) -> str:
    before, mark, comment = line.text.rpartition("#")
    return f"{before}{mark} {mask()}" if mark and comment.strip() in secrets else line.text
