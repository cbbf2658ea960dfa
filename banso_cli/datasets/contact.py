"""The teams of a period with their contact until a day: `banso list teams --contact`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from banso_cli.datasets.sheet import Count, Dataset, Listed, Text
from banso_cli.records.municipality import Municipality
from banso_cli.records.periods.period import Period
from banso_cli.records.roster import Roster
from banso_cli.records.teams.activity import ACTIVITY_LABELS
from banso_cli.statistics.contact import Contact, contacts
from banso_cli.statistics.tables.table import UNRECORDED


@dataclass(frozen=True, slots=True)
class ContactLine:
    """The contact of a team, with its municipality; None where it is not recorded."""

    municipality: Municipality | None
    contact: Contact


def _date(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _due(line: ContactLine) -> str:
    due, kind = line.contact.due, line.contact.due_kind
    return f"{_date(due)} {ACTIVITY_LABELS[kind]}" if due and kind else ""


CONTACT = Dataset(
    "contact",
    "連絡",
    "チームの連絡を一行に一チーム記した一覧",
    columns=(
        Count("period", "期", "第何期か", "contact.team.period"),
        Count(
            "number", "番号", "一覧の番号。分からなければ空", "contact.team.number", optional=True
        ),
        Text("municipality_code", "団体コード", "6桁の文字", "contact.team.municipality"),
        Text(
            "prefecture",
            "都道府県",
            "分からなければ空",
            lambda line: line.municipality and line.municipality.prefecture,
            optional=True,
        ),
        Text(
            "municipality",
            "市町村",
            "分からなければ空",
            lambda line: line.municipality and line.municipality.name,
            optional=True,
        ),
        Count(
            "meetings",
            "会議",
            "オンライン会議の回数。活動の収録がなければ空",
            "contact.meetings",
            optional=True,
        ),
        Count(
            "visits",
            "訪問",
            "現地訪問の回数。活動の収録がなければ空",
            "contact.visits",
            optional=True,
        ),
        Text(
            "last",
            "最後の連絡",
            "最後の活動の日。活動の収録がなければ未収録",
            lambda line: _date(line.contact.last) or UNRECORDED,
        ),
        Count("quiet", "経過日数", "最後の連絡からの日数", "contact.quiet", optional=True),
        Text("due", "次の目安", "制度の頻度による。日と形式", _due, optional=True),
        Text(
            "planned",
            "次の予定",
            "記録された予定の日",
            lambda line: _date(line.contact.planned),
            optional=True,
        ),
    ),
    listed=(
        *("period", "number", Listed("code", "団体コード", "contact.team.municipality")),
        *("prefecture", "municipality", "meetings", "visits"),
        Listed("last", "最後の連絡", lambda line: _date(line.contact.last) or "記録は未収録"),
        *("quiet", "due", "planned"),
    ),
    spare=("code", "period", "number"),
)


def contact_lines(roster: Roster, period: Period, day: dt.date) -> tuple[ContactLine, ...]:
    """Return the contact of all teams of a period until a day."""
    municipalities = roster.municipality_by_code
    return tuple(
        ContactLine(municipalities.get(each.team.municipality), each)
        for each in contacts(roster, period, day)
    )
