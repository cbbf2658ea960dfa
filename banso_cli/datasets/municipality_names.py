"""The names of municipalities that teams support."""

from __future__ import annotations

from banso_cli.records.roster import Roster


def supported_name(roster: Roster, code: str) -> str:
    """Return prefecture and name of a municipality; the code where it has no file."""
    municipality = roster.municipality_by_code.get(code)
    return municipality.full_name if municipality else code
