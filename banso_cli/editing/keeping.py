"""What people have added to a team's file, kept when the list is taken in again."""

from __future__ import annotations

from banso_cli.model.roster import Roster
from banso_cli.model.team import Member, Team


def with_additions(team: Team, period: int, roster: Roster) -> Team:
    """Return the team of a list with what the roster's file of it says beyond the list.

    Kept are status, themes, activities, exceptions and further sources; attributes of members only
    where the list names the same members in the same order. Comments are not kept.
    """
    earlier = _earlier(team, period, roster)
    if earlier is None:
        return team
    titles = {source.title for source in team.sources}
    further = tuple(
        source for source in earlier.sources if source.of and source.title not in titles
    )
    return team.model_copy(
        update={
            "status": earlier.status,
            "themes": earlier.themes,
            "activities": earlier.activities,
            "exceptions": earlier.exceptions,
            "members": _members(team.members, earlier.members),
            "sources": (*team.sources, *further),
        }
    )


def _earlier(team: Team, period: int, roster: Roster) -> Team | None:
    teams = roster.teams_by_period.get(period, ())
    return next((each for each in teams if each.municipality == team.municipality), None)


def _members(members: tuple[Member, ...], earlier: tuple[Member, ...]) -> tuple[Member, ...]:
    seats = [(member.agency, member.rank) for member in members]
    if seats != [(member.agency, member.rank) for member in earlier]:
        return members
    return tuple(
        member.model_copy(update={"gender": known.gender, "track": known.track, "age": known.age})
        for member, known in zip(members, earlier, strict=True)
    )
