"""The files of a made-up roster."""

from __future__ import annotations

from collections.abc import Mapping

from banso_cli.editing.edits import new_text
from banso_cli.example.made_up import made_up_roster
from banso_cli.example.marks import ABOUT
from banso_cli.reading.schemas import as_bytes, schema_of
from banso_cli.records.for_editors import SCHEMA_FOLDER
from banso_cli.records.kinds import KINDS


def made_up_files(teams: int, seed: int, *, applications: bool = False) -> Mapping[str, bytes]:
    """Return all files of a roster with this many teams in its second period, by their paths.

    The schemas come first; an editor finds them by the first line of each file. They hold no names
    of its lists, so that an edit of a list leaves them right.
    """
    roster = made_up_roster(teams, seed, applications=applications)
    schemas = {
        f"{SCHEMA_FOLDER}/{kind.schema_file}": as_bytes(schema_of(kind, None))
        for kind in KINDS.values()
    }
    files = {
        record.places.path: new_text(record, roster, ABOUT).encode("utf-8")
        for record in roster.records
    }
    return schemas | files
