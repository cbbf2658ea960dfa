"""From YAML files to the Roster.

One bad file never hides another: each is read by itself, and what it lacks is a fault.
"""

from __future__ import annotations

import gc
from codecs import BOM_UTF8
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeVar

from banso_cli.privacy.marking import marked
from banso_cli.reading.belonging import PERIOD_FOLDER, kind_within, where_due
from banso_cli.reading.shape import read_record
from banso_cli.reading.slips.suspect import is_suspect
from banso_cli.reading.sound import read_sound
from banso_cli.reading.sources import Folder, Source, Unread, is_by_the_way
from banso_cli.records.fields.record import Record
from banso_cli.records.kinds import KINDS, Kind, ordered
from banso_cli.records.roster import Roster
from banso_cli.yaml.encodings import UTF_16, is_utf_16, other_format
from banso_cli.yaml.events import read_text, tree_of
from banso_cli.yaml.fault import Fault, FaultKind
from banso_cli.yaml.place import Place, record_in
from banso_cli.yaml.tree import Node, position

_MEANT_AS_YAML = frozenset({".yml", ".yaml"})

RecordType = TypeVar("RecordType", bound=Record)

Where = Callable[[Node], str]
"""Where a file with this tree belongs, if it lies in a wrong place; else nothing."""


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
        return _read_all(source)
    finally:
        if was_enabled:
            gc.enable()


def _read_all(source: Source | Path) -> Roster:
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
    text = _text(_Desk(desk.source), file)
    return None if text is None else tree_of(text)


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
        line, column = position(data[: error.start].decode("utf-8"))
        place = Place(desk.path(file), line, column, line, column + 1)
        found = f"0x{data[error.start]:02X}"
        fault = Fault(FaultKind.NOT_UTF8, place, record_in(file), found)
        desk.faults += marked([fault], data.decode("utf-8", errors="replace"))
        return None


def read_one(
    declaration: type[RecordType], text: str, path: str, name: str, where: Where = lambda _tree: ""
) -> tuple[RecordType | None, Sequence[Fault]]:
    """Read a text as a record; None where too little of it can be read, or not as it is meant.

    `name` is the record's id.
    """
    record, faults = _read(declaration, text, path, name, where)
    if not faults and not is_suspect(text):
        return record, faults
    from banso_cli.reading.slips.search import SLIPS, causes  # noqa: PLC0415 - most files have none

    def check(each: str) -> Sequence[Fault]:
        return _read(declaration, each, path, name, where)[1]

    faults = causes(text, faults, check, path, name)
    return None if any(fault.kind in SLIPS for fault in faults) else record, faults


def _read(
    declaration: type[RecordType], text: str, path: str, name: str, where: Where
) -> tuple[RecordType | None, Sequence[Fault]]:
    record = read_sound(declaration, text, path, name)
    if record is not None:  # it has all keys of its kind and no other: it lies where it belongs
        return record, ()
    reading = read_text(text, path, name)
    if reading.tree is None:
        empty = Fault(FaultKind.EMPTY_FILE, Place.start_of(path), name)
        return None, reading.faults or [empty]
    if due := where(reading.tree):
        stray = Fault(FaultKind.STRAY_FILE, Place.start_of(path), name, ".yaml", (due,))
        return None, [*reading.faults, stray]
    record, faults = read_record(declaration, reading.tree, path, name, text)
    return record, [*reading.faults, *faults]
