"""Mending findings: the edits that they carry, applied to their places and to nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from banso_cli.editing.changes import Change
from banso_cli.editing.formatting import bytes_of, decoded
from banso_cli.editing.mending import MARK, as_written, mended
from banso_cli.files.atomic import is_taken
from banso_cli.files.failure import Failure
from banso_cli.reading.folder import read_roster
from banso_cli.reading.sources import Edited, Folder
from banso_cli.records.finding import Finding, Fix, Renaming, Replacement
from banso_cli.records.kinds import kind_of
from banso_cli.records.roster import Roster
from banso_cli.yaml.place import record_at

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
    findings: Iterable[Finding],
    folder: Path,
    earlier: Mapping[str, Change] | None = None,
    *,
    unsafe: bool = False,
) -> Fixing:
    """Work out what mending changes; `folder` is the roster's, `unsafe` takes in every edit.

    Of edits that overlap the first is taken. Findings without an edit are passed over. `earlier`
    are changes that are not yet written, by the paths that files have after them.
    """
    earlier = earlier or {}
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
    names = {folder.parent / path for path in earlier}
    found = (_change(desk, folder, names, earlier) for desk in desks.values())
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
        text = _text(path, folder, {}).removeprefix(MARK)
        written = as_written(text, kind_of(record_at(path)).declaration, replacements)
        made |= zip(replacements, written if text else (None,) * len(replacements), strict=True)
    for finding in findings:
        if isinstance(finding.fix, Renaming):
            is_made = bool(fixes([finding], folder, unsafe=True).changes)
            made[finding.fix] = finding.fix if is_made else None
    return tuple(replace(each, fix=each.fix and made[each.fix]) for each in findings)


def _text(path: str, folder: Path, earlier: Mapping[str, Change]) -> str:
    """Return what a file holds; nothing where no edit could be made in it."""
    try:
        known = earlier.get(path)
        return decoded(known.after if known else bytes_of(folder.parent / path))
    except Failure:
        return ""


def _change(
    desk: _Desk, folder: Path, names: set[Path], earlier: Mapping[str, Change]
) -> Change | None:
    """Apply the edits of one file; `names` are those that other files have been given."""
    before = _text(desk.path, folder, earlier)
    if not before:
        desk.refused += [finding for finding, _fix in (*desk.replacements, *desk.renamings)]
        return None
    after = _replaced(before, desk) if desk.replacements else before
    new_path = _renamed(desk, folder.parent / desk.path, names)
    if after == before and new_path == desk.path:
        return None
    return Change(desk.path, before.encode("utf-8"), after.encode("utf-8"), new_path)


def _replaced(text: str, desk: _Desk) -> str:
    """Return the text with its edits; a byte order mark stays, as places do not count it."""
    mark = MARK if text.startswith(MARK) else ""
    edits = [replacement for _finding, replacement in desk.replacements]
    declaration = kind_of(record_at(desk.path)).declaration
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
    changes: dict[str, Change] = {}
    mended: list[Finding] = []
    for _round in range(MOST_ROUNDS):
        edits: dict[str, bytes | None] = dict.fromkeys(each.path for each in changes.values())
        edits |= {path: change.after for path, change in changes.items()}
        inside = {path.partition("/")[2]: data for path, data in edits.items()}
        found = findings(read_roster(Edited(Folder(folder), inside)))
        fixing = fixes(found, folder, changes, unsafe=unsafe)
        if not fixing.changes:
            break
        mended += fixing.mended
        for change in fixing.changes:
            first = changes.pop(change.path, change)
            changes[change.new_path] = replace(change, path=first.path, before=first.before)
    kept = (each for each in changes.values() if each.before != each.after or each.is_moved)
    return Fixing(tuple(kept), tuple(mended), fixing.unsafe, fixing.refused)
