"""Mending findings: the edits that they carry, applied to their places and to nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from banso_cli.editing.changes import Change
from banso_cli.editing.formatting import bytes_of, declaration_of, decoded
from banso_cli.editing.mending import MARK, as_written, mended
from banso_cli.files.atomic import is_taken
from banso_cli.files.failure import Failure
from banso_cli.reading.folder import read_roster
from banso_cli.reading.sources import Edited, Folder
from banso_cli.records.fields.record import Record
from banso_cli.records.finding import Finding, Fix, Renaming, Replacement
from banso_cli.records.roster import Roster

Unwritten: TypeAlias = Mapping[Path, bytes | None]
"""What files are to hold that are not yet written; None for a file that is to go."""

UNEDITED: Unwritten = MappingProxyType({})

MOST_ROUNDS = 10
"""Rounds after which mending stops, whatever is left; more than three have not been seen."""


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


@dataclass
class _Desk:
    """The edits of one file, each with its finding, and what became of them."""

    path: str
    replacements: list[tuple[Finding, Replacement]] = field(default_factory=list)
    renamings: list[tuple[Finding, Renaming]] = field(default_factory=list)
    mended: list[Finding] = field(default_factory=list)
    refused: list[Finding] = field(default_factory=list)


def fixes(
    findings: Iterable[Finding], folder: Path, *, unsafe: bool = False, edited: Unwritten = UNEDITED
) -> Fixing:
    """Work out what mending changes; `folder` is the roster's, `unsafe` takes in every edit.

    Of edits that overlap the first is taken. Findings without an edit are passed over. `edited` are
    files that have been mended before, and not yet written.
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
    names = {file for file, data in edited.items() if data is not None}
    found = (_change(desk, folder, names, edited) for desk in desks.values())
    changes = tuple(filter(None, found))
    done = tuple(finding for desk in desks.values() for finding in desk.mended)
    refused = tuple(finding for desk in desks.values() for finding in desk.refused)
    return Fixing(changes, done, tuple(left), refused)


def offered(findings: Iterable[Finding], folder: Path) -> tuple[Finding, ...]:
    """Return the findings in their order, with the letters that mending each writes, or no edit.

    Each edit is worked out by itself: it is the one that `fixes` makes of this finding alone.
    """
    findings = tuple(findings)
    by_path: dict[str, list[Replacement]] = {}
    for finding in findings:
        if isinstance(finding.fix, Replacement):
            by_path.setdefault(finding.fix.place.path, []).append(finding.fix)
    made: dict[Fix, Fix | None] = {}
    for path, replacements in by_path.items():
        file = folder.parent / path
        text = _bytes(file, UNEDITED).decode("utf-8").removeprefix(MARK)
        written = as_written(text, _declaration(file, folder), replacements)
        made |= zip(replacements, written if text else (None,) * len(replacements), strict=True)
    for finding in findings:
        if isinstance(finding.fix, Renaming):
            is_made = bool(fixes([finding], folder, unsafe=True).changes)
            made[finding.fix] = finding.fix if is_made else None
    return tuple(replace(each, fix=each.fix and made[each.fix]) for each in findings)


def _bytes(file: Path, edited: Unwritten) -> bytes:
    """Return what a file holds; nothing where no edit could be made in it."""
    try:
        data = edited.get(file) or bytes_of(file)
        decoded(data)
    except Failure:
        return b""
    return data


def _declaration(file: Path, folder: Path) -> type[Record]:
    return declaration_of(file.relative_to(folder).with_suffix("").as_posix())


def _change(desk: _Desk, folder: Path, names: set[Path], edited: Unwritten) -> Change | None:
    """Apply the edits of one file; `names` are those that other files have been given."""
    file = folder.parent / desk.path
    before = _bytes(file, edited)
    if not before:
        desk.refused += [finding for finding, _fix in (*desk.replacements, *desk.renamings)]
        return None
    text = before.decode("utf-8")
    after = _replaced(text, desk, _declaration(file, folder)) if desk.replacements else text
    new_path = _renamed(desk, file, names)
    if after == text and new_path == desk.path:
        return None
    return Change(desk.path, before, after.encode("utf-8"), new_path)


def _replaced(text: str, desk: _Desk, declaration: type[Record]) -> str:
    """Return the text with its edits; a byte order mark stays, as places do not count it."""
    mark = MARK if text.startswith(MARK) else ""
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


def settled(
    findings: Callable[[Roster], Iterable[Finding]], folder: Path, *, unsafe: bool = False
) -> Fixing:
    """Work out all that mending changes, round after round; nothing is written yet.

    `findings` checks a roster. What could not be mended is that of the last round.
    """
    folder = folder.resolve()
    changes: dict[Path, Change] = {}
    edited: dict[Path, bytes | None] = {}
    mended: list[Finding] = []
    for _round in range(MOST_ROUNDS):
        edits = {file.relative_to(folder).as_posix(): data for file, data in edited.items()}
        found = findings(read_roster(Edited(Folder(folder), edits)))
        fixing = fixes(found, folder, unsafe=unsafe, edited=edited)
        if not fixing.changes:
            break
        mended += fixing.mended
        for change in fixing.changes:
            _take(change, folder.parent, changes, edited)
    kept = (each for each in changes.values() if each.before != each.after or each.is_moved)
    return Fixing(tuple(kept), tuple(mended), fixing.unsafe, fixing.refused)


def _take(
    change: Change, parent: Path, changes: dict[Path, Change], edited: dict[Path, bytes | None]
) -> None:
    """Note a change over those of the same file in earlier rounds."""
    old, new = parent / change.path, parent / change.new_path
    earlier = changes.pop(old, change)
    changes[new] = Change(earlier.path, earlier.before, change.after, change.new_path)
    if new != old:
        edited[old] = None
    edited[new] = change.after
