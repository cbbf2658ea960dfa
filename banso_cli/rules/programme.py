"""Rules of the programme (P): what a team has to be."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from banso_cli.locale import _, plural
from banso_cli.model.agency import Agency
from banso_cli.model.finding import Finding, Related
from banso_cli.model.roster import Roster
from banso_cli.model.team import SUPPORT_OFFICER, Member, Status, Team
from banso_cli.rules.faults import faulty_parts, unloaded
from banso_cli.rules.meant_codes import WrittenCode, help_for_code
from banso_cli.rules.rule import rule


@rule()
def team_size(roster: Roster) -> Iterator[Finding]:
    """A team has fewer or more members than the programme allows.

    Why: a team is of two or three (公表資料「地方創生支援官 2～3名」).
    """
    if roster.programme is None:
        return
    size = roster.programme.team_size
    for team in roster.teams if size.least <= size.most else ():
        if not size.least <= len(team.members) <= size.most:
            yield Finding(
                team.places.key("members"),
                plural(
                    "the team has {count} member", "the team has {count} members", len(team.members)
                ),
                _("a team has {least} to {most} members").format(least=size.least, most=size.most),
                team.id,
            )


@rule()
def single_agency_team(roster: Roster) -> Iterator[Finding]:
    """All members of a team come from one body.

    Why: teams are made across ministries (公表資料「省庁混成の伴走支援チーム」).
    """
    for team in roster.teams:
        agencies = {member.agency for member in team.members}
        if len(team.members) > 1 and len(agencies) == 1:
            yield Finding(
                team.places.key("members"),
                _("all members come from {agency}").format(agency=team.members[0].agency),
                _("check the members; if the source has it so, add an exception with a reason"),
                team.id,
            )


@rule()
def municipality_twice(roster: Roster) -> Iterator[Finding]:
    """Two teams of one period support the same municipality.

    Why: a municipality has one team in a period; its figures would count twice.
    """
    first: dict[tuple[int, str], Team] = {}
    for team in sorted(roster.teams, key=lambda team: (_is_misnamed(roster, team), team.id)):
        key = team.period, team.municipality
        if key in first:
            yield Finding(
                team.places.at("municipality"),
                _("the municipality {code} has another team in this period").format(
                    code=team.municipality
                ),
                help_for_code(
                    roster,
                    WrittenCode(team.municipality, team, "municipality"),
                    _("correct the code, or keep one of the two files"),
                ),
                team.id,
                (Related(_("the other team"), first[key].places.at("municipality")),),
            )
        first.setdefault(key, team)


def _is_misnamed(roster: Roster, team: Team) -> bool:
    """Tell whether the file has another name than its municipality's: it is the second of two."""
    municipality = roster.municipality_by_code.get(team.municipality)
    return municipality is None or municipality.stem != team.stem


@rule()
def closed_agency(roster: Roster) -> Iterator[Finding]:
    """A member comes from a body that no longer existed when the period began.

    Why: bodies close and are renamed; a member of a later period belongs to the successor.
    """
    for team in roster.teams:
        period = roster.period(team.period)
        for index, member in enumerate(team.members):
            agency = roster.agency_by_name.get(member.agency)
            if period and agency and agency.until and agency.until < period.start:
                yield Finding(
                    team.places.at("members", index, "agency"),
                    _("{agency} existed until {day}, before this period").format(
                        agency=agency.name, day=agency.until
                    ),
                    _("write the body that came after it"),
                    team.id,
                )


@rule()
def support_officer_from_ministry(roster: Roster) -> Iterator[Finding]:
    """A member from a ministry is recorded as オフィサー.

    Why: 地方創生支援オフィサー are people from bodies outside the ministries (公表資料の注).
    """
    for team, index, member, agency in _seats(roster):
        if member.role == SUPPORT_OFFICER and agency.is_national:
            yield Finding(
                team.places.at("members", index, "role"),
                _("{agency} is a ministry; its people are not オフィサー").format(
                    agency=agency.name
                ),
                _("delete the line 'role', or correct the agency"),
                team.id,
            )


@rule()
def officer_from_outside(roster: Roster) -> Iterator[Finding]:
    """A member from a body outside the ministries is not recorded as オフィサー.

    Why: 地方創生支援官 are staff of the ministries; others take part as オフィサー (公表資料の注).
    """
    faulty = faulty_parts(roster)
    for team, index, member, agency in _seats(roster):
        if member.role is None and not agency.is_national:
            if team.places.at("members", index) in faulty:  # the role may be what is at fault
                continue
            yield Finding(
                team.places.at("members", index, "agency"),
                _("{agency} is not a ministry; its people are オフィサー").format(
                    agency=agency.name
                ),
                _("add the line 'role: オフィサー'"),
                team.id,
            )


def _seats(roster: Roster) -> Iterator[tuple[Team, int, Member, Agency]]:
    for team in roster.teams:
        for index, member in enumerate(team.members):
            agency = roster.agency_by_name.get(member.agency)
            if agency is not None:
                yield team, index, member, agency


@rule()
def status_contradiction(roster: Roster) -> Iterator[Finding]:
    """The status of a team contradicts the teams of the period before.

    Why: a municipality with a team in the period before is continuing, one without is new.
    """
    for team in roster.teams:
        right = due_status(roster, team)
        if team.status and right and team.status != right:
            yield Finding(
                team.places.at("status"),
                _("the status is '{status}', but by period {number} it is '{right}'").format(
                    status=team.status, number=team.period - 1, right=right
                ),
                _("write {name}").format(name=right),
                team.id,
            )


def due_status(roster: Roster, team: Team) -> Status | None:
    """Return the status by the period before; None where not all teams of that one are read."""
    before = supported_in(roster, team.period - 1)
    if before is None:
        return None
    return "continuing" if team.municipality in before else "new"


@lru_cache(maxsize=4)
def supported_in(roster: Roster, number: int) -> frozenset[str] | None:
    """Return the codes of a period's teams; None where not all of them are recorded and read."""
    period, lost = roster.period(number), (*roster.unread, *unloaded(roster))
    if period is None or period.coverage != "teams":
        return None
    if any(name.startswith(f"teams/{number}/") for name in lost):
        return None
    return frozenset(team.municipality for team in roster.teams_by_period.get(number, ()))


def has_right_role(roster: Roster, member: Member) -> bool:
    """Tell whether a member is オフィサー just if the body is outside the ministries."""
    agency = roster.agency_by_name.get(member.agency)
    return agency is not None and (member.role == SUPPORT_OFFICER) is not agency.is_national


RULES = (
    team_size,
    single_agency_team,
    municipality_twice,
    closed_agency,
    support_officer_from_ministry,
    officer_from_outside,
    status_contradiction,
)
