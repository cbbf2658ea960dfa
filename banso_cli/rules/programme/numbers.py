"""Rules of the programme (P): the numbers that teams have in the published list."""

from __future__ import annotations

from collections.abc import Iterator

from banso_cli.locale import _
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.records.teams.continuity import supported_in
from banso_cli.rules.rule import again, faulty_parts, rule

_FEW = 5
"""How many numbers are worth telling."""


@rule()
def repeated_number(roster: Roster) -> Iterator[Finding]:
    """Two teams of one period have the same number.

    Why: the number is the place in the published list.

    Example:

        # roster/teams/2/014079-niki.yaml; teams/2/013455-mori.yaml has 1 too
        number: 1

    Mend: write the number of the published list.

        number: 2
    """
    teams = sorted(roster.teams, key=lambda team: team.id)
    numbers = (
        ((each.period, each.number), each, ("number",)) for each in teams if each.number is not None
    )
    for (period, number), place, related in again(numbers):
        words = _("the number {number} stands in two teams of this period")
        message = words.format(number=number)
        yield Finding(place, message, roster.once(_free_numbers, period), related)


@rule()
def number_outside_list(roster: Roster) -> Iterator[Finding]:
    """The number of a team is 0, or higher than there are teams in its period.

    Why: the published list counts its teams from 1 without a gap. As long as it is not known how
    many teams were published, any number may still be right.

    Example:

        number: 500   # of 5 teams

    Mend: write the number of the published list.

        number: 2
    """
    for number, teams in roster.teams_by_period.items():
        most = _numbers_of(roster, number)
        is_whole = _published(roster, number) and roster.once(supported_in, number) is not None
        for team in teams:
            if team.number is None:
                continue  # a fault with its own rule, where it is one
            if team.number == 0 or (is_whole and team.number > most):
                words = _("there is no number {number} in a list of {count}")
                message = words.format(number=team.number, count=most)
                yield Finding(team.places.at("number"), message, roster.once(_free_numbers, number))


@rule()
def unnumbered_team(roster: Roster) -> Iterator[Finding]:
    """A team of a period whose teams are all recorded has no number.

    Why: the number is the place in the published list. It may be unknown only where a part of the
    teams is recorded.

    Example:

        # periods/2.yaml has coverage: teams
        municipality: "013455"

    Mend: write the number of the published list.

        number: 1
        municipality: "013455"
    """
    faulty = faulty_parts(roster)
    for team in roster.teams:
        period = roster.period(team.period)
        is_due = team.number is None and period is not None and not period.is_partial
        if is_due and team.places.at() not in faulty:
            help_line = roster.once(_free_numbers, team.period)
            yield Finding(team.places.at(), _("the team has no number"), help_line)


def _published(roster: Roster, period: int) -> int:
    """Return how many teams were published for a period; 0 where that is not known."""
    found = roster.period(period)
    figure = found.figure("teams") if found else None
    return (figure.value or 0) if figure else 0


def _numbers_of(roster: Roster, period: int) -> int:
    """Return how many numbers the list of a period has: as many as teams, published or recorded."""
    return max(_published(roster, period), len(roster.teams_by_period[period]))


def _free_numbers(roster: Roster, period: int) -> str:
    """Return what number may be meant: one that no team of the period has."""
    used = {team.number for team in roster.teams_by_period[period]}
    free = [str(each) for each in range(1, _numbers_of(roster, period) + 1) if each not in used]
    if 0 < len(free) <= _FEW:
        return _("write the number of the published list; free is {numbers}").format(
            numbers=_(", ").join(free)
        )
    return _("write the number of the published list")
