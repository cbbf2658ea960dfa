"""Files of a roster as they are to be: shown as a difference, and written, all of them or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from banso_cli.editing.differences import difference
from banso_cli.editing.journal import write_records
from banso_cli.privacy.class_names import classes_at
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
