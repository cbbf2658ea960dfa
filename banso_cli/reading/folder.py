"""From a folder of YAML files to the Roster.

One bad file never hides another: each is read by itself, and what it lacks is a fault.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from stat import S_ISREG
from types import MappingProxyType
from typing import TypeAlias

from banso_cli.model.fault import Fault, FaultKind
from banso_cli.model.kinds import KINDS, Kind, ordered
from banso_cli.model.place import Place
from banso_cli.model.record import Record
from banso_cli.model.roster import Roster
from banso_cli.model.tree import Node
from banso_cli.reading.belonging import PERIOD_FOLDER, kind_within, where_due
from banso_cli.reading.encodings import UTF_16, is_utf_16, other_format
from banso_cli.reading.events import read_text
from banso_cli.reading.one_file import read_one
from banso_cli.reading.shown import marked
from banso_cli.reading.strays import is_by_the_way, strays

LARGEST = 1_000_000
"""Bytes that a file may have; the largest record needs a hundredth of it."""

Edited: TypeAlias = Mapping[Path, bytes | None]
"""What files are to hold that are not yet written; None for a file that is to go."""

UNEDITED: Edited = MappingProxyType({})


@dataclass
class _Desk:
    """What has been read of one roster so far."""

    folder: Path
    edited: Edited
    faults: list[Fault] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    loaded: set[Path] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)
    real_folders: dict[Path, Path] = field(default_factory=dict)

    def path(self, file: Path) -> str:
        return f"{self.folder.name}/{file.relative_to(self.folder).as_posix()}"

    def fault(
        self, kind: FaultKind, file: Path, found: str = "", expected: tuple[str, ...] = ()
    ) -> None:
        place = Place.start_of(self.path(file))
        self.faults.append(Fault(kind, place, self.record(file), found, expected))

    def where(self, tree: Node, file: Path, own: str = "") -> str:
        """Return where a file belongs that lies in a wrong place."""
        kind = kind_within(tree, own)
        if kind is None:
            return ""
        folders = (self.folder / "teams").glob("[0-9]*/")
        periods = sorted(each.name for each in folders if PERIOD_FOLDER.fullmatch(each.name))
        return where_due(kind, tree, PurePosixPath(self.record(file)), periods)

    def real(self, file: Path) -> Path:
        """Return where a file is once links are followed; folders are looked at once."""
        if file.is_symlink():
            return file.resolve(strict=True)
        if file.parent not in self.real_folders:
            self.real_folders[file.parent] = file.parent.resolve()
        return self.real_folders[file.parent] / file.name

    @property
    def gone(self) -> set[Path]:
        """Return the files that are to go."""
        return {file for file, data in self.edited.items() if data is None}

    def there(self, pattern: str) -> set[Path]:
        """Return the edited files whose path in the roster is like the pattern."""
        return {file for file in self.edited if file.relative_to(self.folder).match(pattern)}

    def record(self, file: Path) -> str:
        return file.relative_to(self.folder).with_suffix("").as_posix()


def read_roster(folder: Path, edited: Edited = UNEDITED) -> Roster:
    """Read all records of a roster; nothing that stands in a file raises an error.

    `edited` is read instead of what the folder holds under these paths.
    """
    desk = _Desk(folder.resolve(), edited)
    found = (_one(desk, kind, file) for kind in KINDS.values() for file in _files(desk, kind))
    records = ordered(record for record in found if record is not None)
    for kind, file in strays(desk.folder, desk.loaded | edited.keys()):
        tree = _tree(file) if file.suffix == ".yaml" else None
        where = desk.where(tree, file) if tree else ""
        desk.fault(kind, file, file.suffix, (where,) if where else ())
    return Roster(
        name=desk.folder.name,
        records=records,
        faults=tuple(desk.faults),
        files=tuple(desk.files),
        unread=frozenset(desk.unread),
    )


def _files(desk: _Desk, kind: Kind) -> list[Path]:
    """Return the files of a kind by their paths; a fault where the only one is missing."""
    if kind.is_single:
        file = desk.folder / kind.files
        if file.exists():
            return [file]
        desk.fault(FaultKind.MISSING_FILE, file, kind.files)
        return []
    found = {*desk.folder.glob(kind.pattern), *desk.there(kind.pattern)} - desk.gone
    if kind.is_by_period:
        found = {file for file in found if PERIOD_FOLDER.fullmatch(file.parent.name)}
    named = (file for file in found if not is_by_the_way(file.name))
    return sorted(named, key=lambda file: file.as_posix())


def _one(desk: _Desk, kind: Kind, file: Path) -> Record | None:
    path, name = desk.path(file), desk.record(file)
    desk.files.append(path)
    desk.loaded.add(file)
    edited = desk.edited.get(file)
    text = _text(desk, file) if edited is None else edited.removeprefix(BOM_UTF8).decode("utf-8")
    record = None
    if text is not None:
        record, faults = read_one(
            kind.declaration, text, path, name, lambda tree: desk.where(tree, file, kind.name)
        )
        desk.faults += marked(faults, text)
    if record is None:
        desk.unread.add(name)
    return record


def _tree(file: Path) -> Node | None:
    """Return what stands in a file that is no record, as far as it can be read."""
    try:
        if file.is_file() and file.stat().st_size <= LARGEST:
            return read_text(file.read_bytes().removeprefix(BOM_UTF8).decode("utf-8"), "", "").tree
    except (OSError, UnicodeDecodeError):
        pass
    return None


def _text(desk: _Desk, file: Path) -> str | None:
    """Return the text of a file; a fault and None where it cannot be read."""
    try:
        if not (real := desk.real(file)).is_relative_to(desk.folder):
            target = file.readlink() if file.is_symlink() else real.parent
            desk.fault(FaultKind.ESCAPING_LINK, file, str(target))
            return None
        status = file.stat()
        if not S_ISREG(status.st_mode):  # a folder, or a pipe that would never end
            desk.fault(FaultKind.UNREADABLE_FILE, file, IsADirectoryError.__name__)
            return None
        if status.st_size > LARGEST:
            desk.fault(FaultKind.OVERSIZED_FILE, file, str(status.st_size))
            return None
        data = file.read_bytes().removeprefix(BOM_UTF8)
    except (OSError, RuntimeError) as error:  # RuntimeError: links that go round in a circle
        desk.fault(FaultKind.UNREADABLE_FILE, file, type(error).__name__)
        return None
    return _decoded(desk, file, data)


def _decoded(desk: _Desk, file: Path, data: bytes) -> str | None:
    """Return the text of bytes in UTF-8; a fault and None where they are something else."""
    format_ = other_format(data) or (UTF_16 if is_utf_16(data) else "")
    if format_:
        desk.fault(FaultKind.NOT_UTF8, file, format_, ("format",))
        return None
    if b"\x00" in data and not data.strip(b"\x00\r\n"):
        desk.fault(FaultKind.CONTROL_CHARACTER, file, "U+0000", ("damaged",))
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        place = Place(desk.path(file), line, column, line, column + 1)
        found = f"0x{data[error.start]:02X}"
        fault = Fault(FaultKind.NOT_UTF8, place, desk.record(file), found)
        desk.faults += marked([fault], data.decode("utf-8", errors="replace"))
        return None
