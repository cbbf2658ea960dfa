"""Rules of the programme (P): what a team has to be."""

from __future__ import annotations

from collections.abc import Iterator

from banso_cli.locale import _, plural
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team
from banso_cli.rules.codes.meant_codes import WrittenCode, help_for_code
from banso_cli.rules.rule import again, faulty_parts, rule


@rule()
def team_size(roster: Roster) -> Iterator[Finding]:
    """A team has fewer or more members than the programme allows.

    Why: a team is of two or three (公表資料「地方創生支援官 2～3名」).

    Example:

        members:
          - {agency: 総務省, rank: 補佐級}

    Mend: add the member that is missing, or remove the one that is too many.

        members:
          - {agency: 総務省, rank: 補佐級}
          - {agency: 環境省, rank: 課長級}
    """
    if roster.programme is None:
        return
    size, faulty = roster.programme.team_size, faulty_parts(roster)
    for team in roster.teams_and_drafts if size.least <= size.most else ():
        if not team.members and (team.places.at() in faulty or _may_lack_members(roster, team)):
            continue
        if not size.least <= len(team.members) <= size.most:
            yield Finding(
                team.places.key("members"),
                plural(
                    "the team has {count} member", "the team has {count} members", len(team.members)
                ),
                _("a team has {least} to {most} members").format(least=size.least, most=size.most),
            )


@rule()
def single_agency_team(roster: Roster) -> Iterator[Finding]:
    """All members of a team come from one body.

    Why: teams are made across ministries (公表資料「省庁混成の伴走支援チーム」).

    Example:

        members:
          - {agency: 総務省, rank: 補佐級}
          - {agency: 総務省, rank: 係長級}

    Mend: check the members; if the source has it so, add an exception with the reason.

        members:
          - {agency: 総務省, rank: 補佐級}
          - {agency: 環境省, rank: 係長級}
    """
    for team in roster.teams_and_drafts:
        agencies = {member.agency for member in team.members}
        if len(team.members) > 1 and len(agencies) == 1:
            yield Finding(
                team.places.key("members"),
                _("all members come from {agency}").format(agency=team.members[0].agency),
                _("check the members; if the source has it so, add an exception with a reason"),
            )


@rule()
def municipality_twice(roster: Roster) -> Iterator[Finding]:
    """Two teams of one period support the same municipality.

    Why: a municipality has one team in a period; its figures would count twice.

    Example:

        # roster/teams/2/014079-niki.yaml, beside teams/2/013455-mori.yaml
        municipality: "013455"

    Mend: correct the code, or keep one of the two files.

        municipality: "014079"
    """
    teams = sorted(roster.teams_and_drafts, key=lambda team: (_is_misnamed(roster, team), team.id))
    codes = (((each.period, each.municipality), each, ("municipality",)) for each in teams)
    for (_period, code), place, related in again(codes, _("the other team")):
        team = next(each for each in teams if each.places.path == place.path)
        words = _("the municipality {code} has another team in this period")
        otherwise = _("correct the code, or keep one of the two files")
        help_line = help_for_code(roster, WrittenCode(code, team, ("municipality",)), otherwise)
        yield Finding(place, words.format(code=code), help_line, related)


def _may_lack_members(roster: Roster, team: Team) -> bool:
    """Tell whether the members of a team may be unknown: its period has a part of the teams."""
    period = roster.period(team.period)
    return period is not None and period.is_partial and "members" not in team.model_fields_set


def _is_misnamed(roster: Roster, team: Team) -> bool:
    """Tell whether the file has another name than its municipality's: it is the second of two."""
    municipality = roster.municipality_by_code.get(team.municipality)
    return municipality is None or municipality.stem != team.stem
