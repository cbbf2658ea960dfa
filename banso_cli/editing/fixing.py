"""Mending findings: the edits that they carry, applied to their places and to nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from banso_cli.editing.atomic import is_taken, write_all
from banso_cli.editing.differences import difference
from banso_cli.editing.formatting import Untouched, bytes_of, declaration_of
from banso_cli.editing.mending import mended
from banso_cli.model.finding import Finding, Renaming, Replacement
from banso_cli.reading.class_names import classes_in

_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Change:
    """A file before and after; paths begin with the name of the roster's folder."""

    path: str
    before: bytes
    after: bytes
    new_path: str
    classes: re.Pattern[str] | None = None

    @property
    def difference(self) -> str:
        """Return what changes, as `git apply` takes it."""
        before, after = self.before.decode("utf-8"), self.after.decode("utf-8")
        return difference(self.path, before, after, self.new_path, self.classes)


@dataclass(frozen=True, slots=True)
class Fixing:
    """What mending changes; nothing is written yet.

    `unsafe` are findings that were not asked to be mended, `refused` those that could not be: their
    edit overlaps another one, or would give two files the same name, or spoil the file.
    """

    changes: tuple[Change, ...]
    mended: tuple[Finding, ...]
    unsafe: tuple[Finding, ...]
    refused: tuple[Finding, ...]

    @property
    def difference(self) -> str:
        """Return what changes in all files."""
        return "".join(change.difference for change in self.changes)


@dataclass
class _Desk:
    """The edits of one file, each with its finding, and what became of them."""

    path: str
    replacements: list[tuple[Finding, Replacement]] = field(default_factory=list)
    renamings: list[tuple[Finding, Renaming]] = field(default_factory=list)
    mended: list[Finding] = field(default_factory=list)
    refused: list[Finding] = field(default_factory=list)


def fixes(findings: Iterable[Finding], folder: Path, *, unsafe: bool = False) -> Fixing:
    """Work out what mending changes; `folder` is the roster's, `unsafe` takes in every edit.

    Of edits that overlap the first is taken. Findings without an edit are passed over.
    """
    desks: dict[str, _Desk] = {}
    left: list[Finding] = []
    for finding in findings:
        fix = finding.fix
        if fix is not None and not (fix.safe or unsafe):
            left.append(finding)
        elif isinstance(fix, Replacement):
            path = fix.place.path
            desks.setdefault(path, _Desk(path)).replacements.append((finding, fix))
        elif isinstance(fix, Renaming):
            desks.setdefault(fix.path, _Desk(fix.path)).renamings.append((finding, fix))
    names: set[Path] = set()
    changes = tuple(filter(None, (_change(desk, folder, names) for desk in desks.values())))
    done = tuple(finding for desk in desks.values() for finding in desk.mended)
    refused = tuple(finding for desk in desks.values() for finding in desk.refused)
    return Fixing(changes, done, tuple(left), refused)


def write_fixes(fixing: Fixing, folder: Path) -> None:
    """Write all changes, or none where one fails; a file is always the old one or the new one."""
    parent = folder.parent
    files = {parent / c.path: c.after for c in fixing.changes if c.after != c.before}
    moves = {parent / c.path: parent / c.new_path for c in fixing.changes if c.new_path != c.path}
    write_all(files, overwrite=True, moves=moves)


def _change(desk: _Desk, folder: Path, names: set[Path]) -> Change | None:
    """Apply the edits of one file; `names` are those that other files have been given."""
    file = folder.parent / desk.path
    try:
        before = bytes_of(file)
        text = before.decode("utf-8")
    except (OSError, Untouched, UnicodeDecodeError):
        before = b""
    if not before:  # nothing that an edit could be made in
        desk.refused += [finding for finding, _fix in (*desk.replacements, *desk.renamings)]
        return None
    after = _replaced(text, desk, file.relative_to(folder)) if desk.replacements else text
    new_path = _renamed(desk, file, names)
    if after == text and new_path == desk.path:
        return None
    classes = classes_in(folder, desk.path)
    return Change(desk.path, before, after.encode("utf-8"), new_path, classes)


def _replaced(text: str, desk: _Desk, file: Path) -> str:
    """Return the text with its edits; a byte order mark stays, as places do not count it."""
    mark = _MARK if text.startswith(_MARK) else ""
    declaration = declaration_of(file.with_suffix("").as_posix())
    edits = [replacement for _finding, replacement in desk.replacements]
    found = mended(text.removeprefix(mark), declaration, edits)
    for (finding, _replacement), taken in zip(desk.replacements, found.taken, strict=True):
        (desk.mended if taken else desk.refused).append(finding)
    return mark + found.text


def _renamed(desk: _Desk, file: Path, names: set[Path]) -> str:
    """Return the path that the file is to have: the first name that is free, in its own folder."""
    path = desk.path
    for finding, renaming in desk.renamings:
        target = file.parent / renaming.name
        is_name = target.parent == file.parent and target.suffix == ".yaml"
        if path != desk.path or not is_name or target in names or is_taken(target, file):
            desk.refused.append(finding)
        else:
            names.add(target)
            path = f"{desk.path.rpartition('/')[0]}/{renaming.name}"
            desk.mended.append(finding)
    return path
