"""Slips typed into files, and what is found then."""

from __future__ import annotations

from pathlib import Path

from banso_cli.records.agency import AgencyList
from banso_cli.records.fields.record import Record
from banso_cli.records.municipality import Municipality
from banso_cli.records.periods.period import Period
from banso_cli.records.teams.team import Team

FOLDER = Path(__file__).parent / "slips"


DECLARED: dict[str, type[Record]] = {
    "team.yaml": Team,
    "municipality.yaml": Municipality,
    "period.yaml": Period,
    "agencies.yaml": AgencyList,
}
