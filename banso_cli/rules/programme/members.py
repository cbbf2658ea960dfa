"""Rules of the programme (P): the bodies that members come from."""

from __future__ import annotations

from collections.abc import Iterator

from banso_cli.locale import _
from banso_cli.records.agency import Agency
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import SUPPORT_OFFICER, Member, Team
from banso_cli.rules.rule import faulty_parts, rule


@rule()
def closed_agency(roster: Roster) -> Iterator[Finding]:
    """A member comes from a body that no longer existed when the period began.

    Why: bodies close and are renamed; a member of a later period belongs to the successor.

    Example:

        agency: 総務庁   # until: 2001-01-05

    Mend: write the body that came after it.

        agency: 総務省
    """
    for team, keys, _member, agency in _seats(roster):
        period = roster.period(team.period)
        if period and agency.until and agency.until < period.start:
            words = _("{agency} existed until {day}, before this period")
            message = words.format(agency=agency.name, day=agency.until)
            place = team.places.at(*keys, "agency")
            yield Finding(place, message, _("write the body that came after it"))


@rule()
def support_officer_from_ministry(roster: Roster) -> Iterator[Finding]:
    """A member from a ministry is recorded as オフィサー.

    Why: 地方創生支援オフィサー are people from bodies outside the ministries (公表資料の注).

    Example:

        agency: 環境省
        rank: 課長級
        role: オフィサー

    Mend: delete the line 'role', or correct the agency.

        agency: 環境省
        rank: 課長級
    """
    for team, keys, member, agency in _seats(roster):
        if member.role == SUPPORT_OFFICER and agency.is_national:
            words = _("{agency} is a ministry; its people are not オフィサー")
            message, place = words.format(agency=agency.name), team.places.at(*keys, "role")
            yield Finding(place, message, _("delete the line 'role', or correct the agency"))


@rule()
def officer_from_outside(roster: Roster) -> Iterator[Finding]:
    """A member from a body outside the ministries is not recorded as オフィサー.

    Why: 地方創生支援官 are staff of the ministries; others take part as オフィサー (公表資料の注).

    Example:

        agency: 独立行政法人情報処理推進機構
        rank: 補佐級

    Mend: add the line 'role: オフィサー'.

        agency: 独立行政法人情報処理推進機構
        rank: 補佐級
        role: オフィサー
    """
    faulty = faulty_parts(roster)
    for team, keys, member, agency in _seats(roster):
        is_due = member.role is None and not agency.is_national
        if is_due and team.places.at(*keys) not in faulty:  # the role may be what is at fault
            words = _("{agency} is not a ministry; its people are オフィサー")
            message, place = words.format(agency=agency.name), team.places.at(*keys, "agency")
            yield Finding(place, message, _("add the line 'role: オフィサー'"))


def _seats(roster: Roster) -> Iterator[tuple[Team, tuple[str, int], Member, Agency]]:
    for team in roster.teams_and_drafts:
        for keys, member in team.all_members:
            agency = roster.agency_by_name.get(member.agency)
            if agency is not None:
                yield team, keys, member, agency


def has_right_role(roster: Roster, member: Member) -> bool:
    """Tell whether a member is オフィサー just if the body is outside the ministries."""
    agency = roster.agency_by_name.get(member.agency)
    return agency is not None and (member.role == SUPPORT_OFFICER) is not agency.is_national
