"""A sound team, and reading texts as records of it, for the tests of the shape."""

from __future__ import annotations

from banso_cli.reading.shape import RecordType, read_record
from banso_cli.records.teams.team import Team
from banso_cli.records.theme import ThemeList
from banso_cli.yaml.events import read_text
from banso_cli.yaml.fault import Fault, FaultKind

TEAM = """\
number: 1
municipality: "013455"
members:
  - {agency: 総務省, rank: 補佐級}
sources:
  - title: 一覧
"""


def read(
    text: str, declaration: type[RecordType], record: str = "x"
) -> tuple[RecordType | None, list[Fault]]:
    reading = read_text(text, f"roster/{record}.yaml", record)
    assert reading.faults == []
    assert reading.tree is not None
    return read_record(declaration, reading.tree, f"roster/{record}.yaml", record)


def team(text: str) -> tuple[Team | None, list[tuple[FaultKind, int, int, int, str]]]:
    """Return the team and each fault as kind, line, columns and text."""
    found, faults = read(text, Team, "teams/2/013455-mori")
    assert {fault.record for fault in faults} <= {"teams/2/013455-mori"}
    return found, [
        (fault.kind, fault.place.line, fault.place.column, fault.place.end_column, fault.found)
        for fault in faults
    ]


def themes(name: str) -> tuple[ThemeList | None, list[Fault]]:
    """Read a list of themes in which this is written where a text is due."""
    return read(f"themes:\n  - id: x\n    name: {name}\n    sources: []\n", ThemeList)
