"""The teams of one period as pandas frames: a row a team, a member, or a team's theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from banso_cli.model.municipality import Municipality
from banso_cli.model.programme import Band, Programme
from banso_cli.model.roster import Roster
from banso_cli.model.team import Team

if TYPE_CHECKING:
    import pandas as pd

STATUS_LABELS = {"continuing": "継続", "new": "新規"}

TEAM_COLUMNS = ("number", "region", "population", "prefecture", "status")
MEMBER_COLUMNS = ("number", "gender", "track", "rank", "age", "agency")


def team_frame(roster: Roster, programme: Programme, period: int) -> pd.DataFrame:
    """Return a row for each team: number, region, population band, prefecture, status.

    What is not recorded is None.
    """
    import pandas as pd

    teams = roster.teams_by_period.get(period, ())
    rows = [_team_row(roster, programme, team) for team in teams]
    return pd.DataFrame(rows, columns=list(TEAM_COLUMNS), dtype=object)


def _team_row(roster: Roster, programme: Programme, team: Team) -> tuple[object, ...]:
    municipality = roster.municipality_by_code.get(team.municipality)
    status = STATUS_LABELS[team.status] if team.status else None
    if municipality is None:
        return team.number, None, None, None, status
    return (
        team.number,
        programme.region_of(municipality.prefecture),
        population_band(programme, municipality, team.period),
        municipality.prefecture,
        status,
    )


def population_band(programme: Programme, municipality: Municipality, period: int) -> str | None:
    """Return the class of a municipality's population by the measure in force; None if unknown."""
    measure = programme.measure_in_force(period)
    people = municipality.people(measure.measure, measure.date) if measure else None
    return band_of(programme.population_bands, people)


def band_of(bands: tuple[Band, ...], number: int | None) -> str | None:
    """Return the name of the class that a number falls into; None where it is not known."""
    if number is None:
        return None
    return next((band.name for band in bands if band.holds(number)), None)


def member_frame(roster: Roster, programme: Programme, period: int) -> pd.DataFrame:
    """Return a row for each member: team number, gender, track, rank, age band, agency.

    The frame holds personal attributes: only counts made from it may leave this package.
    """
    import pandas as pd

    rows = [
        (
            team.number,
            member.gender,
            member.track,
            member.rank,
            band_of(programme.age_bands, member.age),
            member.agency,
        )
        for team in roster.teams_by_period.get(period, ())
        for member in team.members
    ]
    return pd.DataFrame(rows, columns=list(MEMBER_COLUMNS), dtype=object)


def theme_frame(roster: Roster, period: int) -> pd.DataFrame:
    """Return a row for each theme of each team; a team without themes has one row of None."""
    import pandas as pd

    rows = [
        (team.number, theme)
        for team in roster.teams_by_period.get(period, ())
        for theme in (team.themes or (None,))
    ]
    return pd.DataFrame(rows, columns=["number", "theme"], dtype=object)
