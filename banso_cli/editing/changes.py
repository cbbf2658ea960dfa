"""Files of a roster as they are to be: shown as a difference, and written, all of them or none.

A difference is told as `git apply` and `patch` take it, but for what is personal: a line that tells
gender, track or age of a member is shown with a mask, which `git apply` refuses.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from banso_cli.editing.journal import write_records
from banso_cli.privacy.class_names import classes_at
from banso_cli.privacy.shown import ShownLine, mask, shown_lines
from banso_cli.reading.locate import Origin


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
        return self.path.partition("/")[2].removesuffix(".yaml")

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
    moved = new_path is not None and new_path != path
    if before == after and not moved:
        return ""
    target = new_path or path
    changes = "".join(
        _changes(path, target, _lines(before, after, classes), _lines(after, before, classes))
    )
    if not moved:
        return changes
    head = f"diff --git a/{path} b/{target}\nrename from {path}\nrename to {target}\n"
    return head + changes


def _lines(text: str, other: str, classes: re.Pattern[str] | None) -> list[tuple[str, str]]:
    """Return the lines with their ends, as written and as shown; only a line feed ends one.

    A comment that is hidden in the other text is so here too, wherever it has moved to.
    """
    lines = shown_lines(text, classes)
    secrets = {
        line.written[start - 1 : end - 1]
        for line in shown_lines(other)
        for start, end in line.hidden
    }
    found = [(f"{line.written}\n", f"{_without(line, secrets)}\n") for line in lines]
    if not lines[-1].written:
        return found[:-1]
    written, shown = found[-1]
    return [*found[:-1], (written + _NO_LINE_END, shown + _NO_LINE_END)]


def _without(line: ShownLine, secrets: Collection[str]) -> str:
    before, mark, comment = line.text.rpartition("#")
    return f"{before}{mark} {mask()}" if mark and comment.strip() in secrets else line.text


def _changes(
    path: str, target: str, before: Sequence[tuple[str, str]], after: Sequence[tuple[str, str]]
) -> Iterator[str]:
    """Yield a unified difference: found by what is written, told by what may be shown."""
    matcher = SequenceMatcher(None, [each[0] for each in before], [each[0] for each in after])
    for number, hunk in enumerate(matcher.get_grouped_opcodes()):
        if number == 0:
            yield f"--- {f'a/{path}' if before else '/dev/null'}\n"
            yield f"+++ {f'b/{target}' if after else '/dev/null'}\n"
        old = _range(hunk[0][1], hunk[-1][2])
        new = _range(hunk[0][3], hunk[-1][4])
        yield f"@@ -{old} +{new} @@\n"
        for kind, start, end, new_start, new_end in hunk:
            if kind == "equal":
                yield from (f" {shown}" for _written, shown in before[start:end])
                continue
            yield from (f"-{shown}" for _written, shown in before[start:end])
            yield from (f"+{shown}" for _written, shown in after[new_start:new_end])


def _range(start: int, end: int) -> str:
    """Return the lines of a hunk as a unified difference tells them; of none, that before."""
    length = end - start
    if length == 1:
        return f"{start + 1}"
    return f"{start + 1 if length else start},{length}"
