"""From the text of one file to its record, with the faults of the file at their causes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from banso_cli.reading.shape import read_record
from banso_cli.reading.slips.suspect import is_suspect
from banso_cli.reading.sound import read_sound
from banso_cli.records.fields.record import Record
from banso_cli.yaml.events import read_text
from banso_cli.yaml.fault import Fault, FaultKind
from banso_cli.yaml.place import Place
from banso_cli.yaml.tree import Node

RecordType = TypeVar("RecordType", bound=Record)

Where = Callable[[Node], str]
"""Where a file with this tree belongs, if it lies in a wrong place; else nothing."""


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
