"""The roster as frames of pandas: what programs of one's own count with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from banso_cli.datasets.editions import all_sheets
from banso_cli.datasets.sheet import Sheet
from banso_cli.privacy.class_names import without_classes
from banso_cli.reading.folder import read_roster
from banso_cli.records.finding import Finding, Severity
from banso_cli.records.periods.programme import Programme
from banso_cli.records.roster import Roster
from banso_cli.rules import check

_TYPES = {"string": "string", "integer": "Int64", "number": "object"}


class UnsoundRoster(ValueError):  # noqa: N818 - the fault is the roster's
    """A roster with errors, of which no figure is given; `findings` has them all."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        places = ((each.place.path, each.place.line, each.message) for each in findings)
        super().__init__("\n".join(f"{path}:{line}: {text}" for path, line, text in places))


def load(folder: Path | str) -> Roster:
    """Read the roster in a folder; UnsoundRoster where it has errors, or no programme."""
    roster = read_roster(Path(folder))
    _sound(roster)
    return without_classes(roster)


def frames(roster: Roster) -> Mapping[str, pd.DataFrame]:
    """Return every list and statistic of a roster that `load` has read, all periods together.

    Codes are text, counts integers that may be missing, shares exact decimals. No frame tells a
    member's gender, track or age. UnsoundRoster where what was changed since has errors.
    """
    return {sheet.name: frame_of(sheet) for _title, sheet in all_sheets(roster, _sound(roster))}


def _sound(roster: Roster) -> Programme:
    """Return the programme of a roster without errors."""
    errors = tuple(each for each in check(roster) if each.severity is Severity.ERROR)
    if errors or roster.programme is None:
        raise UnsoundRoster(errors)
    return roster.programme


def frame_of(sheet: Sheet) -> pd.DataFrame:
    """Return a sheet as a frame under its ASCII names."""
    return pd.DataFrame(
        {
            column.name: pd.Series([row[at] for row in sheet.rows], dtype=_TYPES[column.type])
            for at, column in enumerate(sheet.columns)
        }
    )
