"""The files of a made-up roster."""

from __future__ import annotations

from collections.abc import Mapping

from banso_cli.editing.example.made_up import made_up_roster
from banso_cli.editing.example.marks import ABOUT
from banso_cli.editing.new_records import file_text
from banso_cli.model.for_editors import SCHEMA_FOLDER
from banso_cli.model.kinds import KINDS
from banso_cli.model.record import Record
from banso_cli.model.roster import Roster
from banso_cli.model.team import Team
from banso_cli.reading.schemas import as_bytes, schema_of


def made_up_files(teams: int, seed: int) -> Mapping[str, bytes]:
    """Return all files of a roster with this many teams in its second period, by their paths.

    The schemas come first; an editor finds them by the first line of each file. They hold no names
    of its lists, so that an edit of a list leaves them right.
    """
    roster = made_up_roster(teams, seed)
    schemas = {
        f"{SCHEMA_FOLDER}/{kind.schema_file}": as_bytes(schema_of(kind, None))
        for kind in KINDS.values()
    }
    return schemas | {record.places.path: _bytes(record, roster) for record in roster.records}


def _bytes(record: Record, roster: Roster) -> bytes:
    """Return the file of a record, marked at its head as made up."""
    note = ""
    if isinstance(record, Team):
        note = roster.municipality_by_code[record.municipality].full_name
    return file_text(record, note, ABOUT).encode("utf-8")
