"""How a row names its team, and which team is meant by what is written there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar

from banso_cli.intake.editable.columns import Column, Entry, Options, Unreadable
from banso_cli.intake.editable.kinds import written
from banso_cli.intake.new_records import meant
from banso_cli.locale import _
from banso_cli.records.municipality import Municipality
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team
from banso_cli.text.meaning import as_meant
from banso_cli.text.suggestion import perhaps

ALL_CHANGED = "変更したすべてのチーム"
"""The name of all teams that the workbook changes in what a source is about."""


def team_name(entry: Entry) -> str:
    """Return the number of a team and the name of its municipality."""
    return _name(entry.roster, entry.team)


def _name(roster: Roster, team: Team) -> str:
    found = roster.municipality_by_code.get(team.municipality)
    name = found.full_name if found else team.municipality
    return name if team.number is None else f"{team.number:02d} {name}"


@dataclass(frozen=True, slots=True)
class TeamName(Column):
    """The column of the team; it is read in new rows alone, to which it gives the team."""

    is_input: ClassVar[bool] = False
    may_be_changed: bool = field(default=False, kw_only=True)

    def text(self, entry: Entry) -> str:
        """Return the name of the team."""
        return team_name(entry)

    def read(self, found: object, entry: Entry) -> str:
        """Return the id of the team in the period of a team of the entry."""
        text = unicodedata.normalize("NFKC", as_meant(written(found)))
        if self.may_be_changed and text == ALL_CHANGED:
            return ALL_CHANGED
        roster, period = entry.roster, entry.team.period
        teams = {each.municipality: each for each in roster.teams_by_period[period]}
        known = [each for each in roster.municipalities if each.code in teams]
        name = _code(re.sub(r"^[0-9]+\s+", "", text), known)
        numbered = [each.id for each in teams.values() if f"{each.number}" == name.lstrip("0")]
        ids = numbered or [teams[each.code].id for each in meant(name, known)]
        if len(ids) == 1:
            return ids[0]
        message = _("no team of period {period} is '{name}'").format(period=period, name=text)
        if not text:
            message = _("no team is named")
        help_line = perhaps(name, [each.full_name for each in known])
        raise Unreadable(message, help_line or _("choose the team from the list of the cell"))

    def options(self, roster: Roster, teams: tuple[Team, ...]) -> Options:
        """Return the names of the teams."""
        names = tuple(_name(roster, team) for team in teams)
        return (ALL_CHANGED, *names) if self.may_be_changed else names


def _code(name: str, known: Iterable[Municipality]) -> str:
    """Return a code with the zero that Excel takes from its beginning; another name as it is."""
    codes = {code for each in known for code in (each.code, each.code[:5])}
    return next((each for each in (f"0{name}", name) if each in codes), name)
