"""The teams of a period with their contact until a day: `banso list teams --contact`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from banso_cli.datasets.sheet import Count, Dataset, Listed, Text
from banso_cli.datasets.team_entries import TeamEntry, team_entries
from banso_cli.datasets.teams import START
from banso_cli.records.periods.period import Period
from banso_cli.records.roster import Roster
from banso_cli.records.teams.activity import ACTIVITY_LABELS
from banso_cli.statistics.contact import Contact, contacts
from banso_cli.statistics.tables.table import UNRECORDED


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A row about the contact of a team of a period."""

    period: int
    team: TeamEntry
    contact: Contact


def _due(line: ContactLine) -> str:
    due, kind = line.contact.due, line.contact.due_kind
    return f"{due} {ACTIVITY_LABELS[kind]}" if due and kind else ""


CONTACT = Dataset(
    "contact",
    "連絡",
    "チームの連絡を一行に一チーム記した一覧",
    of="contact",
    columns=(
        *START,
        Count("meetings", "会議", "オンライン会議の回数。活動の収録がなければ空"),
        Count("visits", "訪問", "現地訪問の回数。活動の収録がなければ空"),
        Text(
            "last",
            "最後の連絡",
            "最後の活動の日。活動の収録がなければ未収録",
            lambda line: line.contact.last or UNRECORDED,
        ),
        Count("quiet", "経過日数", "最後の連絡からの日数"),
        Text("due", "次の目安", "制度の頻度による。日と形式", _due),
        Text("planned", "次の予定", "記録された予定の日"),
    ),
    listed=(
        *("period", "number", Listed("code", "団体コード", "team.code")),
        *("prefecture", "municipality", "meetings", "visits"),
        Listed("last", "最後の連絡", lambda line: line.contact.last or "記録は未収録"),
        *("quiet", "due", "planned"),
    ),
    spare=("code", "period", "number"),
)


def contact_lines(roster: Roster, period: Period, day: dt.date) -> tuple[ContactLine, ...]:
    """Return the contact of all teams of a period until a day."""
    teams = team_entries(roster, roster.programme, period.number)
    pairs = zip(teams, contacts(roster, period, day), strict=True)
    return tuple(ContactLine(period.number, team, contact) for team, contact in pairs)
