"""What `banso new` does with an application: it writes the file of an officer or a municipality."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from banso_cli.editing.edits import Edit
from banso_cli.files.failure import misused
from banso_cli.intake.application_heads import ID
from banso_cli.intake.applications import application_of
from banso_cli.locale import _
from banso_cli.records.application import MunicipalityApplication, OfficerApplication
from banso_cli.records.fields.record import Part
from banso_cli.records.teams.team import SUPPORT_OFFICER
from banso_cli.tasks.new.adding import already_there, carry_out, needed_period, say_refusals
from banso_cli.tasks.new.team import supported_in
from banso_cli.tasks.opened.opening import open_to_write

_BETWEEN = "、"


@dataclass(frozen=True, slots=True)
class Officer:
    """What is given of an officer, as it is written on the command line."""

    number: str
    agency: str
    rank: str
    able: Sequence[str]
    wishes: Sequence[str]
    excluded: Sequence[str]
    stays: str | None
    goes_elsewhere: bool
    is_support_officer: bool


@dataclass(frozen=True, slots=True)
class Town:
    """What is given of a municipality, as it is written on the command line."""

    municipality: str
    status: str
    issues: Sequence[str]
    agencies: Sequence[str]
    note: str | None


def add_officer(given: Officer, period: int, roster: Path | None, *, diff: bool) -> None:
    """Write the application of an officer."""
    values = {
        ID: given.number,
        "agency": given.agency,
        "rank": given.rank,
        "role": SUPPORT_OFFICER if given.is_support_officer else "",
        "themes": _BETWEEN.join(given.able),
        "wishes": _BETWEEN.join(given.wishes),
        "elsewhere": "" if given.goes_elsewhere else "false",
        "excluded": _BETWEEN.join(given.excluded),
        "stays": given.stays or "",
    }
    _add(OfficerApplication, values, period, roster, diff=diff)


def add_town(given: Town, period: int, roster: Path | None, *, diff: bool) -> None:
    """Write the application of a municipality."""
    values = {
        "municipality": given.municipality,
        "status": given.status,
        "issues": _BETWEEN.join(given.issues),
        "agencies": _BETWEEN.join(given.agencies),
        "note": given.note or "",
    }
    _add(MunicipalityApplication, values, period, roster, diff=diff)


def _add(
    kind: type[Part], values: dict[str, str], period: int, roster: Path | None, *, diff: bool
) -> None:
    folder, records = open_to_write(roster, only_shown=diff)
    needed_period(records, period)
    if wanted := values.get("municipality"):
        values["municipality"] = supported_in(records, wanted).code
    record, refusals = application_of(kind, values, period, records)
    say_refusals(refusals)
    if record is None:
        raise misused(_("nothing was written"))
    if any(each.id == record.id for each in records.records):
        raise already_there(record.id, f"{record.id}.yaml")
    carry_out(Edit(record.id, None, record), records, folder, diff=diff)
