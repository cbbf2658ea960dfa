"""From YAML files to the Roster.

One bad file never hides another: each is read by itself, and what it lacks is a fault.
"""

from __future__ import annotations

import gc
from codecs import BOM_UTF8
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from banso_cli.privacy.marking import marked
from banso_cli.reading.belonging import PERIOD_FOLDER, kind_within, where_due
from banso_cli.reading.one_file import read_one
from banso_cli.reading.sources import Folder, Source, Unread, is_by_the_way
from banso_cli.records.fields.record import Record
from banso_cli.records.kinds import KINDS, Kind, ordered
from banso_cli.records.roster import Roster
from banso_cli.yaml.encodings import UTF_16, is_utf_16, other_format
from banso_cli.yaml.events import read_text
from banso_cli.yaml.fault import Fault, FaultKind
from banso_cli.yaml.place import Place, record_in
from banso_cli.yaml.tree import Node

_MEANT_AS_YAML = frozenset({".yml", ".yaml"})


@dataclass
class _Desk:
    """What has been read of one roster so far."""

    source: Source
    faults: list[Fault] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)

    def path(self, file: str) -> str:
        return f"{self.source.name}/{file}"

    def fault(
        self, kind: FaultKind, file: str, found: str = "", expected: tuple[str, ...] = ()
    ) -> None:
        place = Place.start_of(self.path(file))
        self.faults.append(Fault(kind, place, record_in(file), found, expected))

    def where(self, tree: Node, file: str, own: str = "") -> str:
        """Return where a file belongs that lies in a wrong place."""
        kind = kind_within(tree, own)
        if kind is None:
            return ""
        folders = (each.split("/")[1] for each in self.source.matching("teams/[0-9]*/"))
        periods = sorted(filter(PERIOD_FOLDER.fullmatch, folders))
        return where_due(kind, tree, PurePosixPath(record_in(file)), periods)


def read_roster(source: Source | Path) -> Roster:
    """Read all records of a roster; nothing that stands in a file raises an error.

    Garbage is not collected meanwhile: there is none, and looking for it takes twice the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        return _read(source)
    finally:
        if was_enabled:
            gc.enable()


def _read(source: Source | Path) -> Roster:
    desk = _Desk(Folder(source.resolve()) if isinstance(source, Path) else source)
    found = (_one(desk, kind, file) for kind in KINDS.values() for file in _files(desk, kind))
    records = ordered(record for record in found if record is not None)
    _tell_strays(desk)
    return Roster(
        name=desk.source.name,
        records=records,
        faults=tuple(desk.faults),
        files=tuple(map(desk.path, desk.loaded)),
        unread=frozenset(desk.unread),
    )


def _files(desk: _Desk, kind: Kind) -> list[str]:
    """Return the files of a kind by their paths; a fault where the only one is missing."""
    found = sorted(desk.source.matching(kind.pattern))
    if kind.is_single and not found:
        desk.fault(FaultKind.MISSING_FILE, kind.files, kind.files)
    if kind.is_by_period:
        found = [file for file in found if PERIOD_FOLDER.fullmatch(file.split("/")[1])]
    return [file for file in found if not is_by_the_way(file.rpartition("/")[2])]


def _one(desk: _Desk, kind: Kind, file: str) -> Record | None:
    path, name = desk.path(file), record_in(file)
    desk.loaded.append(file)
    text = _text(desk, file)
    record = None
    if text is not None:
        record, faults = read_one(
            kind.declaration, text, path, name, lambda tree: desk.where(tree, file, kind.name)
        )
        desk.faults += marked(faults, text)
    if record is None:
        desk.unread.add(name)
    return record


def _tell_strays(desk: _Desk) -> None:
    """Tell of the files that are no records: whoever wrote them thinks that they count.

    What was made on the way, and README files, belong to none.
    """
    for file in sorted({*desk.source.files()}.difference(desk.loaded)):
        name = file.rpartition("/")[2]
        if is_by_the_way(name) or name.startswith("README"):
            continue
        suffix = PurePosixPath(file).suffix
        is_yaml = suffix.lower() in _MEANT_AS_YAML and suffix != ".yaml"
        kind = FaultKind.WRONG_SUFFIX if is_yaml else FaultKind.STRAY_FILE
        tree = _tree(desk, file) if suffix == ".yaml" else None
        where = desk.where(tree, file) if tree else ""
        desk.fault(kind, file, suffix, (where,) if where else ())


def _tree(desk: _Desk, file: str) -> Node | None:
    """Return what stands in a file that is no record, as far as it can be read."""
    data = desk.source.read(file)
    if isinstance(data, Unread):
        return None
    try:
        return read_text(data.removeprefix(BOM_UTF8).decode("utf-8"), "", "").tree
    except UnicodeDecodeError:
        return None


def _text(desk: _Desk, file: str) -> str | None:
    """Return the text of a file; a fault and None where it cannot be read."""
    data = desk.source.read(file)
    if isinstance(data, Unread):
        desk.fault(data.kind, file, data.found)
        return None
    return _decoded(desk, file, data.removeprefix(BOM_UTF8))


def _decoded(desk: _Desk, file: str, data: bytes) -> str | None:
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
        fault = Fault(FaultKind.NOT_UTF8, place, record_in(file), found)
        desk.faults += marked([fault], data.decode("utf-8", errors="replace"))
        return None
